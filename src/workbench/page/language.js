// The words of the language as the engine's table has them: colouring while one types, and what may follow at a place.
import { StreamLanguage } from "@codemirror/language";
import { highlightTree, tagHighlighter, tags } from "@lezer/highlight";
import vocabulary from "vocabulary";
import { h } from "./dom.js";
import { said } from "./words.js";

const role = { Declares: 1, Verb: 2, Leads: 4, Clause: 8, Joins: 16, Status: 64, Certainty: 128, Value: 256, Month: 512, Season: 1024, Unit: 2048, Cites: 4096, Modal: 32768, Part: 65536, Local: 131072, Purpose: 262144 };
const shapes = ["Nothing", "Name", "Names", "Matter", "Declared", "Text", "Extent", "Date", "Quantity", "DayOfYear", "Citation", "SourceRef", "StatusWord", "Codes", "Place", "Places", "Dated", "Cost", "Amounts", "Shares", "PurposeWord", "Condition", "Bindings", "Naming"];

export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const byId = new Map(vocabulary.words.map((word) => [word.id, { ...word, shape: shapes[word.shape] }]));
export const library = vocabulary.library;

/** Phrases by their first word, the longest first. */
const phrases = new Map();
for (const word of byId.values())
    for (const spelling of new Set([word.nl, word.en, ...word.aliases.split(";")])) {
        if (!spelling) continue;
        const parts = fold(spelling).split(" ");
        const list = phrases.get(parts[0]) ?? [];
        list.push({ parts, word });
        phrases.set(parts[0], list);
    }
for (const list of phrases.values()) list.sort((a, b) => b.parts.length - a.parts.length);

