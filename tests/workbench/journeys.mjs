// The workbench as somebody uses it:  node journeys.mjs ROOT BELEGD build/workbench [WORD OF A JOURNEY...]
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { begun, belegd, count, end, example, expect, folder, fresh, houseStyle, journey, keep, menu, opened, picture, read, root, saved, shown, tabs, text, violations } from "./browser.mjs";

const native = (...words) => execFileSync(belegd, words, { stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
await journey("a quarter of an hour: from a template to a Word file", async (wrong) => {
    const tab = await opened(wrong);
    expect(wrong, tab.usable < 10000 && tab.ready < 30000, `usable after ${tab.usable} ms, ready after ${tab.ready} ms`);
    console.log(`    the page is there after ${tab.usable} ms, the engine after ${tab.ready} ms, ${await tab.getAttribute("body", "data-engine")}`);
    for (const each of await violations(tab)) wrong.push(`start: ${each}`);
    await begun(tab, "Centrumregeling", "Gouda, Waddinxveen, Zuidplas");
    expect(wrong, (await read(tab, "appendix")).includes("Waddinxveen"), "the appendix does not name the parties");
    expect(wrong, (await count(tab, "findings")) === 0, "a template has findings");

    await menu(tab, "#add", "Partij…");
    await tab.getByLabel("Hoe heet zij?").fill("Promen");
    for (const each of await violations(tab)) wrong.push(`form: ${each}`);
    await tab.getByRole("button", { name: "Zet in de tekst" }).click();
    await fresh(tab);
    expect(wrong, (await text(tab)).includes('organisatie promen "Promen"'), "the party is not in the text");

    // A gap: somebody takes a part out.
    const before = await text(tab);
    await tab.evaluate((changed) => belegd.set(changed), before.replace("uitvoering van werk en inkomen aan college van Gouda", "uitvoering van werk en inkomen behalve inburgering aan college van Gouda"));
    await fresh(tab);
    await shown(tab, "findings");
    const gaps = await count(tab, "findings");
    expect(wrong, gaps > 0, "the gap is not found");
    for (const each of await violations(tab)) wrong.push(`findings: ${each}`);
    await picture(tab, "journey-1-gap");
    await tab.locator(".card.error .jump").first().click();
    await tab.locator(".card.error").getByRole("button", { name: /^Schrijf in de tekst: laat/ }).first().click();
    await fresh(tab);
    expect(wrong, (await count(tab, "findings")) < gaps, "the remedy does not take the finding away");
    expect(wrong, /laat\s+beschikking, uitvoering van inburgering|laat\s+\S.* van inburgering/.test(await text(tab)), "the remedy is not in the text");

    await shown(tab, "questions");
    const open = await count(tab, "questions");
    expect(wrong, open > 0, "there are no questions");
    await tab.locator("#panel-questions").getByRole("button", { name: /^Schrijf in de tekst: [^…]+$/ }).first().click();
    await fresh(tab);
    expect(wrong, (await count(tab, "questions")) < open, "an answer does not take the question away");

    await menu(tab, "#add", "Variant…");
    await tab.getByLabel("Titel").fill("Zuidplas gaat alleen verder");
    await tab.getByLabel("Welke samenwerking eindigt dan?").selectOption({ index: 1 });
    await tab.getByLabel(/Voor wie/).fill("Zuidplas");
    await tab.getByRole("button", { name: "Zet in de tekst" }).click();
    await fresh(tab);
    expect(wrong, /variant zuidplas_gaat_alleen_verder[\s\S]*beëindigt\s+dienst voor Zuidplas per 1 januari/.test(await text(tab)), "the variant is not in the text");
    await shown(tab, "compare");
    expect(wrong, (await read(tab, "compare")).includes("Zuidplas"), "the comparison says nothing of Zuidplas");

    await tab.click("#format");
    await fresh(tab);
    await shown(tab, "appendix");
    await tab.locator("#panel-appendix td.asks").first().click();
    await fresh(tab);
    await tab.waitForFunction(() => document.querySelector("#panel-why .document").shadowRoot.querySelector("h1"));
    expect(wrong, (await tab.locator(".cm-line.of-answer").count()) > 0, "the lines of an answer are not marked");
    await picture(tab, "journey-2-why");
    await shown(tab, "appendix");
    for (const each of await violations(tab)) wrong.push(`appendix: ${each}`);
    await picture(tab, "journey-3-appendix");

    const model = await saved(tab, () => tab.click("#save"));
    expect(wrong, model.bytes.equals(Buffer.from(await text(tab))), "the saved model is not the text");
    const forms = { Word: "docx", OpenDocument: "odt", Webpagina: "html", Excel: "xlsx", Markdown: "md" };
    for (const [item, form] of Object.entries(forms)) {
        const document = await saved(tab, () => menu(tab, "#documents", item));
        expect(wrong, document.name.endsWith(form), `${document.name} is no ${form}`);
        expect(wrong, document.bytes.equals(native("overview", model.path, "--format", form, "--lang", "nl")), `the ${form} differs from that of the command line`);
        if (form === "docx" && existsSync("/usr/bin/soffice")) {
            execFileSync("soffice", ["--headless", "--convert-to", "txt:Text", "--outdir", join(folder, "saved"), document.path], { stdio: "ignore", timeout: 120000 });
            expect(wrong, readFileSync(document.path.replace(/docx$/, "txt"), "utf8").includes("Zuidplas"), "LibreOffice does not read it");
        }
    }
    const style = houseStyle("huisstijl.docx");
    const [chooser] = await Promise.all([tab.waitForEvent("filechooser"), menu(tab, "#documents", "Word in uw huisstijl…")]);
    const filled = await saved(tab, () => chooser.setFiles(style));
    const expected = join(folder, "saved", "expected.docx");
    execFileSync(belegd, ["overview", model.path, "--template", style, "--lang", "nl", "-o", expected], { stdio: "ignore" });
    expect(wrong, filled.bytes.equals(readFileSync(expected)), "her own Word file is filled otherwise than by the command line");
    await tab.click("#undo");
    expect(wrong, (await text(tab)) !== model.bytes.toString(), "undo does nothing");
    await tab.click("#redo");
    expect(wrong, (await text(tab)) === model.bytes.toString(), "redo does not bring it back");
});

await journey("in English, by the keyboard", async (wrong) => {
    const tab = await opened(wrong);
    await tab.getByRole("button", { name: "English" }).click();
    await tab.getByRole("radio", { name: "Comparison" }).focus();
    await tab.keyboard.press("Space");
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    await tab.waitForSelector("#work:not([hidden])");
    await fresh(tab);
    expect(wrong, (await text(tab)).startsWith("language en"), "the template is not in English");
    await tab.locator("#tab-appendix").focus();
    for (const name of tabs.slice(1)) {
        await tab.keyboard.press("ArrowRight");
        await fresh(tab);
        expect(wrong, (await tab.getAttribute(`#tab-${name}`, "aria-selected")) === "true", `arrows do not reach ${name}`);
    }
    await tab.locator(".cm-content").focus();
    await tab.keyboard.press("Control+End");
    await tab.keyboard.type("\nmunic");
    await tab.keyboard.press("Control+Space");
    await tab.waitForSelector(".cm-tooltip-autocomplete");
    await picture(tab, "completion");
    await tab.waitForTimeout(150);
    await tab.keyboard.press("ArrowDown");
    await tab.keyboard.press("Enter");
    expect(wrong, (await text(tab)).endsWith("municipality "), "completion does not complete");
});

await journey("what is opened is saved without a changed byte", async (wrong) => {
    const tab = await opened(wrong);
    const windows = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('taal nl\r\n\r\ngemeente Oostdam # é\r\n\tgemeente Rijnhof\r\n')]);
    const mixed = Buffer.from("taal nl\r\ngemeente Oostdam\ngemeente Rijnhof\r");
    const memo = readFileSync(join(root, "models/memo-sociale-dienst/memo.md"));
    for (const [name, bytes] of [["windows.belegd", windows], ["mixed.belegd", mixed], ["memo.md", memo]]) {
        const path = keep(`in-${name}`, bytes);
        const [chooser] = await Promise.all([tab.waitForEvent("filechooser"), tab.click("#open")]);
        await chooser.setFiles(path);
        await tab.waitForFunction((wanted) => document.getElementById("name").value === wanted, `in-${name}`);
        await fresh(tab);
        const out = await saved(tab, () => tab.click("#save"));
        expect(wrong, out.bytes.equals(bytes), `${name} comes back changed`);
    }
    expect(wrong, (await read(tab, "appendix")).length > 500, "the memorandum has no appendix");
});

