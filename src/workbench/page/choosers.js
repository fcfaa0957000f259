// What one chooses above the two halves: the file in the editor; and of what the tabs speak: the day, for whom, the situation.
import { byId, dialog, h } from "./dom.js";
import { isText } from "./session.js";
import { say, said } from "./words.js";

const nothing = { on: "", for: "", variant: "", name: "" };

export class Choosers {
    constructor(session, editor) {
        Object.assign(this, { session, editor });
        this.place = byId("choosers");
        this.place.addEventListener("submit", (event) => event.preventDefault());
        this.files = byId("files");
    }

    choose(choices) {
        this.session.choose(choices);
        this.draw();
    }

    #select(key, words, first, options) {
        const chosen = this.session.choices[key];
        const known = options.some(([value]) => value === chosen);
        return h("label", {}, h("span", {}, say(words)),
            h("select", { "data-key": key, onchange: (event) => this.choose({ [key]: event.target.value }) },
              h("option", { value: "" }, first), options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)),
              chosen && !known && h("option", { value: chosen, selected: true }, chosen)));
    }

    draw() {
        const { choices, model } = this.session;
        const titled = (each) => [each.name, said(each.title) || each.name];
        const overviews = model?.overviews ?? [], variants = model?.variants ?? [], owners = model?.owners ?? [];
        const focused = document.activeElement?.closest?.("#choosers") ? (document.activeElement.dataset.key ?? "") : null;
        this.place.replaceChildren(
            ...(overviews.length > 1 ? [this.#select("name", "overview", said(overviews[0].title) || overviews[0].name, overviews.slice(1).map(titled))] : []),
            h("label", {}, h("span", {}, say("day")), h("input", { type: "date", value: choices.on, title: say("dayHelp"), "data-key": "on", onchange: (event) => this.choose({ on: event.target.value }) })),
            this.#select("for", "owner", say("everyone"), owners.map((each) => [each, each])),
            ...(variants.length ? [this.#select("variant", "situation", say("asOverview"), [["huidig", say("present")], ...variants.map(titled)])] : []),
            ...(Object.values(choices).some(Boolean) ? [h("button", { type: "button", class: "quiet", onclick: () => this.choose(nothing) }, say("reset"))] : []),
        );
        if (focused) this.place.querySelector(`[data-key="${focused}"]`)?.focus();
        this.drawFiles();
    }

    /** The file in the editor, where there are several. */
    drawFiles() {
        const { session } = this;
        this.files.hidden = !session.several;
        if (!session.several) return;
        const others = session.files.size - session.texts.length;
        const name = (path) => `${path}${session.files.get(path).text === session.files.get(path).saved ? "" : " •"}`;
        const focused = this.files.contains(document.activeElement);
        this.files.replaceChildren(
            h("label", {}, h("span", {}, say("file")),
              h("select", { onchange: (event) => this.editor.in(event.target.value) }, session.texts.map((path) => h("option", { value: path, selected: path === session.file }, name(path))))),
            others > 0 ? h("span", { class: "soft", title: say("otherFilesHelp") }, say("otherFiles", others)) : "",
        );
        if (focused) this.files.querySelector("select").focus();
    }

    /** Another file beside those that are open, empty. */
    async add() {
        const field = h("input", { type: "text", autocomplete: "off", spellcheck: "false" });
        const wrong = h("p", { class: "wrong", role: "alert", hidden: true });
        const refuse = (words) => ((wrong.hidden = false), (wrong.textContent = words), undefined);
        const path = await dialog(say("newFile"), h("div", { class: "fields" }, h("p", {}, say("newFileLead")), h("label", {}, h("span", {}, say("newFileName")), field), wrong), [
            { words: say("cancel"), value: () => null },
            { words: say("add"), main: true, value: () => {
                const name = field.value.trim();
                const path = isText(name) ? name : `${name}.belegd`;
                if (!name || /[\\:*?"<>|]|^\/|(^|\/)\.\.?(\/|$)/.test(path)) return refuse(say("newFileWrong"));
                return this.session.files.has(path) ? refuse(say("newFileTaken", path)) : path;
            } },
        ]);
        if (!path) return;
        this.session.add(path, { text: "", ending: "\n", mark: "" });
        this.editor.in(path).focus();
    }
}
