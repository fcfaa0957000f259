// The workbench: what belongs to what. Everything happens in this page; nothing leaves it but what she saves.
import { setNames } from "./language.js";
import { byId, h, menu, tell } from "./dom.js";
import { Editor } from "./editor.js";
import { Engine } from "./engine.js";
import { Files } from "./files.js";
import { Findings } from "./findings.js";
import { forms } from "./forms.js";
import { panels, Tabs } from "./panels.js";
import { Questions } from "./questions.js";
import { Session } from "./session.js";
import { Start } from "./start.js";
import { language, say, said, setLanguage } from "./words.js";

const engine = new Engine();
const session = new Session(engine);
const narrow = matchMedia("(max-width: 56rem)");

const show = (what) => {
    document.body.dataset.show = what;
    for (const button of byId("switch").children) button.setAttribute("aria-pressed", String(button.dataset.show === what));
};
const editor = new Editor(byId("text"), {
    onchange: () => {
        session.edit(editor.text);
        state();
        files.keepDraft();
    },
    online: (line) => all?.appendix.view.light(line),
    onjump: () => narrow.matches && show("text"),
});
const links = {
    open: (name) => openTab(name),
    online: (line) => editor.jumpToLine(line),
    oncell: (question) => {
        all.appendix.view.choose(question);
        editor.mark(question.lines);
        openTab("why", question);
    },
};
const openTab = async (name, question) => {
    if (narrow.matches) show("result");
    if (question) {
        await tabs.show(name);
        await all[name].ask(question);
    } else await tabs.show(name);
};
const findings = new Findings(session, editor, openTab);
const questions = new Questions(session, editor, openTab);
let all = panels(session, editor, findings, questions, links);
const counts = {};
const tabs = new Tabs(byId("tabs"), byId("panels"), all, (name) => {
    if (name !== "why") editor.mark([], false);
});
const files = new Files(session, (file) => (file ? load(file) : state()));
const start = new Start(byId("start"), { session, files, load });

// ---- the file --------------------------------------------------------------------------------------------------

/** Another text: `{ name, text, ending, mark, handle, saved, beside }`. */
async function load({ name, text, ending: of = "\n", mark = "", handle = null, saved = false, beside = {} }) {
    Object.assign(session, { name, text, ending: of, mark, handle, saved: saved ? text : "", analysed: null });
    session.choices = { on: "", for: "", variant: "", name: "" };
    all.why.question = null;
    editor.load(text, session.markdown);
    byId("start").hidden = true;
    byId("work").hidden = false;
    document.body.classList.add("working");
    show("result");
    if (!document.body.dataset.engine) tell(say("loading"));
    state();
    for (const [path, other] of Object.entries(beside)) engine.write(path, other).catch(() => {});
    tabs.active = "appendix";
    tabs.show("appendix");
    session.later(0);
    if (!narrow.matches) editor.view.focus();
}

function state() {
    byId("name").value = session.name;
    byId("state").textContent = session.changed ? say("changed") : session.saved ? say("saved") : "";
    byId("file").classList.toggle("changed", session.changed);
    byId("heading").textContent = session.name;
    document.title = `${session.changed ? "• " : ""}${session.name} – belegd`;
}

byId("name").addEventListener("change", (event) => {
    const name = event.target.value.trim().replace(/[\\/:*?"<>|]/g, "-") || say("untitled");
    const markdown = session.markdown;
    session.name = /\.(belegd|md|markdown)$/i.test(name) ? name : `${name}.belegd`;
    session.handle = null;
    if (session.markdown !== markdown) editor.load(session.text, session.markdown);
    state();
    session.later(0);
});
byId("brand").addEventListener("click", () => {
    byId("work").hidden = true;
    byId("start").hidden = false;
    document.body.classList.remove("working");
    start.refresh(Boolean(session.text));
    byId("start").querySelector("h1").focus();
});
byId("open").addEventListener("click", () => files.open());
byId("save").addEventListener("click", () => files.save());
byId("print").addEventListener("click", async () => {
    await session.fresh();
    print();
});
menu(byId("documents"), () => {
    const tab = tabs.active;
    const document_ = (command, form, words) => [say(words), () => files.document(command, form)];
    const more = {
        timeline: [["docx", "word"], ["xlsx", "excel"], ["ics", "ics"]], costs: [["docx", "word"], ["xlsx", "excel"]], decisions: [["docx", "word"], ["xlsx", "excel"]], questions: [["docx", "word"], ["xlsx", "excel"]],
    }[tab];
    return [
        say("appendix"),
        document_("overview", "docx", "word"),
        [`${say("houseStyle")}…`, () => files.pick(".docx", (file) => files.inHouseStyle(file))],
        document_("overview", "odt", "odt"),
        document_("overview", "html", "html"),
        document_("overview", "xlsx", "excel"),
        document_("overview", "md", "markdown"),
        ...(more ? [say(tab), ...more.map(([form, words]) => document_(tab, form, words))] : []),
        ...(tab === "compare" && all.compare.before ? [say(tab), [say("word"), () => files.document("compare", "docx", { before: all.compare.before, after: all.compare.after })]] : []),
    ];
});
addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    if (key === "s") (event.preventDefault(), files.save(event.shiftKey));
    if (key === "o") (event.preventDefault(), files.open());
});
for (const what of ["dragover", "drop"])
    addEventListener(what, (event) => {
        if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
        event.preventDefault();
        const file = what === "drop" && event.dataTransfer.files[0];
        if (file && /\.docx$/i.test(file.name) && session.text) files.inHouseStyle(file);
        else if (file) files.take(file);
    });

// ---- the text --------------------------------------------------------------------------------------------------