await journey("a table from a spreadsheet becomes a model", async (wrong) => {
    const tab = await opened(wrong);
    await tab.getByRole("button", { name: "Plak een tabel met taken" }).click();
    await tab.getByLabel("Voor welke gemeente?").fill("Leiderdorp");
    await tab.getByLabel("De rijen").fill('Organisatie\tOnderdeel\tTaak\nLeiden\tuitvoering\tbijstand\nLeiden\tuitvoering\tinburgering\nHolland Rijnland\tbeleid\tjeugd\nLeiderdorp\t\tGroen, grijs en "rommel"\n');
    await tab.getByRole("button", { name: "Begin", exact: true }).last().click();
    await tab.waitForSelector("#work:not([hidden])");
    await fresh(tab);
    const appendix = await read(tab, "appendix");
    for (const each of ["Leiden", "Holland Rijnland", "Leiderdorp"]) expect(wrong, appendix.includes(each), `the appendix does not name ${each}`);
    expect(wrong, (await count(tab, "questions")) > 0, "nothing is asked");
    await picture(tab, "table");
});

await journey("a hostile text runs nothing", async (wrong) => {
    const tab = await opened(wrong);
    await begun(tab, "Vergelijking", "Leiden, Leiderdorp");
    const evil = `<\/script><script>window.hit=1<\/script><img src=x onerror='window.hit=1'><svg onload=window.hit=1>&lt;b&gt;`;
    const hostile = (await text(tab))
        .replace('"Centrumregeling werk en inkomen"', `"${evil}"`).replace('"Openbaar lichaam"', `"${evil} ${"x".repeat(300)}"`)
        .replace('"Taken nu en straks"', `"${evil}"`).replace(/$/, `\norganisatie kwaad "${evil}"\nbesluit b "${evil}" door raad van Leiden op 1 januari 2025\nkosten k "${evil}" eenmalig € 5 voor Leiden\nregeling onaf "${evil}" { vorm "${evil}" }\n`);
    await tab.evaluate((changed) => belegd.set(changed), hostile);
    await fresh(tab);
    for (const name of tabs) await shown(tab, name);
    await tab.evaluate((changed) => belegd.set(changed), hostile.replace(/\nregeling onaf.*/, ""));
    await fresh(tab);
    for (const name of tabs) {
        await shown(tab, name);
        if (name === "why") await tab.locator("#panel-why input").fill(evil), await tab.keyboard.press("Enter"), await fresh(tab);
    }
    await shown(tab, "appendix");
    await menu(tab, "#add", "Samenwerking…");
    await tab.getByLabel("Titel").fill(evil);
    await tab.keyboard.press("Escape");
    await tab.fill("#name", `${evil}.belegd`);
    await tab.keyboard.press("Tab");
    await fresh(tab);
    expect(wrong, (await tab.evaluate(() => window.hit)) === undefined, "a script of the text ran");
    const markup = await tab.evaluate(() => [...document.querySelectorAll("*")].flatMap((each) => (each.shadowRoot ? [...each.shadowRoot.querySelectorAll("script, img, iframe, object, [onload], [onerror]")] : [])).length);
    expect(wrong, markup === 0, "what the text says became markup");
    expect(wrong, (await read(tab, "appendix")).includes("<img"), "the hostile text is not shown as it is");
});

