// The workbench: what belongs to what. Everything happens in this page; nothing leaves it but what she saves.
import { Choosers } from "./choosers.js";
import { byId, menu, tell } from "./dom.js";
import { Editor } from "./editor.js";
import { Engine } from "./engine.js";
import { Files, plainName } from "./files.js";
import { Findings } from "./findings.js";
import { forms } from "./forms.js";
import { helpAt, setNames } from "./language.js";
import { panels } from "./panels.js";
import { Questions } from "./questions.js";
import { rename } from "./rename.js";
import { isMarkdown, Session } from "./session.js";
import { Start } from "./start.js";
import { Tabs } from "./tabs.js";
import { Manual } from "./why.js";
import { language, plain, say, setLanguage } from "./words.js";

const engine = new Engine();
const session = new Session(engine);
const narrow = matchMedia("(max-width: 56rem)");

const show = (what) => {
    document.body.dataset.show = what;
    for (const button of byId("switch").children) button.setAttribute("aria-pressed", String(button.dataset.show === what));
};
const light = () => all.appendix.view.light({ file: session.file, line: editor.line });
const editor = new Editor(byId("text"), session, {
    onchange: () => {
        session.edit(editor.text);
        state();
        files.keepDraft();
    },
    online: () => all && light(),
    onfile: () => choosers.drawFiles(),
    onjump: () => narrow.matches && show("text"),
    onname: () => rename(session, editor),
});
const links = {
    open: (name, question) => openTab(name, question),
    online: ({ file, line }) => editor.jumpToLine(line, file),
    oncell: (question) => {
        all.appendix.view.choose(question);
        editor.mark(question.lines);
        openTab("why", question);
    },
    onday: (on) => choosers.choose({ on }),
    onpage: (manual) => openTab("why", { manual }),
    oncode: (what) => openTab("why", { what, page: true }),
    named: (bare) => session.texts.find((path) => path === bare || path.endsWith(`/${bare}`)),
};
const openTab = async (name, question) => {
    if (narrow.matches) show("result");
    await tabs.show(name);
    if (question) await all[name].ask(question);
};
const findings = new Findings(session, editor, openTab);
const questions = new Questions(session, editor, openTab);
let all = null;
const manual = new Manual(engine);
all = panels(session, editor, findings, questions, links, manual);
const counts = {};
const tabs = new Tabs(byId("tabs"), byId("panels"), all, (name) => {
    if (name !== "why") editor.mark([], false);
});
const choosers = new Choosers(session, editor);
const files = new Files(session, (opened) => (opened ? load(opened) : state()));
const start = new Start(byId("start"), { session, files, load, manual });

// ---- the files -------------------------------------------------------------------------------------------------

/** Other files: see `Session.open`. */
async function load(opened) {
    session.open(opened);
    all.why.question = null;
    editor.load();
    byId("start").hidden = true;
    byId("work").hidden = false;
    document.body.classList.add("working");
    show("result");
    if (!document.body.dataset.engine) tell(say("loading"));
    state();
    tabs.active = "appendix";
    tabs.show("appendix");
    session.later(0);
    if (!narrow.matches) editor.view.focus();
}

function state() {
    byId("name").value = session.name;
    byId("state").textContent = session.changed ? say("changed") : session.opened ? say("saved") : "";
    byId("file").classList.toggle("changed", session.changed);
    byId("heading").textContent = session.name;
    document.title = `${session.changed ? "• " : ""}${session.name} – belegd`;
    choosers.drawFiles();
}

