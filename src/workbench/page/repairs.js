// What would close a gap: the smallest sets of lines that the engine found by trying, each with what it is then and what it
// asks. Who does it is for the authorities to choose; a button writes all lines of a set in one step.
import { h, tell } from "./dom.js";
import { language, say, said } from "./words.js";

const codes = new Set(["B01", "B03", "B08"]);

/** Whether findings of a code are gaps that lines can close. */
export const closable = (code) => codes.has(code);

export class Repairs {
    #known = { asked: "", all: null };

    constructor(cards) {
        this.cards = cards;
    }

    /** All of the model, searched once for a text. */
    async #all() {
        const { session } = this.cards;
        const asked = { command: "repair", format: "json", path: session.path };
        for (const each of ["for", "variant"]) if (session.choices[each]) asked[each] = session.choices[each];
        const key = `${session.edition} ${JSON.stringify(asked)}`;
        if (this.#known.asked !== key) {
            const { bytes, text, err } = await session.engine.run({ ...asked, lang: language() });
            if (!bytes.length) throw new Error(err);
            this.#known = { asked: key, all: JSON.parse(text()) };
        }
        return this.#known.all;
    }

    /** Of one finding. */
    async of({ code, primary }) {
        const { gaps, not_tried: left } = await this.#all();
        const { edition } = this.cards.session;
        const here = gaps.filter(({ code: of, place }) => of === code && place.file === primary?.file && place.line === primary?.start.line);
        if (!here.some((gap) => gap.proposals.length)) return h("p", {}, say(left && !here.length ? "closesNotTried" : "closesNone"));
        return [
            ...here.map((gap) => h("div", { class: "gap" }, here.length > 1 && h("h3", {}, said(gap.said)), h("ol", { class: "proposals" }, gap.proposals.map((each) => this.#proposal(each, edition))))),
            h("p", { class: "soft" }, say("closesChoice")),
        ];
    }

    #proposal({ lines, then, asks }, edition) {
        const list = (words, all) => all.length > 0 && [h("h4", {}, say(words)), h("ul", {}, all.map((each) => h("li", {}, said(each))))];
        return h(
            "li", {},
            h("ul", { class: "lines" }, lines.map(({ written, edit }) => h("li", {}, h("code", {}, written), h("span", { class: "soft" }, ` ${edit.file}, ${say("line", edit.start.line)}`)))),
            list("closesThen", then), list("closesAsks", asks),
            h("button", { type: "button", "aria-label": say("writeThisIn", lines.map(({ written }) => written).join("; ")), onclick: () => this.#write(lines, edition) }, say(lines.length > 1 ? "writeThese" : "writeThis")),
        );
    }

    /** The lines stand in one file: that of the model itself. */
    #write(lines, edition) {
        const { cards } = this;
        if (cards.session.edition !== edition) return tell(say("changedSince"));
        const editor = cards.editor.in(lines[0].edit.file);
        cards.write(lines[0].edit.file, lines.map(({ edit }) => ({ from: editor.offset(edit.start), to: editor.offset(edit.end), text: edit.text })));
    }
}
