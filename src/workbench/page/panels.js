// The tabs on the right. Only the one in view asks the engine; what it shows stays until there is something newer.
import { DocumentView } from "./document.js";
import { h } from "./dom.js";
import { language, say, said } from "./words.js";

/** A tab whose page is a document of one command. */
class DocumentPanel {
    constructor(session, links, command) {
        this.session = session;
        this.command = command;
        this.view = new DocumentView(links);
        this.notice = h("p", { class: "notice", hidden: true });
        this.element = h("div", {}, this.notice, this.view.element);
    }

    asked(lang) {
        return this.session.asked(lang, { command: this.command, format: "html" });
    }

    async refresh(lang) {
        const result = await this.session.engine.run(this.asked(lang));
        const wrong = result.exit === 2;
        this.notice.hidden = !wrong;
        this.notice.textContent = wrong ? (this.session.readable ? result.err.replace(/^belegd: /gm, "") : say("unreadableOther")) : "";
        if (!wrong) this.view.show(result.text());
        this.view.element.classList.toggle("stale", wrong);
    }
}

class Appendix extends DocumentPanel {
    constructor(session, links) {
        super(session, links, "overview");
        this.open = links.open;
        this.hint = h("p", { class: "hint" }, "");
        this.element.prepend(this.hint);
    }

