// A document of the engine on the page: its own HTML and its own looks, apart from those of the page, with ways back to the
// text. What a model says stays text: the HTML is the engine's, and the page lets no script in it run.
import looks from "looks";
import { h } from "./dom.js";
import { plain, say } from "./words.js";

export class DocumentView {
    #html = "";

    /** Somebody wants to see a place (`online(place)`), why something stands there (`oncell(asked)`), a page of the manual or
     *  of a code (`onpage`, `oncode`); `named(bare)`: the open file that a document calls so. */
    constructor({ online, oncell, onpage, oncode, named }) {
        Object.assign(this, { online, oncell, onpage, oncode, named });
        this.element = h("div", { class: "document" });
        this.root = this.element.attachShadow({ mode: "open" });
        this.body = h("div", { class: "body" });
        this.root.append(h("style", {}, looks), this.body);
        this.root.addEventListener("click", (event) => this.#clicked(event));
    }

    get empty() {
        return this.#html === "";
    }

    /** Shows a page; `tables` says of the appendix what is to be asked about its cells. */
    show(html, tables = []) {
        if (html === this.#html && this.body.childElementCount) return;
        this.#html = html;
        const page = new DOMParser().parseFromString(html, "text/html");
        const main = page.querySelector("main");
        this.body.lang = page.documentElement.lang;
        this.body.replaceChildren(h("div", { class: "main" }, main ? [...main.childNodes].map((each) => document.adoptNode(each)) : []));
        // Two tables may have one name: what scrolls is a group here, no landmark.
        for (const table of this.body.querySelectorAll(".table")) table.setAttribute("role", "group");
        this.#lines();
        this.#cells(tables);
    }

    /** The numbers of lines in the last column become buttons: `12, 14`, or `delen.belegd 3; model.belegd 12`. */
    #lines() {
        for (const cell of this.body.querySelectorAll("td.origin")) {
            const heading = cell.closest("table").querySelector("thead th:last-child")?.textContent ?? "";
            const groups = cell.textContent.split("; ").map((each) => each.match(/^(?:(.*) )?(\d+(?:, \d+)*)$/));
            if (!groups.every(Boolean)) continue;
            const parts = groups.flatMap(([, file, lines], at) => {
                const path = this.named(file ?? heading.split(" ").at(-1));
                const link = (line) => (path ? h("button", { class: "line-link", type: "button", "data-line": line, "data-file": path, "aria-label": say("toLine", line) }, line) : line);
                return [at ? "; " : "", file ? `${file} ` : "", ...lines.split(", ").flatMap((line, number) => [number ? ", " : "", link(line)])];
            });
            cell.replaceChildren(...parts);
        }
    }

    #cells(tables) {
        this.body.querySelectorAll(".table").forEach((table, number) => {
            const rows = tables[number] ?? [];
            table.querySelectorAll("tbody tr:not(.group)").forEach((row, at) => {
                const asked = rows[at] ?? [];
                const cells = [...row.querySelectorAll("td:not(.origin)")].slice(-asked.length || Infinity);
                asked.forEach((question, column) => {
                    const cell = cells[column];
                    if (!cell?.textContent.trim()) return;
                    cell.classList.add("asks");
                    cell.asked = question;
                    cell.tabIndex = 0;
                    cell.setAttribute("aria-description", say("whyCell", ""));
                    cell.addEventListener("keydown", (event) => {
                        if (event.key === "Enter" && event.target === cell) this.oncell(question);
                    });
                });
            });
        });
    }

    #clicked(event) {
        const line = event.target.closest("[data-line]");
        if (line) return this.online({ file: line.dataset.file, line: Number(line.dataset.line) });
        const link = event.target.closest("a[href^='#']");
        if (link) {
            event.preventDefault();
            if (link.dataset.page) return this.onpage(link.dataset.page);
            if (link.dataset.code) return this.oncode(link.dataset.code);
            const goal = this.root.getElementById(link.getAttribute("href").slice(1));
            this.root.querySelector(".goal")?.classList.remove("goal");
            goal?.classList.add("goal");
            goal?.scrollIntoView({ block: "center" });
            return;
        }
        const cell = event.target.closest("td.asks");
        if (cell && !getSelection().toString()) this.oncell(cell.asked);
    }

    /** Shows which answers rest on a line of the text. */
    light(place) {
        for (const cell of this.body.querySelectorAll("td.asks")) cell.classList.toggle("of-line", cell.asked.lines.some(({ file, line }) => line === place.line && file === place.file));
    }

    /** Marks the cell of which somebody asks why. */
    choose(question) {
        for (const cell of this.body.querySelectorAll("td.asks")) cell.classList.toggle("chosen", cell.asked === question);
    }
}

/** A tab whose page is a document of one command. */
export class DocumentPanel {
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
        this.notice.textContent = wrong ? (this.session.readable ? plain(result.err) : say("unreadableOther")) : "";
        if (!wrong) this.view.show(plain(result.text()));
        this.view.element.classList.toggle("stale", wrong);
    }
}
