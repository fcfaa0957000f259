// The text on the left: CodeMirror with the colours, findings, remedies and completion of the language.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, ViewPlugin } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { complete, helpAt, memoLanguage, modelLanguage } from "./language.js";
import { h } from "./dom.js";
import { language, say } from "./words.js";

const colours = tagHighlighter([
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

/** Lines that an answer rests on. */
const markLines = StateEffect.define();
const marked = StateField.define({
    create: () => Decoration.none,
    update(lines, change) {
        lines = lines.map(change.changes);
        for (const effect of change.effects)
            if (effect.is(markLines)) {
                const { doc } = change.state;
                const starts = [...new Set(effect.value)].filter((n) => n >= 1 && n <= doc.lines).sort((a, b) => a - b);
                lines = Decoration.set(starts.map((n) => Decoration.line({ class: "of-answer" }).range(doc.line(n).from)));
            }
        return lines;
    },
    provide: (field) => EditorView.decorations.from(field),
});

/** A line that is too long goes on below, a little further in than it begins. */
const hanging = ViewPlugin.fromClass(
    class {
        constructor(view) {
            this.update({ view, docChanged: true });
        }
        update({ view, docChanged, viewportChanged }) {
            if (!docChanged && !viewportChanged) return;
            const out = [];
            for (const { from, to } of view.visibleRanges)
                for (let at = from; at <= to; ) {
                    const line = view.state.doc.lineAt(at);
                    const blanks = line.text.match(/^ */)[0].length + 2;
                    out.push(Decoration.line({ attributes: { style: `padding-left: calc(6px + ${blanks}ch); text-indent: -${blanks}ch` } }).range(line.from));
                    at = line.to + 1;
                }
            this.decorations = Decoration.set(out);
        }
    },
    { decorations: (plugin) => plugin.decorations },
);

/** What a word of the language means, for who rests on it. */
const help = hoverTooltip((view, at) => {
    const line = view.state.doc.lineAt(at);
    if (/^\s*#/.test(line.text) || (line.text.slice(0, at - line.from).match(/"/g) ?? []).length % 2) return null;
    const found = helpAt(line.text, at - line.from);
    if (!found?.help) return null;
    return { pos: line.from + found.from, end: line.from + found.to, above: true, create: () => ({ dom: h("div", { class: "word-help" }, h("strong", {}, found.words[language() === "nl" ? 0 : 1]), ` – ${found.help}`) }) };
}, { hoverTime: 600 });

const phrases = {
    nl: {
        "Control character": "Stuurteken", Find: "Zoek", Replace: "Vervang", next: "volgende", previous: "vorige", all: "alle", "match case": "hoofdletters tellen",
        "by word": "hele woorden", regexp: "patroon", replace: "vervang", "replace all": "vervang alle", close: "sluiten", "current match": "gevonden plaats",
        "replaced $ matches": "$ plaatsen vervangen", "replaced match on line $": "vervangen op regel $", "on line": "op regel", "Go to line": "Ga naar regel", go: "ga",
        Completions: "Aanvullingen", Diagnostics: "Bevindingen", "No diagnostics": "Geen bevindingen", Close: "Sluiten", "Selection deleted": "Selectie verwijderd",
    },
    en: {},
};

export class Editor {
    constructor(parent, { onchange, online, onjump }) {
        this.languagePart = new Compartment();
        this.phrasePart = new Compartment();
        this.onchange = onchange;
        this.online = online;
        this.onjump = onjump;
        this.view = new EditorView({ parent, state: this.#state("", false) });
    }

    #state(text, markdown) {
        const newlines = /\r(?!\n)/.test(text) ? [EditorState.lineSeparator.of("\n")] : [];
        return EditorState.create({
            doc: text,
            extensions: [
                newlines, lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching(),
                closeBrackets(), highlightActiveLine(), highlightSelectionMatches(), search({ top: true }), lintGutter(), marked, hanging, help,
                indentUnit.of("  "), EditorState.tabSize.of(2), EditorView.lineWrapping,
                this.languagePart.of(markdown ? memoLanguage : modelLanguage),
                this.phrasePart.of(EditorState.phrases.of(phrases[language()])),
                syntaxHighlighting(colours),
                autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60, addToOptions: [] }),
                keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
                EditorView.contentAttributes.of({ "aria-label": say("editor"), "aria-description": say("editorHelp"), tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
                EditorView.updateListener.of((update) => {
                    if (update.docChanged) this.onchange(update);
                    if (update.selectionSet || update.docChanged) this.online(update.state.doc.lineAt(update.state.selection.main.head).number);
                }),
            ],
        });
    }

    get text() {
        return this.view.state.doc.toString();
    }

    /** Another text, with a history of its own. */
    load(text, markdown) {
        this.view.setState(this.#state(text, markdown));
        this.online(1);
    }

    relabel() {
        this.view.dispatch({ effects: this.phrasePart.reconfigure(EditorState.phrases.of(phrases[language()])) });
        this.view.contentDOM.setAttribute("aria-label", say("editor"));
        this.view.contentDOM.setAttribute("aria-description", say("editorHelp"));
    }

    /** Replaces the whole text as one step, with the cursor where it was. */
    replaceAll(text) {
        const old = this.text;
        let head = 0, tail = 0;
        while (head < Math.min(old.length, text.length) && old[head] === text[head]) ++head;
        while (tail < Math.min(old.length, text.length) - head && old[old.length - 1 - tail] === text[text.length - 1 - tail]) ++tail;
        this.view.dispatch({ changes: { from: head, to: old.length - tail, insert: text.slice(head, text.length - tail) }, userEvent: "input.format" });
    }

    /** Puts something into the text, shows it, and selects the `…` that is to be filled in. */
    change(from, to, text, focus = true) {
        this.view.dispatch({ changes: { from, to, insert: text }, userEvent: "input" });
        const gap = text.indexOf("…");
        const end = from + text.replace(/\s+$/, "").length;
        const [anchor, head] = gap >= 0 ? [from + gap, from + gap + 1] : [end, end];
        this.view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
        if (focus) this.focus();
        return this.view.state.doc.lineAt(end).number;
    }

    focus() {
        this.onjump();
        this.view.focus();
    }

    /** To a place as the engine counts: lines from 1, columns in characters from 1. */
    offset({ line, col }) {
        const { doc } = this.view.state;
        if (line > doc.lines) return doc.length;
        const at = doc.line(line);
        let rest = col - 1, out = 0;
        for (const character of at.text) {
            if (rest-- <= 0) break;
            out += character.length;
        }
        return at.from + out;
    }

    jump(start, end = start) {
        const anchor = this.offset(start), head = this.offset(end);
        this.view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
        this.focus();
    }

    jumpToLine(line) {
        const { doc } = this.view.state;
        const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
        const start = at.from + (at.text.search(/\S/) + 1 || 1) - 1;
        this.view.dispatch({ selection: { anchor: start }, effects: EditorView.scrollIntoView(start, { y: "center" }) });
        this.focus();
    }

    /** The lines an answer rests on; the first of them comes in view. */
    mark(lines, show = true) {
        const effects = [markLines.of(lines)];
        const { doc } = this.view.state;
        if (show && lines.length && lines[0] <= doc.lines) effects.push(EditorView.scrollIntoView(doc.line(lines[0]).from, { y: "center" }));
        this.view.dispatch({ effects });
    }

    /** Findings as squiggles: `{ from, to, severity, message, source, actions }`. */
    setFindings(diagnostics) {
        const { length } = this.view.state.doc;
        const within = diagnostics.map((each) => ({ ...each, from: Math.min(each.from, length), to: Math.min(Math.max(each.to, each.from), length) }));
        this.view.dispatch(setDiagnostics(this.view.state, within));
    }

    undo() {
        undo(this.view);
    }
    redo() {
        redo(this.view);
    }
}

