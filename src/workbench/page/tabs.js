// The tabs on the right. Only the one in view asks the engine; what it shows stays until there is something newer.
import { h } from "./dom.js";
import { language, say } from "./words.js";

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
