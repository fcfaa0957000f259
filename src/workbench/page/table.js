// Rows from a spreadsheet become the text of a model: who does it, which part, which task.
import { fold, isWord, library } from "./language.js";
import { language, say } from "./words.js";

const heads = { who: /^(organisatie|partij|wie|uitvoerder|gemeente|samenwerking(spartner)?|bij|organisation|party|who|performer|municipality)$/, what: /^(taak|taken|task|tasks|product|dienst)$/, part: /^(onderdeel|functie|deel|rol|part|function|role)$/ };

/** A line of a spreadsheet as its cells; quoted cells may hold tabs and line ends. */
export function cellsOf(text) {
    const separator = text.includes("\t") ? "\t" : ";";
    const rows = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; ++at) {
        const c = text[at], row = rows.at(-1);
        if (quoted) {
            if (c !== '"') row[row.length - 1] += c;
            else if (text[at + 1] === '"') (row[row.length - 1] += c), ++at;
            else quoted = false;
        } else if (c === '"' && row.at(-1) === "") quoted = true;
        else if (c === separator) row.push("");
        else if (c === "\n") rows.push([""]);
        else if (c !== "\r") row[row.length - 1] += c;
    }
    return rows.map((row) => row.map((cell) => cell.replace(/\s+/g, " ").trim())).filter((row) => row.some(Boolean));
}

/** `{ who, part, what }` of each row that has the first and the last. */
export function rowsOf(text) {
    const all = cellsOf(text);
    if (!all.length) return [];
    const first = all[0].map(fold);
    const at = { who: first.findIndex((cell) => heads.who.test(cell)), what: first.findIndex((cell) => heads.what.test(cell)), part: first.findIndex((cell) => heads.part.test(cell)) };
    const headed = at.who >= 0 && at.what >= 0;
    if (!headed) Object.assign(at, { who: 0, what: all[0].length > 2 ? 2 : 1, part: all[0].length > 2 ? 1 : -1 });
    return all
        .slice(headed ? 1 : 0)
        .map((row) => ({ who: row[at.who] ?? "", part: at.part >= 0 ? (row[at.part] ?? "") : "", what: row[at.what] ?? "" }))
        .filter((row) => row.who && row.what);
}

const known = (list, name) => library[list].find((row) => fold(row.name) === fold(name) || fold(row.title?.nl ?? "") === fold(name) || fold(row.title?.en ?? "") === fold(name));
export const quoted = (name) => `"${name.replace(/["“”„]/g, "'")}"`;
/** A name as it is written: bare where that reads as one name, else between quotation marks. */
export const written = (name) => (/^[\p{L}][\p{L}\d_-]*$/u.test(name) ? name : quoted(name));

/** A name of letters for a thing with a title: `Sociale dienst` becomes `sociale_dienst`. */
export function nameFor(title, taken = []) {
    const stem = fold(title).replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "").replace(/^(\d)/, "n$1") || "nieuw";
    let name = isWord(stem) ? `${stem}_1` : stem;
    for (let i = 2; taken.includes(name); ++i) name = `${stem}_${i}`;
    return name;
}

/** The model that rows say, for one municipality. What the rows do not say is left open: belegd asks it. */
export function modelOf(rows, municipality) {
    const nl = language() === "nl";
    const word = (a, b) => (nl ? a : b);
    const owner = known("parties", municipality)?.name ?? municipality;
    const lines = [word("taal nl", "language en"), word("gebruik wgr, sociaal_domein", "use wgr, sociaal_domein"), ""];
    const parties = new Map(), tasks = new Map();
    for (const { who, what } of rows) {
        if (!parties.has(who)) parties.set(who, known("parties", who));
        if (!tasks.has(what)) tasks.set(what, known("tasks", what));
    }
    if (!known("parties", owner)) lines.push(`${word("gemeente", "municipality")} ${written(owner)}`);
    const names = new Map();
    for (const [who, found] of parties) {
        if (found) names.set(who, found.name);
        else {
            const name = nameFor(who, [...names.values()]);
            names.set(who, name);
            lines.push(`${word("organisatie", "organisation")} ${name} ${quoted(who)}`);
        }
    }
    if (lines.at(-1) !== "") lines.push("");
    const own = [...tasks].filter(([, found]) => !found);
    const taskNames = new Map([...tasks].filter(([, found]) => found).map(([what, found]) => [what, found.name]));
    if (own.length) {
        lines.push(`${word("domein", "domain")} ${word("uit_de_tabel", "from_the_table")} ${quoted(word("Taken uit de tabel", "Tasks of the table"))} {`, `  ${word("vergt  beleid, uitvoering", "needs  policy, execution")}`, `  ${word("van rechtswege  beleid, uitvoering bij college", "by law  policy, execution with executive")}`);
        for (const [what] of own) {
            const name = nameFor(what, [...taskNames.values()]);
            taskNames.set(what, name);
            lines.push(`  ${word("taak", "task")} ${name} ${quoted(what)}`);
        }
        lines.push("}", "");
    }
    for (const [who] of parties) {
        const mine = rows.filter((row) => row.who === who);
        if (names.get(who) === owner) {
            lines.push(`# ${word(`Bij ${owner} zelf`, `With ${owner} itself`)}: ${[...new Set(mine.map((row) => row.what))].join(", ")}`, "");
            continue;
        }
        const title = word(`${owner} en ${who}`, `${owner} and ${who}`);
        lines.push(`${word("samenwerking", "cooperation")} ${nameFor(`met ${names.get(who)}`)} ${quoted(title)} {`, `  ${word("vorm", "form")}        ${word("niet vermeld", "not stated")}`, `  ${word("deelnemers", "participants")}  ${owner}, ${names.get(who)}`, `  ${word("geldt       vanaf", "applies       from")} 1 ${word("januari", "January")} ${new Date().getFullYear()}`, "");
        const parts = new Map();
        for (const { part, what } of mine) {
            const found = part ? known("functions", part) : null;
            const name = found?.name ?? word("uitvoering", "execution");
            if (!parts.has(name)) parts.set(name, []);
            if (!parts.get(name).includes(taskNames.get(what))) parts.get(name).push(taskNames.get(what));
        }
        for (const [part, list] of parts) lines.push(`  ${word("draagt op", "entrusts")}  ${part} ${word("van", "of")} ${list.join(", ")} ${word("aan", "to")} ${names.get(who)}  ${word("voor", "for")} ${owner}`);
        lines.push("}", "");
    }
    const all = [...new Set([...taskNames.values()])];
    lines.push(`${word("overzicht", "overview")} ${word("bijlage_taken", "tasks_appendix")} ${quoted(word("Overzicht taken per samenwerking", "Overview of tasks by cooperation"))} {`, `  ${word("voor", "for")}   ${owner}`, `  ${word("taken", "tasks")}  ${all.join(", ")}`, "}", "");
    return lines.join("\n");
}
