// What rules ask and the text does not state: each answer is a line, which one click writes where it belongs.
import { h, tell } from "./dom.js";
import { say, said } from "./words.js";

/** Where a line about the thing at a place goes: into its block, which is opened where it has none. */
export function lineInto(text, at, line) {
    const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    const start = text.lastIndexOf("\n", at - 1) + 1;
    const own = text.slice(start).match(/^[ \t]*/)[0];
    // The block may open on a line that goes on with the statement.
    let string = false, comment = false;
    for (let i = at; i < text.length; ++i) {
        const c = text[i];
        if (c === "\n") {
            comment = false;
            const next = text.slice(i + 1).match(/^[ \t]*/)[0];
            if (!string && next.length <= own.length) break;
        } else if (comment) {
            continue;
        } else if (c === '"') {
            string = !string;
        } else if (!string && c === "#") {
            comment = true;
        } else if (!string && c === "}") {
            break;
        } else if (!string && c === "{") {
            const rest = text.slice(i + 1);
            const oneLine = rest.match(/^[^\n{]*\}/);
            if (oneLine) return { from: i + 1, to: i + 1, text: ` ${line}${oneLine[0].trim() === "}" ? " " : "\n" + own + " "}` };
            const next = rest.match(/^[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)\S/);
            const indent = next && next[1].length > own.length ? next[1] : own + "  ";
            return { from: i + 1, to: i + 1, text: `\n${indent}${line}` };
        }
    }
    const code = text.slice(start, end).replace(/\s*(#[^"]*)?$/, "");
    return { from: start + code.length, to: start + code.length, text: ` {\n${own}  ${line}\n${own}}` };
}

export class Questions {
    constructor(session, editor, open) {
        this.session = session;
        this.editor = editor;
        this.open = open;
        this.element = h("div", { class: "cards" });
        this.opened = new Set();
    }

    async refresh(lang) {
        const { session } = this;
        const asked = { path: session.path, lang };
        for (const each of ["for", "variant"]) if (session.choices[each]) asked[each] = session.choices[each];
        const { bytes, text } = await session.engine.run({ command: "questions", format: "json", ...asked });
        const questions = bytes.length ? (JSON.parse(text()).questions ?? []) : [];
        this.element.replaceChildren(
            h("p", { class: "lead" }, !session.readable ? say("unreadableOther") : questions.length ? say("questionsCount", questions.length) : say("noQuestions")),
            ...questions.map((each) => this.#card(each)),
        );
    }

    #card(each) {
        const place = each.about.find((about) => about.file === this.session.path);
        const key = said(each.question);
        const rules = each.rules.map((rule) =>
            h("li", {}, h("button", { type: "button", class: "link", onclick: () => this.open("why", { what: rule.code, page: true }) }, rule.code), ` ${said(rule.title)}`, rule.depends && h("span", { class: "soft" }, ` – ${said(rule.depends)}`)),
        );
        const text = key.charAt(0).toUpperCase() + key.slice(1);
        return h(
            "section", { class: "card question" },
            h("h2", {}, place ? h("button", { type: "button", class: "jump", onclick: () => this.editor.jump(place.start, place.end) }, text) : text),
            h("ul", { class: "answers" }, each.answers.map((answer) => this.#answer(answer, place))),
            h("details", { open: this.opened.has(key), ontoggle: (event) => (event.target.open ? this.opened.add(key) : this.opened.delete(key)) },
              h("summary", {}, say("askers", each.rules.length)), h("ul", { class: "rules" }, rules)),
        );
    }

    #answer(answer, place) {
        const words = answer.answer ? said(answer.answer) : answer.complete ? "" : say("fillIn");
        return h(
            "li", {},
            words && h("span", { class: "answer" }, words),
            h("code", {}, answer.line),
            place && h("button", { type: "button", onclick: () => this.#write(answer.line, place), "aria-label": say("writeThisIn", answer.line) }, say("writeThis")),
        );
    }

    #write(line, place) {
        const { text } = this.session;
        const change = lineInto(text, this.editor.offset(place.end), line);
        tell(say("inserted", this.editor.change(change.from, change.to, change.text)));
    }
}
