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

/** What the engine says to who calls it by a command, as the page has it. */
const instead = [
    [/^belegd: /gm, ""],
    [/(?:, en|, and) overview --full (?:toont beide|shows both)/g, ""],
    [/ \(--for\)/g, " (‘{owner}’)"], [/ \(--variant\)/g, " (‘{situation}’)"],
    [/; --variant (?:noemt er|names) /g, ": "],
    [/; belegd check \S+ (?:zegt waarom|says why)/g, ": ‘{findings}’"],
    [/belegd explain (?:\S+ )?(?="|&quot;)/g, ""],
    [/belegd questions(?: \[?[A-Z]+-?\d+[a-z]?\]?)?/g, "‘{questions}’"],
    [/belegd repair \S+/g, "‘{closes}’"],
    [/de bibliotheek van belegd/g, "de meegeleverde lijst van gemeenten en taken"], [/the library of belegd/g, "the list of municipalities and tasks that is part of this page"],
    [/staat niet in de bibliotheek/g, "staat niet in de meegeleverde lijst"], [/is not in the library/g, "is not in the list that is part of this page"],
    [/komt uit de bibliotheek/g, "komt uit de meegeleverde lijst van gemeenten en taken"], [/comes from the library/g, "comes from the list of municipalities and tasks that is part of this page"],
];
export const plain = (text) => instead.reduce((all, [command, words_]) => all.replace(command, words_.replace(/\{(\w+)\}/g, (_, name) => say(name))), text);

/** Of a text in both languages the one of the page. */
export const said = (text) => (text ? plain(text[current] || text.nl || text.en || "") : "");
