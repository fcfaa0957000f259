// What the journeys have in common: the page in Chromium with the network off, what is wrong while they go, and how they
// look at it.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const [root, belegd, folder] = process.argv.slice(2, 5).map((path) => resolve(path));
const only = process.argv.slice(5);
const require = createRequire(join(root, "tests/documents/"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const page = join(folder, "belegd.html");
export const pictures = join(folder, "pictures");
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"], // nothing but our own page is opened
});

/** The page, open: what goes wrong in it, and everything it asks for, comes to `wrong`. */
export async function opened(wrong, { width = 1280, height = 900, scheme = "light" } = {}) {
    const context = await browser.newContext({ viewport: { width, height }, offline: true, acceptDownloads: true, colorScheme: scheme, locale: "nl-NL", timezoneId: "Europe/Amsterdam" });
    // Windows in which one chooses a place are the browser's own: without them it saves as a download.
    await context.addInitScript(() => {
        delete window.showSaveFilePicker;
        delete window.showOpenFilePicker;
        window.violations = [];
        document.addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
    await context.addInitScript(axe);
    const tab = await context.newPage();
    const address = pathToFileURL(page).href;
    tab.on("request", (request) => {
        if (!/^(data|blob):/.test(request.url()) && request.url() !== address) wrong.push(`asks for ${request.url()}`);
    });
    tab.on("pageerror", (error) => wrong.push(`an error in the page: ${error.message}`));
    tab.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) wrong.push(`in the console: ${message.text()}`);
    });
    const begin = Date.now();
    await tab.goto(address);
    tab.usable = Date.now() - begin;
    await tab.waitForSelector("body[data-engine]", { timeout: 120000 });
    tab.ready = Date.now() - begin;
    return tab;
}

export const fresh = async (tab) => {
    await tab.evaluate(() => belegd.fresh());
    await tab.waitForFunction(() => !document.querySelector('.panel:not([hidden])[aria-busy="true"]') && !document.getElementById("busy").textContent, null, { timeout: 60000 });
};
export const text = (tab) => tab.evaluate(() => belegd.text());
export const shown = (tab, name) => tab.click(`#tab-${name}`).then(() => fresh(tab));
/** The words of a document, which stand in a tree of their own. */
export const read = (tab, name) => tab.evaluate((id) => document.querySelector(`#panel-${id} .document`).shadowRoot.querySelector(".body").innerText, name);
export const menu = async (tab, button, item) => {
    await tab.click(button);
    await tab.getByRole("menuitem", { name: item, exact: true }).click();
};

export async function saved(tab, action) {
    const [download] = await Promise.all([tab.waitForEvent("download"), action()]);
    const path = join(folder, "saved", download.suggestedFilename());
    await download.saveAs(path);
    return { path, name: download.suggestedFilename(), bytes: readFileSync(path) };
}

/** What axe finds, each rule with its first place. */
export async function violations(tab) {
    const found = await tab.evaluate(async () =>
        (await window.axe.run(document)).violations.map((each) => `${each.id} (${each.help}), first ${each.nodes[0].target.join(" ")}: ${each.nodes[0].failureSummary.split("\n")[1] ?? ""}`),
    );
    return found;
}

/** How far the page runs out of its window, and what does. */
export const over = (tab) =>
    tab.evaluate(() => {
        const wide = document.documentElement.scrollWidth - innerWidth;
        if (wide <= 0) return null;
        const first = [...document.querySelectorAll("body *")].find((each) => each.getBoundingClientRect().right > innerWidth + 1);
        return `runs ${wide} px out of the window: ${first?.outerHTML.slice(0, 120)}`;
    });

export const picture = (tab, name) => tab.screenshot({ path: join(pictures, `${name}.png`) });

export const tabs = ["appendix", "findings", "questions", "timeline", "compare", "costs", "decisions", "drawing", "tests", "why"];
export const set = (tab, text) => tab.evaluate((to) => belegd.set(to), text).then(() => fresh(tab));
export const expect = (wrong, holds, what) => holds || wrong.push(what);
export const count = (tab, name) => tab.evaluate((id) => Number(document.querySelector(`#tab-${id} .count`)?.textContent ?? 0), name);

/** A new model of that kind between those parties, open. */
export async function begun(tab, kind, parties) {
    await tab.getByRole("radio", { name: kind }).check();
    await tab.fill("#between", parties);
    await tab.getByRole("button", { name: "Begin", exact: true }).click();
    await tab.waitForSelector("#work:not([hidden])");
    await fresh(tab);
}

/** The example of that title, open. */
export async function example(tab, title) {
    await tab.getByRole("button", { name: title }).click();
    await tab.waitForSelector("#work:not([hidden])");
    await fresh(tab);
}

const results = [];
/** A journey: passes when nothing is wrong at its end. */
export async function journey(name, go) {
    if (only.length && !only.some((word) => name.includes(word))) return;
    const wrong = [], begin = Date.now();
    try {
        await go(wrong);
    } catch (failed) {
        wrong.push(failed.stack.split("\n").slice(0, 6).join("\n"));
    }
    for (const context of browser.contexts()) {
        for (const tab of context.pages()) {
            if (wrong.length) await picture(tab, `wrong-${name.replace(/\W+/g, "-")}`).catch(() => {});
            wrong.push(...(await tab.evaluate(() => window.violations ?? []).catch(() => [])).map((each) => `against the policy: ${each}`));
        }
        await context.close();
    }
    results.push(!wrong.length);
    console.log(`${wrong.length ? "FAILED" : "ok"}  ${name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
    for (const each of new Set(wrong)) console.log(`    ${each}`);
}

export async function end() {
    await browser.close();
    const passed = results.filter(Boolean).length;
    console.log(`${passed} passed, ${results.length - passed} failed`);
    process.exit(passed === results.length ? 0 : 1);
}

/** A Word file of a municipality with one content control, which takes the whole appendix. */
export function houseStyle(name) {
    const path = join(folder, "saved", name);
    mkdirSync(join(folder, "saved"), { recursive: true });
    const packaged = "http://schemas.openxmlformats.org/package/2006/", head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
    const parts = {
        "[Content_Types].xml": `${head}<Types xmlns="${packaged}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
        "_rels/.rels": `${head}<Relationships xmlns="${packaged}relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        "word/document.xml": `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Gemeente Gouda</w:t></w:r></w:p><w:sdt><w:sdtPr><w:tag w:val="bijlage"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>hier</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sectPr/></w:body></w:document>`,
    };
    const zip = "import json, sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as out:\n  for name, text in json.load(sys.stdin).items(): out.writestr(name, text)";
    execFileSync("/usr/bin/python3", ["-c", zip, path], { input: JSON.stringify(parts) });
    return path;
}

export const keep = (name, bytes) => (mkdirSync(join(folder, "saved"), { recursive: true }), writeFileSync(join(folder, "saved", name), bytes), join(folder, "saved", name));
