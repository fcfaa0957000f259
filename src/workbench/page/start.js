// Where one begins: an example to adapt, a worked model to look at, work of one's own, or a table of tasks.
import { DocumentView } from "./document.js";
import { dialog, h, tell } from "./dom.js";
import { examples } from "./examples.js";
import { library } from "./language.js";
import { declared, isKnown, namesOf, standIns } from "./parties.js";
import { modelOf, rowsOf } from "./table.js";
import { shown } from "./why.js";
import { language, plain, say, said } from "./words.js";

const kinds = ["centrumregeling", "regeling", "dvo", "vergelijking"];

export class Start {
    constructor(place, { session, files, load, manual }) {
        Object.assign(this, { place, session, files, load, manual });
        this.kind = "centrumregeling";
        this.parties = "Leiden, Leiderdorp";
    }

    refresh(canGoBack) {
        const { place } = this;
        const draft = this.files.draft();
        place.setAttribute("aria-label", say("start"));
        place.replaceChildren(
            h("div", { class: "page" },
              canGoBack && h("p", {}, h("button", { type: "button", class: "quiet", onclick: () => this.#back() }, `← ${say("back")}`)),
              h("h1", { tabindex: "-1" }, say("startTitle")),
              h("p", { class: "intro" }, say("startLead")),
              draft && this.#draft(draft),
              this.#template(),
              h("div", { class: "columns" }, this.#own(), this.#examples()),
              this.#keep()),
        );
    }

    #back() {
        this.place.hidden = true;
        document.getElementById("work").hidden = false;
        document.body.classList.add("working");
    }

    /** The pages of the manual, or one of them. */
    async help(file = "") {
        const lang = language();
        const pages = await this.manual.pages(lang);
        const page = pages.find((each) => each.file === file);
        const view = new DocumentView({ online() {}, oncell() {}, onpage: (to) => this.help(to), oncode: (code) => this.#code(code), named: () => null });
        const list = () => h("ul", { class: "choices contents" }, pages.map((each) => h("li", {}, h("button", { type: "button", onclick: () => this.help(each.file) }, h("strong", {}, each.title)))));
        const back = () => (page ? this.help() : this.refresh(this.session.opened));
        this.#instead(say("manual"), page ? say("manual") : say("start"), back, page ? view.element : list());
        if (page) shown(view, page.html, lang);
    }

    /** The page of the code of a finding. */
    async #code(code) {
        const view = new DocumentView({ online() {}, oncell() {}, onpage: (to) => this.help(to), oncode: (to) => this.#code(to), named: () => null });
        const result = await this.session.engine.run({ command: "explain", format: "html", path: code, lang: language() });
        this.#instead(code, say("manual"), () => this.help(), view.element);
        if (result.exit !== 2) view.show(result.text());
    }

    #instead(title, to, back, ...content) {
        const heading = h("h1", { tabindex: "-1" }, title);
        this.place.replaceChildren(h("div", { class: "page" }, h("p", {}, h("button", { type: "button", class: "quiet", onclick: back }, `← ${to}`)), heading, ...content));
        heading.focus();
        scrollTo(0, 0);
    }

    #draft(draft) {
        return h("p", { class: "notice" }, say("draft", draft.name), " ",
            h("button", { type: "button", onclick: async () => (await this.files.mayGo()) && this.load(draft) }, say("restore")), " ",
            h("button", { type: "button", class: "quiet", onclick: () => (this.files.forgetDraft(), this.refresh(this.session.opened)) }, say("discard")));
    }

    #template() {
        const wrong = h("p", { class: "wrong", role: "alert", hidden: true });
        const field = h("input", { id: "between", type: "text", value: this.parties, list: "municipalities", autocomplete: "off", spellcheck: "false", "aria-describedby": "between-help", oninput: (event) => (this.parties = event.target.value) });
        const form = h("form", { class: "template", onsubmit: (event) => (event.preventDefault(), this.#begin(wrong)) },
            h("h2", {}, say("newModel")),
            h("fieldset", {}, h("legend", { class: "unseen" }, say("newModel")),
              kinds.map((kind) =>
                  h("label", { class: "kind" },
                    h("input", { type: "radio", name: "kind", value: kind, checked: kind === this.kind, onchange: () => (this.kind = kind) }),
                    h("span", {}, h("strong", {}, say(kind)), h("span", { class: "soft" }, say(`${kind}Help`)))))),
            h("div", { class: "between" }, h("label", { for: "between" }, say("between")), field, h("button", { type: "submit", class: "main" }, say("begin"))),
            h("p", { id: "between-help", class: "soft" }, say("betweenHelp")),
            wrong);
        return h("section", {}, form);
    }

    /** The example between the parties that she names; what is in no list only when she says so. */
    async #begin(wrong, anyway = false) {
        if (!(await this.files.mayGo())) return;
        const { engine } = this.session;
        const refuse = (...words) => ((wrong.hidden = false), wrong.replaceChildren(...words));
        const parties = namesOf(this.parties);
        if (parties.length < 2) return refuse(say("twoAtLeast"));
        const accepted = async (name) => isKnown(name) || (await engine.run({ command: "new", name: this.kind, lang: language(), participants: [name, standIns([name, "…"])[1][0]] })).bytes.length > 0;
        const unknown = [];
        for (const each of parties) if (!(await accepted(each))) unknown.push(each);
        if (unknown.length && !anyway)
            return refuse(say("unknownParties", unknown.map((each) => `‘${each}’`).join(", "), unknown.length), " ",
                h("button", { type: "button", onclick: () => this.#begin(wrong, true) }, say("useAnyway")));
        const named = standIns(parties, unknown);
        const result = await engine.run({ command: "new", name: this.kind, lang: language(), participants: named.map(([given]) => given) });
        if (!result.bytes.length) return refuse(say("failed", plain(result.err).trim()));
        const text = declared(result.text().replace(/\r\n/g, "\n"), named, language());
        const file = `${this.kind}.belegd`;
        if (!unknown.length) return this.load(this.#fresh(file, text));
        await engine.write(file, text);
        const laid = await engine.run({ command: "format", path: file, lang: language() });
        await engine.remove(file);
        this.load(this.#fresh(file, laid.exit === 2 ? text : laid.text()));
    }

    #own() {
        return h("section", {}, h("h2", {}, say("ownFile")),
            h("ul", { class: "choices" },
              h("li", {}, h("button", { type: "button", onclick: () => this.files.open() }, h("strong", {}, say("openFile")), h("span", { class: "soft" }, say("openHelp")))),
              h("li", {}, h("button", { type: "button", onclick: () => this.#paste() }, h("strong", {}, say("paste")), h("span", { class: "soft" }, say("pasteHelp"))))));
    }

    #examples() {
        return h("section", {}, h("h2", {}, say("examples")),
            h("ul", { class: "choices" }, examples.map((each) =>
                h("li", {}, h("button", { type: "button", "data-example": each.folder, onclick: () => this.#example(each) }, h("strong", {}, said(each.title)), h("span", { class: "soft" }, said(each.more)))))));
    }

    async #example({ folder, own, files }) {
        if (!(await this.files.mayGo())) return;
        const all = new Map(Object.entries(files).map(([path, text]) => [path, { text, ending: "\n", mark: "", saved: text }]));
        this.load({ name: all.size > 1 ? `${folder}.zip` : own, packed: all.size > 1, file: own, files: all });
        tell(say("remark"));
    }

    #keep() {
        return h("p", { class: "keep" },
            h("label", {}, h("input", { type: "checkbox", checked: this.files.keeps, onchange: (event) => (this.files.keeps = event.target.checked) }), ` ${say("keep")}`),
            h("span", { class: "soft" }, ` ${say("keepHelp")}`));
    }

    async #paste() {
        const owner = h("input", { type: "text", list: "municipalities", value: "Leiderdorp", autocomplete: "off" });
        const rows = h("textarea", { rows: "9", spellcheck: "false", placeholder: language() === "nl" ? "Leiden\tuitvoering\tbijstand\nHolland Rijnland\tbeleid\tjeugd" : "Leiden\texecution\tbijstand\nHolland Rijnland\tpolicy\tjeugd" });
        const read = h("p", { class: "soft", role: "status" }, say("pasteNone"));
        rows.addEventListener("input", () => {
            const found = rowsOf(rows.value);
            read.textContent = found.length ? say("pasteRead", found.length, new Set(found.map((row) => row.who)).size, new Set(found.map((row) => row.what)).size) : say("pasteNone");
        });
        const text = await dialog(say("pasteTitle"),
            h("div", { class: "fields" }, h("p", {}, say("pasteLead")),
              h("label", {}, say("pasteFor"), owner), h("label", {}, say("pasteRows"), rows), read),
            [{ words: say("cancel"), value: () => null },
             { words: say("begin"), main: true, value: () => {
                 const found = rowsOf(rows.value);
                 if (!found.length) return void rows.focus();
                 return modelOf(found, owner.value.trim() || "Leiderdorp");
             } }]);
        if (text && (await this.files.mayGo())) this.load(this.#fresh(language() === "nl" ? "taken.belegd" : "tasks.belegd", text));
    }

    /** A text that was never saved. */
    #fresh(name, text) {
        return { name, files: new Map([[name, { text, ending: "\n", mark: "" }]]) };
    }
}

/** The municipalities of today, for every field that takes one. */
document.body.append(
    h("datalist", { id: "municipalities" }, library.parties.filter((each) => each.municipality && !each.until).map((each) => h("option", { value: each.name }))),
);
