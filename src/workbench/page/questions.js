// What rules ask and the text does not state: each answer is a line, which one click writes where it belongs.
import { Cards } from "./cards.js";
import { h } from "./dom.js";
import { currentNames, fold, headOf, mayStandAtTop, mayStandIn } from "./language.js";
import { behindTop, lineBehind } from "./places.js";
import { nameFor } from "./table.js";
import { say, said } from "./words.js";

/** A decision that has no name yet gets one: of what it is and whose; what else is open she fills in. */
function called(line) {
    const [, word, rest] = line.match(/^(besluit|decision) … (.*)$/) ?? [];
    if (!word) return line;
    const what = rest.match(/(?:soort besluit|kind of decision) (\p{L}+)/u)?.[1] ?? word;
    const whose = rest.match(/^(?:door|by) (.+?)(?= (?:op|on|soort besluit|kind of decision|betreft|concerns) |$)/)?.[1] ?? "";
    const taken = ["decisions", "cooperations", "tasks", "functions", "variants"].flatMap((list) => (currentNames()[list] ?? []).map((each) => fold(each.name)));
    return `${word} ${nameFor(`${what} ${whose.replace(/\b(?:van|of)\b/g, "")}`, taken)} ${rest}`;
}

const asSaid = (name) => fold(name.replace(/[‘’]/g, "").replace(/_/g, " "));

/** Where a text declares what an answer says that it belongs to (`bij H10`), if a line of that word may stand there. */
function declaredIn(text, name, head) {
    let at = 0;
    for (const line of text.split("\n")) {
        const home = headOf(line);
        const [whole, called] = home ? (line.match(/^\s*[\p{L}]+(?:\s+[\p{L}]+)*?\s+(?:"([^"]+)"|[\p{L}\d_-]+)(?=\s|$)/u) ?? []) : [];
        if (whole && mayStandIn(home, head) && asSaid(called ?? whole.trim().split(/\s+/).at(-1)) === name) return at + whole.length;
        at += line.length + 1;
    }
    return null;
}

/** Where an answer goes: into the block of what it belongs to (`where`), or else of what it is about (`about`); what may not
 *  stand there, behind the whole statement. */
export function placed(text, at, { line, where, about }) {
    const head = headOf(line);
    const homeAt = (place) => headOf(text.slice(text.lastIndexOf("\n", place - 1) + 1).match(/^[^\n]*/)[0]);
    const alike = (other) => headOf(other)?.id.replace(/_not$/, "") === head?.id.replace(/_not$/, "");
    const named = where && asSaid(where.nl.replace(/^\p{L}+ /u, ""));
    const other = head && named && named !== asSaid(about?.nl ?? "") ? declaredIn(text, named, head) : null;
    if (other !== null) at = other;
    else if (head && !where && homeAt(at) && !mayStandIn(homeAt(at), head) && mayStandAtTop(head)) return behindTop(text, at, called(line), alike);
    const home = homeAt(at);
    return lineBehind(text, at, line, alike, (other) => home?.takes.includes(headOf(other)?.id));
}

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

    #answer({ answer, complete, line, where }, place) {
        const words = answer ? said(answer) : complete ? "" : say("fillIn");
        const write = () => {
            const editor = this.editor.in(place.file);
            this.write(place.file, [placed(editor.text, editor.offset(place.end), { line, where, about: place.name })]);
        };
        return this.line([words && h("span", { class: "answer" }, words), line && h("code", {}, line)], line, place && line && write);
    }
}
