// The server as an editor meets it: the libraries of VS Code's client over real pipes. node tests/editors/client.mjs ROOT BELEGD VSIX-FOLDER
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [root, belegd, packed] = process.argv.slice(2);
const require = createRequire(join(root, "dsl/editors/vscode/package.json"));
const lsp = require("vscode-languageserver-protocol/node");

/** A server, and what it has told of each file. */
class Editor {
    constructor(folder, args = []) {
        this.folder = folder;
        this.process = spawn(belegd, ["language-server", "--stdio", ...args], { stdio: ["pipe", "pipe", "inherit"] });
        this.ended = new Promise((done) => this.process.on("exit", (code) => done(code)));
        this.connection = lsp.createMessageConnection(new lsp.StreamMessageReader(this.process.stdout), new lsp.StreamMessageWriter(this.process.stdin));
        this.told = new Map();
        this.waiting = [];
        this.registered = [];
        this.texts = new Map();
        this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (told) => {
            this.told.set(told.uri, told);
            for (const each of this.waiting.splice(0)) each();
        });
        this.connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => void this.registered.push(...registrations));
        this.connection.listen();
    }
    async begin(capabilities = {}) {
        const found = await this.connection.sendRequest(lsp.InitializeRequest.type, {
            processId: process.pid, rootUri: pathToFileURL(this.folder).href, locale: "nl",
            capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } }, textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, publishDiagnostics: { relatedInformation: true } }, ...capabilities },
        });
        await this.connection.sendNotification(lsp.InitializedNotification.type, {});
        return found;
    }
    uri(name) { return pathToFileURL(join(this.folder, name)).href; }
    text(name) { return this.texts.get(name); }
    async open(name) {
        const text = readFileSync(join(this.folder, name), "utf8");
        this.texts.set(name, { version: 1, text });
        await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, { textDocument: { uri: this.uri(name), languageId: "belegd", version: 1, text } });
        return this.findings(name);
    }
    /** Applies edits as an editor does: from the last to the first, each of them told. */
    async edit(name, edits) {
        const document = this.texts.get(name);
        const sorted = [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
        for (const { range, newText } of sorted) {
            const lines = document.text.split("\n");
            const at = ({ line, character }) => lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
            document.text = document.text.slice(0, at(range.start)) + newText + document.text.slice(at(range.end));
        }
        document.version += 1;
        await this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
            textDocument: { uri: this.uri(name), version: document.version }, contentChanges: sorted.map(({ range, newText: text }) => ({ range, text })),
        });
        return this.findings(name);
    }
    /** The findings of a file as it is now. */
    async findings(name) {
        const wanted = this.texts.get(name)?.version;
        for (let tries = 0; tries < 200; ++tries) {
            const told = this.told.get(this.uri(name));
            if (told && (wanted === undefined || told.version === wanted)) return told.diagnostics;
            await new Promise((done) => { this.waiting.push(done); setTimeout(done, 100); });
        }
        throw new Error(`nothing is told of ${name}`);
    }
    ask(type, name, more = {}) { return this.connection.sendRequest(type, { textDocument: { uri: this.uri(name) }, ...more }); }
    /** The place of a text in a file, so many characters on. */
    place(name, what, on = 0) {
        const { text } = this.texts.get(name);
        const at = text.indexOf(what);
        assert(at >= 0, `${what} is not in ${name}`);
        const before = text.slice(0, at + on).split("\n");
        return { line: before.length - 1, character: before.at(-1).length };
    }
    async end() {
        await this.connection.sendRequest(lsp.ShutdownRequest.type);
        await this.connection.sendNotification(lsp.ExitNotification.type);
        return this.ended;
    }
}

const folder = mkdtempSync(join(tmpdir(), "belegd-editors-"));
const write = (name, text) => writeFileSync(join(folder, name), text);
let passed = 0, failed = 0;
async function test(name, body) {
    try {
        await body();
        ++passed;
    } catch (wrong) {
        ++failed;
        console.error(`${name}: ${wrong.stack}`);
    }
}

write("partijen.belegd", "gemeente Oostdam\ngemeente Rijnhof\n");
write("model.belegd", `gebruik sociaal_domein
gebruik "partijen.belegd"

# één 😀
regeling dienst "De Dienst" {
  vorm centrumregeling
  deelnemers college van Oostdam, Rijnhop
  geldt vanaf 1 januari 2024
  mandateert beschikking van bijstand aan college van Oostdam
}
`);
write("tweede.belegd", "gebruik wgr\ngebruik \"partijen.belegd\"\nsamenwerking ander { deelnemers Oostdam, Rijnhof }\n");

