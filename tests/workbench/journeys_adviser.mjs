// A legal adviser at her first appendix: what she types stays what she typed, and what a button writes stands where it belongs.
import { begun, count, expect, fresh, journey, menu, opened, read, set, shown, text, violations } from "./browser.mjs";

const listed = (tab) => tab.locator(".cm-tooltip-autocomplete li").allTextContents();
const wait = (tab) => tab.waitForTimeout(700);

await journey("no word that stands there is replaced", async (wrong) => {
    const tab = await opened(wrong);
    await begun(tab, "Openbaar lichaam", "Leiden, Leiderdorp");
    await set(tab, `${await text(tab)}\nbesluit start "Start"  door raad van Leiden`);
    await tab.locator(".cm-content").focus();
    await tab.keyboard.press("Control+End");
    await tab.keyboard.type(" betreft dien");
    await tab.waitForSelector(".cm-tooltip-autocomplete");
    expect(wrong, (await listed(tab))[0].startsWith("dienst"), `the cooperation is not first: ${await listed(tab)}`);
    expect(wrong, !(await listed(tab)).some((each) => each.startsWith("huishoudelijke")), "what does not begin so is offered");
    await tab.keyboard.type("st");
    await wait(tab);
    expect(wrong, (await tab.locator(".cm-tooltip-autocomplete").count()) === 0, "something is offered for a name that stands there");
    await tab.keyboard.press("Enter");
    await tab.keyboard.type("organisa");
    await tab.waitForSelector(".cm-tooltip-autocomplete");
    await wait(tab);
    await tab.keyboard.press("Enter");
    const now = await text(tab);
    expect(wrong, now.includes("betreft dienst\n") && now.trimEnd().endsWith("organisa"), `Enter replaces a word: ${now.slice(-60)}`);
    await tab.keyboard.press("Backspace");
    await tab.keyboard.press("Control+End");
    await tab.keyboard.type("s");
    await tab.keyboard.press("Backspace");
    await tab.keyboard.press("Control+Space");
    await tab.waitForSelector(".cm-tooltip-autocomplete");
    await wait(tab);
    await tab.keyboard.press("Tab");
    await tab.keyboard.press("Enter");
    expect(wrong, (await text(tab)).endsWith("organisatie "), `what she chooses is not taken: ${(await text(tab)).slice(-60)}`);
});

await journey("an answer stands where it may stand, in the order asked", async (wrong) => {
    const tab = await opened(wrong);
    await begun(tab, "Vergelijking", "Leiden, Leiderdorp");
    await shown(tab, "questions");
    const answer = async (line) => {
        await tab.locator("#panel-questions").getByRole("button", { name: `Schrijf in de tekst: ${line}`, exact: true }).last().click();
        await fresh(tab);
    };
    await answer("regelt belang");
    await answer("regelt verhouding");
    await answer("regelt niet uittreding");
    const clauses = (await text(tab)).split("regeling nieuwe_dienst")[1];
    expect(wrong, /geldt .*\n( *#.*\n)? *reikwijdte .*\n\s+regelt belang\n\s+regelt verhouding\n\s+regelt niet uittreding\n|geldt .*\n\s+regelt belang\n\s+regelt verhouding\n\s+regelt niet uittreding\n/.test(clauses), `the lines stand so: ${clauses.slice(0, 500)}`);
    const found = await count(tab, "findings");
    for (const each of ["Leiden", "Leiderdorp"]) {
        await answer(`besluit … door raad van ${each} op … soort besluit toestemming betreft nieuwe_dienst`);
        expect(wrong, (await tab.evaluate(() => getSelection().toString())) === "…", "what is to be filled in is not selected");
        await tab.keyboard.type("1 maart 2026");
        await fresh(tab);
        expect(wrong, (await count(tab, "findings")) <= found, `the decision of ${each} brings findings`);
    }
    expect(wrong, /\n {2}\}\n\}\n\nbesluit toestemming_raad_leiden door raad van Leiden op 1 maart 2026 .*\nbesluit toestemming_raad_leiderdorp door .*\n\n# De bijlage/.test(await text(tab)), `the decisions stand elsewhere: ${await text(tab)}`);
});
