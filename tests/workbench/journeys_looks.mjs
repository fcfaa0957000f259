// How it looks: every tab in every size, light, dark and in high contrast, at twice the size, and by the keyboard alone.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { example, expect, fresh, journey, opened, over, picture, read, root, shown, tabs, violations } from "./browser.mjs";

/** How far the page runs out of its window, and what axe finds; what is asked of it costs seconds. */
async function look(wrong, tab, name, axe = true) {
    const wide = await over(tab);
    if (wide) wrong.push(`${name} ${wide}`);
    if (axe) for (const each of await violations(tab)) wrong.push(`${name}: ${each}`);
}

/** Every tab, with something in it. */
async function eachTab(tab, go) {
    for (const name of tabs) {
        await shown(tab, name);
        if (name === "why") {
            await tab.locator("#panel-why input").fill("uitvoering van bijstand");
            await tab.keyboard.press("Enter");
            await tab.waitForFunction(() => document.querySelector("#panel-why .document").shadowRoot.querySelector("h1"));
            await fresh(tab);
        }
        await go(name);
    }
}

await journey("every tab, in every window, light and dark", async (wrong) => {
    for (const [width, height] of [[1280, 900], [1024, 768], [390, 844]])
        for (const scheme of ["light", "dark"]) {
            const tab = await opened(wrong, { width, height, scheme });
            const at = `${width}${scheme === "dark" ? "-dark" : ""}`;
            // What axe finds depends on the looks, and at 1024 px they are those of 1280 px.
            const seen = async (name) => {
                await picture(tab, `${name}-${at}`);
                await look(wrong, tab, `${name} at ${at}`, width !== 1024 && (scheme === "light" || width === 1280));
            };
            await seen("start");
            await example(tab, /Voorschoten: werk en inkomen/);
            if (width < 900) {
                await tab.click('[data-show="text"]');
                await seen("text");
                await tab.click('[data-show="result"]');
            }
            await eachTab(tab, seen);
            await tab.context().close();
        }
});

await journey("at twice the size, and in high contrast", async (wrong) => {
    // Twice the size in a window of 1280 by 1024: the page has half of it.
    const large = await opened(wrong, { width: 640, height: 512 });
    await look(wrong, large, "start at 200 %");
    await example(large, /Voorschoten: werk en inkomen/);
    await eachTab(large, async (name) => {
        await picture(large, `${name}-200`);
        await look(wrong, large, `${name} at 200 %`);
        const room = await large.evaluate((id) => document.getElementById(`panel-${id}`).clientHeight, name);
        expect(wrong, room > 180, `${name} has ${room} px left at 200 %`);
    });
    await large.context().close();

    const contrast = await opened(wrong);
    await contrast.emulateMedia({ forcedColors: "active" });
    await picture(contrast, "start-contrast");
    await look(wrong, contrast, "start in high contrast", false);
    await example(contrast, /Voorschoten: werk en inkomen/);
    await eachTab(contrast, (name) => picture(contrast, `${name}-contrast`));
    await contrast.context().close();
});

await journey("on paper nothing is marked", async (wrong) => {
    const tab = await opened(wrong);
    await example(tab, /Voorschoten: werk en inkomen/);
    const cells = tab.locator("#panel-appendix td.asks");
    const style = async (cell) => JSON.stringify(await cell.evaluate((td) => {
        const { boxShadow, paddingTop } = getComputedStyle(td);
        return { boxShadow, paddingTop };
    }));
    await cells.first().click();
    await fresh(tab);
    await shown(tab, "appendix");
    expect(wrong, (await style(cells.first())) !== (await style(cells.last())), "a cell that was asked is not marked");
    await tab.emulateMedia({ media: "print" });
    const printed = await style(cells.first()), other = await style(cells.last());
    expect(wrong, printed === other, `a cell that was asked is printed with ${printed}, another with ${other}`);
    await tab.context().close();
});

await journey("by the keyboard alone", async (wrong) => {
    const tab = await opened(wrong);
    const focused = () => tab.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return { id: at?.id ?? "", name: at?.localName ?? "", words: at?.textContent?.slice(0, 60) ?? "", shown: at ? getComputedStyle(at).outlineStyle !== "none" || at.closest?.(".cm-editor, .kind") !== null : false };
    });
    /** Presses a key until what has the focus is what is wanted. */
    const until = async (key, wanted, most = 80) => {
        for (let i = 0; i < most; ++i) {
            await tab.keyboard.press(key);
            const now = await focused();
            if (now.name !== "body" && !now.shown) wrong.push(`the focus is not to be seen on ${now.name}#${now.id} ‘${now.words}’`);
            if (wanted(now)) return now;
        }
        wrong.push(`${key} does not come to ${wanted}`);
    };
    await until("Tab", ({ name, words }) => name === "button" && words.includes("Voorschoten: werk en inkomen"));
    await tab.keyboard.press("Enter");
    await tab.waitForSelector("#work:not([hidden])");
    await fresh(tab);
    // Out of the text, as the text itself says; then to the tabs.
    await tab.keyboard.press("Escape");
    await until("Tab", ({ id }) => id === "tab-appendix");
    for (const name of tabs) {
        expect(wrong, (await focused()).id === `tab-${name}`, `the arrows do not come to ${name}`);
        await fresh(tab);
        await until("Tab", ({ id }) => id === `panel-${name}`, 2);
        await tab.keyboard.press("Shift+Tab");
        await tab.keyboard.press("ArrowRight");
    }
    // A cell of the appendix, why it is so, and the line it rests on.
    await fresh(tab);
    expect(wrong, (await focused()).id === "tab-appendix", "the arrows do not go round");
    await until("Tab", ({ name }) => name === "td", 200);
    await tab.keyboard.press("Enter");
    await fresh(tab);
    await tab.waitForFunction(() => document.querySelector("#panel-why .document").shadowRoot.querySelector("h1"));
    expect(wrong, (await tab.getAttribute("#tab-why", "aria-selected")) === "true", "Enter on a cell does not tell why");
    // The name of a thing, and the page of a word.
    await tab.locator(".cm-content").focus();
    await tab.keyboard.press("F1");
    await fresh(tab);
    expect(wrong, (await tab.locator("#panel-why details.whole:not([hidden])").count()) === 1, "F1 shows no page of the manual");
});

await journey("every worked model", async (wrong) => {
    const tab = await opened(wrong);
    for (const name of readdirSync(join(root, "models"))) {
        const button = tab.locator(`[data-example="${name}"]`);
        if (!(await button.count())) continue;
        await button.click();
        await tab.waitForSelector("#work:not([hidden])");
        await fresh(tab);
        expect(wrong, (await read(tab, "appendix")).length > 500, `${name} has no appendix`);
        await shown(tab, "drawing");
        const drawn = await tab.evaluate(() => document.querySelectorAll("#panel-drawing .document")[0].shadowRoot.querySelectorAll("svg rect").length);
        expect(wrong, drawn > 3, `${name} has no drawing`);
        await tab.click("#brand");
    }
});