await journey("hundreds of edits by chance", async (wrong) => {
    const tab = await opened(wrong);
    let seed = 20261130;
    const chance = (below) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % below;
    const pieces = ["{", "}", '"', "\n", " van ", "college ", "regeling x ", "variant ", "# ", "…", "1 januari 2027", "beschikking", "mandateert ", "é😀", "\u0000", "\t", "behalve ", "toets ", "taal en\n", "€ 12", "artikel 4 { ", "-1", "gebruik "];
    for (const title of [/Een openbaar lichaam met pakketten/, /Een memo dat een model is/]) {
        await example(tab, title);
        const original = await text(tab);
        for (let i = 0; i < 125; ++i) {
            const now = await text(tab);
            const at = chance(now.length + 1), length = chance(4) ? 0 : chance(120);
            const changed = i % 25 === 24 ? original : now.slice(0, at) + (chance(3) ? pieces[chance(pieces.length)] : now.slice(chance(now.length), chance(now.length) + 40)) + now.slice(at + length);
            await tab.evaluate((to) => belegd.set(to), changed);
            if (i % 5 === 4) {
                if (i % 20 === 19) await tab.click(`#tab-${tabs[chance(tabs.length)]}`);
                await fresh(tab);
            }
        }
        await tab.evaluate((to) => belegd.set(to), original);
        await fresh(tab);
        await shown(tab, "appendix");
        expect(wrong, (await read(tab, "appendix")).length > 500 && !(await tab.locator("#panel-appendix .stale").count()), "after the edits there is no appendix");
        await tab.click("#brand");
    }
    const megabytes = await tab.evaluate(() => belegd.memory()) / 1e6;
    expect(wrong, megabytes < 400, `the engine takes ${megabytes} MB`);
});

await import("./journeys_answers.mjs");
await import("./journeys_adviser.mjs");
await import("./journeys_files.mjs");
await import("./journeys_looks.mjs");
await end();
