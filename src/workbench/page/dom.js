// Elements without ceremony. Text is always text: nothing that a model says becomes markup here.

/** `h("button", { class: "x", onclick }, "text", child)` */
export function h(name, attributes = {}, ...children) {
    const out = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
        if (value === undefined || value === null || value === false) continue;
        if (key.startsWith("on")) out.addEventListener(key.slice(2), value);
        else if (key in { value: 1, checked: 1, selected: 1, disabled: 1, hidden: 1 }) out[key] = value;
        else out.setAttribute(key, value === true ? "" : value);
    }
    out.append(...children.flat().filter((each) => each !== null && each !== undefined && each !== false));
    return out;
}

export const byId = (id) => document.getElementById(id);

let counter = 0;
export const unique = (stem) => `${stem}-${++counter}`;

/** Says something to who sees it and to who hears it; goes by itself. */
export function tell(text) {
    const box = byId("told");
    box.textContent = text;
    box.hidden = false;
    clearTimeout(tell.timer);
    tell.timer = setTimeout(() => ((box.hidden = true), (box.textContent = "")), 5000);
}

/** A button that opens a list of actions: `[words, action]`, or a heading as a string. */
export function menu(button, items) {
    const close = (back = true) => {
        list.remove();
        button.setAttribute("aria-expanded", "false");
        document.removeEventListener("pointerdown", outside, true);
        if (back) button.focus();
    };
    const outside = (event) => list.contains(event.target) || button.contains(event.target) || close(false);
    let list = h("div");
    const move = (step) => {
        const all = [...list.querySelectorAll("button")];
        all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
    };
    button.setAttribute("aria-haspopup", "menu");
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => {
        if (list.isConnected) return close();
        list = h("div", { class: "menu", role: "menu", "aria-label": button.textContent });
        for (const item of items()) {
            if (typeof item === "string") {
                list.append(h("div", { class: "menu-heading", role: "presentation" }, item));
                continue;
            }
            const [words, action, more] = item;
            list.append(
                h("button", { type: "button", role: "menuitem", onclick: () => (close(), action()) }, h("span", {}, words), more && h("kbd", {}, more)),
            );
        }
        list.addEventListener("keydown", (event) => {
            const steps = { ArrowDown: 1, ArrowUp: -1 };
            if (event.key in steps) move(steps[event.key]), event.preventDefault();
            if (event.key === "Escape") close(), event.preventDefault();
            if (event.key === "Tab") close(false);
        });
        button.after(list);
        const place = list.getBoundingClientRect();
        if (place.right > document.documentElement.clientWidth - 8) list.classList.add("to-left");
        button.setAttribute("aria-expanded", "true");
        list.querySelector("button")?.focus();
        document.addEventListener("pointerdown", outside, true);
    });
}

/** A window over the page, which gives back what was chosen in it, or null. */
export function dialog(title, body, actions) {
    return new Promise((done) => {
        const id = unique("title");
        const box = h("dialog", { "aria-labelledby": id });
        const finish = (value) => (box.close(), box.remove(), done(value));
        const form = h("form", { method: "dialog", novalidate: true }, h("h2", { id }, title), body);
        const buttons = h("div", { class: "buttons" });
        for (const { words, value, main } of actions)
            buttons.append(h("button", { type: main ? "submit" : "button", class: main ? "main" : "", onclick: main ? undefined : () => finish(value()) }, words));
        form.append(buttons);
        form.addEventListener("submit", async (event) => {
            event.preventDefault();
            const chosen = await actions.find((each) => each.main)?.value();
            if (chosen !== undefined && box.isConnected) finish(chosen);
        });
        box.append(form);
        box.addEventListener("cancel", (event) => (event.preventDefault(), finish(null)));
        document.body.append(box);
        box.showModal();
    });
}
