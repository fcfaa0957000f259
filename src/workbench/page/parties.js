// The municipalities that an example is between, as she names them; also those that no list knows.
import { fold, library } from "./language.js";
import { written } from "./table.js";

const municipalities = library.parties.filter((each) => each.municipality);
const byName = new Map(municipalities.map((each) => [fold(each.name), each.name]));
export const isKnown = (name) => byName.has(fold(name));

/** `A, B en C` as three names; a name with such a word in it that is known stays whole. */
export function namesOf(text) {
    const out = [];
    for (const part of text.split(/[,;\n]/).map((each) => each.trim().replace(/\s+/g, " ")).filter(Boolean)) {
        const words = part.split(/(?:^| )(?:en|and) /);
        const joins = part.match(/(?:^| )(?:en|and) /g) ?? [];
        for (let at = 0; at < words.length; ) {
            let end = words.length;
            const whole = () => words.slice(at, end).map((each, i) => (i ? joins[at + i - 1] : "") + each).join("");
            while (end > at + 1 && !isKnown(whole())) --end;
            if (whole().trim()) out.push(byName.get(fold(whole())) ?? whole().trim());
            at = end;
        }
    }
    return [...new Map(out.map((each) => [fold(each), each])).values()];
}

/** Of every party a municipality that the engine knows, and how the party itself is called: `[given, name]`. */
export function standIns(names, unknown = names.filter((name) => !isKnown(name))) {
    const free = municipalities.filter((each) => !each.until && /^[A-Z][a-z]+$/.test(each.name) && !names.some((name) => fold(name).includes(fold(each.name)))).map((each) => each.name);
    return names.map((name) => [unknown.includes(name) ? free.pop() : name, name]);
}

/** A text between the parties themselves: those that no list knows are declared in it. Nothing in it speaks of commands. */
export function declared(text, named, language) {
    let out = text;
    const own = named.filter(([given, name]) => given !== name);
    for (const [given, name] of own) out = out.replace(new RegExp(`(?<![\\p{L}\\d_-])${given}(?![\\p{L}\\d_-])`, "gu"), () => written(name));
    const word = language === "nl" ? "gemeente" : "municipality";
    if (own.length) out = out.replace(/^((?:.*\n)*?(?:gebruik|use) .*\n)/, (head) => `${head}\n${own.map(([, name]) => `${word} ${written(name)}\n`).join("")}`);
    return pageWords.reduce((all, [said, instead]) => all.replaceAll(said, instead), out);
}

/** What the examples say of commands, as the page has it. */
const pageWords = [
    ["De bijlage die `belegd overview` afdrukt.", "De bijlage, zoals zij onder ‘Bijlage’ staat."],
    ["; `belegd test` stelt ze.", "; onder ‘Toetsen’ ziet u of het klopt."],
    ["en `belegd check` zegt wat er dan open staat", "en onder ‘Bevindingen’ staat wat er dan open is"],
    ["The appendix that `belegd overview` prints.", "The appendix, as it stands under ‘Appendix’."],
    ["; `belegd test` asks them.", "; under ‘Tests’ you see whether it is right."],
    ["and `belegd check` says what is left open", "and under ‘Findings’ stands what is left open"],
];
