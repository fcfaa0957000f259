// Several files that are one model: opened as a package, edited, and saved without a changed byte of what was not edited.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { belegd, example, expect, folder, fresh, journey, keep, opened, picture, read, root, saved, shown, text, violations } from "./browser.mjs";

const python = (code, ...words) => execFileSync("/usr/bin/python3", ["-c", code, ...words], { maxBuffer: 1 << 28 });

/** A package of files, as somebody else's program writes it. */
function packed(name, files) {
    const path = join(folder, "saved", name), from = join(folder, "saved", `${name}.from`);
    rmSync(from, { recursive: true, force: true });
    for (const [each, bytes] of Object.entries(files)) {
        mkdirSync(dirname(join(from, each)), { recursive: true });
        writeFileSync(join(from, each), bytes);
    }
    python("import os, sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as out:\n  for at, _, names in os.walk(sys.argv[2]):\n    for name in names: p = os.path.join(at, name); out.write(p, os.path.relpath(p, sys.argv[2]))", path, from);
    return path;
}

/** What is in a package, by path. */
function unpacked(path) {
    const all = JSON.parse(python("import base64, json, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nprint(json.dumps({n: base64.b64encode(z.read(n)).decode() for n in z.namelist()}))", path));
    return new Map(Object.entries(all).map(([name, bytes]) => [name, Buffer.from(bytes, "base64")]));
}

const main = 'taal nl\ngebruik wgr, "delen/taken.belegd"\n\nregeling dienst "Dienst" {\n  vorm        centrumregeling\n  deelnemers  college van Leiden, Leiderdorp\n  centrum     Leiden\n  geldt       vanaf 1 januari 2024\n  mandateert  uitvoering van groen aan college van Leiden\n}\n\noverzicht bijlage "Taken" {\n  voor   Leiderdorp\n  taken  groen\n}\n';
const part = '\uFEFF# de taken\r\ndomein buiten "Buiten" {\r\n  vergt  uitvoering\r\n  van rechtswege  uitvoering bij college\r\n  taak groen "Groen én grijs"\r\n}\r\n';
const files = { "plan/model.belegd": main, "plan/delen/taken.belegd": part, "plan/LEESMIJ.txt": "niets\n", "plan/bijlage.bin": Buffer.from([0, 255, 13, 10, 0, 128]) };

async function given(tab, path, name) {
    const [chooser] = await Promise.all([tab.waitForEvent("filechooser"), tab.click("#open")]);
    await chooser.setFiles(path);
    await tab.waitForFunction((wanted) => document.getElementById("name").value === wanted, name);
    await fresh(tab);
}

await journey("a folder as one package, back without a changed byte", async (wrong) => {
    const tab = await opened(wrong);
    await given(tab, packed("plan.zip", files), "plan.zip");
    expect(wrong, (await text(tab)) === main, "the model itself is not in the editor");
    expect(wrong, (await read(tab, "appendix")).includes("Groen én grijs"), "what it brings in is not read");
    const choices = await tab.locator("#files option").allTextContents();
    expect(wrong, choices.join() === "plan/delen/taken.belegd,plan/model.belegd", `to choose from: ${choices}`);
    for (const each of await violations(tab)) wrong.push(`files: ${each}`);
    await picture(tab, "files");

    const same = unpacked((await saved(tab, () => tab.click("#save"))).path);
    for (const [name, bytes] of Object.entries(files)) expect(wrong, same.get(name)?.equals(Buffer.from(bytes)), `${name} comes back changed`);
    expect(wrong, same.size === 4, "there are other files in it");

    // A finding in the other file leads there, and what is edited there counts.
    await tab.selectOption("#files select", "plan/delen/taken.belegd");
    await fresh(tab);
    expect(wrong, (await text(tab)).startsWith("# de taken\n"), "the other file is not shown");
    expect(wrong, (await read(tab, "appendix")).includes("Groen én grijs"), "the appendix goes with the file in the editor");
    await tab.evaluate(() => belegd.set(belegd.text().replace("grijs", "blauw")));
    await fresh(tab);
    expect(wrong, (await read(tab, "appendix")).includes("Groen én blauw"), "what is edited in a part does not count");
    await tab.locator("#panel-appendix button.line-link").first().click();
    await fresh(tab);
    expect(wrong, (await text(tab)) === main, "a line of the appendix does not lead to its file");
    await tab.selectOption("#files select", "plan/delen/taken.belegd");
    await tab.click("#undo");
    await tab.click("#redo");
    await fresh(tab);

    const { path } = await saved(tab, () => tab.click("#save"));
    const edited = unpacked(path);
    for (const [name, bytes] of Object.entries(files)) {
        const expected = name.endsWith("taken.belegd") ? part.replace("grijs", "blauw") : bytes;
        expect(wrong, edited.get(name)?.equals(Buffer.from(expected)), `${name} is not what it should be`);
    }
    const out = join(folder, "saved", "plan.out");
    rmSync(out, { recursive: true, force: true });
    python("import sys, zipfile\nzipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])", path, out);
    const told = execFileSync(belegd, ["overview", join(out, "plan"), "--format", "md"], { stdio: ["ignore", "pipe", "ignore"] }).toString();
    expect(wrong, told.includes("Groen én blauw"), "the command line does not read what was saved");
});

