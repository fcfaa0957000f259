// What the forms are made of: fields, how names and days are written, and where what they write goes in the text.
import { dialog, h, tell } from "./dom.js";
import { currentNames, fold } from "./language.js";
import { lineInto } from "./places.js";
import { written } from "./table.js";
import bodies from "bodies";
import { language, say, said } from "./words.js";

export const both = (nl, en) => (language() === "nl" ? nl : en);

// ---- fields ----------------------------------------------------------------------------------------------------

export const field = (words, input, help) => h("label", {}, h("span", {}, words), input, help && h("span", { class: "soft" }, help));
export const text = (attributes = {}) => h("input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes });
export const select = (options, chosen) => h("select", {}, options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
export const day = (value = "") => h("input", { type: "date", value });

export const titled = (each) => [each.name, said(each.title) && said(each.title) !== each.name ? `${said(each.title)} (${each.name})` : each.name];
export const municipalities = () => currentNames().parties.filter((each) => each.municipality && !each.until);
export const cooperations = () => (currentNames().cooperations ?? []).filter((each) => each.version === 1);

/** The bodies of a cooperation's own: those of its form, as the list of forms has them, and those that its text names. */
export function bodiesOf(session, { name, file, at }) {
    const whole = session.files.get(file)?.text.slice(at) ?? "";
    const behind = whole.slice(whole.search(/\n|$/));
    const own = behind.slice(0, behind.search(/^[ \t]*(?:regeling|overeenkomst|samenwerking|variant|overzicht|arrangement|agreement|cooperation|overview)\s/m) >>> 0);
    const form = own.match(/^[ \t]*(?:vorm|form)[ \t]+(.+?)(?:[ \t]{2,}|[ \t]*#|$)/m)?.[1].trim() ?? "";
    const named = own.match(/^[ \t]*(?:organen|organs)[ \t]+([^#\n]+)/m)?.[1].split(",").map((each) => each.trim()) ?? [];
    return [...new Set([...named, ...(bodies[fold(form)] ?? [])])].map((each) => `${each} ${both("van", "of")} ${name}`);
}

/** A list of names that is picked together: a field with suggestions, and what was picked as chips. */
export function several(options, chosen = []) {
    const all = [...chosen];
    const id = `list-${fold(String(Math.random())).slice(2)}`;
    const input = text({ list: id, placeholder: both("kies of schrijf…", "choose or write…") });
    const chips = h("span", { class: "chips" });
    const box = h("div", { class: "several" }, chips, input, h("datalist", { id }, options.map((each) => (Array.isArray(each) ? h("option", { value: each[0], label: each[1] }) : h("option", { value: each })))));
    const draw = () =>
        chips.replaceChildren(...all.map((each, at) =>
            h("button", { type: "button", class: "chip", "aria-label": both(`${each} weghalen`, `remove ${each}`), onclick: () => (all.splice(at, 1), draw(), box.dispatchEvent(new Event("input", { bubbles: true }))) }, each, " ×")));
    const take = () => {
        for (const each of input.value.split(",").map((name) => name.trim()).filter(Boolean)) if (!all.includes(each)) all.push(each);
        input.value = "";
        draw();
        box.dispatchEvent(new Event("input", { bubbles: true }));
    };
    input.addEventListener("change", take);
    input.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && input.value.trim()) (event.preventDefault(), event.stopPropagation(), take());
        if (event.key === "Backspace" && !input.value && all.length) (all.pop(), draw(), box.dispatchEvent(new Event("input", { bubbles: true })));
    });
    draw();
    return { box, input, get names() { return input.value.trim() ? [...all, input.value.trim()] : all; } };
}

export const known = () => new Set(["parties", "tasks", "functions", "organs", "cooperations", "variants", "decisions"].flatMap((list) => (currentNames()[list] ?? []).map((each) => fold(each.name))));
/** Names as they are written: what the model or the library knows stays as it is called there. */
export const names = (list) => {
    const all = known();
    return list.map((each) => (all.has(fold(each)) || each.split(/ (?:van|of) /).every((part) => all.has(fold(part))) ? each : written(each))).join(", ");
};
export const spelledDay = (iso) => {
    const [year, month, date] = iso.split("-").map(Number);
    const months = both("januari februari maart april mei juni juli augustus september oktober november december", "January February March April May June July August September October November December").split(" ");
    return `${date} ${months[month - 1]} ${year}`;
};

/** Aligned as the engine lays it out: word, two blanks, the rest. */
export const block = (head, rows) => {
    const width = Math.max(...rows.map(([word]) => word.length));
    return `${head} {\n${rows.map(([word, rest]) => `  ${word.padEnd(width)}  ${rest}`.trimEnd()).join("\n")}\n}`;
};

// ---- into the text ---------------------------------------------------------------------------------------------

const indented = (written_, by) => written_.replace(/\n/g, `\n${by}`);

/** Before the overviews and tests, where statements end; else at the end. */
function atTop(whole, statement) {
    const at = whole.search(/^(?:#[^\n]*\n)*(?:overzicht|overview|toets|test)\s/m);
    if (at < 0) return { from: whole.length, to: whole.length, text: `${whole.endsWith("\n") || !whole ? "" : "\n"}\n${statement}\n` };
    return { from: at, to: at, text: `${statement}\n\n` };
}

/** In the block of a thing that the text declares under a name; at the end of it. */
function inBlockOf(whole, name, statement) {
    const bare = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const found = new RegExp(`^([ \\t]*)(?:regeling|overeenkomst|samenwerking|variant|arrangement|agreement|cooperation)\\s+"?${bare}"?(?![\\p{L}\\d_-])`, "mu").exec(whole);
    if (!found) return atTop(whole, statement);
    const at = found.index + found[0].length;
    const opened = lineInto(whole, at, "");
    if (whole[opened.from - 1] !== "{") return { ...opened, text: ` {\n${found[1]}  ${indented(statement, `${found[1]}  `)}\n${found[1]}}` };
    let depth = 1, string = false;
    for (let i = opened.from; i < whole.length; ++i) {
        const c = whole[i];
        if (c === '"') string = !string;
        else if (!string && c === "#") i = whole.indexOf("\n", i) < 0 ? whole.length : whole.indexOf("\n", i);
        else if (!string && c === "{") ++depth;
        else if (!string && c === "}" && --depth === 0) {
            const line = whole.lastIndexOf("\n", i);
            const alone = !whole.slice(line + 1, i).trim();
            const to = alone ? line : i;
            return { from: to, to, text: `\n${found[1]}  ${indented(statement, `${found[1]}  `)}${alone ? "" : `\n${found[1]}`}` };
        }
    }
    return atTop(whole, statement);
}

/** A form: fields, what they write, and where that goes. */
export async function ask(session, editor, title, fields, make) {
    await session.fresh();
    const preview = h("pre", { class: "preview", tabindex: "0", "aria-label": say("preview") });
    const missing = h("p", { class: "wrong", role: "alert", hidden: true });
    const draw = () => {
        const made = make();
        preview.textContent = [made.statement, made.also].filter(Boolean).join("\n\n");
        return made;
    };
    const body = h("div", { class: "fields" }, fields, h("h3", {}, say("preview")), preview, missing);
    body.addEventListener("input", draw);
    body.addEventListener("change", draw);
    draw();
    const made = await dialog(title, body, [
        { words: say("cancel"), value: () => null },
        { words: say("insert"), main: true, value: () => {
            const now = draw();
            if (!now.wrong) return now;
            missing.hidden = false;
            missing.textContent = now.wrong;
        } },
    ]);
    if (!made) return;
    // In the file that declares what it belongs to.
    const home = made.inside && currentNames().cooperations?.find((each) => each.name === made.inside)?.file;
    const { text: whole } = editor.in(home || session.file);
    const change = made.inside ? inBlockOf(whole, made.inside, made.statement) : atTop(whole, made.statement);
    tell(say("inserted", editor.change(made.also ? [change, atTop(whole, made.also)] : [change])));
}

export const nothing = (what) => both(`Vul in: ${what}.`, `Fill in: ${what}.`);
export const noCooperation = () => both("De tekst heeft nog geen samenwerking; voeg die eerst toe.", "The text has no cooperation yet; add one first.");
