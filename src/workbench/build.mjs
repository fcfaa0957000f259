// Makes the workbench, one page with everything in it:  node build.mjs ROOT ENGINE_FOLDER OUTPUT
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { manual } from "./manual.mjs";
import en from "./page/words.en.js";
import nl from "./page/words.nl.js";

const [root, folder, output] = process.argv.slice(2).map((path) => resolve(path));
const here = dirname(fileURLToPath(import.meta.url));
const read = (...path) => readFileSync(join(...path), "utf8");
const wasm = readFileSync(join(folder, "belegd.wasm"));

const unsaid = [...new Set([...Object.keys(nl), ...Object.keys(en)])].filter((name) => !nl[name] || !en[name]);
if (unsaid.length) throw new Error(`not said in both languages: ${unsaid.join(", ")}`);

/** The words of the language and the names of the library, as the engine itself tells them. */
async function vocabulary() {
    const make = createRequire(import.meta.url)(join(folder, "belegd.js"));
    const engine = await make({ wasmBinary: wasm, print() {}, printErr() {} });
    const question = Buffer.from('{"ask":"language"}\0');
    const at = engine._malloc(question.length);
    engine.HEAPU8.set(question, at);
    engine._belegd_ask(at);
    const told = engine._belegd_told();
    return Buffer.from(engine.HEAPU8.slice(told, told + engine._belegd_told_size())).toString("utf8");
}

/** The worked models by folder: their own file, and what it brings in, with the folders that it lies in. */
function models() {
    const out = {};
    const texts = (folder, inside = "") =>
        readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
            if (each.isDirectory()) return each.name === "expected" ? [] : texts(join(folder, each.name), `${inside}${each.name}/`);
            return /\.(belegd|md)$/.test(each.name) && each.name !== "README.md" ? [[inside + each.name, read(folder, each.name)]] : [];
        });
    for (const name of readdirSync(join(root, "models"))) {
        const files = Object.fromEntries(texts(join(root, "models", name)));
        const own = Object.keys(files).find((file) => /^(gebruik|use)\s.*"/m.test(files[file])) ?? Object.keys(files)[0];
        if (own) out[name] = { own, files };
    }
    return JSON.stringify(out);
}

/** The bodies that a form of cooperation has of itself, as the library says. */
function bodies() {
    const out = {};
    for (const file of readdirSync(join(root, "dsl/library")).filter((each) => each.endsWith(".belegd")))
        for (const [, nl, en, inside] of read(root, "dsl/library", file).matchAll(/^vorm +"?([^"/{\n]+?)"? *(?:\/ en "([^"]+)")? *\{\n([^}]*)\}/gm)) {
            const named = inside.match(/^ *organen +([^#\n]+)/m)?.[1].split(",").map((each) => each.trim());
            for (const name of named ? [nl, en].filter(Boolean) : []) out[name.toLowerCase()] = named;
        }
    return JSON.stringify(out);
}

/** The looks of a document, for a part of a page: its own edges are those of the part. */
function looks() {
    return (
        read(root, "src/render/page.css")
            .replace(/:root/g, ":host")
            .replace(/\b(body|main)\b(?= \{)/g, ".$1")
            .replace(/@media screen and \(max-width: 45rem\)/, "@container (max-width: 34rem)")
            .replace(/@page[^{]*\{(?:[^{}]|\{[^}]*\})*\}/g, "") + read(here, "page/document.css")
    );
}

/** Graphviz, taken apart: its script, and its program, which the page packs as it packs the engine. */
function graphviz() {
    const code = read(here, "node_modules/@viz-js/viz/lib/backend.js");
    const [whole, packed] = code.match(/binaryDecode\(('(?:[^'\\]|\\[^])*')\)/) ?? [];
    if (!whole) throw new Error("@viz-js/viz does not hold its program as it did");
    const text = new Function(`return ${packed}`)();
    return { script: code.replace(whole, () => "moduleArg.wasmBinary"), program: Buffer.from(Uint8Array.from(text, (c) => ~c.charCodeAt(0) >> 8 & c.charCodeAt(0))) };
}
const layout = graphviz();

/** Bytes as a text that a page can hold; the page unpacks them beside itself, when it needs them. */
const packed = (bytes) => execFileSync("xz", ["--format=xz", "--check=crc32", "-9e", "-T1", "-c"], { input: bytes, maxBuffer: 1 << 28 }).toString("base64");

const words = await vocabulary();
const given = { vocabulary: words, models: models(), looks: JSON.stringify(looks()), bodies: bodies() };
const plugin = {
    name: "given",
    setup(b) {
        b.onResolve({ filter: /^(vocabulary|models|looks|bodies)$/ }, ({ path }) => ({ path, namespace: "given" }));
        b.onLoad({ filter: /.*/, namespace: "given" }, ({ path }) => ({ contents: given[path], loader: "json" }));
        b.onResolve({ filter: /^engine$/ }, () => ({ path: join(folder, "belegd.js") }));
        b.onResolve({ filter: /^graphviz(\/viz)?$/ }, ({ path }) => ({ path: join(here, "node_modules/@viz-js/viz", path === "graphviz" ? "lib/backend.js" : "src/viz.js") }));
        b.onLoad({ filter: /viz[/\\]lib[/\\]backend\.js$/ }, () => ({ contents: layout.script, loader: "js" }));
    },
};
const common = { bundle: true, write: false, minify: true, charset: "utf8", target: "es2022", legalComments: "none", plugins: [plugin], nodePaths: [join(here, "node_modules")], logLevel: "warning" };
const bundled = async (options) => (await build({ ...common, ...options })).outputFiles[0].text.trim();

// A script ends at `</script`, whatever the string it stands in.
const inline = (code) => code.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
const serveBundle = await bundled({ entryPoints: [join(here, "page/serve.js")], format: "iife", globalName: "served", external: ["fs", "path", "crypto"], platform: "browser", define: { "import.meta.url": '""' } });
const serve = inline(`window.belegdServe = function (port) { ${serveBundle}; served.serve(port); };`);
const main = inline(await bundled({ entryPoints: [join(here, "page/main.js")], format: "iife" }));
const style = (await bundled({ entryPoints: [join(here, "page/style.css")] })).replace(/<\//g, "<\\/");
const hash = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;

const policy = [
    "default-src 'none'",
    `script-src ${hash(serve)} ${hash(main)} 'wasm-unsafe-eval'`,
    "style-src 'unsafe-inline'",
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
].join("; ");
const version = read(root, "src/base/version.hpp").match(/"([^"]+)"/)[1];
const parts = { policy, version, style, serve, main, engine: packed(wasm), layout: packed(layout.program), manual: packed(JSON.stringify(manual(root, JSON.parse(words).words))) };
const page = read(here, "page/page.html").replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, page);
const mb = (bytes) => (bytes / 1e6).toFixed(2);
console.log(`${output}: ${mb(Buffer.byteLength(page))} MB (engine ${mb(parts.engine.length)}, layout ${mb(parts.layout.length)}, manual ${mb(parts.manual.length)}, page ${mb(main.length + serve.length)})`);
if (Buffer.byteLength(page) > 4e6) {
    console.error("The page is larger than 4 MB.");
    process.exit(1);
}
