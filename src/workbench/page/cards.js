// What findings, questions and tests have in common: a list of cards, each with its place in the text, more behind a fold, and
// lines that a button writes.
import { h, tell } from "./dom.js";
import { say } from "./words.js";

export class Cards {
    #unfolded = new Set();

    /** `open(tab, question)`: shows a tab, with an answer in it. */
    constructor(session, editor, open) {
        Object.assign(this, { session, editor, open });
        this.element = h("div", { class: "cards" });
    }

    show(lead, ...rest) {
        this.element.replaceChildren(h("p", { class: "lead" }, lead), ...rest.filter(Boolean));
    }

    /** Words that go to a place of the text; where it is in no file that is open, the words alone. */
    to(place, words, kind = "jump") {
        if (!place || !this.session.files.has(place.file)) return h("span", {}, words);
        return h("button", { type: "button", class: kind, onclick: () => this.editor.in(place.file).jump(place.start, place.end) }, words);
    }

    /** A fold that stays as she left it when the list is written anew. */
    fold(key, words, ...inside) {
        const opened = this.#unfolded;
        return h("details", { open: opened.has(key), ontoggle: (event) => (event.target.open ? opened.add(key) : opened.delete(key)) }, h("summary", {}, words), ...inside);
    }

    /** The page of a code, in the tab that explains. */
    code(code, words = code) {
        return h("button", { type: "button", class: "link", onclick: () => this.open("why", { what: code, page: true }) }, words);
    }

    /** A line of text with the button that writes it. */
    line(words, line, write) {
        return h("li", {}, words, write && h("button", { type: "button", onclick: write, "aria-label": say("writeThisIn", line) }, say("writeThis")));
    }

    /** Puts pieces into a file, in one step, and says where. */
    write(file, pieces) {
        const gaps = pieces.some(({ text }) => text.includes("…"));
        tell(say(gaps ? "insertedOpen" : "inserted", this.editor.in(file).change(pieces)));
    }
}
