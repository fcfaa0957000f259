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
