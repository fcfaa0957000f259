// For who would rather not type: forms that write ordinary sentences into the text, and show them first.
import { ask, block, bodiesOf, both, cooperations, day, field, known, municipalities, names, noCooperation, nothing, several, select, spelledDay, text, titled } from "./fields.js";
import { costs } from "./forms_costs.js";
import { currentNames, fold } from "./language.js";
import { nameFor, quoted, written } from "./table.js";
import { say, said } from "./words.js";

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
    // Who works for the others: in a centre arrangement the centre, in an agreement whoever has the work, of which it is said which.
    const performer = text({ list: "municipalities" });
    const functions = several(currentNames().functions.map((each) => each.name), [both("uitvoering", "execution")]);
    const tasks = several(currentNames().tasks.map((each) => each.name));
    const works = field(both("Wie doet het werk voor de andere?", "Who does the work for the others?"), performer);
    const work = [field(both("Welke onderdelen van het werk?", "Which parts of the work?"), functions.box), field(both("Van welke taken?", "Of which tasks?"), tasks.box)];
    const english = { regeling: "arrangement", overeenkomst: "agreement", samenwerking: "cooperation" }, organs = { college: "executive", raad: "council", burgemeester: "mayor" };
    return ask(session, editor, both("Een samenwerking", "A cooperation"), [
        (currentNames().variants ?? []).length > 0 && field(say("situation"), variant),
        field(both("Wat is het?", "What is it?"), word), field(both("Titel", "Title"), title), field(both("Vorm", "Form"), form),
        field(both("Deelnemers", "Participants"), parties.box), field(both("Met welk orgaan", "With which organ"), organ), works, ...work, field(both("Geldt vanaf", "Applies from"), from),
    ], () => {
        const name = nameFor(title.value || both("nieuw", "new"), [...known()]);
        const who = parties.names, of = organ.value ? `${both(organ.value, organs[organ.value])} ${both("van", "of")} ` : "";
        const rows = [[both("vorm", "form"), form.value || both("niet vermeld", "not stated")], [both("deelnemers", "participants"), who.length ? of + names(who) : "…"]];
        if (from.value) rows.push([both("geldt", "applies"), `${both("vanaf", "from")} ${spelledDay(from.value)}`]);
        const centre = fold(form.value) === "centrumregeling", agreed = word.value === "overeenkomst", does = performer.value.trim();
        works.hidden = !centre && !agreed;
        for (const each of work) each.hidden = !agreed;
        if (centre && does) rows.push([both("centrum", "centre"), names([does])]);
        if (agreed && does) {
            const others = who.filter((each) => fold(each) !== fold(does));
            const what = `${names(functions.names) || "…"} ${both("van", "of")} ${names(tasks.names) || "…"}`;
            rows.push([both("belegt", "assigns"), `${what} ${both("bij", "with")} ${names([does])}${others.length ? `  ${both("voor", "for")} ${names(others)}` : ""}`]);
        }
        return {
            statement: block(`${both(word.value, english[word.value])} ${name} ${quoted(title.value.trim() || "…")}`, rows), inside: variant.value,
            wrong: !title.value.trim() ? nothing(both("de titel", "the title")) : who.length < 2 ? both("Kies ten minste twee deelnemers.", "Choose two participants at least.") : agreed && does && (!tasks.names.length || !functions.names.length) ? nothing(both("welk werk: de onderdelen en de taken", "which work: the parts and the tasks")) : "",
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
    const receiver = several([...all.flatMap((each) => bodiesOf(session, each)), ...all.map((each) => each.name), ...currentNames().organs.map((each) => each.name), ...(currentNames().owners ?? []).map((each) => `college van ${each}`), ...currentNames().parties.map((each) => each.name)]);
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
    const things = ["cooperations", "variants", "decisions", "tasks"].flatMap((list) => (list === "cooperations" ? cooperations() : (currentNames()[list] ?? [])).map(titled));
    const about = several(things, cooperations().length === 1 ? [cooperations()[0].name] : []);
    const organs = { college: "executive", raad: "council", burgemeester: "mayor" };
    return ask(session, editor, both("Een besluit", "A decision"), [
        field(both("Titel", "Title"), title), field(both("Welk orgaan?", "Which organ?"), organ), field(both("Van wie?", "Of whom?"), whose),
        field(both("Waarover?", "About what?"), about.box, both("een samenwerking, een variant, een taak of een ander besluit", "a cooperation, a variant, a task or another decision")),
        field(both("Soort besluit", "Kind of decision"), purpose), field("Status", status), field(both("Op welke dag? (hoeft niet)", "On which day? (optional)"), on),
    ], () => ({
        statement: [`${both("besluit", "decision")} ${nameFor(title.value || both("nieuw", "new"), [...known()])} ${quoted(title.value.trim() || "…")}`,
            `${both("door", "by")} ${both(organ.value, organs[organ.value])} ${both("van", "of")} ${whose.value || "…"}`, on.value && `${both("op", "on")} ${spelledDay(on.value)}`,
            `${both("soort besluit", "kind of decision")} ${both(purpose.value, purposes.find(([nl]) => nl === purpose.value)[2])}`, about.names.length > 0 && `${both("betreft", "concerns")} ${names(about.names)}`, `status ${both(status.value, states.find(([nl]) => nl === status.value)[2])}`].filter(Boolean).join("  "),
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
    { name: "addAccession", make: accession }, { name: "addDecision", make: decision }, { name: "addVariant", make: variant }, { name: "addCosts", make: costs },
];
