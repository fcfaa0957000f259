// What rules ask and the text does not state: each answer is a line, which one click writes where it belongs.
import { Cards } from "./cards.js";
import { h } from "./dom.js";
import { lineInto } from "./places.js";
import { say, said } from "./words.js";

export class Questions extends Cards {
    async refresh(lang) {
        const { session } = this;
        const asked = { path: session.path, lang };
        for (const each of ["for", "variant"]) if (session.choices[each]) asked[each] = session.choices[each];
        const { bytes, text } = await session.engine.run({ command: "questions", format: "json", ...asked });
        const questions = bytes.length ? (JSON.parse(text()).questions ?? []) : [];
        this.show(!session.readable ? say("unreadableOther") : questions.length ? say("questionsCount", questions.length) : say("noQuestions"), ...questions.map((each) => this.#card(each)));
    }

    #card(each) {
        const place = each.about.find((about) => this.session.files.has(about.file));
        const key = said(each.question);
        const rules = each.rules.map((rule) => h("li", {}, this.code(rule.code), ` ${said(rule.title)}`, rule.depends && h("span", { class: "soft" }, ` – ${said(rule.depends)}`)));
        return h(
            "section", { class: "card question" },
            h("h2", {}, this.to(place, key.charAt(0).toUpperCase() + key.slice(1))),
            h("ul", { class: "answers" }, each.answers.map((answer) => this.#answer(answer, place))),
            this.fold(key, say("askers", each.rules.length), h("ul", { class: "rules" }, rules)),
        );
    }

    #answer({ answer, complete, line }, place) {
        const words = answer ? said(answer) : complete ? "" : say("fillIn");
        const write = () => {
            const editor = this.editor.in(place.file);
            this.write(place.file, [lineInto(editor.text, editor.offset(place.end), line)]);
        };
        return this.line([words && h("span", { class: "answer" }, words), h("code", {}, line)], line, place && write);
    }
}
