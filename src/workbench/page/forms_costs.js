// The form for costs: how much, how often, from when, and who bears which part; with the values of a division key where it has one.
import { ask, block, both, cooperations, day, field, known, names, nothing, select, several, spelledDay, text, titled } from "./fields.js";
import { h } from "./dom.js";
import { currentNames, fold } from "./language.js";
import { nameFor, quoted } from "./table.js";
import { language, say } from "./words.js";

/** A number as she writes it, in either way: null where it is none. */
function numberOf(written) {
    const bare = written.replace(/[€\s]/g, "").replace(/,-+$/, "");
    const match = bare.match(/^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/);
    return match ? { whole: match[1].replace(/[.,]/g, ""), cents: match[2] ? match[2].padEnd(2, "0") : "" } : null;
}
/** As the text writes numbers, which goes by its language. */
function spelled({ whole, cents }, lang) {
    const [group, comma] = lang === "en" ? [",", "."] : [".", ","];
    return whole.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, group) + (cents && `${comma}${cents}`);
}

/** For each of the parties a field for its share or value; what was filled in stays with its party. */
function perParty() {
    const filled = new Map();
    const box = h("div", { class: "per-party" });
    let shown = null;
    return {
        box,
        of: (party) => filled.get(party)?.value.trim() ?? "",
        draw(parties) {
            if (shown === parties.join("\n")) return;
            shown = parties.join("\n");
            for (const each of parties) if (!filled.has(each)) filled.set(each, text({ inputmode: "decimal" }));
            box.replaceChildren(...parties.map((each) => field(each, filled.get(each))));
        },
    };
}

