// Holds what the engine of the page writes against what the command line writes, byte for byte:
//   node engine.mjs ROOT BELEGD ENGINE_FOLDER
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
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
    ["graph", "mermaid", "dot"],
];
const ofToday = ["timeline", "decisions", "check"], today = "2026-06-01";

let held = 0;
const wrong = [];
const equal = (what, words, at, question) => {
    let expected;
    try {
        expected = execFileSync(belegd, words, { cwd: at, stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
    } catch (failed) {
        expected = failed.stdout; // it has something to say about the model
    }
    const { bytes } = ask(question);
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

for (const { name, at, files, main, text } of models) {
    for (const file of files) ask({ ask: "write", path: file, text: text(file) });
    for (const [command, ...forms] of commands)
        for (const form of forms) {
            const options = command === "export" ? [] : ["--format", form, ...(ofToday.includes(command) ? ["--today", today] : [])];
            equal(`${name}: ${command} as ${form}`, [command, main, ...options], at, { ask: "run", command, path: main, format: form, ...(ofToday.includes(command) && { today }) });
        }
    equal(`${name}: overview in English`, ["overview", main, "--format", "docx", "--lang", "en"], at, { ask: "run", command: "overview", path: main, format: "docx", lang: "en" });
    equal(`${name}: the appendix of the page`, ["overview", main, "--format", "html", "--lang", "nl"], at, { ask: "appendix", path: main, lang: "nl" });
    cells(name, main, ask({ ask: "appendix", path: main, lang: "nl" }).told.tables);
    for (const file of files) ask({ ask: "remove", path: file });
}
for (const kind of ["centrumregeling", "regeling", "dvo", "vergelijking"])
    for (const lang of ["nl", "en"])
        equal(`new ${kind} ${lang}`, ["new", kind, "--lang", lang, "--for", "Gouda,Waddinxveen"], root, { ask: "run", command: "new", name: kind, lang, participants: ["Gouda", "Waddinxveen"] });

for (const each of wrong) console.error(each);
console.log(`${held - wrong.length} answers of the engine equal those of the command line, ${wrong.length} not`);
process.exit(wrong.length ? 1 : 0);
