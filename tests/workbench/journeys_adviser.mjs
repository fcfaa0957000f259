// A legal adviser at her first appendix: what she types stays what she typed, and what a button writes stands where it belongs.
import { begun, count, example, expect, fresh, journey, menu, opened, read, set, shown, tabs, text, violations } from "./browser.mjs";

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
    await tab.click("#brand");
    await tab.getByRole("button", { name: /Voorschoten: werk en inkomen/ }).click();
    await tab.getByRole("button", { name: "Verder zonder bewaren" }).click();
    await fresh(tab);
    await shown(tab, "questions");
    await answer("uiterlijk op …");
    const milestone = /^besluit voorstel_onderzoek .*(\n\s+.*)+\n\s+uiterlijk op …/m;
    expect(wrong, milestone.test(await text(tab)), `an answer about another thing stands elsewhere: ${(await text(tab)).match(/.*\n.*uiterlijk op ….*/)}`);
});

await journey("from the start page with municipalities that no list knows", async (wrong) => {
    const tab = await opened(wrong);
    const begin = () => tab.getByRole("button", { name: "Begin", exact: true }).click();
    await tab.fill("#between", "Leiden");
    await begin();
    await tab.getByText("Noem ten minste twee gemeenten").waitFor();
    await tab.fill("#between", "Rijnhof, Nieuw Oostdam en Leiden");
    await begin();
    await tab.getByText("‘Rijnhof’, ‘Nieuw Oostdam’ staan niet in de meegeleverde lijst").waitFor();
    for (const each of await violations(tab)) wrong.push(`start: ${each}`);
    await tab.getByRole("button", { name: "Toch gebruiken" }).click();
    await tab.waitForSelector("#work:not([hidden])");
    await fresh(tab);
    const whole = await text(tab);
    expect(wrong, whole.includes('\n\ngemeente Rijnhof\ngemeente "Nieuw Oostdam"\n') && whole.includes('college van Rijnhof, "Nieuw Oostdam", Leiden'), `the text does not name them: ${whole}`);
    expect(wrong, (await count(tab, "findings")) === 0, "the text has findings");
    expect(wrong, (await read(tab, "appendix")).includes("Nieuw Oostdam"), "the appendix does not name them");
    for (const kind of ["Openbaar lichaam", /^Dienst/, "Vergelijking"]) {
        await tab.click("#brand");
        await tab.getByRole("radio", { name: kind }).check();
        await tab.fill("#between", "leiden en Leiderdorp");
        await begin();
        await tab.getByRole("button", { name: "Verder zonder bewaren" }).click();
        await tab.waitForSelector("#work:not([hidden])");
        await fresh(tab);
        expect(wrong, /van Leiden, Leiderdorp/.test(await text(tab)), "two names with ‘en’ between them are not read");
        expect(wrong, !/`belegd| --\w/.test(await text(tab)), "the text speaks of commands");
    }
});

await journey("help before there is a text", async (wrong) => {
    const tab = await opened(wrong);
    await tab.click("#help");
    await tab.locator("#start .contents li").first().waitFor();
    expect(wrong, (await tab.locator("#start .contents li").count()) > 15, "the manual has not all of its pages");
    for (const each of await violations(tab)) wrong.push(`help: ${each}`);
    await tab.getByRole("button", { name: "Taken en functies" }).click();
    await tab.waitForFunction(() => document.querySelector("#start .document")?.shadowRoot.textContent.includes("Taken en functies"));
    await tab.getByRole("button", { name: "← Handleiding" }).click();
    await tab.getByRole("button", { name: "← Begin" }).click();
    await tab.waitForSelector("#between");
});

await journey("the forms: what a decision is about, who has the work, and what it costs", async (wrong) => {
    const tab = await opened(wrong);
    const put = async () => {
        await tab.getByRole("button", { name: "Zet in de tekst" }).click();
        await tab.locator("dialog").waitFor({ state: "detached", timeout: 5000 });
        await fresh(tab);
    };
    await begun(tab, "Openbaar lichaam", "Leiden, Leiderdorp");
    await menu(tab, "#add", "Overdracht van werk…");
    const suggested = await tab.locator("dialog datalist").evaluateAll((lists) => lists.flatMap((each) => [...each.options].map((option) => option.value)));
    for (const each of ["algemeen bestuur van dienst", "dagelijks bestuur van dienst", "dienst"]) expect(wrong, suggested.includes(each), `the form does not offer ${each}`);
    await tab.keyboard.press("Escape");

    await menu(tab, "#add", "Besluit…");
    await tab.getByLabel("Titel").fill("Toestemming");
    await tab.getByLabel("Soort besluit").selectOption("toestemming");
    for (const each of await violations(tab)) wrong.push(`decision: ${each}`);
    await put();
    expect(wrong, /besluit toestemming_1 "Toestemming" {2}door college van Leiden .*soort besluit toestemming {2}betreft dienst {2}status besloten/.test(await text(tab)), `the decision is ${(await text(tab)).match(/^besluit .*/m)}`);

    await menu(tab, "#add", "Samenwerking…");
    await tab.getByLabel("Wat is het?").selectOption("overeenkomst");
    await tab.getByLabel("Titel").fill("Backoffice");
    await tab.getByLabel(/^Vorm/).selectOption("dienstverleningsovereenkomst");
    await tab.getByLabel("Wie doet het werk voor de andere?").fill("Leiden");
    await tab.getByLabel("Van welke taken?").fill("bijstand");
    await put();
    expect(wrong, /overeenkomst \w+ "Backoffice" \{[\s\S]*belegt +uitvoering van bijstand bij Leiden {2}voor Leiderdorp\n\}/.test(await text(tab)), `the agreement is ${(await text(tab)).match(/^overeenkomst [\s\S]*?\n\}/m)}`);
    await tab.click("#undo");
    await fresh(tab);

    await shown(tab, "costs");
    const begin = tab.locator("#panel-costs");
    expect(wrong, (await begin.innerText()).includes("kosten uitvoering"), "no example stands where there are no costs");
    for (const each of await violations(tab)) wrong.push(`no costs: ${each}`);
    const before = await count(tab, "findings");
    await begin.getByRole("button", { name: "Kosten…" }).click();
    await tab.getByLabel("Waarvoor?").fill("Uitvoering");
    await tab.getByLabel("Bedrag in euro's").fill("1.250.000,5");
    await tab.getByLabel("Hoe wordt het verdeeld?").selectOption("key");
    await tab.getByLabel("Leiden", { exact: true }).fill("127.000");
    await tab.getByLabel("Leiderdorp", { exact: true }).fill("28000");
    for (const each of await violations(tab)) wrong.push(`costs: ${each}`);
    await put();
    expect(wrong, /kosten uitvoering_2 "Uitvoering" € 1\.250\.000,50 per jaar {2}vanaf 1 januari \d+ {2}verdeeld naar inwoners\n/.test(await text(tab)), `the costs are ${(await text(tab)).match(/kosten .*/)}`);
    expect(wrong, /verdeelsleutel inwoners "Inwoners" \{\n {2}waarden {2}Leiden 127\.000, Leiderdorp 28\.000\n\}/.test(await text(tab)), "the key has not its values");
    for (const [how, title, more, line] of [["equal", "Huur", () => {}, /verdeeld Leiden 1\/2, Leiderdorp 1\/2/], ["shares", "Beheer", async () => {
        await tab.getByLabel("Leiden", { exact: true }).fill("60");
        await tab.getByLabel("Leiderdorp", { exact: true }).fill("40%");
    }, /verdeeld Leiden 60 %, Leiderdorp 40 %/]]) {
        await menu(tab, "#add", "Kosten…");
        await tab.getByLabel("Waarvoor?").fill(title);
        await tab.getByLabel("Bedrag in euro's").fill("90000");
        await tab.getByLabel("Hoe wordt het verdeeld?").selectOption(how);
        await more();
        await put();
        expect(wrong, line.test(await text(tab)), `${how} is not in the text`);
    }
    expect(wrong, (await read(tab, "costs")).includes("Leiderdorp") && (await begin.locator(".cards").isHidden()), `the tab does not show the costs: ${(await read(tab, "costs")).slice(0, 200)} ${await begin.locator(".cards").isHidden()}`);
    expect(wrong, (await count(tab, "findings")) === before, "the forms bring findings");
});

await journey("a situation that begins after the day, and a test that fails in its own words", async (wrong) => {
    const tab = await opened(wrong);
    await begun(tab, "Vergelijking", "Leiden, Leiderdorp");
    const notice = tab.locator("#panel-appendix .notices .notice");
    expect(wrong, (await notice.count()) === 0, "a situation that has begun is said to begin later");
    await set(tab, (await text(tab)).replace("peildatum  1 juni 2028", "peildatum  1 juni 2027"));
    expect(wrong, (await notice.innerText()).includes("De situatie ‘Openbaar lichaam’ begint op 1 januari 2028"), "nothing is said of a situation that begins later");
    for (const each of await violations(tab)) wrong.push(`appendix: ${each}`);
    await notice.getByRole("button", { name: "Kijk op 1 januari 2028" }).click();
    await fresh(tab);
    expect(wrong, (await tab.inputValue('[data-key="on"]')) === "2028-01-01" && (await notice.count()) === 0, "the day is not chosen");
    expect(wrong, (await read(tab, "appendix")).includes("1 januari 2028"), "the appendix does not speak of that day");
    await tab.getByRole("button", { name: "Wissen" }).click();
    await fresh(tab);
    await notice.getByRole("button", { name: /^Zet de peildatum/ }).click();
    await fresh(tab);
    expect(wrong, (await text(tab)).includes("peildatum  1 januari 2028\n}") && (await notice.count()) === 0, "the overview has not the other day");

    await set(tab, (await text(tab)).replace(/(toets beschikking.*2028 +)bij college van Leiden\n/, "$1bij raad van Leiden\n"));
    await shown(tab, "findings");
    expect(wrong, /^toets beschikking van bijstand voor Leiderdorp op 1 juni 2028 +bij raad van Leiden$/.test(await tab.locator(".card.error pre.written").first().innerText()), "the card does not show the test");
});

await journey("nothing in the page speaks of commands", async (wrong) => {
    const tab = await opened(wrong);
    const commands = /belegd (?:check|test|overview|questions|explain|repair|new|graph|costs|timeline)\b|(?:^|[ (])--[a-z]/;
    const seen = async (name) => {
        const words = await tab.evaluate((id) => {
            const panel = document.getElementById(`panel-${id}`);
            return [panel.innerText, ...[...panel.querySelectorAll("details")].map((each) => each.textContent), ...[...panel.querySelectorAll(".document")].map((each) => each.shadowRoot.querySelector(".body").innerText)].join("\n");
        }, name);
        const found = words.match(commands);
        if (found) wrong.push(`${name} says: ${words.slice(Math.max(0, found.index - 80), found.index + 60)}`);
    };
    for (const title of [/Voorschoten: werk en inkomen/, /Huisregels van een raad/]) {
        await example(tab, title);
        for (const name of tabs) {
            await shown(tab, name);
            await seen(name);
        }
        await tab.click("#brand");
    }
    await example(tab, /Voorschoten: werk en inkomen/);
    await shown(tab, "why");
    for (const asked of ["uitvoering", "iets dat er niet is", "Leiden"]) {
        await tab.locator("#panel-why input").fill(asked);
        await tab.keyboard.press("Enter");
        await fresh(tab);
        await seen("why");
    }
    await set(tab, `${await text(tab)}\nvorm iets anders\ngemeente Oostdamme tooi gm9999\nlaat iets van niets bij niemand\n`);
    for (const name of tabs) {
        await shown(tab, name);
        await seen(name);
    }
});