await journey("another name in several files, and back in one step", async (wrong) => {
    const tab = await opened(wrong);
    await given(tab, packed("plan.zip", files), "plan.zip");
    const all = async () => {
        const out = {};
        for (const each of ["plan/delen/taken.belegd", "plan/model.belegd"]) {
            await tab.selectOption("#files select", each);
            await fresh(tab);
            out[each] = await text(tab);
        }
        return out;
    };
    const before = await all();
    await tab.evaluate(() => belegd.cursor("groen aan"));
    await tab.keyboard.press("F2");
    await tab.getByLabel("De nieuwe naam").fill("plantsoen");
    await tab.keyboard.press("Enter");
    await tab.locator("dialog").waitFor({ state: "detached" });
    const after = await all();
    for (const [name, whole] of Object.entries(before)) expect(wrong, after[name] === whole.replaceAll(/\bgroen\b/g, "plantsoen"), `${name} has not the other name everywhere`);
    await tab.click("#undo");
    await fresh(tab);
    expect(wrong, JSON.stringify(await all()) === JSON.stringify(before), "one step does not undo it in both files");
    await tab.click("#redo");
    await fresh(tab);
    expect(wrong, JSON.stringify(await all()) === JSON.stringify(after), "one step does not bring it back in both files");
    // Who changed the other file after it is told, and nothing is undone by halves.
    await tab.selectOption("#files select", "plan/delen/taken.belegd");
    await tab.evaluate(() => belegd.set(`${belegd.text()}# later\n`));
    await tab.selectOption("#files select", "plan/model.belegd");
    await tab.click("#undo");
    expect(wrong, (await tab.textContent("#told")).includes("taken.belegd"), "nothing is said of the other file");
    expect(wrong, (await text(tab)) === after["plan/model.belegd"], "it is undone by halves");
});

await journey("a model of several files from the start page, and a file beside one's own", async (wrong) => {
    const tab = await opened(wrong);
    await example(tab, /Huisregels van een raad/);
    expect(wrong, (await tab.locator("#files").innerText()).split(/\s+/).sort().join(" ") === "Bestand huisregels.belegd oostdam.belegd", `over the text stands ‘${await tab.locator("#files").innerText()}’`);
    await shown(tab, "findings");
    const own = await saved(tab, () => tab.click("#save"));
    expect(wrong, own.name === "huisregels.zip", `it is saved as ${own.name}`);
    for (const [name, bytes] of unpacked(own.path)) expect(wrong, bytes.equals(readFileSync(join(root, "models/huisregels", name))), `${name} is not that of the worked model`);

    await tab.click("#brand");
    await given(tab, keep("alleen.belegd", Buffer.from('taal nl\ngebruik "taken.belegd"\n')), "alleen.belegd");
    expect(wrong, await tab.locator("#files").isHidden(), "one file has a chooser");
    await tab.click("#add");
    await tab.getByRole("menuitem", { name: "Bestand erbij…" }).click();
    await tab.getByLabel("Naam van het bestand").fill("taken");
    await tab.getByRole("button", { name: "Toevoegen" }).last().click();
    await fresh(tab);
    await tab.evaluate(() => belegd.set("gemeente Oostdam\n"));
    await fresh(tab);
    await tab.selectOption("#files select", "alleen.belegd");
    await fresh(tab);
    await shown(tab, "findings");
    expect(wrong, !(await tab.locator("#panel-findings").innerText()).includes("taken.belegd"), "the file that was added is not read");
    const both = await saved(tab, () => tab.click("#save"));
    expect(wrong, both.name === "alleen.zip" && unpacked(both.path).size === 2, "they are not saved together");
});

await journey("a draft after a crash, where she allowed it, and files dropped on the page", async (wrong) => {
    const tab = await opened(wrong);
    const kept = () => tab.evaluate(() => Object.keys(localStorage).length);
    const drop = (path) => tab.evaluate(([name, bytes]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(bytes)], name));
        dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, [path.split("/").at(-1), [...readFileSync(path)]]);
    const shows = (name) => tab.waitForFunction((wanted) => document.getElementById("name").value === wanted, name);
    await drop(packed("plan.zip", files));
    await shows("plan.zip");
    await fresh(tab);
    await tab.evaluate(() => belegd.set(`${belegd.text()}# nieuw\n`));
    expect(wrong, (await kept()) === 0, "something is kept that nobody allowed");
    await tab.click("#brand");
    await tab.getByLabel(/Bewaar een kladversie/).check();
    await tab.getByRole("button", { name: /Terug naar de tekst/ }).click();
    await tab.evaluate(() => belegd.set(`${belegd.text()}# later\n`));
    tab.on("dialog", (asked) => asked.accept());
    await tab.reload();
    await tab.waitForSelector("body[data-engine]");
    await tab.getByRole("button", { name: "Verder met de kladversie" }).click();
    await shows("plan.zip");
    await fresh(tab);
    expect(wrong, (await text(tab)) === `${main}# nieuw\n# later\n`, "the draft has not what was written last");
    const out = unpacked((await saved(tab, () => tab.click("#save"))).path);
    expect(wrong, out.get("plan/bijlage.bin")?.equals(files["plan/bijlage.bin"]) && out.get("plan/delen/taken.belegd")?.equals(Buffer.from(part)), "the draft has lost bytes of other files");
    await drop(keep("los.belegd", Buffer.from("taal nl\ngemeente Oostdam\n")));
    await shows("los.belegd");
    await tab.click("#brand");
    await tab.getByLabel(/Bewaar een kladversie/).uncheck();
    expect(wrong, (await kept()) === 0, "something stays when she takes it back");
});
