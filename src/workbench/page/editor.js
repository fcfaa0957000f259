// The text on the left: CodeMirror with the colours, findings, remedies and completion of the language.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, moveCompletionSelection } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { Compartment, EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers, ViewPlugin } from "@codemirror/view";
import { colours, complete, helpAt, memoLanguage, modelLanguage } from "./language.js";
import { h, tell } from "./dom.js";
import { isMarkdown } from "./session.js";
import { language, say } from "./words.js";

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

/** To what is to be filled in further on in the line. */
function toGap(view) {
    const { head } = view.state.selection.main;
    const line = view.state.doc.lineAt(head);
    const gap = line.text.indexOf("…", head - line.from);
    if (gap < 0) return false;
    view.dispatch({ selection: { anchor: line.from + gap, head: line.from + gap + 1 } });
    return true;
}

/** What becomes of a text, line by line where it has as many lines as before: so that what stays keeps its place. */
function changesTo(old, text) {
    const olds = old.split("\n"), news = text.split("\n");
    const [a, b] = olds.length === news.length ? [olds, news] : [[old], [text]];
    const out = [];
    for (let i = 0, at = 0; i < a.length; at += a[i++].length + 1) {
        if (a[i] === b[i]) continue;
        let head = 0, tail = 0;
        while (head < Math.min(a[i].length, b[i].length) && a[i][head] === b[i][head]) ++head;
        while (tail < Math.min(a[i].length, b[i].length) - head && a[i].at(-1 - tail) === b[i].at(-1 - tail)) ++tail;
        out.push({ from: at + head, to: at + a[i].length - tail, insert: b[i].slice(head, b[i].length - tail) });
    }
    return out;
}

export class Editor {
    #states = new Map(); // of the files that are not in view
    #joint = []; // changes of several files in one step
    #places = []; // that an answer rests on