const aWord = /[\p{L}\d%§][\p{L}\p{M}\d_'’.-]*/uy;

/** The phrase of the table that stands at a place of a line: `{ word, length }`. */
function phraseAt(line, at) {
    aWord.lastIndex = at;
    const first = aWord.exec(line);
    if (!first) return null;
    for (const { parts, word } of phrases.get(fold(first[0]).replace(/[.,]+$/, "")) ?? []) {
        let end = at + first[0].length;
        const fits = parts.slice(1).every((part) => {
            const gap = /[ \t]+/y;
            gap.lastIndex = end;
            const blank = gap.exec(line);
            if (!blank) return false;
            aWord.lastIndex = end + blank[0].length;
            const next = aWord.exec(line);
            if (!next || fold(next[0]).replace(/,$/, "") !== part) return false;
            end = aWord.lastIndex;
            return true;
        });
        if (fits) return { word, length: end - at };
    }
    return null;
}

const isFence = /^\s*(```+|~~~+)\s*(\S*)/;

function classOf(word, first) {
    if (first && word.roles & role.Verb) return "verb";
    if (first && word.roles & role.Joins && !(word.roles & (role.Declares | role.Leads))) return "clause";
    if (first && word.roles & (role.Declares | role.Leads | role.Clause)) return "keyword";
    if (word.roles & (role.Verb | role.Declares) && !(word.roles & role.Clause)) return null;
    if (word.roles & (role.Status | role.Certainty | role.Value | role.Purpose)) return "value";
    if (word.roles & (role.Clause | role.Joins) && !(word.roles & role.Local)) return "clause";
    return null;
}

const colouring = (markdown) => ({
    name: "belegd",
    startState: () => ({ string: null, first: true, declared: false, depth: 0, inside: !markdown, fence: "" }),
    copyState: (state) => ({ ...state }),
    languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["{", '"'] }, indentOnInput: /^\s*\}$/ },
    token(stream, state) {
        if (stream.sol()) {
            state.first = true;
            state.declared = false;
            const fence = markdown && stream.string.match(isFence);
            if (fence && !state.fence) {
                state.fence = fence[1];
                state.inside = /^belegd\b/.test(fence[2]);
                return stream.skipToEnd(), "comment";
            }
            if (fence && fence[1].startsWith(state.fence) && !fence[2]) {
                state.fence = "";
                state.inside = false;
                state.string = null;
                return stream.skipToEnd(), "comment";
            }
        }
        if (!state.inside) {
            const heading = stream.sol() && stream.match(/^#{1,6} /, false);
            return stream.skipToEnd(), heading ? "heading" : null;
        }
        if (state.string) {
            while (!stream.eol()) if (state.string.includes(stream.next())) return (state.string = null), "string";
            return "string";
        }
        if (stream.eatSpace()) return null;
        const c = stream.peek();
        if (c === "#") return stream.skipToEnd(), "comment";
        if ('"“„'.includes(c)) {
            stream.next();
            state.string = c === '"' ? '"' : "”“";
            state.first = state.declared = false;
            while (!stream.eol()) if (state.string.includes(stream.next())) return (state.string = null), "string";
            return "string";
        }
        if (c === "{" || c === "}") {
            stream.next();
            state.depth = Math.max(0, state.depth + (c === "{" ? 1 : -1));
            state.first = true;
            return "brace";
        }
        if (stream.match(/^\d[\d.,:/-]*%?/)) return (state.first = false), "number";
        if (state.declared && stream.match(/^[\p{L}\d_][\p{L}\p{M}\d_'’.-]*/u)) return (state.declared = false), "declared";
        const found = phraseAt(stream.string, stream.pos);
        const first = state.first;
        state.first = false;
        if (found) {
            const kind = classOf(found.word, first);
            stream.pos += found.length;
            if (first && found.word.roles & role.Modal) return (state.first = true), "clause";
            if (kind === null && found.word.roles & role.Month) return "number";
            if (kind !== null) {
                state.declared = first && kind === "keyword" && Boolean(found.word.roles & role.Declares) && ["Declared", "Dated", "Cost", "SourceRef"].includes(found.word.shape) && (state.depth === 0 || !(found.word.roles & role.Clause));
                return kind;
            }
            return null;
        }
        if (!stream.match(/^[\p{L}\d_][\p{L}\p{M}\d_'’.-]*/u)) stream.next();
        return null;
    },
    indent: (state, after, context) => Math.max(0, state.depth - (/^\s*\}/.test(after) ? 1 : 0)) * context.unit,
    tokenTable: {
        keyword: tags.definitionKeyword, verb: tags.controlKeyword, clause: tags.modifier, value: tags.atom, string: tags.string,
        comment: tags.lineComment, number: tags.number, brace: tags.brace, declared: tags.definition(tags.variableName), heading: tags.heading,
    },
});

export const modelLanguage = StreamLanguage.define(colouring(false));
export const memoLanguage = StreamLanguage.define(colouring(true));

export const colours = tagHighlighter([
    { tag: tags.definitionKeyword, class: "c-keyword" },
    { tag: tags.controlKeyword, class: "c-verb" },
    { tag: tags.modifier, class: "c-clause" },
    { tag: tags.atom, class: "c-value" },
    { tag: tags.string, class: "c-string" },
    { tag: tags.lineComment, class: "c-comment" },
    { tag: tags.number, class: "c-number" },
    { tag: tags.brace, class: "c-brace" },
    { tag: tags.definition(tags.variableName), class: "c-declared" },
    { tag: tags.heading, class: "c-heading" },
]);

/** A text of a model as pieces with their colours, for where nobody edits it. */
export function coloured(text) {
    const out = [];
    let at = 0;
    highlightTree(modelLanguage.parser.parse(text), colours, (from, to, kind) => {
        out.push(text.slice(at, from), h("span", { class: kind }, text.slice(from, to)));
        at = to;
    });
    return [...out, text.slice(at)];
}

/** Which statement's block a place stands in (null: none), and the language of the file. */
export function blockAt(text, end) {
    const stack = [];
    let head = null, string = null, atStart = true;
    for (let at = 0; at < end; ++at) {
        const c = text[at];
        if (string) {
            if (string.includes(c)) string = null;
        } else if (c === "\n") {
            atStart = true;
        } else if (c === "#") {
            while (at + 1 < end && text[at + 1] !== "\n") ++at;
        } else if ('"“„'.includes(c)) {
            string = c === '"' ? '"' : "”“";
        } else if (c === "{") {
            stack.push(head);
            atStart = true;
        } else if (c === "}") {
            stack.pop();
            atStart = true;
        } else if (atStart && !/\s/.test(c)) {
            const line = text.slice(at, text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at));
            head = phraseAt(line, 0)?.word ?? null;
            atStart = false;
        }
    }
    return { home: stack.at(-1) ?? null, inText: string !== null };
}

const inLanguage = (text) => (/^\s*(taal|language)\s+en\b/m.test(text) ? "en" : "nl");

/** What the page knows of the names of the model; `library` until the engine has told. */
let names = library;
export const setNames = (told) => (names = told?.tasks ? told : names);
export const currentNames = () => names;

const kinds = { tasks: { nl: "taak", en: "task" }, functions: { nl: "onderdeel", en: "part" }, organs: { nl: "orgaan", en: "organ" }, forms: { nl: "vorm", en: "form" }, provisions: { nl: "bepaling", en: "provision" }, sources: { nl: "bron", en: "source" }, variants: { nl: "variant", en: "variant" }, cooperations: { nl: "samenwerking", en: "cooperation" }, decisions: { nl: "besluit", en: "decision" } };
const municipality = { nl: "gemeente", en: "municipality" }, organisation = { nl: "organisatie", en: "organisation" };

function named(list, boost = 0) {
    return (names[list] ?? []).map((row) => ({
        label: row.name,
        detail: said(list === "parties" ? (row.municipality ? municipality : organisation) : kinds[list]),
        info: row.title && said(row.title) !== row.name ? said(row.title) : undefined,
        boost: boost + (row.here ? 10 : 0),
        type: "name",
    }));
}

const word = (id, language, boost = 0) => {
    const each = byId.get(id);
    return each && { label: each[language], apply: each[language] + (each.shape === "Nothing" ? "" : " "), info: said(each.help), boost, type: "keyword" };
};
const withRole = (bit, language) => [...byId.values()].filter((each) => each.roles & bit).map((each) => word(each.id, language));

function afterWord(last, language) {
    const { id, shape } = last;
    if (id === "form_clause" || id === "form") return named("forms", 20);
    if (id === "provides" || id === "provides_not") return named("provisions", 20);
    if (shape === "StatusWord") return withRole(role.Status, language);
    if (shape === "PurposeWord") return withRole(role.Purpose, language);
    if (shape === "SourceRef") return named("sources", 20);
    if (id === "ends" || id === "amendment" || id === "addendum" || id === "implements") return named("cooperations", 20);
    if (id === "concerns") return [...named("cooperations", 30), ...named("functions", 12), ...named("tasks", 6), ...named("variants", 3), ...named("decisions", 3)];
    if (id === "based_on" || id === "columns") return named("variants", 20);
    if (shape === "Date") return [{ label: `1 ${language === "nl" ? "januari" : "January"} ${new Date().getFullYear() + 1}`, type: "date", boost: 20 }];
    if (["to", "with", "by", "for_", "except_for", "participants", "centre", "accedes", "leaves_", "takers", "municipality"].includes(id)) return [...named("organs", 5), ...named("cooperations", 4), ...named("parties")];
    if (id === "in") return named("variants", 20);
    if (shape === "Matter" || shape === "Names" || shape === "Name") return [...named("functions", 12), ...named("tasks", 6), ...named("cooperations", 4), ...named("organs"), ...named("parties")];
    return [];
}

const kMost = 60; // as many as a list shows
const lists = ["parties", "tasks", "functions", "organs", "forms", "provisions", "sources", "variants", "cooperations", "decisions"];

/** The last words of a text, from one to as many as a name may have: `[where they begin, the words]`. */
function tails(before) {
    const starts = [...before.matchAll(/[\p{L}\d_][\p{L}\p{M}\d_'’.-]*/gu)].map((each) => each.index);
    return starts.slice(-4).reverse().map((at) => [at, fold(before.slice(at))]);
}

/** Whether what stands there is a word of the language or a name already: then there is nothing to complete. */
const isWhole = (words) => words.some(([, each]) => isWord(each) || lists.some((list) => (names[list] ?? []).some((row) => fold(row.name) === each)));

/** What begins with what stands there, or has a word that does; first what begins with the most of it, and in that what fits best. */
function beginning(before, options) {
    const words = tails(before);
    for (const [at, typed] of words.slice(1).reverse()) {
        const found = options.filter((each) => fold(each.label).startsWith(typed));
        if (found.length) return [at, found];
    }
    const [at, typed] = words[0];
    const rank = ({ label }) => (fold(label).startsWith(typed) ? 2 : fold(label).split(/[\s_-]+/).some((part) => part.startsWith(typed)) ? 1 : 0);
    return [at, options.map((each) => [rank(each), each]).filter(([points]) => points).sort(([a, x], [b, y]) => b - a || (y.boost ?? 0) - (x.boost ?? 0)).map(([, each]) => each)];
}

/** The source of completion: words that may stand here, and names that fit behind the last word. */
export function complete(context) {
    const { doc } = context.state;
    const line = doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const part = before.match(/[\p{L}\d_][\p{L}\p{M}\d_'’.-]*$/u);
    if (!part && !context.explicit) return null;
    if (part && part[0].length < 2 && !context.explicit) return null;
    const text = doc.toString();
    const block = blockAt(text, line.from);
    if (block.inText || (before.match(/"/g) ?? []).length % 2 || /(^|\s)#/.test(before)) return null;
    const language = inLanguage(text);
    const start = before.search(/\S/);
    let options = [];
    const braces = before.lastIndexOf("{");
    const statement = braces >= 0 ? before.slice(braces + 1) : before;
    const home = braces >= 0 ? phraseAt(before, Math.max(start, 0))?.word : block.home;
    const inside = statement.trimStart();
    const first = phraseAt(inside, 0);
    const heads = (part && inside === part[0]) || !inside;
    if (heads) {
        const ids = home ? [...home.holds, ...home.takes] : vocabulary.top;
        options = ids.filter((id) => id !== "delegates").map((id) => word(id, language, 5));
        if (ids.includes("delegates")) options.push(...withRole(role.Verb, language).map((each) => each && { ...each, boost: 15 }));
    } else {
        const taking = first?.word.roles & role.Verb ? byId.get("transfer") ?? byId.get("delegates") : first?.word;
        let last = first?.word ?? null;
        for (let at = first?.length ?? 0; at < inside.length; ++at) {
            if (!/\s/.test(inside[at - 1] ?? " ")) continue;
            const next = phraseAt(inside, at);
            if (next && next.word.roles & (role.Clause | role.Joins) && at + next.length < inside.length) (last = next.word), (at += next.length - 1);
        }
        options = [...(last ? afterWord(last, language) : []), ...((taking?.takes ?? []).map((id) => word(id, language, -5)))];
    }
    const seen = new Set();
    options = options.filter((each) => each && !seen.has(each.label) && seen.add(each.label));
    if (part && !context.explicit && isWhole(tails(before))) return null;
    const [at, fitting] = part ? beginning(before, options) : [context.pos - line.from, options.sort((a, b) => (b.boost ?? 0) - (a.boost ?? 0))];
    return fitting.length ? { from: line.from + at, options: fitting.slice(0, kMost), filter: false } : null;
}

/** What the word at a place of a line means: `{ from, to, id, words, help }`. */
export function helpAt(line, at) {
    for (let from = 0; from <= at; ++from) {
        if (from && !/[\s{,"]/.test(line[from - 1])) continue;
        const found = phraseAt(line, from);
        if (found && from + found.length > at) return { from, to: from + found.length, id: found.word.id, words: [found.word.nl, found.word.en], help: said(found.word.help) };
    }
    return null;
}

/** Whether a name would be read as a word of the language. */
export const isWord = (name) => phraseAt(name.replace(/_/g, " "), 0)?.length === name.length || phraseAt(name, 0)?.length === name.length;

/** The word that a line begins with, and where it may stand. */
export const headOf = (line) => phraseAt(line, Math.max(line.search(/\S/), 0))?.word ?? null;
export const mayStandIn = (home, word) => [...home.holds, ...home.takes].includes(word.id) || (Boolean(word.roles & role.Verb) && home.holds.includes("delegates"));
export const mayStandAtTop = (word) => vocabulary.top.includes(word.id);
