// A situation that begins after the day that the appendix speaks of looks as the present does: what day to look at instead.
import { h, tell } from "./dom.js";
import { spelledDay } from "./fields.js";
import { lineInto } from "./places.js";
import { language, say, said } from "./words.js";

const changing = new Set(["begins", "changes", "joins", "leaves", "ends"]);

export class Situations {
    #known = { edition: -1, days: new Map() };

    /** `onday(day)`: that day is looked at. */
    constructor(session, editor, onday) {
        Object.assign(this, { session, editor, onday });
    }

    /** The first day on which something in a situation is otherwise than in the present; null where nothing is, or none is said. */
    async #beginOf(variant, lang) {
        const { session } = this;
        if (this.#known.edition !== session.edition) this.#known = { edition: session.edition, days: new Map() };
        const { days } = this.#known, { name } = session.choices;
        const key = `${variant} ${name}`;
        if (!days.has(key)) {
            const eventsOf = async (of) => {
                const { bytes, text } = await session.engine.run({ command: "timeline", format: "json", path: session.path, lang, variant: of, ...(name && { name }) });
                return bytes.length ? (JSON.parse(text()).events ?? []).filter((each) => changing.has(each.kind)) : [];
            };
            const same = (each) => JSON.stringify([each.kind, each.first, each.origins]);
            const now = new Set((await eventsOf("huidig")).map(same));
            days.set(key, (await eventsOf(variant)).filter((each) => !now.has(same(each))).map((each) => each.first).sort()[0] ?? null);
        }
        return days.get(key);
    }

    /** What is to be said over the appendix whose cells ask these questions. */
    async later(questions, lang) {
        const { session } = this;
        const out = [];
        for (const { name, title } of session.model?.variants ?? []) {
            const on = questions.find((each) => each.variant === name)?.on;
            const begin = on && (await this.#beginOf(name, lang));
            if (begin && begin > on) out.push(this.#notice(said(title) || name, begin));
        }
        return out;
    }

    #notice(called, begin) {
        const day = spelledDay(begin);
        const overview = this.#overview();
        return h("p", { class: "notice" }, say("beginsLater", called, day), " ",
            h("button", { type: "button", onclick: () => this.onday(begin) }, say("lookOn", day)), " ",
            overview && h("button", { type: "button", class: "quiet", onclick: () => this.#refer(begin) }, say("referOn", day)));
    }

    /** The overview that is shown: its file, and where it is declared. */
    #overview() {
        const { session } = this;
        const name = session.choices.name || session.model?.overviews[0]?.name;
        if (!name) return null;
        const bare = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
        for (const file of session.texts) {
            const found = new RegExp(`^[ \\t]*(?:overzicht|overview)[ \\t]+"?${bare}"?(?![\\p{L}\\d_-])`, "mu").exec(session.files.get(file).text);
            if (found) return { file, at: found.index + found[0].length };
        }
        return null;
    }

    /** Gives the overview another reference day. */
    #refer(begin) {
        const { file, at } = this.#overview();
        const editor = this.editor.in(file), { text } = editor;
        const inside = text.slice(at, text.indexOf("\n}", at) < 0 ? text.length : text.indexOf("\n}", at));
        const found = /(\s(?:peildatum|reference date)[ \t]+)(\d[^\n#}]*?)(?=[ \t]*(?:[\n#}]|$))/.exec(inside);
        const from = found ? at + found.index + found[1].length : 0;
        const piece = found ? { from, to: from + found[2].length, text: spelledDay(begin) } : lineInto(text, at, `${language() === "nl" ? "peildatum" : "reference date"}  ${spelledDay(begin)}`);
        this.session.choices.on = "";
        tell(say("inserted", editor.change([piece], false)));
    }
}
