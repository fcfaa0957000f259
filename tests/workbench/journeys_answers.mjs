// What the page answers beside the documents: what would close a gap, the drawing, another name, the page of a word.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { begun, belegd, count, example, expect, fresh, journey, menu, opened, picture, read, saved, set, shown, text, violations } from "./browser.mjs";

const gap = (whole) => whole.replace("uitvoering van werk en inkomen aan college van Gouda", "uitvoering van werk en inkomen behalve inburgering aan college van Gouda");

await journey("what would close a gap, and the lines that do", async (wrong) => {
    const tab = await opened(wrong);
    await begun(tab, "Centrumregeling", "Gouda, Waddinxveen");
    const whole = await text(tab);
    await set(tab, gap(whole));
    await shown(tab, "findings");
    const before = await count(tab, "findings");
    const card = tab.locator(".card.error").first();
    await card.getByRole("button", { name: "Wat zou dit sluiten?" }).click();
    await card.locator(".proposals > li").first().waitFor({ timeout: 60000 });
    const path = (await saved(tab, () => tab.click("#save"))).path;
    const { gaps } = JSON.parse(execFileSync(belegd, ["repair", path, "--format", "json"], { stdio: ["ignore", "pipe", "ignore"] }));
    const told = await card.locator(".proposals > li").count();
    expect(wrong, told === gaps[0].proposals.length, `${told} proposals, and the command line has ${gaps[0].proposals.length}`);
    const written = gaps[0].proposals[0].lines[0].written;
    expect(wrong, (await card.locator(".lines code").first().textContent()) === written, "the first proposal is another line");
    await picture(tab, "repair");
    for (const each of await violations(tab)) wrong.push(`proposals: ${each}`);
    await card.locator(".proposals > li").first().getByRole("button").click();
    await fresh(tab);
    expect(wrong, (await count(tab, "findings")) < before, "the lines do not close it");
    const { start, end, text: put } = gaps[0].proposals[0].lines[0].edit;
    const bytes = readFileSync(path);
    const expected = Buffer.concat([bytes.subarray(0, start.offset), Buffer.from(put), bytes.subarray(end.offset)]).toString();
    expect(wrong, (await text(tab)) === expected, "the text is not what the command line tried");
    await tab.click("#undo");
    await fresh(tab);
    expect(wrong, (await text(tab)) === gap(whole), "one step does not undo it");
});

await journey("who does what for whom, drawn", async (wrong) => {
    const tab = await opened(wrong);
    await example(tab, /Voorschoten: werk en inkomen/);
    await shown(tab, "drawing");
    const drawn = () => tab.evaluate(() => {
        const { shadowRoot } = document.querySelector("#panel-drawing .document");
        return { boxes: shadowRoot.querySelectorAll("svg rect").length, words: shadowRoot.querySelector("svg")?.textContent ?? "", rows: shadowRoot.querySelectorAll("table tbody tr").length };
    });
    const whole = await drawn();
    expect(wrong, whole.boxes > 5 && whole.words.includes("Voorschoten"), "nothing is drawn");
    expect(wrong, whole.rows > 3, "the table is not below it");
    for (const each of await violations(tab)) wrong.push(`drawing: ${each}`);
    await tab.selectOption('[data-key="variant"]', "naar_leiden");
    await fresh(tab);
    expect(wrong, (await drawn()).words !== whole.words, "another situation is drawn as the present");
    const svg = (await saved(tab, () => menu(tab, "#documents", "Tekening (SVG)"))).bytes.toString();
    expect(wrong, /^<\?xml[^>]*>\s*<svg/.test(svg) || svg.startsWith("<svg"), "what is saved is no SVG");
    expect(wrong, svg.includes("drawing-description"), "the SVG says nothing to who cannot see it");
    for (const [item, begin] of [["Mermaid", "flowchart"], ["Graphviz (DOT)", "digraph"], ["draw.io", "<mxfile"]]) {
        const { bytes } = await saved(tab, () => menu(tab, "#documents", item));
        expect(wrong, bytes.toString().includes(begin), `${item} is not saved`);
    }
});

