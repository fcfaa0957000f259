// Why something is so: of a cell of the appendix, a cooperation, a word of the language, the code of a finding. And the manual:
// what it says of a word, and all its pages.
import { DocumentPanel, DocumentView } from "./document.js";
import { h } from "./dom.js";
import { coloured } from "./language.js";
import { language, plain, say } from "./words.js";

/** The pages of the reference, which lie in this page packed until somebody reads one. */
export class Manual {
    #read = null;

    constructor(engine) {
        this.engine = engine;
    }
    #all() {
        this.#read ??= this.engine.unpack("manual").then(JSON.parse).catch((failed) => ((this.#read = null), Promise.reject(failed)));
        return this.#read;
    }
    async pages(lang) {
        return (await this.#all()).pages[lang];
    }
    async page(file, lang) {
        return (await this.pages(lang)).find((each) => each.file === file);
    }
    async ofWord(id, lang) {
        const file = (await this.#all()).words[id]?.[lang];
        return file && this.page(file, lang);
    }
}

/** A page in its place, its models in the colours of the language. */
export function shown(view, html, lang) {
    view.element.hidden = false;
    view.show(asPage(html, lang));
    for (const code of view.body.querySelectorAll("code.language-belegd")) code.replaceChildren(...coloured(code.textContent));
}
const asPage = (html, lang) => `<html lang="${lang}"><body><main>${html}</main></body></html>`;

/** What a page says of a phrase: the lines, paragraphs and rows that name it as a word of the language. */
function passages(html, phrase) {
    const page = new DOMParser().parseFromString(html, "text/html");
    const found = new Set();
    for (const code of page.querySelectorAll(":not(pre) > code")) {
        const at = code.textContent.indexOf(phrase);
        if (at < 0 || /[\p{L}_-]/u.test(code.textContent[at - 1] ?? " ") || /[\p{L}_-]/u.test(code.textContent[at + phrase.length] ?? " ")) continue;
        const whole = code.closest("li, p, tr");
        if (whole && found.size < 4) found.add(whole);
    }
    return [...found].map((each) => (each.localName === "tr" ? `<p>${[...each.cells].map((cell) => cell.innerHTML).filter(Boolean).join(" – ")}</p>` : `<p>${each.innerHTML}</p>`)).join("");
}

export class Why extends DocumentPanel {
    constructor(session, links, editor, manual) {
        super(session, links, "explain");
        Object.assign(this, { editor, manual, question: null });
        this.label = h("span", {});
        this.field = h("input", { type: "search", autocomplete: "off", spellcheck: "false" });
        this.button = h("button", { type: "submit" });
        this.all = h("button", { type: "button", class: "quiet", onclick: () => this.ask({ manual: "" }) });
        this.hint = h("p", { class: "lead" });
        this.lines = h("p", { class: "rests" });
        this.told = new DocumentView(links); // what the manual says of a word
        this.page = new DocumentView(links);
        this.summary = h("summary", {});
        this.whole = h("details", { class: "whole" }, this.summary, this.page.element);
        this.contents = h("ul", { class: "choices contents" });
        this.element.prepend(
            h("form", { class: "ask", onsubmit: (event) => (event.preventDefault(), this.ask({ what: this.field.value.trim() })) }, h("label", {}, this.label, this.field), this.button, this.all),
            this.hint, this.lines,
        );
        this.told.element.classList.add("goes-on", "comes-after");
        this.element.append(this.told.element, this.whole, this.contents);
    }

    async ask(question) {
        this.question = question.what || question.manual !== undefined ? question : null;
        this.field.value = question.what ?? "";
        const panel = this.element.closest(".panel");
        panel.setAttribute("aria-busy", "true");
        await this.refresh(language()).finally(() => panel.setAttribute("aria-busy", "false"));
        panel.scrollTop = 0;
    }

    async refresh(lang) {
        const { question } = this;
        this.label.textContent = say("question");
        this.button.textContent = say("ask");
        this.all.textContent = say("manual");
        this.hint.textContent = say("whyHint");
        this.hint.hidden = Boolean(question);
        this.notice.hidden = true;
        this.lines.hidden = !question?.lines?.length;
        this.view.element.classList.remove("goes-on");
        for (const each of [this.view.element, this.told.element, this.whole, this.contents]) each.hidden = true;
        if (question?.manual !== undefined) return this.#read(question.manual, lang);
        if (!question) return;
        this.lines.replaceChildren(`${say("restsOn")} `, ...(question.lines ?? []).flatMap(({ file, line }, at) => {
            const words = file === this.session.path ? say("line", line) : `${file}, ${say("line", line)}`;
            return [at ? ", " : "", h("button", { type: "button", class: "link", onclick: () => this.editor.jumpToLine(line, file) }, words)];
        }));
        await this.#explain(lang);
        if (question.word) await this.#manualOf(question, lang);
    }

    async #explain(lang) {
        const { what, variant, page, word } = this.question;
        const { engine, path, choices } = this.session;
        const owner = this.question.for || choices.for, day = this.question.on || choices.on || "";
        const asked = { command: "explain", format: "html", lang };
        const ofModel = { ...asked, path, name: what, ...(variant && { variant }), ...(owner && { for: owner }), ...(day && { on: day }) };
        const ofLanguage = { ...asked, path: what }; // or of the library
        const tries = page ? [ofLanguage, { ...asked, path, name: what }] : word ? [ofLanguage, ofModel] : [ofModel, ofLanguage];
        let first = null;
        for (const each of tries) {
            const result = await engine.run(each);
            if (result.exit !== 2 && result.bytes.length) {
                this.view.element.hidden = false;
                return this.view.show(result.text());
            }
            first ??= result;
        }
        this.notice.hidden = false;
        this.notice.textContent = plain(first.err);
    }

    /** What the manual says of a word, and the page on which it does. */
    async #manualOf({ word, what }, lang) {
        const page = await this.manual.ofWord(word, lang);
        if (!page) return;
        const parts = passages(page.html, what);
        this.told.element.hidden = !parts;
        this.view.element.classList.add("goes-on");
        this.told.show(asPage(`<h2>${say("inManual")}</h2>${parts}`, lang));
        this.summary.textContent = say("wholePage", page.title);
        this.whole.hidden = false;
        this.whole.open = !parts;
        shown(this.page, page.html, lang);
    }

    /** A page of the manual, or the list of them. */
    async #read(file, lang) {
        const page = file && (await this.manual.page(file, lang));
        if (page) return shown(this.view, page.html, lang);
        const pages = await this.manual.pages(lang);
        this.contents.replaceChildren(...pages.map((each) => h("li", {}, h("button", { type: "button", onclick: () => this.ask({ manual: each.file }) }, h("strong", {}, each.title)))));
        this.contents.hidden = false;
    }
}
