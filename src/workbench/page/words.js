// What the page itself says, in the language of whoever reads it. What the engine says comes from the engine.
import en from "./words.en.js";
import nl from "./words.nl.js";

const words = { nl, en };
let current = "nl";

export const language = () => current;
export const setLanguage = (to) => (current = to);

/** The words of a name, with `{0}` filled in and `{0|one|many}` chosen by number. */
export function say(name, ...values) {
    const text = words[current][name] ?? name;
    return text
        .replace(/\{(\d)\|([^|}]*)\|((?:[^{}]|\{\d\})*)\}/g, (_, at, one, many) => (Number(values[at]) === 1 ? one : many))
        .replace(/\{(\d)\}/g, (_, at) => String(values[at] ?? ""));
}

/** Of a text in both languages the one of the page. */
export const said = (text) => (text ? text[current] || text.nl || text.en || "" : "");