    constructor(parent, session, { onchange, online, onfile, onjump, onname }) {
        Object.assign(this, { session, onchange, online, onfile, onjump, onname });
        this.phrasePart = new Compartment();
        this.view = new EditorView({ parent, state: this.#made("", false) });
    }

    #made(text, markdown) {
        const newlines = /\r(?!\n)/.test(text) ? [EditorState.lineSeparator.of("\n")] : [];
        const step = (key, back) => ({ key, run: () => (this.step(back), true), preventDefault: true });
        return EditorState.create({
            doc: text,
            extensions: [
                newlines, lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(), bracketMatching(),
                closeBrackets(), highlightActiveLine(), highlightSelectionMatches(), search({ top: true }), lintGutter(), marked, hanging, help,
                indentUnit.of("  "), EditorState.tabSize.of(2), EditorView.lineWrapping,
                markdown ? memoLanguage : modelLanguage,
                this.phrasePart.of(EditorState.phrases.of(phrases[language()])),
                syntaxHighlighting(colours),
                // Nothing is chosen until she goes into the list: Enter ends a line, and replaces no word that she wrote.
                autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60, addToOptions: [], selectOnOpen: false }),
                keymap.of([{ key: "Tab", run: (view) => moveCompletionSelection(true)(view) || toGap(view), shift: moveCompletionSelection(false) }]),
                keymap.of([step("Mod-z", true), step("Mod-y", false), step("Mod-Shift-z", false), { key: "F2", run: () => (this.onname(), true) }]),
                keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
                EditorView.contentAttributes.of({ "aria-label": say("editor"), "aria-description": say("editorHelp"), tabindex: "0", spellcheck: "false", autocapitalize: "off", autocorrect: "off" }),
                EditorView.updateListener.of((update) => {
                    if (update.docChanged) this.onchange(update);
                    if (update.selectionSet || update.docChanged) this.online(this.line);
                }),
            ],
        });
    }

    #stateOf(file) {
        return this.#states.get(file) ?? this.#made(this.session.files.get(file).text, isMarkdown(file));
    }

    get text() {
        return this.view.state.doc.toString();
    }
    get line() {
        return this.view.state.doc.lineAt(this.view.state.selection.main.head).number;
    }

    /** Other files are open: nothing of what was is kept. */
    load() {
        this.#states.clear();
        this.#joint = [];
        this.view.setState(this.#stateOf(this.session.file));
        this.online(1);
    }

    /** Shows another of the files, where one was in it; gives itself. */
    in(file) {
        const { session } = this;
        if (file === session.file || session.files.get(file)?.text === undefined) return this;
        this.#states.set(session.file, this.view.state);
        session.turn(file);
        this.view.setState(this.#stateOf(file));
        this.relabel();
        this.mark(this.#places, false);
        this.onfile(file);
        return this;
    }

    relabel() {
        this.view.dispatch({ effects: this.phrasePart.reconfigure(EditorState.phrases.of(phrases[language()])) });
        this.view.contentDOM.setAttribute("aria-label", say("editor"));
        this.view.contentDOM.setAttribute("aria-description", say("editorHelp"));
    }

    /** Replaces the whole text as one step, with the cursor where it was. */
    replaceAll(text) {
        this.view.dispatch({ changes: changesTo(this.text, text), userEvent: "input.format" });
    }

    /** Puts pieces into the text as one step, shows the first, and selects the `…` that is to be filled in; gives its line. */
    change(pieces, focus = true) {
        const [{ text }] = pieces;
        const made = this.view.state.update({ changes: pieces.map((each) => ({ from: each.from, to: each.to, insert: each.text })), userEvent: "input", annotations: isolateHistory.of("full") });
        const from = made.changes.mapPos(pieces[0].from, -1);
        this.view.dispatch(made);
        const gap = text.indexOf("…");
        const end = from + text.replace(/\s+$/, "").length;
        const [anchor, head] = gap >= 0 ? [from + gap, from + gap + 1] : [end, end];
        this.view.dispatch({ selection: { anchor, head }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
        if (focus) this.focus();
        return this.view.state.doc.lineAt(end).number;
    }

    /** Gives files other texts, all in one step. */
    together(texts) {
        const step = new Map();
        for (const [file, text] of texts) {
            const changes = (state) => ({ changes: changesTo(state.doc.toString(), text), annotations: isolateHistory.of("full"), userEvent: "input.rename" });
            this.#dispatch(file, (state) => state.update(changes(state)));
            step.set(file, { after: text, depth: undoDepth(this.#now(file)) });
        }
        if (step.size > 1) this.#joint.push(step);
    }

    #now(file) {
        return file === this.session.file ? this.view.state : this.#stateOf(file);
    }
    #dispatch(file, made) {
        if (file === this.session.file) return this.view.dispatch(made(this.view.state));
        this.#keep(file, made(this.#stateOf(file)));
    }
    #keep(file, transaction) {
        this.#states.set(file, transaction.state);
        this.session.edit(transaction.state.doc.toString(), file);
    }

    /** One step back, or forth again: in every file that it changed, or in none. */
    step(back) {
        const [go, depth, at, text] = back ? [undo, undoDepth, "depth", "after"] : [redo, redoDepth, "again", "before"];
        const stands = (step, file) => step.get(file)?.[at] === depth(this.#now(file)) && step.get(file)[text] === this.#now(file).doc.toString();
        const step = this.#joint.find((each) => stands(each, this.session.file));
        if (!step) return void go(this.view);
        const others = [...step.keys()].filter((file) => !stands(step, file));
        if (others.length) return void tell(say("undoElsewhere", others.join(", ")));
        for (const [file, part] of step) {
            if (file === this.session.file) go(this.view);
            else go({ state: this.#stateOf(file), dispatch: (transaction) => this.#keep(file, transaction) });
            const state = this.#now(file);
            if (back) Object.assign(part, { again: redoDepth(state), before: state.doc.toString() });
            else part.depth = undoDepth(state);
        }
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

    jumpToLine(line, file = this.session.file) {
        const { doc } = this.in(file).view.state;
        const at = doc.line(Math.max(1, Math.min(line, doc.lines)));
        const start = at.from + (at.text.search(/\S/) + 1 || 1) - 1;
        this.view.dispatch({ selection: { anchor: start }, effects: EditorView.scrollIntoView(start, { y: "center" }) });
        this.focus();
    }

    /** The cursor where some words stand first. */
    cursor(words) {
        const at = this.text.indexOf(words);
        this.view.dispatch({ selection: { anchor: at + 1 }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
        this.focus();
    }

    /** The places an answer rests on, each a line of a file; the first of them comes in view. */
    mark(places, show = true) {
        this.#places = places;
        const here = places.find((each) => each.file === this.session.file) ?? places[0];
        if (show && here) this.in(here.file);
        const lines = places.filter((each) => each.file === this.session.file).map((each) => each.line);
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
}

