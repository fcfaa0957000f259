// Looks at pages in Chromium: browser.mjs OUT PAGE...
//
// Says a line of JSON, [file, what is wrong], for each fault: what axe has against it in light and in dark, what runs out of
// a window sideways, what asks the network for anything; of a drawing, which texts stand over each other. Leaves in OUT an image of each page in each window, and the page
// as it is printed.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [out, ...pages] = process.argv.slice(2);
const widths = [1280, 768, 390];
const said = new Set();
const fault = (page, what) => {
    const line = JSON.stringify([page, what]);
    if (!said.has(line)) console.log(line);
    said.add(line);
};

/// What axe finds, each rule once with the first place.
async function violations(tab) {
    const found = await tab.evaluate(async () => (await window.axe.run(document)).violations.map((each) => ({
        id: each.id, help: each.help, places: each.nodes.length, first: each.nodes[0].html.slice(0, 120),
        why: each.nodes[0].failureSummary.split("\n").slice(1, 2).join("").trim(),
    })));
    return found.map((each) => `${each.id} (${each.help}) at ${each.places} places, first ${each.first}: ${each.why}`);
}

/// Texts of a drawing that stand over each other, or that it does not have room for.
function drawing_faults() {
    if (document.documentElement.nodeName !== "svg" || document.querySelector("parsererror"))
        return ["is no drawing that a browser can read"];
    const sheet = document.documentElement.getBoundingClientRect();
    const texts = [...document.querySelectorAll("text")].map((each) => [each.textContent.trim(), each.getBoundingClientRect()]);
    const found = texts.length ? [] : ["has no text"];
    texts.forEach(([said, box], at) => {
        if (box.left < sheet.left || box.top < sheet.top || box.right > sheet.right || box.bottom > sheet.bottom)
            found.push(`the text ‘${said}’ runs over the edge`);
        for (const [other, under] of texts.slice(at + 1))
            if (box.left < under.right - 1 && under.left < box.right - 1 && box.top < under.bottom - 1 && under.top < box.bottom - 1)
                found.push(`the texts ‘${said}’ and ‘${other}’ stand over each other`);
    });
    return found;
}

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],  // nothing but our own pages is opened
});
try {
    for (const page of pages) {
        const drawing = page.endsWith(".svg");
        const name = basename(page, drawing ? ".svg" : ".html");
        // The page itself forbids scripts: axe needs to get past that.
        const context = await browser.newContext({ bypassCSP: true, colorScheme: "light" });
        await context.addInitScript(axe);
        const tab = await context.newPage();
        const address = pathToFileURL(page).href;
        await context.route("**/*", (route) => {
            if (route.request().url() === address || route.request().url().startsWith("data:")) return route.continue();
            fault(page, `asks for ${route.request().url()}`);
            return route.abort();
        });
        tab.on("pageerror", (error) => fault(page, `an error in the browser: ${error.message}`));
        if (drawing) {
            await tab.goto(address);
            for (const what of await tab.evaluate(drawing_faults)) fault(page, what);
            // Of a drawing by itself playwright takes no picture.
            await tab.goto("about:blank");
            await tab.setContent(`<img alt="" src="data:image/svg+xml;base64,${readFileSync(page).toString("base64")}">`);
            await tab.screenshot({ path: join(out, `${name}.png`), fullPage: true });
            await context.close();
            continue;
        }
        for (const width of widths) {
            await tab.setViewportSize({ width, height: 900 });
            await tab.goto(address);
            const over = await tab.evaluate(() => {
                const wide = document.documentElement.scrollWidth - window.innerWidth;
                if (wide <= 0) return null;
                const first = [...document.querySelectorAll("body *")].find((each) =>
                    each.getBoundingClientRect().right > window.innerWidth && !each.closest(".unseen, thead") &&
                    // What scrolls by itself stays where it is.
                    !(each.closest(".table") && getComputedStyle(each.closest(".table")).overflowX === "auto"));
                return { wide, first: first ? first.outerHTML.slice(0, 100) : "" };
            });
            // In a narrow window nothing stands beside anything: every text has the width of the window.
            const squeezed = width > 720 ? [] : await tab.evaluate(() => [...document.querySelectorAll("p, li, dd, td, th")].filter((each) =>
                each.textContent.length > 60 && each.getBoundingClientRect().width < 120 && !each.closest("thead, .wide"))
                .map((each) => `‘${each.textContent.trim().slice(0, 50)}’ has ${Math.round(each.getBoundingClientRect().width)} px`));
            if (squeezed.length) fault(page, `at ${width} px ${squeezed.length} texts are squeezed, first ${squeezed[0]}`);
            if (over) fault(page, `at ${width} px it runs ${over.wide} px out of the window: ${over.first}`);
            for (const scheme of ["light", "dark"]) {
                await tab.emulateMedia({ colorScheme: scheme });
                // Colours are the same in every window.
                if (scheme === "dark" && width !== widths[0]) continue;
                if (width !== 768) for (const what of await violations(tab)) fault(page, `in ${scheme}, at ${width} px: ${what}`);
                await tab.screenshot({ path: join(out, `${name}-${width}${scheme === "dark" ? "-dark" : ""}.png`), fullPage: true });
            }
            await tab.emulateMedia({ colorScheme: "light" });
        }
        await tab.pdf({ path: join(out, `${name}.pdf`), preferCSSPageSize: true, tagged: true });
        await context.close();
    }
} finally {
    await browser.close();
}
