// What the tabs on the right show: documents of the engine, and lists of what it found.
import { Cards } from "./cards.js";
import { DocumentPanel } from "./document.js";
import { h } from "./dom.js";
import { costs, exampleOfCosts } from "./forms_costs.js";
import { coloured } from "./language.js";
import { language, plain, say, said } from "./words.js";
import { Situations } from "./situations.js";
import { Why } from "./why.js";

class Appendix extends DocumentPanel {
    constructor(session, links, editor) {
        super(session, links, "overview");
        this.open = links.open;
        this.hint = h("p", { class: "hint" }, "");
        this.later = h("div", { class: "notices", "aria-live": "polite" });
        this.situations = new Situations(session, editor, links.onday);
        this.element.prepend(this.hint, this.later);
    }

    async refresh(lang) {
        const { told, bytes } = await this.session.engine.ask({ ask: "appendix", ...this.asked(lang) });
        const wrong = told.exit === 2;
        this.hint.textContent = say("cellHint");
        this.notice.hidden = !wrong;
        this.notice.textContent = wrong ? (this.session.readable ? plain(told.err) : say(this.view.empty ? "unreadableFirst" : "unreadable")) : "";
        if (wrong && !this.session.readable) this.notice.append(" ", h("button", { type: "button", onclick: () => this.open("findings") }, say("showFindings")));
        this.view.element.classList.toggle("stale", wrong);
        this.hint.hidden = this.view.empty && wrong;
        if (!wrong) this.view.show(plain(new TextDecoder().decode(bytes)), told.tables);
        this.later.replaceChildren(...(wrong ? [] : await this.situations.later(told.tables.flat(2), lang)));
    }
}

/** Two situations or days, side by side. */
class Compare extends DocumentPanel {
    constructor(session, links) {
        super(session, links, "compare");
        this.sides = [0, 1].map((at) => ({
            label: h("span", {}),
            on: h("span", {}),
            situation: h("select", { onchange: () => (this.touched = true) && this.refresh(language()) }),
            day: h("input", { type: "date", onchange: () => this.refresh(language()) }),
            at,
        }));
        this.element.prepend(
            h("div", { class: "sides" }, this.sides.map(({ label, on, situation, day }) => h("div", { class: "side" }, h("label", {}, label, situation), h("label", {}, on, day)))),
        );
    }

    async refresh(lang) {
        const variants = (this.session.model?.variants ?? []).map((each) => [each.name, said(each.title) || each.name]);
        const options = [["huidig", say("present")], ...variants];
        this.sides.forEach((side) => {
            side.label.textContent = say(side.at ? "right" : "left");
            side.on.textContent = say("otherDay");
            const chosen = this.touched && options.some(([value]) => value === side.situation.value) ? side.situation.value : options[Math.min(side.at, options.length - 1)][0];
            side.situation.replaceChildren(...options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
        });
        const [before, after] = this.sides.map(({ situation, day }) => situation.value + (day.value ? `@${day.value}` : ""));
        if (before === after) {
            this.notice.hidden = false;
            this.notice.textContent = variants.length ? say("sameSides") : say("noVariant");
            this.view.element.hidden = true;
            return;
        }
        this.view.element.hidden = false;
        this.before = before;
        this.after = after;
        await super.refresh(lang);
    }

    asked(lang) {
        const { choices, path } = this.session;
        return { command: "compare", format: "html", path, lang, before: this.before, after: this.after, ...(choices.for && { for: choices.for }) };
    }
}

/** What it costs; where the text names no costs, how one begins. */
class Costs extends DocumentPanel {
    constructor(session, links, editor) {
        super(session, links, "costs");
        this.lead = h("p", {});
        this.line = h("pre", {});
        this.button = h("button", { type: "button", onclick: () => costs(session, editor) });
        this.more = {}; // what is asked beside the choosers
        this.begin = h("div", { class: "cards", hidden: true }, this.lead, this.line, this.button);
        this.element.append(this.begin);
    }

    asked(lang) {
        return { ...super.asked(lang), ...this.more };
    }

    async refresh(lang) {
        this.more = {};
        await super.refresh(lang);
        // An overview that names no situations is of all of them.
        const { choices, model } = this.session;
        if (this.session.readable && !choices.variant && model?.overviews.length && !this.view.body.querySelector("table")) {
            this.more = { variant: ["huidig", ...model.variants.map((each) => each.name)].join(",") };
            await super.refresh(lang);
            if (!this.notice.hidden) {
                this.more = {};
                await super.refresh(lang);
            }
        }
        this.begin.hidden = !this.session.readable || this.view.body.querySelector("table") !== null;
        this.lead.textContent = say("noCosts");
        this.line.replaceChildren(...coloured(exampleOfCosts()));
        this.button.textContent = say("addCosts");
    }
}

/** Who does what for whom, drawn; the same stands below it as a table. */
class Drawing extends DocumentPanel {
    constructor(session, links) {
        super(session, links, "graph");
    }

    async refresh(lang) {
        await super.refresh(lang);
        // What is wider than its place is scrolled to, also by the keyboard.
        for (const figure of this.view.body.querySelectorAll("figure")) Object.assign(figure, { tabIndex: 0 }).setAttribute("role", "group");
        this.view.body.querySelector("figure")?.setAttribute("aria-label", say("drawing"));
    }
}

/** The questions with an expected answer that the text itself asks. */
class Tests extends Cards {
    async refresh(lang) {
        const { engine, path, readable } = this.session;
        const { bytes, text } = await engine.run({ command: "test", path, lang, format: "json" });
        const { tests = [] } = bytes.length ? JSON.parse(text()) : {};
        if (!readable || !tests.length) return this.show(say(readable ? "noTests" : "unreadableOther"), readable && h("pre", {}, "toets uitvoering van bijstand voor Leiderdorp op 1 juni 2027  bij college van Leiden"));
        const failed = tests.filter((each) => !each.passed).length;
        const item = (each) =>
            h("li", { class: each.passed ? "passed" : "failed" },
              h("span", { class: `badge ${each.passed ? "fine" : "error"}` }, say(each.passed ? "testPassed" : "testFailed")),
              this.to(each.place, each.test.replace(/\s+/g, " ")),
              each.found && h("p", {}, said(each.found)));
        this.show(failed ? say("testsFailed", failed, tests.length) : say("testsAll", tests.length),
            h("ul", { class: "tests" }, [...tests].sort((a, b) => a.passed - b.passed).map(item)));
    }
}

export function panels(session, editor, findings, questions, links, manual) {
    return {
        appendix: new Appendix(session, links, editor),
        findings,
        questions,
        timeline: new DocumentPanel(session, links, "timeline"),
        compare: new Compare(session, links),
        costs: new Costs(session, links, editor),
        decisions: new DocumentPanel(session, links, "decisions"),
        drawing: new Drawing(session, links),
        tests: new Tests(session, editor, links.open),
        why: new Why(session, links, editor, manual),
    };
}