const editor = new Editor(folder);
await test("begins", async () => {
    const { capabilities, serverInfo } = await editor.begin();
    assert.equal(serverInfo.name, "belegd");
    assert.equal(capabilities.positionEncoding, "utf-16");
    await editor.open("model.belegd");
    assert.equal(editor.registered[0]?.method, "workspace/didChangeWatchedFiles");
});
await test("tells findings and mends them", async () => {
    const before = await editor.findings("model.belegd");
    const unknown = before.find((each) => each.code === "N01");
    assert.equal(unknown.severity, lsp.DiagnosticSeverity.Error);
    assert.deepEqual(unknown.range.start, editor.place("model.belegd", "Rijnhop"));
    const actions = await editor.ask(lsp.CodeActionRequest.type, "model.belegd", { range: unknown.range, context: { diagnostics: [unknown] } });
    assert.equal(actions.length, 1);
    const after = await editor.edit("model.belegd", actions[0].edit.changes[editor.uri("model.belegd")]);
    assert(editor.text("model.belegd").text.includes("Oostdam, Rijnhof\n"));
    assert(!after.some((each) => each.code === "N01"));
});
await test("completes", async () => {
    const end = editor.place("model.belegd", "college van Oostdam\n}", "college van Oostdam\n".length);
    await editor.edit("model.belegd", [{ range: { start: end, end }, newText: "  bel\n" }]);
    const { items } = await editor.ask(lsp.CompletionRequest.type, "model.belegd", { position: editor.place("model.belegd", "  bel\n", 5) });
    assert.equal(items[0].label, "belegt");
    await editor.edit("model.belegd", [{ range: items[0].textEdit.range, newText: `${items[0].textEdit.newText} uitvoering van bijstand bij college van Oostdam` }]);
    assert(editor.text("model.belegd").text.includes("  belegt uitvoering van bijstand bij college van Oostdam\n"));
});
await test("hovers, and counts in UTF-16", async () => {
    const { contents, range } = await editor.ask(lsp.HoverRequest.type, "model.belegd", { position: editor.place("model.belegd", "1 januari 2024", 3) });
    assert.match(contents.value, /maandag 1 januari 2024/);
    assert.deepEqual(range.start, editor.place("model.belegd", "1 januari 2024"));
});
await test("renames in every file, also of another model", async () => {
    const edit = await editor.ask(lsp.RenameRequest.type, "model.belegd", { position: editor.place("model.belegd", "Oostdam", 2), newName: "Westdam" });
    assert.deepEqual(Object.keys(edit.changes).sort(), ["model.belegd", "partijen.belegd", "tweede.belegd"].map((each) => editor.uri(each)));
    for (const each of ["partijen.belegd", "tweede.belegd"]) await editor.open(each);
    for (const [uri, edits] of Object.entries(edit.changes)) await editor.edit(uri.slice(uri.lastIndexOf("/") + 1), edits);
    assert.equal(editor.text("partijen.belegd").text, "gemeente Westdam\ngemeente Rijnhof\n");
    assert(!(await editor.findings("model.belegd")).some((each) => each.code === "N01"));
    await assert.rejects(editor.ask(lsp.RenameRequest.type, "model.belegd", { position: editor.place("model.belegd", "bijstand", 2), newName: "x" }), /bibliotheek/);
});
await test("formats as `belegd format` does", async () => {
    const edits = await editor.ask(lsp.DocumentFormattingRequest.type, "model.belegd", { options: { tabSize: 2, insertSpaces: true } });
    const before = editor.text("model.belegd").text;
    await editor.edit("model.belegd", edits);
    const wanted = execFileSync(belegd, ["format", "-"], { input: before, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
    assert.equal(editor.text("model.belegd").text, wanted);
    assert.deepEqual(await editor.ask(lsp.DocumentFormattingRequest.type, "model.belegd", { options: { tabSize: 2, insertSpaces: true } }), []);
});
await test("outlines, folds, colours, finds", async () => {
    const symbols = await editor.ask(lsp.DocumentSymbolRequest.type, "model.belegd");
    assert.deepEqual(symbols.map((each) => each.name), ["dienst"]);
    assert.equal(symbols[0].children.length, 2);
    assert((await editor.ask(lsp.FoldingRangeRequest.type, "model.belegd")).length === 1);
    const { data } = await editor.ask(lsp.SemanticTokensRequest.type, "model.belegd");
    assert(data.length > 50 && data.length % 5 === 0);
    const position = editor.place("model.belegd", "Westdam", 2);
    const references = await editor.ask(lsp.ReferencesRequest.type, "model.belegd", { position, context: { includeDeclaration: true } });
    assert(references.length >= 4);
    const [declared] = await editor.ask(lsp.DefinitionRequest.type, "model.belegd", { position });
    assert.equal(declared.uri, editor.uri("partijen.belegd"));
});
await test("gives the appendix as the command line prints it", async () => {
    const { html } = await editor.ask("belegd/overview", "model.belegd");
    write("model.belegd", editor.text("model.belegd").text);
    write("partijen.belegd", editor.text("partijen.belegd").text);
    assert.equal(html, execFileSync(belegd, ["overview", join(folder, "model.belegd"), "--format", "html"], { encoding: "utf8" }));
});
await test("sees what changes on the disk", async () => {
    write("los.belegd", "gebruik \"erbij.belegd\"\ngemeente Los\n");
    const before = await editor.open("los.belegd");
    assert(before.some((each) => each.code === "N10"));
    write("erbij.belegd", "gemeente Erbij\n");
    await editor.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri: editor.uri("erbij.belegd"), type: lsp.FileChangeType.Created }] });
    for (let tries = 0; tries < 50 && (await editor.findings("los.belegd")).length; ++tries) await new Promise((done) => setTimeout(done, 100));
    assert.deepEqual(await editor.findings("los.belegd"), []);
});
await test("opens every worked model, and ends when asked", async () => {
    for (const model of ["voorschoten-werk-en-inkomen", "memo-sociale-dienst", "huisregels"]) {
        cpSync(join(root, "models", model), join(folder, model), { recursive: true });
        const files = execFileSync("ls", [join(folder, model)], { encoding: "utf8" }).split("\n").filter((each) => /\.(belegd|md)$/.test(each) && each !== "README.md");
        assert(files.length > 0, model);
        for (const each of files) {
            const found = await editor.open(`${model}/${each}`);
            assert(!found.some((one) => /^[LN]\d/.test(one.code) && one.severity === 1), `${model}/${each}: ${JSON.stringify(found[0])}`);
        }
    }
    assert.equal(await editor.end(), 0);
});
await test("counts in bytes where that is preferred, speaks English when asked, and ends with its input", async () => {
    const english = new Editor(folder, ["--lang", "en"]);
    const { capabilities } = await english.begin({ general: { positionEncodings: ["utf-8", "utf-16"] } });
    assert.equal(capabilities.positionEncoding, "utf-8");
    write("taal.belegd", "samenwerking s { deelnemers Oostdan }\ngemeente Oostdam\n");
    assert.match((await english.open("taal.belegd"))[0].message, /did you mean|known/);
    english.process.stdin.end();
    assert.equal(await english.ended, 1);
});
if (packed) await test("the extension is packed whole, and begins", async () => {
    const listed = join(packed, "vscode");
    assert(existsSync(join(packed, "belegd.vsix")));
    for (const each of ["package.json", "extension.js", "README.md", "LICENSE", "language-configuration.json", "syntaxes/belegd.tmLanguage.json"]) assert(existsSync(join(listed, each)), each);
    const manifest = JSON.parse(readFileSync(join(listed, "package.json"), "utf8"));
    const english = JSON.parse(readFileSync(join(listed, "package.nls.json"), "utf8")), dutch = JSON.parse(readFileSync(join(listed, "package.nls.nl.json"), "utf8"));
    for (const [, key] of JSON.stringify(manifest).matchAll(/"%([^%]+)%"/g)) assert(english[key] && dutch[key], key);
    const { pattern, flags } = JSON.parse(readFileSync(join(listed, "language-configuration.json"), "utf8")).wordPattern;
    assert.deepEqual("één re-integratie".match(new RegExp(pattern, `g${flags}`)), ["één", "re-integratie"]);
    // VS Code is not here: whatever is asked of it is nothing.
    const nothing = new Proxy(function () {}, {
        get: (target, name) => (name === Symbol.toPrimitive ? () => "" : name === "prototype" ? target.prototype : nothing),
        apply: () => nothing, construct: () => ({}),
    });
    const load = Module._load;
    Module._load = (name, ...rest) => (name === "vscode" ? nothing : load(name, ...rest));
    const extension = createRequire(join(listed, "package.json"))("./extension.js");
    Module._load = load;
    assert.equal(typeof extension.activate, "function");
    assert.equal(typeof extension.deactivate, "function");
});
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