export async function costs(session, editor) {
    await session.fresh();
    const lang = session.model?.language ?? language();
    const all = cooperations(), variants = currentNames().variants ?? [], owners = currentNames().owners ?? [];
    const keys = session.texts.flatMap((path) => [...session.files.get(path).text.matchAll(/^[ \t]*(?:verdeelsleutel|division key)[ \t]+([\p{L}\d_-]+)/gmu)].map((each) => each[1]));
    const variant = select([["", say("present")], ...variants.map(titled)]);
    const home = select([["", both("geen: los in de tekst", "none: apart in the text")], ...all.map(titled)], all.length === 1 ? all[0].name : "");
    const title = text();
    const amount = text({ inputmode: "decimal", placeholder: lang === "en" ? "90,000" : "90.000" });
    const often = select([["year", both("per jaar", "per year")], ["once", both("eenmalig", "once")]]);
    const from = day(`${new Date().getFullYear() + 1}-01-01`);
    const how = select([
        ["equal", both("in gelijke delen", "equally")], ["shares", both("ieder een eigen percentage", "a percentage each")], ["key", both("naar een verdeelsleutel, zoals inwoners", "by a division key, such as inhabitants")],
        ["one", both("één betaalt alles", "one pays it all")], ["", both("niet vermeld", "not stated")],
    ]);
    const payers = several([...owners, ...currentNames().parties.map((each) => each.name)], all.length === 1 ? all[0].participants : owners);
    const parts = perParty();
    const key = select([["", both("een nieuwe sleutel", "a new key")], ...keys.map((each) => [each, each])], keys[0] ?? "");
    const keyTitle = text({ value: both("Inwoners", "Inhabitants") });
    const cover = text();
    const divided = h("div", { class: "fields", role: "group", "aria-label": both("Ieders deel", "The part of each") }, parts.box);
    const keyed = [field(both("Welke sleutel?", "Which key?"), key), field(both("Naam van de sleutel", "Name of the key"), keyTitle)];
    const who = field(both("Wie betalen?", "Who pay?"), payers.box);

    return ask(session, editor, both("Kosten", "Costs"), [
        variants.length > 0 && field(say("situation"), variant),
        field(both("Van welke samenwerking?", "Of which cooperation?"), home), field(both("Waarvoor?", "For what?"), title),
        field(both("Bedrag in euro's", "Amount in euros"), amount), field(both("Hoe vaak?", "How often?"), often), field(both("Vanaf wanneer?", "From when?"), from, both("van wat eenmalig is, telt het jaar", "of what is once, the year counts")),
        field(both("Hoe wordt het verdeeld?", "How is it shared?"), how), ...keyed, who, divided,
        field(both("Waaruit wordt het betaald? (hoeft niet)", "From what is it paid? (optional)"), cover),
    ], () => {
        const parties = payers.names, sum = numberOf(amount.value), called = title.value.trim();
        const newKey = how.value === "key" && !key.value;
        keyed[0].hidden = how.value !== "key" || !keys.length;
        keyed[1].hidden = !newKey;
        who.hidden = !how.value || (how.value === "key" && !newKey);
        divided.hidden = how.value !== "shares" && !newKey;
        parts.draw(divided.hidden ? [] : parties);
        const money = sum ? `€ ${spelled(sum, lang)}` : "€ …";
        const year = from.value.slice(0, 4);
        const when = often.value === "once" ? `${both("eenmalig", "once")}${year && ` in ${year}`}` : `${both("per jaar", "per year")}${from.value && `  ${both("vanaf", "from")} ${spelledDay(from.value)}`}`;
        const percent = (each) => parts.of(each).replace(/\s*%$/, "");
        const right = (each) => /^\d+(?:[.,]\d+)?$/.test(percent(each));
        const keyName = key.value || nameFor(keyTitle.value || both("sleutel", "key"), [...known(), ...keys]);
        const share = {
            equal: () => `${both("verdeeld", "shared")} ${parties.map((each) => `${names([each])} 1/${parties.length}`).join(", ") || "…"}`,
            shares: () => `${both("verdeeld", "shared")} ${parties.map((each) => `${names([each])} ${right(each) ? percent(each).replace(/[.,]/, lang === "en" ? "." : ",") : "…"} %`).join(", ") || "…"}`,
            key: () => `${both("verdeeld naar", "shared by")} ${keyName}`,
            one: () => `${both("voor", "for")} ${names(parties.slice(0, 1)) || "…"}`,
            "": () => "",
        }[how.value]();
        const value = (each) => numberOf(parts.of(each));
        const also = newKey ? block(`${both("verdeelsleutel", "division key")} ${keyName} ${quoted(keyTitle.value.trim() || "…")}`, [[both("waarden", "values"), parties.map((each) => `${names([each])} ${value(each) ? spelled(value(each), lang) : "…"}`).join(", ") || "…"]]) : "";
        const statement = [`${both("kosten", "cost")} ${nameFor(called || both("nieuw", "new"), [...known(), ...keys, keyName])} ${quoted(called || "…")} ${money} ${when}`, share, cover.value.trim() && `${both("dekking", "cover")} ${quoted(cover.value.trim())} ${money}`].filter(Boolean).join("  ");
        const hundred = parties.reduce((all_, each) => all_ + Math.round(Number(percent(each).replace(",", ".")) * 1e4), 0) === 1e6;
        const within = all.find((each) => each.name === home.value);
        return {
            statement, also, inside: variant.value && within?.variant !== variant.value ? variant.value : home.value,
            wrong: !called ? nothing(both("waarvoor het is", "what it is for")) : !sum ? nothing(both("het bedrag, bijvoorbeeld 90.000 of 1.250,50", "the amount, for instance 90,000 or 1,250.50"))
                : how.value && !who.hidden && !parties.length ? nothing(both("wie betalen", "who pay"))
                : how.value === "one" && parties.length !== 1 ? both("Kies één die alles betaalt.", "Choose the one that pays it all.")
                : how.value === "shares" && !parties.every(right) ? nothing(both("van ieder het percentage", "the percentage of each"))
                : how.value === "shares" && !hundred ? both("De percentages zijn samen geen 100.", "The percentages do not make 100.")
                : newKey && !parties.every(value) ? nothing(both("van ieder de waarde, bijvoorbeeld het aantal inwoners", "the value of each, for instance the number of inhabitants")) : "",
        };
    });
}

/** A line as it could stand in this text, to begin with. */
export function exampleOfCosts() {
    const [a, b] = [...(currentNames().owners ?? []), "Leiden", "Leiderdorp"].filter((each, at, every) => every.findIndex((other) => fold(other) === fold(each)) === at);
    const lang = currentNames().language ?? language();
    return `${both("kosten uitvoering", "cost execution")} ${quoted(both("Uitvoering", "Execution"))} € ${spelled({ whole: "90000", cents: "" }, lang)} ${both("per jaar  vanaf 1 januari", "per year  from 1 January")} ${new Date().getFullYear() + 1}  ${both("verdeeld", "shared")} ${names([a])} 60 %, ${names([b])} 40 %`;
}