await journey("another name, everywhere and in one step", async (wrong) => {
    const tab = await opened(wrong);
    await begun(tab, "Centrumregeling", "Gouda, Waddinxveen");
    await set(tab, `${await text(tab)}\norganisatie promen "Promen"\norganisatie ferm "Ferm"\nlaat uitvoering van jeugd bij promen  voor Gouda\n`);
    const before = await text(tab);
    const at = async (word) => {
        await tab.evaluate((to) => belegd.cursor(to), word);
        await tab.keyboard.press("F2");
        return tab.getByLabel("De nieuwe naam");
    };
    let field = await at("promen  voor");
    await field.fill("ferm");
    await tab.getByRole("button", { name: "Hernoemen" }).last().click();
    await tab.locator("dialog .wrong:not([hidden])").waitFor();
    expect(wrong, (await tab.locator("dialog .wrong").textContent()).includes("al de naam van een andere"), "a name that is taken is not refused");
    expect(wrong, (await text(tab)) === before, "a refused name is written");
    for (const each of await violations(tab)) wrong.push(`rename: ${each}`);
    await picture(tab, "rename");
    await field.fill("werkbedrijf");
    await tab.keyboard.press("Enter");
    await tab.locator("dialog").waitFor({ state: "detached" });
    await fresh(tab);
    expect(wrong, (await text(tab)) === before.replaceAll(/\bpromen\b/g, "werkbedrijf"), "not every place has the other name");
    await tab.keyboard.press("Control+z");
    expect(wrong, (await text(tab)) === before, "one step does not undo it");
    await tab.evaluate((to) => belegd.cursor(to), "uitvoering van");
    await tab.keyboard.press("F2");
    await tab.waitForFunction(() => document.getElementById("told").textContent.includes("meegeleverde lijst"));
});

await journey("the page of a word, of a code, and the whole manual", async (wrong) => {
    const tab = await opened(wrong);
    await begun(tab, "Centrumregeling", "Gouda, Waddinxveen");
    await tab.evaluate(() => belegd.cursor("mandateert"));
    await tab.keyboard.press("F1");
    await fresh(tab);
    await tab.locator("#panel-why details.whole:not([hidden])").waitFor();
    expect(wrong, (await read(tab, "why")).toLowerCase().includes("mandateert"), "F1 does not explain the word");
    expect(wrong, (await tab.locator("#panel-why summary").textContent()).includes("Wie geeft wat aan wie"), `the page is ${await tab.locator("#panel-why summary").textContent()}`);
    await picture(tab, "help-word");
    for (const each of await violations(tab)) wrong.push(`help: ${each}`);
    await tab.locator("#panel-why summary").click();
    await picture(tab, "help-page");
    for (const each of await violations(tab)) wrong.push(`page: ${each}`);
    await tab.click("#help");
    await fresh(tab);
    expect(wrong, (await tab.locator("#panel-why .contents li").count()) === 21, "the manual has not all of its pages");
    await tab.getByRole("button", { name: "Taken en functies" }).click();
    await fresh(tab);
    expect(wrong, (await read(tab, "why")).startsWith("Taken en functies"), "a page of the manual does not open");
    await picture(tab, "manual");
    await set(tab, gap(await text(tab)));
    await shown(tab, "findings");
    const card = tab.locator(".card.error").first();
    await card.getByText("Waarom", { exact: true }).click();
    await card.getByRole("button", { name: /^Uitleg van B01/ }).click();
    await fresh(tab);
    expect(wrong, /B01/.test(await read(tab, "why")), "the code of a finding has no page");
    await tab.getByRole("button", { name: "English" }).click();
    await tab.evaluate(() => belegd.cursor("mandateert"));
    await tab.keyboard.press("F1");
    await fresh(tab);
    await tab.waitForFunction(() => document.querySelector("#panel-why summary").textContent.includes("Who gives what to whom"));
});
