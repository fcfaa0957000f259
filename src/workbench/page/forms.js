// For who would rather not type: forms that write ordinary sentences into the text, and show them first.
import { dialog, h, tell } from "./dom.js";
import { currentNames, fold } from "./language.js";
import { lineInto } from "./places.js";
import { nameFor, quoted, written } from "./table.js";
import { language, say, said } from "./words.js";

const both = (nl, en) => (language() === "nl" ? nl : en);

// ---- fields ----------------------------------------------------------------------------------------------------

const field = (words, input, help) => h("label", {}, h("span", {}, words), input, help && h("span", { class: "soft" }, help));
const text = (attributes = {}) => h("input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes });
const select = (options, chosen) => h("select", {}, options.map(([value, words]) => h("option", { value, selected: value === chosen }, words)));
const day = (value = "") => h("input", { type: "date", value });

const titled = (each) => [each.name, said(each.title) && said(each.title) !== each.name ? `${said(each.title)} (${each.name})` : each.name];
const municipalities = () => currentNames().parties.filter((each) => each.municipality && !each.until);
const cooperations = () => (currentNames().cooperations ?? []).filter((each) => each.version === 1);

/** A list of names that is picked together: a field with suggestions, and what was picked as chips. */
function several(options, chosen = []) {
    const all = [...chosen];
    const id = `list-${fold(String(Math.random())).slice(2)}`;
    const input = text({ list: id, placeholder: both("kies of schrijf…", "choose or write…") });
    const chips = h("span", { class: "chips" });
    const box = h("div", { class: "several" }, chips, input, h("datalist", { id }, options.map((each) => h("option", { value: each }))));
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

const known = () => new Set(["parties", "tasks", "functions", "organs", "cooperations", "variants"].flatMap((list) => (currentNames()[list] ?? []).map((each) => fold(each.name))));
/** Names as they are written: what the model or the library knows stays as it is called there. */
const names = (list) => {
    const all = known();
    return list.map((each) => (all.has(fold(each)) || each.split(/ (?:van|of) /).every((part) => all.has(fold(part))) ? each : written(each))).join(", ");
};
const spelledDay = (iso) => {
    const [year, month, date] = iso.split("-").map(Number);
    const months = both("januari februari maart april mei juni juli augustus september oktober november december", "January February March April May June July August September October November December").split(" ");
    return `${date} ${months[month - 1]} ${year}`;
};

/** Aligned as the engine lays it out: word, two blanks, the rest. */
const block = (head, rows) => {
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
async function ask(session, editor, title, fields, make) {
    await session.fresh();
    const preview = h("pre", { class: "preview", tabindex: "0", "aria-label": say("preview") });
    const missing = h("p", { class: "wrong", role: "alert", hidden: true });
    const draw = () => {
        const made = make();
        preview.textContent = made.statement ?? "";
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
    tell(say("inserted", editor.change([change])));
}

const nothing = (what) => both(`Vul in: ${what}.`, `Fill in: ${what}.`);
const noCooperation = () => both("De tekst heeft nog geen samenwerking; voeg die eerst toe.", "The text has no cooperation yet; add one first.");

async function party(session, editor) {
    const kind = select([["organisatie", both("organisatie", "organisation")], ["gemeente", both("gemeente", "municipality")]]);
    const title = text({ list: "municipalities" });
    const short = text();
    return ask(session, editor, both("Een partij", "A party"), [
        field(both("Wat is het?", "What is it?"), kind, both("Een gemeente van vandaag kent belegd al: die hoeft hier alleen als haar taken in de bijlage horen.", "belegd knows the municipalities of today already: one is only needed here when its tasks belong in the appendix.")),
        field(both("Hoe heet zij?", "What is it called?"), title), field(both("Korte naam (hoeft niet)", "Short name (optional)"), short),
    ], () => {
        const called = title.value.trim();
        if (kind.value === "gemeente") return { statement: `${both("gemeente", "municipality")} ${written(called || "…")}`, wrong: !called && nothing(both("de naam", "the name")) };
        const name = short.value.trim() ? nameFor(short.value) : nameFor(called || both("nieuw", "new"), [...currentNames().parties.map((each) => fold(each.name))]);
        return { statement: `${both("organisatie", "organisation")} ${name} ${quoted(called || "…")}`, wrong: !called && nothing(both("de naam", "the name")) };
    });
}

async function cooperation(session, editor) {
    const word = select([["regeling", both("gemeenschappelijke regeling", "joint arrangement")], ["overeenkomst", both("overeenkomst", "agreement")], ["samenwerking", both("samenwerking in een andere vorm", "cooperation in another form")]]);
    const title = text();
    const form = select([["", both("niet vermeld", "not stated")], ...currentNames().forms.map((each) => [each.name, said(each.title) || each.name])]);
    const organ = select([["college", "college"], ["raad", both("raad", "council")], ["burgemeester", both("burgemeester", "mayor")], ["", both("niet vermeld", "not stated")]], "college");
    const parties = several(municipalities().map((each) => each.name), currentNames().owners ?? []);
    const from = day(`${new Date().getFullYear() + 1}-01-01`);
    const variant = select([["", say("present")], ...(currentNames().variants ?? []).map(titled)]);
    const english = { regeling: "arrangement", overeenkomst: "agreement", samenwerking: "cooperation" }, organs = { college: "executive", raad: "council", burgemeester: "mayor" };
    return ask(session, editor, both("Een samenwerking", "A cooperation"), [
        field(both("Wat is het?", "What is it?"), word), field(both("Titel", "Title"), title), field(both("Vorm", "Form"), form),
        field(both("Deelnemers", "Participants"), parties.box), field(both("Met welk orgaan", "With which organ"), organ), field(both("Geldt vanaf", "Applies from"), from),
        (currentNames().variants ?? []).length > 0 && field(say("situation"), variant),
    ], () => {
        const name = nameFor(title.value || both("nieuw", "new"), [...known()]);
        const who = parties.names, of = organ.value ? `${both(organ.value, organs[organ.value])} ${both("van", "of")} ` : "";
        const rows = [[both("vorm", "form"), form.value || both("niet vermeld", "not stated")], [both("deelnemers", "participants"), who.length ? of + names(who) : "…"]];
        if (from.value) rows.push([both("geldt", "applies"), `${both("vanaf", "from")} ${spelledDay(from.value)}`]);
        return {
            statement: block(`${both(word.value, english[word.value])} ${name} ${quoted(title.value.trim() || "…")}`, rows), inside: variant.value,
            wrong: !title.value.trim() ? nothing(both("de titel", "the title")) : who.length < 2 ? both("Kies ten minste twee deelnemers.", "Choose two participants at least.") : "",
        };
    });
}

const verbs = () => [["mandateert", both("mandateert: beslist namens de gever, die bevoegd blijft", "mandates: decides for the giver, who stays competent"), "mandates"], ["delegeert", both("delegeert: de bevoegdheid gaat over", "delegates: the power passes"), "delegates"],
    ["belegt", both("belegt: alleen feitelijk werk", "assigns: factual work only"), "assigns"], ["draagt op", both("draagt op: de titel is niet vermeld", "entrusts: the legal basis is not stated"), "entrusts"], ["laat", both("laat: blijft waar het is", "leaves: stays where it is"), "leaves"]];

async function transfer(session, editor) {
    const all = cooperations();
    const home = select(all.map(titled));
    const verb = select(verbs());
    const functions = several(currentNames().functions.map((each) => each.name));
    const tasks = several(currentNames().tasks.map((each) => each.name));
    const receiver = several([...currentNames().organs.map((each) => each.name), ...(currentNames().owners ?? []).map((each) => `college van ${each}`), ...currentNames().parties.map((each) => each.name)]);
    const whose = several(currentNames().owners ?? []);
    return ask(session, editor, both("Een overdracht van werk", "A transfer of work"), [
        field(both("In welke samenwerking?", "In which cooperation?"), home), field(both("Wat gebeurt er?", "What happens?"), verb),
        field(both("Welke onderdelen?", "Which parts of the work?"), functions.box, both("bijvoorbeeld beschikking, uitvoering", "for instance beschikking, uitvoering")), field(both("Van welke taken?", "Of which tasks?"), tasks.box),
        field(both("Aan of bij wie?", "To or with whom?"), receiver.box), field(both("Voor wie? (leeg: alle deelnemers)", "For whom? (empty: every participant)"), whose.box),
    ], () => {
        const [, , english] = verbs().find(([nl]) => nl === verb.value);
        const preposition = ["belegt", "laat"].includes(verb.value) ? both("bij", "with") : both("aan", "to");
        const part = (list) => (list.names.length ? names(list.names) : "…");
        const statement = `${both(verb.value, english)}  ${part(functions)} ${both("van", "of")} ${part(tasks)} ${preposition} ${part(receiver)}${whose.names.length ? `  ${both("voor", "for")} ${names(whose.names)}` : ""}`;
        const wrong = !all.length ? noCooperation() : !functions.names.length ? nothing(both("de onderdelen", "the parts")) : !tasks.names.length ? nothing(both("de taken", "the tasks")) : !receiver.names.length ? nothing(both("aan of bij wie", "to or with whom")) : "";
        return { statement, inside: home.value, wrong };
    });
}

async function accession(session, editor) {
    const all = cooperations();
    const home = select(all.map(titled));
    const who = several(municipalities().map((each) => each.name));
    const organ = select([["college", "college"], ["raad", both("raad", "council")], ["", both("niet vermeld", "not stated")]], "college");
    const from = day(`${new Date().getFullYear() + 1}-01-01`);
    return ask(session, editor, both("Een toetreding", "An accession"), [
        field(both("Tot welke samenwerking?", "To which cooperation?"), home), field(both("Wie treedt toe?", "Who accedes?"), who.box), field(both("Met welk orgaan", "With which organ"), organ), field(both("Met ingang van", "With effect from"), from),
    ], () => {
        const of = organ.value ? `${both(organ.value, organ.value === "raad" ? "council" : "executive")} ${both("van", "of")} ` : "";
        return {
            statement: `${both("wijziging", "amendment")} ${home.value || "…"} ${both("per", "as of")} ${from.value ? spelledDay(from.value) : "…"} {\n  ${both("treedt toe", "accedes")}  ${who.names.length ? of + names(who.names) : "…"}\n}`,
            wrong: !all.length ? noCooperation() : !who.names.length ? nothing(both("wie toetreedt", "who accedes")) : !from.value ? nothing(both("de dag", "the day")) : "",
        };
    });
}

async function decision(session, editor) {
    const title = text();
    const organ = select([["college", "college"], ["raad", both("raad", "council")], ["burgemeester", both("burgemeester", "mayor")]]);
    const whose = select((currentNames().owners ?? []).map((each) => [each, each]));
    const purposes = [["vaststellen", both("vaststellen", "adopt"), "adopt"], ["instemmen", both("instemmen", "agree"), "agree"], ["toestemming", both("toestemming", "permission"), "permit"], ["zienswijze", both("zienswijze", "view"), "view"], ["advies", both("advies", "advice"), "advise"], ["kennisneming", both("kennisneming", "take note"), "take note"]];
    const purpose = select(purposes);
    const states = [["besloten", both("besloten", "decided"), "decided"], ["voorgenomen", both("voorgenomen", "intended"), "intended"], ["in onderzoek", both("in onderzoek", "under research"), "under research"]];
    const status = select(states);
    const on = day();
    const organs = { college: "executive", raad: "council", burgemeester: "mayor" };
    return ask(session, editor, both("Een besluit", "A decision"), [
        field(both("Titel", "Title"), title), field(both("Welk orgaan?", "Which organ?"), organ), field(both("Van wie?", "Of whom?"), whose),
        field(both("Soort besluit", "Kind of decision"), purpose), field("Status", status), field(both("Op welke dag? (hoeft niet)", "On which day? (optional)"), on),
    ], () => ({
        statement: [`${both("besluit", "decision")} ${nameFor(title.value || both("nieuw", "new"), [...known()])} ${quoted(title.value.trim() || "…")}`,
            `${both("door", "by")} ${both(organ.value, organs[organ.value])} ${both("van", "of")} ${whose.value || "…"}`, on.value && `${both("op", "on")} ${spelledDay(on.value)}`,
            `${both("soort besluit", "purpose")} ${both(purpose.value, purposes.find(([nl]) => nl === purpose.value)[2])}`, `status ${both(status.value, states.find(([nl]) => nl === status.value)[2])}`].filter(Boolean).join("  "),
        wrong: !title.value.trim() ? nothing(both("de titel", "the title")) : !whose.value ? both("De tekst noemt nog geen gemeente.", "The text names no municipality yet.") : "",
    }));
}

async function variant(session, editor) {
    const title = text();
    const states = [["in onderzoek", both("in onderzoek", "under research"), "under research"], ["voorgenomen", both("voorgenomen", "intended"), "intended"], ["besloten", both("besloten", "decided"), "decided"]];
    const status = select(states);
    const ends = select([["", both("geen", "none")], ...cooperations().map(titled)]);
    const whose = several(currentNames().owners ?? []);
    const from = day(`${new Date().getFullYear() + 1}-01-01`);
    return ask(session, editor, both("Een variant: wat er anders wordt", "A variant: what becomes different"), [
        field(both("Titel", "Title"), title), field("Status", status), field(both("Welke samenwerking eindigt dan?", "Which cooperation ends then?"), ends),
        field(both("Voor wie? (leeg: voor iedereen)", "For whom? (empty: for everybody)"), whose.box), field(both("Met ingang van", "With effect from"), from),
    ], () => {
        const rows = [["status", both(status.value, states.find(([nl]) => nl === status.value)[2])]];
        if (ends.value) rows.push([both("beëindigt", "ends"), `${ends.value}${whose.names.length ? ` ${both("voor", "for")} ${names(whose.names)}` : ""}${from.value ? ` ${both("per", "as of")} ${spelledDay(from.value)}` : ""}`]);
        return { statement: block(`variant ${nameFor(title.value || both("nieuw", "new"), [...known()])} ${quoted(title.value.trim() || "…")}`, rows), wrong: !title.value.trim() ? nothing(both("de titel", "the title")) : "" };
    });
}

export const forms = [
    { name: "addParty", make: party }, { name: "addCooperation", make: cooperation }, { name: "addTransfer", make: transfer },
    { name: "addAccession", make: accession }, { name: "addDecision", make: decision }, { name: "addVariant", make: variant },
];
