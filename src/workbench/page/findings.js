// What is wrong or open, and what one can do about it: each finding with its place, its reasons and its remedies.
import { h, tell } from "./dom.js";
import { language, say, said } from "./words.js";

const order = { error: 0, warning: 1, note: 2 };
const plural = { error: "errors", warning: "warnings", note: "notes" };

/** Where a line is put gets the indentation of the block that it comes into. */
export function fitted(text, { from, to, text: written }) {
    if (!written.startsWith("\n")) return { from, to, text: written };
    const behind = text.slice(from);
    const next = behind.match(/^[^\n]*\n((?:[ \t]*(?:#[^\n]*)?\n)*)([ \t]*)(\S)/);
    const start = text.lastIndexOf("\n", from - 1) + 1;
    const own = text.slice(start).match(/^[ \t]*/)[0];
    const opens = text[from - 1] === "{";
    const indent = opens ? (next && next[3] !== "}" && next[2].length > own.length ? next[2] : own + "  ") : own;
    const ending = opens && behind.match(/^[ \t]*\S/) && !behind.startsWith("\n") ? "\n" + indent : "";
    return { from, to, text: "\n" + indent + written.trimStart() + ending };
}

export class Findings {
    constructor(session, editor, open) {
        this.session = session;
        this.editor = editor;
        this.open = open;
        this.element = h("div", { class: "cards" });
        this.opened = new Set();
    }

    /** The remedies of a finding as the engine knows them now: none when the text has changed and it is gone. */
    changes(id) {
        return this.session.remedies[id]?.changes ?? [];
    }

    /** Writes what a remedy proposes. */
    async write(id, number) {
        await this.session.fresh();
        const change = this.changes(id)[number];
        if (!change) return;
        const { from, to, text } = fitted(this.session.text, change);
        const line = this.editor.change(from, to, text);
        tell(say("inserted", line));
    }

    /** For the squiggles in the text. */
    diagnostics() {
        return this.session.findings
            .filter((each) => each.primary?.file === this.session.path)
            .map((each) => ({
                from: this.editor.offset(each.primary.start),
                to: this.editor.offset(each.primary.end),
                severity: each.accepted ? "hint" : { error: "error", warning: "warning", note: "info" }[each.severity],
                source: each.code,
                message: said(each.message) + (each.why && said(each.why) ? `\n${said(each.why)}` : ""),
                actions: each.accepted
                    ? []
                    : this.changes(each.id)
                          .map((change, number) => change && { name: say("writeThisIn", change.text.trim()), apply: () => this.write(each.id, number) })
                          .filter(Boolean),
            }));
    }

    get counts() {
        const standing = this.session.findings.filter((each) => !each.accepted);
        return Object.keys(order).map((severity) => [severity, standing.filter((each) => each.severity === severity).length]);
    }

    refresh() {
        const all = [...this.session.findings].sort(
            (a, b) => Boolean(a.accepted) - Boolean(b.accepted) || order[a.severity] - order[b.severity] || (a.primary?.start.line ?? 0) - (b.primary?.start.line ?? 0),
        );
        const told = this.counts.filter(([, count]) => count).map(([severity, count]) => say(plural[severity], count));
        const standing = all.filter((each) => !each.accepted).length;
        this.element.replaceChildren(
            h("p", { class: "lead" }, standing ? say("findingsCount", standing, told.join(", ")) : say("noFindings")),
            ...all.map((each) => this.#card(each)),
        );
    }

    #place({ file, start, label }, words = "") {
        const own = file === this.session.path;
        const text = own ? say("line", start.line) : `${file}, ${say("line", start.line)}`;
        return h(
            "li", {},
            own ? h("button", { type: "button", class: "link", onclick: () => this.editor.jump(start) }, text) : text,
            label ? ` ${said(label)}` : words,
        );
    }

    #card(each) {
        const kind = each.accepted ? "accepted" : each.severity;
        const more = this.session.remedies[each.id];
        const key = each.id || said(each.message);
        const title = h(
            "h2", {},
            h("span", { class: `badge ${kind}` }, say(kind)),
            each.primary?.file === this.session.path
                ? h("button", { type: "button", class: "jump", onclick: () => this.editor.jump(each.primary.start, each.primary.end) }, said(each.message))
                : h("span", {}, said(each.message)),
        );
        const facts = [...each.facts.map((fact) => h("li", {}, said(fact)))];
        const law = (more?.law ?? []).map(said).join("; ");
        const why = each.why ? said(each.why) + (law ? ` (${law})` : "") : law;
        const places = [each.primary, ...each.related].filter(Boolean).map((place) => this.#place(place));
        const details = h(
            "details", { open: this.opened.has(key), ontoggle: (event) => (event.target.open ? this.opened.add(key) : this.opened.delete(key)) },
            h("summary", {}, say("whyIsThat")),
            why && h("p", {}, why),
            facts.length > 0 && h("ul", {}, facts),
            places.length > 0 && h("ul", { class: "places" }, places),
            each.code && h("p", { class: "code" }, h("button", { type: "button", class: "link", onclick: () => this.open("why", { what: each.code, page: true }) }, say("page", `${each.code} ${more ? said(more.name) : ""}`.trim()))),
        );
        const remedies = h("ul", { class: "remedies" });
        each.fixes.forEach((fix, number) => {
            const change = this.changes(each.id)[number];
            remedies.append(
                h("li", {}, h("span", {}, said(fix.title)),
                  change && h("button", { type: "button", onclick: () => this.write(each.id, number), "aria-label": say("writeThisIn", change.text.trim()) }, say("writeThis"))),
            );
        });
        const tried = h("div", { class: "tried", "aria-live": "polite" });
        const search = more && !each.accepted && h("button", { type: "button", class: "quiet", title: say("smallestHelp"), onclick: (event) => this.#smallest(each, event.currentTarget, tried) }, say("smallest"));
        const end = each.accepted && h("p", {}, say(each.accepted.until ? "acceptedUntil" : "acceptedBecause", each.accepted.reason, each.accepted.until ?? ""));
        return h("section", { class: `card ${kind}`, lang: language() }, title, end, !each.accepted && each.fixes.length > 0 && h("h3", {}, say("remedies")), !each.accepted && remedies, details, search, tried);
    }

    async #smallest(each, button, place) {
        button.disabled = true;
        place.textContent = say("busy");
        await this.session.fresh();
        const { told: change } = await this.session.engine.ask({ ask: "smallest", path: this.session.path, id: each.id });
        if (!change) return void (place.textContent = say("smallestNone"));
        const text = this.session.text;
        place.replaceChildren(
            h("p", {}, say(change.tests ? "smallestTests" : "smallestFound", said(change.said))),
            h("button", {
                type: "button",
                onclick: () => {
                    if (this.session.text !== text) return void (place.textContent = "");
                    const fit = fitted(text, change);
                    tell(say("inserted", this.editor.change(fit.from, fit.to, fit.text)));
                },
            }, say("doIt")),
        );
    }
}