byId("undo").addEventListener("click", () => editor.undo());
byId("redo").addEventListener("click", () => editor.redo());
byId("format").addEventListener("click", async () => {
    await session.fresh();
    const text = session.text;
    const result = await engine.run({ command: "format", path: session.path, lang: language() });
    if (session.text !== text || result.exit === 2) return void (result.exit === 2 && tell(say("failed", result.err.replace(/^belegd: /gm, ""))));
    const laid = result.text();
    tell(say(laid === text ? "formattedSame" : "formatted"));
    if (laid !== text) editor.replaceAll(laid);
});
menu(byId("add"), () => forms.map(({ name, make }) => [say(name), () => make(session, editor)]));

const divider = byId("divider");
const width = (percent) => {
    const to = Math.max(20, Math.min(80, percent));
    byId("work").style.setProperty("--left", `${to}%`);
    divider.setAttribute("aria-valuenow", String(Math.round(to)));
};
divider.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -3, ArrowRight: 3 }[event.key];
    if (step) (event.preventDefault(), width(Number(divider.getAttribute("aria-valuenow")) + step));
});
divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    const move = (at) => width((at.clientX / innerWidth) * 100);
    divider.addEventListener("pointermove", move);
    divider.addEventListener("pointerup", () => divider.removeEventListener("pointermove", move), { once: true });
});
for (const button of byId("switch").children) button.addEventListener("click", () => show(button.dataset.show));

// ---- the choosers ----------------------------------------------------------------------------------------------

function choosers() {
    const model = session.model;
    const { choices } = session;
    const select = (key, words, first, options) => {
        const known = options.some(([value]) => value === choices[key]);
        return h("label", {}, h("span", {}, say(words)),
            h("select", { "data-key": key, onchange: (event) => choose({ [key]: event.target.value }) },
              h("option", { value: "" }, first), options.map(([value, text]) => h("option", { value, selected: value === choices[key] }, text)),
              choices[key] && !known && h("option", { value: choices[key], selected: true }, choices[key])));
    };
    const titled = (each) => [each.name, said(each.title) || each.name];
    const overviews = model?.overviews ?? [], variants = model?.variants ?? [], owners = model?.owners ?? [];
    const focused = document.activeElement?.closest?.("#choosers") ? (document.activeElement.dataset.key ?? "") : null;
    byId("choosers").replaceChildren(
        ...(overviews.length > 1 ? [select("name", "overview", said(overviews[0].title) || overviews[0].name, overviews.slice(1).map(titled))] : []),
        h("label", {}, h("span", {}, say("day")), h("input", { type: "date", value: choices.on, title: say("dayHelp"), "data-key": "on", onchange: (event) => choose({ on: event.target.value }) })),
        select("for", "owner", say("everyone"), owners.map((each) => [each, each])),
        ...(variants.length ? [select("variant", "situation", say("asOverview"), [["huidig", say("present")], ...variants.map(titled)])] : []),
        ...(Object.values(choices).some(Boolean) ? [h("button", { type: "button", class: "quiet", onclick: () => choose({ on: "", for: "", variant: "", name: "" }) }, say("reset"))] : []),
    );
    if (focused) byId("choosers").querySelector(`[data-key="${focused}"]`)?.focus();
}
function choose(choices) {
    session.choose(choices);
    choosers();
}
byId("choosers").addEventListener("submit", (event) => event.preventDefault());

// ---- what the engine says --------------------------------------------------------------------------------------

session.on("busy", (busy) => (byId("busy").textContent = busy ? say("busy") : ""));
session.on("model", (model) => {
    setNames(model);
    choosers();
});
session.on("findings", () => {
    editor.setFindings(findings.diagnostics());
    const [[, errors], [, warnings], [, notes]] = findings.counts;
    counts.findings = { number: errors + warnings + notes, kind: errors ? "error" : warnings ? "warning" : "" };
    counts.questions = { number: session.questions };
    tabs.relabel(counts);
});
session.on("refresh", async () => {
    await tabs.refresh();
    all.appendix.view.light(editor.view.state.doc.lineAt(editor.view.state.selection.main.head).number);
});
engine.onrestart = () => {
    tell(say("crashed"));
    session.analysed = null;
    session.later(1000);
};

// ---- the language of the page ----------------------------------------------------------------------------------

function relabel() {
    document.documentElement.lang = language();
    for (const each of document.querySelectorAll("[data-say]")) each.textContent = say(each.dataset.say);
    for (const button of byId("languages").children) button.setAttribute("aria-pressed", String(button.dataset.language === language()));
    const labels = { languages: "language", name: "file", left: "text", right: "result", toolbar: "text", divider: "width", switch: "tabs" };
    for (const [id, words] of Object.entries(labels)) byId(id).setAttribute("aria-label", say(words));
    byId("format").title = say("formatHelp");
    tabs.relabel(counts);
    editor.relabel();
    choosers();
    state();
    start.refresh(Boolean(session.text));
    if (session.text && session.analysed === session.text) {
        editor.setFindings(findings.diagnostics());
        tabs.refresh();
    }
}
for (const button of byId("languages").children)
    button.addEventListener("click", () => {
        setLanguage(button.dataset.language);
        relabel();
    });

relabel();
show("text");
engine.start().then(
    () => {
        document.body.dataset.engine = engine.inWorker ? "worker" : "page";
        if (session.text) session.later(0);
    },
    (failed) => tell(say("failed", failed.message)),
);
// For whoever tries the page by script: what it shows is of the text as it stands.
window.belegd = { fresh: () => session.fresh(), text: () => session.text, set: (text) => editor.replaceAll(text), memory: () => engine.memory };