    async refresh(lang) {
        const { told, bytes } = await this.session.engine.ask({ ask: "appendix", ...this.asked(lang) });
        const wrong = told.exit === 2;
        this.hint.textContent = say("cellHint");
        this.notice.hidden = !wrong;
        this.notice.textContent = wrong ? (this.session.readable ? told.err.replace(/^belegd: /gm, "") : say(this.view.empty ? "unreadableFirst" : "unreadable")) : "";
        if (wrong && !this.session.readable) this.notice.append(" ", h("button", { type: "button", onclick: () => this.open("findings") }, say("showFindings")));
        this.view.element.classList.toggle("stale", wrong);
        this.hint.hidden = this.view.empty && wrong;
        if (!wrong) this.view.show(new TextDecoder().decode(bytes), told.tables);
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

/** The questions with an expected answer that the text itself asks. */
class Tests {
    constructor(session, editor) {
        this.session = session;
        this.editor = editor;
        this.element = h("div", { class: "cards" });
    }

    async refresh(lang) {
        const { engine, path, readable } = this.session;
        const { bytes, text } = await engine.run({ command: "test", path, lang, format: "json" });
        const { tests = [] } = bytes.length ? JSON.parse(text()) : {};
        if (!readable || !tests.length) {
            this.element.replaceChildren(h("p", { class: "lead" }, say(readable ? "noTests" : "unreadableOther")), readable && h("pre", {}, "toets uitvoering van bijstand voor Leiderdorp op 1 juni 2027  bij college van Leiden"));
            return;
        }
        const failed = tests.filter((each) => !each.passed).length;
        const item = (each) =>
            h("li", { class: each.passed ? "passed" : "failed" },
              h("span", { class: `badge ${each.passed ? "fine" : "error"}` }, say(each.passed ? "testPassed" : "testFailed")),
              h("button", { type: "button", class: "jump", onclick: () => this.editor.jump(each.place.start, each.place.end) }, each.test.replace(/\s+/g, " ")),
              each.found && h("p", {}, said(each.found)));
        this.element.replaceChildren(
            h("p", { class: "lead" }, failed ? say("testsFailed", failed, tests.length) : say("testsAll", tests.length)),
            h("ul", { class: "tests" }, [...tests].sort((a, b) => a.passed - b.passed).map(item)),
        );
    }
}

/** Why something is so: of a cell of the appendix, a cooperation, a word of the language, the code of a finding. */
class Why extends DocumentPanel {
    constructor(session, links, editor) {
        super(session, links, "explain");
        this.editor = editor;
        this.question = null;
        this.label = h("span", {});
        this.field = h("input", { type: "search", autocomplete: "off", spellcheck: "false" });
        this.button = h("button", { type: "submit" });
        this.hint = h("p", { class: "lead" });
        this.lines = h("p", { class: "rests" });
        this.element.prepend(
            h("form", { class: "ask", onsubmit: (event) => (event.preventDefault(), this.ask({ what: this.field.value.trim() })) }, h("label", {}, this.label, this.field), this.button),
            this.hint, this.lines,
        );
    }

    async ask(question) {
        this.question = question.what ? question : null;
        this.field.value = question.what ?? "";
        const panel = this.element.closest(".panel");
        panel.setAttribute("aria-busy", "true");
        await this.refresh(language()).finally(() => panel.setAttribute("aria-busy", "false"));
    }

    async refresh(lang) {
        this.label.textContent = say("question");
        this.button.textContent = say("ask");
        this.hint.textContent = say("whyHint");
        this.hint.hidden = Boolean(this.question);
        this.view.element.hidden = !this.question;
        this.notice.hidden = true;
        this.lines.hidden = !this.question?.lines?.length;
        if (!this.question) return;
        const { what, variant, lines = [], page } = this.question;
        this.lines.replaceChildren(`${say("restsOn")} `, ...lines.flatMap((line, at) => [at ? ", " : "", h("button", { type: "button", class: "link", onclick: () => this.editor.jumpToLine(line) }, say("line", line))]));
        const { engine, path, choices } = this.session;
        const owner = this.question.for || choices.for, day = this.question.on || choices.on || "";
        const asked = { command: "explain", format: "html", lang };
        const tries = [];
        if (!page) tries.push({ ...asked, path, name: what, ...(variant && { variant }), ...(owner && { for: owner }), ...(day && { on: day }) });
        tries.push({ ...asked, path: what }); // of the language or the library
        if (page) tries.push({ ...asked, path, name: what });
        let first = null;
        for (const each of tries) {
            const result = await engine.run(each);
            if (result.exit !== 2 && result.bytes.length) return this.view.show(result.text());
            first ??= result;
        }
        this.view.element.hidden = true;
        this.notice.hidden = false;
        this.notice.textContent = first.err.replace(/^belegd: /gm, "");
    }
}

export function panels(session, editor, findings, questions, links) {
    return {
        appendix: new Appendix(session, links),
        findings: { element: findings.element, refresh: () => findings.refresh() },
        questions,
        timeline: new DocumentPanel(session, links, "timeline"),
        compare: new Compare(session, links),
        costs: new DocumentPanel(session, links, "costs"),
        decisions: new DocumentPanel(session, links, "decisions"),
        tests: new Tests(session, editor),
        why: new Why(session, links, editor),
    };
}

/** The tabs: arrows move between them, each controls its panel. */
export class Tabs {
    constructor(bar, space, all, onshow) {
        this.bar = bar;
        this.all = all;
        this.onshow = onshow;
        this.active = "appendix";
        this.tabs = {};
        this.panels = {};
        for (const name of Object.keys(all)) {
            const tab = h("button", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `panel-${name}`, onclick: () => this.show(name) });
            const panel = h("div", { class: "panel", role: "tabpanel", id: `panel-${name}`, "aria-labelledby": `tab-${name}`, tabindex: "0" }, all[name].element);
            this.tabs[name] = tab;
            this.panels[name] = panel;
            bar.append(tab);
            space.append(panel);
        }
        bar.addEventListener("keydown", (event) => {
            const names = Object.keys(all), at = names.indexOf(this.active);
            const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + names.length, Home: 0, End: names.length - 1 }[event.key];
            if (to === undefined) return;
            event.preventDefault();
            this.show(names[to % names.length]);
            this.tabs[this.active].focus();
        });
        this.#mark();
        this.relabel({});
    }

    relabel(counts) {
        for (const [name, tab] of Object.entries(this.tabs))
            tab.replaceChildren(say(name), ...(counts[name]?.number ? [" ", h("span", { class: `count ${counts[name].kind ?? ""}` }, String(counts[name].number))] : []));
        this.bar.setAttribute("aria-label", say("tabs"));
    }

    #mark() {
        for (const name of Object.keys(this.all)) {
            const here = name === this.active;
            this.tabs[name].setAttribute("aria-selected", String(here));
            this.tabs[name].tabIndex = here ? 0 : -1;
            this.panels[name].hidden = !here;
        }
    }

    async show(name) {
        this.active = name;
        this.#mark();
        this.tabs[name].scrollIntoView?.({ block: "nearest", inline: "nearest" });
        this.onshow(name);
        await this.refresh();
    }

    async refresh() {
        const name = this.active;
        this.panels[name].setAttribute("aria-busy", "true");
        try {
            await this.all[name].refresh(language());
        } catch (failed) {
            if (failed.message !== "restarted") throw failed;
        } finally {
            this.panels[name].setAttribute("aria-busy", "false");
        }
    }
}
