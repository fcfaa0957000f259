// A document of the engine on the page: its own HTML and its own looks, apart from those of the page, with ways back to the
// text. What a model says stays text: the HTML is the engine's, and the page lets no script in it run.
import looks from "looks";
import { h } from "./dom.js";
import { say } from "./words.js";

export class DocumentView {
    #html = "";

    /** `online(number)`: somebody wants to see that line; `oncell(asked)`: why this stands there. */
    constructor({ online, oncell }) {
        this.online = online;
        this.oncell = oncell;
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

    /** The numbers of lines in the last column become buttons, where they are of the text itself. */
    #lines() {
        for (const cell of this.body.querySelectorAll("td.origin")) {
            const parts = cell.textContent.split(/(\d+)/);
            if (!/^[\d, ]*$/.test(cell.textContent)) continue;
            cell.replaceChildren(
                ...parts.map((part) =>
                    /^\d+$/.test(part) ? h("button", { class: "line-link", type: "button", "data-line": part, "aria-label": say("toLine", part) }, part) : part,
                ),
            );
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
        if (line) return this.online(Number(line.dataset.line));
        const link = event.target.closest("a[href^='#']");
        if (link) {
            event.preventDefault();
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
    light(line) {
        for (const cell of this.body.querySelectorAll("td.asks")) cell.classList.toggle("of-line", cell.asked.lines.includes(line));
    }

    /** Marks the cell of which somebody asks why. */
    choose(question) {
        for (const cell of this.body.querySelectorAll("td.asks")) cell.classList.toggle("chosen", cell.asked === question);
    }
}
