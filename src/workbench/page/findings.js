// What is wrong or open, and what one can do about it: each finding with its place, its reasons and its remedies.
import { Cards } from "./cards.js";
import { h, tell } from "./dom.js";
import { coloured } from "./language.js";
import { fitted } from "./places.js";
import { closable, Repairs } from "./repairs.js";
import { language, say, said } from "./words.js";

const order = { error: 0, warning: 1, note: 2 };
const plural = { error: "errors", warning: "warnings", note: "notes" };

export class Findings extends Cards {
    constructor(...all) {
        super(...all);
        this.repairs = new Repairs(this);
    }

    /** The remedies of a finding as the engine knows them now: none when the text has changed and it is gone. */
    changes(id) {
        return this.session.remedies[id]?.changes ?? [];
    }

    /** Writes what a remedy proposes. */
    async remedy(id, number) {
        await this.session.fresh();
        const change = this.changes(id)[number];
        if (change) this.#put(change);
    }
    #put(change) {
        this.write(change.file, [fitted(this.editor.in(change.file).text, change)]);
    }

    /** For the squiggles in the text. */
    diagnostics() {
        return this.session.findings
            .filter((each) => each.primary?.file === this.session.file)
            .map((each) => ({
                from: this.editor.offset(each.primary.start),
                to: this.editor.offset(each.primary.end),
                severity: each.accepted ? "hint" : { error: "error", warning: "warning", note: "info" }[each.severity],
                source: each.code,
                message: said(each.message) + (each.why && said(each.why) ? `\n${said(each.why)}` : ""),
                actions: each.accepted
                    ? []
                    : this.changes(each.id)
                          .map((change, number) => change && { name: say("writeThisIn", change.text.trim()), apply: () => this.remedy(each.id, number) })
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
        this.show(standing ? say("findingsCount", standing, told.join(", ")) : say("noFindings"), ...all.map((each) => this.#card(each)));
    }

    #place(place) {
        const own = place.file === this.session.file;
        const words = own ? say("line", place.start.line) : `${place.file}, ${say("line", place.start.line)}`;
        return h("li", {}, this.to({ ...place, end: place.start }, words, "link"), place.label ? ` ${said(place.label)}` : "");
    }

    /** The lines of the text that a finding is about, where it is about what they ask: a test. */
    #written(place) {
        const text = this.session.files.get(place?.file)?.text;
        return text !== undefined && h("pre", { class: "written" }, coloured(text.split("\n").slice(place.start.line - 1, place.end.line).join("\n").trim()));
    }

    #card(each) {
        const kind = each.accepted ? "accepted" : each.severity;
        const more = this.session.remedies[each.id];
        const key = each.id || said(each.message);
        const law = (more?.law ?? []).map(said).join("; ");
        const why = each.why ? said(each.why) + (law ? ` (${law})` : "") : law;
        const places = [each.primary, ...each.related].filter(Boolean).map((place) => this.#place(place));
        const end = each.accepted && h("p", {}, say(each.accepted.until ? "acceptedUntil" : "acceptedBecause", each.accepted.reason, each.accepted.until ?? ""));
        return h(
            "section", { class: `card ${kind}`, lang: language() },
            h("h2", {}, h("span", { class: `badge ${kind}` }, say(kind)), this.to(each.primary, said(each.message))),
            end,
            each.code.startsWith("U") && this.#written(each.primary),
            !each.accepted && each.fixes.length > 0 && [h("h3", {}, say("remedies")), this.#remedies(each)],
            this.fold(
                key, say("whyIsThat"),
                why && h("p", {}, why),
                each.facts.length > 0 && h("ul", {}, each.facts.map((fact) => h("li", {}, said(fact)))),
                places.length > 0 && h("ul", { class: "places" }, places),
                each.code && h("p", { class: "code" }, this.code(each.code, say("page", `${each.code} ${more ? said(more.name) : ""}`.trim()))),
            ),
            more && !each.accepted && this.#searches(each),
        );
    }

    #remedies(each) {
        const row = (fix, number) => {
            const change = this.changes(each.id)[number];
            return this.line(h("span", {}, said(fix.title)), change?.text.trim(), change && (() => this.remedy(each.id, number)));
        };
        return h("ul", { class: "remedies" }, each.fixes.map(row));
    }

    /** What is looked for when asked: it takes a while, for every answer is tried. */
    #searches(each) {
        const found = h("div", { class: "tried", "aria-live": "polite" });
        const search = (words, help, look) => {
            const go = async (event) => {
                event.currentTarget.disabled = true;
                found.textContent = say("busy");
                await this.session.fresh();
                found.replaceChildren(...[await look()].flat().filter(Boolean));
            };
            return h("button", { type: "button", class: "quiet", title: say(help), onclick: go }, say(words));
        };
        return [
            h("div", { class: "searches" },
              closable(each.code) && search("closes", "closesHelp", () => this.repairs.of(each)),
              search("smallest", "smallestHelp", () => this.#smallest(each))),
            found,
        ];
    }

    async #smallest(each) {
        const { told: change } = await this.session.engine.ask({ ask: "smallest", path: this.session.path, id: each.id });
        if (!change) return say("smallestNone");
        const { edition } = this.session;
        const put = () => (this.session.edition === edition ? this.#put(change) : tell(say("changedSince")));
        return [h("p", {}, say(change.tests ? "smallestTests" : "smallestFound", said(change.said))), h("button", { type: "button", onclick: put }, say("doIt"))];
    }
}
