// Holds what the engine of the page writes against what the command line writes, byte for byte:
//   node engine.mjs ROOT BELEGD ENGINE_FOLDER
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [root, belegd, folder] = process.argv.slice(2).map((path) => resolve(path));
const make = createRequire(import.meta.url)(join(folder, "belegd.js"));
const engine = await make({ wasmBinary: readFileSync(join(folder, "belegd.wasm")), print() {}, printErr() {} });

function ask(question) {
    const bytes = Buffer.from(JSON.stringify(question) + "\0");
    const at = engine._malloc(bytes.length);
    engine.HEAPU8.set(bytes, at);
    engine._belegd_ask(at);
    engine._free(at);
    const part = (data, size) => Buffer.from(engine.HEAPU8.slice(data, data + size));
    return { told: JSON.parse(part(engine._belegd_told(), engine._belegd_told_size())), bytes: part(engine._belegd_bytes(), engine._belegd_bytes_size()) };
}

/** Every worked model: its folder and its own file; what it brings in lies beside it. */
const models = readdirSync(join(root, "models"))
    .map((name) => {
        const at = join(root, "models", name);
        const files = readdirSync(at).filter((file) => /\.(belegd|md)$/.test(file) && file !== "README.md");
        const text = (file) => readFileSync(join(at, file), "utf8");
        const main = files.find((file) => /gebruik\s+.*"/.test(text(file))) ?? files[0];
        return { name, at, files, main, text };
    })
    .filter(({ main }) => main);

const commands = [
    ["overview", "docx", "odt", "xlsx", "html", "md", "json"],
    ["timeline", "html", "docx", "ics"],
    ["costs", "html", "json"],
    ["decisions", "html", "json"],
    ["questions", "json", "docx"],
    ["check", "json"],
    ["test", "json"],
    ["export", "json"],
    ["repair", "json", "html"],
    ["graph", "mermaid", "dot", "svg", "html", "drawio"],
];
const ofToday = ["timeline", "decisions", "check"], today = "2026-06-01";

/** Both ask the same Graphviz where the boxes go, as the page asks the one that it has in it. */
const dot = (asked) => execFileSync("dot", ["-Tjson0"], { input: asked, stdio: ["pipe", "pipe", "ignore"], maxBuffer: 1 << 28 }).toString();

let held = 0;
const wrong = [];
const equal = (what, words, at, question) => {
    let expected;
    try {
        expected = execFileSync(belegd, words, { cwd: at, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
    } catch (failed) {
        expected = failed.stdout; // it has something to say about the model
    }
    let { told, bytes } = ask(question);
    if (told.layout) ({ told, bytes } = ask({ ...question, positions: dot(told.layout) }));
    ++held;
    if (!expected.equals(bytes)) wrong.push(`${what} differs (${expected.length} and ${bytes.length} bytes)`);
};

/** Each cell of the appendix can be asked about. */
function cells(name, path, tables) {
    for (const { what, variant, for: whose, on } of tables.flat(2)) {
        const { told } = ask({ ask: "run", command: "explain", path, name: what, format: "html", on, ...(variant && { variant }), ...(whose && { for: whose }) });
        ++held;
        if (told.exit !== 0) wrong.push(`${name}: cannot explain ‘${what}’ (${variant}, ${whose}): ${told.err}`);
    }
}

/** Another name for the first thing that the model declares: the files that the command line writes are those that the page is told. */
function renamed(name, at, files, main, text) {
    const declared = text(main).match(/^\s*(?:regeling|samenwerking|overeenkomst|variant) (\w+)/m)?.[1];
    if (!declared) return;
    const folder = mkdtempSync(join(tmpdir(), "belegd-"));
    for (const file of files) cpSync(join(at, file), join(folder, file));
    execFileSync(belegd, ["rename", main, declared, "heel_anders"], { cwd: folder, stdio: "ignore" });
    const { told } = ask({ ask: "run", command: "rename", path: main, name: declared, new_name: "heel_anders" });
    const texts = new Map(told.files?.map((each) => [each.path, each.text]));
    for (const file of files) {
        ++held;
        if (readFileSync(join(folder, file), "utf8") !== (texts.get(file) ?? text(file))) wrong.push(`${name}: ${file} is renamed otherwise`);
    }
    rmSync(folder, { recursive: true });
}

// Every command by its own name, and nothing by another.
for (const name of ["nothing", "", "completion", "man", "help"]) {
    ++held;
    if (!ask({ ask: "run", command: name, path: "model.belegd" }).told.failed) wrong.push(`‘${name}’ is taken for a command`);
}
++held;
if (!ask({ ask: "nothing" }).told.failed) wrong.push("a question that nobody knows is answered");
for (const name of ["check", "controleer", "repair", "herstel", "impact", "gevolgen", "rename", "hernoem"]) {
    ++held;
    if (ask({ ask: "run", command: name, path: "model.belegd", name: "x", new_name: "y" }).told.failed) wrong.push(`‘${name}’ is no command`);
}

for (const { name, at, files, main, text } of models) {
    for (const file of files) ask({ ask: "write", path: file, text: text(file) });
    for (const [command, ...forms] of commands)
        for (const form of forms) {
            const options = command === "export" ? [] : ["--format", form, ...(ofToday.includes(command) ? ["--today", today] : [])];
            equal(`${name}: ${command} as ${form}`, [command, main, ...options], at, { ask: "run", command, path: main, format: form, ...(ofToday.includes(command) && { today }) });
        }
    equal(`${name}: overview in English`, ["overview", main, "--format", "docx", "--lang", "en"], at, { ask: "run", command: "overview", path: main, format: "docx", lang: "en" });
    equal(`${name}: the appendix of the page`, ["overview", main, "--format", "html", "--lang", "nl"], at, { ask: "appendix", path: main, lang: "nl" });
    renamed(name, at, files, main, text);
    cells(name, main, ask({ ask: "appendix", path: main, lang: "nl" }).told.tables);
    for (const file of files) ask({ ask: "remove", path: file });
}
for (const kind of ["centrumregeling", "regeling", "dvo", "vergelijking"])
    for (const lang of ["nl", "en"])
        equal(`new ${kind} ${lang}`, ["new", kind, "--lang", lang, "--for", "Gouda,Waddinxveen"], root, { ask: "run", command: "new", name: kind, lang, participants: ["Gouda", "Waddinxveen"] });

for (const each of wrong) console.error(each);
console.log(`${held - wrong.length} answers of the engine equal those of the command line, ${wrong.length} not`);
process.exit(wrong.length ? 1 : 0);