byId("name").addEventListener("change", (event) => {
    const name = plainName(event.target.value) || say("untitled");
    session.handle = null;
    if (session.packed) {
        session.name = /\.zip$/i.test(name) ? name : `${name}.zip`;
    } else {
        const markdown = isMarkdown(session.file);
        session.rename(/\.(belegd|md|markdown)$/i.test(name) ? name : `${name}.belegd`);
        if (isMarkdown(session.file) !== markdown) editor.load();
    }
    state();
});
byId("brand").addEventListener("click", () => {
    byId("work").hidden = true;
    byId("start").hidden = false;
    document.body.classList.remove("working");
    start.refresh(session.opened);
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
    const document_ = (command, form, words, more) => [say(words), () => files.document(command, form, more)];
    const more = {
        timeline: ["docx", "xlsx", "ics"], costs: ["docx", "xlsx"], decisions: ["docx", "xlsx"], questions: ["docx", "xlsx"], compare: all.compare.before ? ["docx"] : [],
        drawing: ["svg", "drawio", "mermaid", "dot", "docx", "xlsx"],
    }[tab] ?? [];
    const words = { docx: "word", xlsx: "excel" };
    const asked = tab === "compare" ? { before: all.compare.before, after: all.compare.after } : tab === "costs" ? all.costs.more : {};
    return [
        say("appendix"),
        document_("overview", "docx", "word"),
        [`${say("houseStyle")}…`, () => files.pick(".docx", (file) => files.inHouseStyle(file))],
        document_("overview", "odt", "odt"),
        document_("overview", "html", "html"),
        document_("overview", "xlsx", "excel"),
        document_("overview", "md", "markdown"),
        ...(more.length ? [say(tab), ...more.map((form) => document_(tab === "drawing" ? "graph" : tab, form, words[form] ?? form, asked))] : []),
    ];
});
addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "F1") return event.preventDefault(), help();
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "s") (event.preventDefault(), files.save(event.shiftKey));
    if (key === "o") (event.preventDefault(), files.open());
});
for (const what of ["dragover", "drop"])
    addEventListener(what, (event) => {
        if (![...(event.dataTransfer?.types ?? [])].includes("Files")) return;
        event.preventDefault();
        if (what === "drop") files.drop(event.dataTransfer);
    });

// ---- the text --------------------------------------------------------------------------------------------------

byId("undo").addEventListener("click", () => editor.step(true));
byId("redo").addEventListener("click", () => editor.step(false));
byId("rename").addEventListener("click", () => rename(session, editor));
byId("help").addEventListener("click", () => (byId("start").hidden ? openTab("why", { manual: "" }) : start.help()));

/** Of the word or the code at the cursor its page; elsewhere the manual. */
function help() {
    if (!byId("start").hidden) return start.help();
    if (!editor.view.hasFocus) return openTab("why", { manual: "" });
    const { state } = editor.view;
    const at = state.selection.main.head, line = state.doc.lineAt(at), before = at - line.from;
    const name = /[\p{L}\d_][\p{L}\p{M}\d_'’-]*/gu;
    const token = [...line.text.matchAll(name)].find((each) => each.index <= before && before <= each.index + each[0].length)?.[0];
    if (/^[A-Z]+-?\d+[a-z]?$/.test(token ?? "")) return openTab("why", { what: token, page: true });
    const quoted = (line.text.slice(0, before).match(/"/g) ?? []).length % 2;
    const word = quoted ? null : (helpAt(line.text, before) ?? helpAt(line.text, before - 1));
    if (word) return openTab("why", { what: word.words[language() === "nl" ? 0 : 1], word: word.id });
    return openTab("why", token ? { what: token } : { manual: "" });
}
byId("format").addEventListener("click", async () => {
    await session.fresh();
    const { text, file } = session;
    const result = await engine.run({ command: "format", path: file, lang: language() });
    if (session.text !== text || session.file !== file || result.exit === 2) return void (result.exit === 2 && tell(say("failed", plain(result.err))));
    const laid = result.text();
    tell(say(laid === text ? "formattedSame" : "formatted"));
    if (laid !== text) editor.replaceAll(laid);
});
menu(byId("add"), () => [...forms.map(({ name, make }) => [say(name), () => make(session, editor)]), [say("addFile"), () => choosers.add()]]);

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

// ---- what the engine says --------------------------------------------------------------------------------------

session.on("busy", (busy) => (byId("busy").textContent = busy ? say("busy") : ""));
session.on("model", (model) => {
    setNames(model);
    choosers.draw();
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
    light();
});
engine.onrestart = () => {
    tell(say("crashed"));
    session.analysed = -1;
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
    byId("rename").title = say("renameHelp");
    byId("help").title = say("helpHelp");
    choosers.draw();
    state();
    start.refresh(session.opened);
    if (session.opened && session.analysed === session.edition) {
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
        if (session.opened) session.later(0);
    },
    (failed) => tell(say("failed", failed.message)),
);
// For whoever tries the page by script: what it shows is of the text as it stands.
window.belegd = { fresh: () => session.fresh(), text: () => session.text, set: (text) => editor.replaceAll(text), cursor: (at) => editor.cursor(at), memory: () => engine.memory };
