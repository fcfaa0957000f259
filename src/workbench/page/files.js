// What goes in and out: models with every byte of them, one by one or as a package, and the documents. Nothing is kept on this
// computer unless she says so.
import { unzipSync, zipSync } from "fflate";
import { dialog, h, tell } from "./dom.js";
import { isText } from "./session.js";
import { language, plain, say } from "./words.js";

const types = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", odt: "application/vnd.oasis.opendocument.text", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", html: "text/html", md: "text/markdown", csv: "text/csv", ics: "text/calendar", svg: "image/svg+xml", drawio: "application/xml", mmd: "text/plain", dot: "text/plain", zip: "application/zip", belegd: "text/plain" };
const endings = { mermaid: "mmd" }; // of files, where they are called otherwise
const kDraft = "belegd.draft";
const kLargest = 64e6; // bytes of a package, unpacked
const kMostKept = 3e6; // of a draft: a browser keeps some five million

/** A name that a file may have anywhere. */
export const plainName = (name) => name.trim().replace(/[\\/:*?"<>|]/g, "-");
export const ending = (name) => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

function download(bytes, name) {
    const address = URL.createObjectURL(new Blob([bytes], { type: types[ending(name)] ?? "application/octet-stream" }));
    const link = h("a", { href: address, download: name, hidden: true });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** Where the browser lets one choose a place: a handle; else a download. Null when nothing was chosen. */
async function put(bytes, name, handle) {
    if (!handle && window.showSaveFilePicker) {
        try {
            handle = await window.showSaveFilePicker({ suggestedName: name, types: [{ accept: { [types[ending(name)] ?? "application/octet-stream"]: [`.${ending(name)}`] } }] });
        } catch (failed) {
            if (failed.name === "AbortError") return null;
            handle = undefined; // not allowed here
        }
    }
    if (!handle) return download(bytes, name), { name };
    const out = await handle.createWritable();
    await out.write(bytes);
    await out.close();
    return { name: handle.name, handle };
}

/** Bytes as a text for the editor, with what it takes to write them again as they were; null when they are no text. */
export function decoded(bytes) {
    if (bytes.includes(0)) return null;
    try {
        const whole = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
        const mark = whole.startsWith("\uFEFF") ? "\uFEFF" : "";
        const text = whole.slice(mark.length);
        const ending = !/(^|[^\r])\n|\r(?!\n)/.test(text) && text.includes("\r\n") ? "\r\n" : "\n";
        return { text: ending === "\r\n" ? text.replace(/\r\n/g, "\n") : text, ending, mark };
    } catch {
        return null;
    }
}

export function encoded({ text, ending, mark }) {
    return new TextEncoder().encode(mark + (ending === "\n" ? text : text.replace(/\n/g, ending)));
}

/** A file as it is kept while it is open: a text with what it takes to write it again, or its bytes. */
export function kept(path, bytes) {
    const found = isText(path) ? decoded(bytes) : null;
    return found ? { ...found, saved: found.text } : { bytes };
}

/** The files of a package by path, folders left out; null when it is none or too large. */
function unpacked(bytes) {
    try {
        let size = 0;
        const all = unzipSync(bytes, { filter: ({ name, originalSize }) => !name.endsWith("/") && (size += originalSize) <= kLargest });
        return size > kLargest ? null : new Map(Object.entries(all).map(([path, each]) => [path, kept(path, each)]));
    } catch {
        return null;
    }
}

const bytesOf = (file) => file.bytes ?? encoded(file);

/** The files of what was dropped, also of a folder: `[path, File]`. */
async function dropped(items) {
    const out = [];
    const walk = async (entry) => {
        if (entry.isFile) return void out.push([entry.fullPath.slice(1), await new Promise((done, failed) => entry.file(done, failed))]);
        const reader = entry.createReader();
        for (let some; (some = await new Promise((done, failed) => reader.readEntries(done, failed))).length; ) for (const each of some) await walk(each);
    };
    for (const entry of [...items].filter(({ kind }) => kind === "file").map((item) => item.webkitGetAsEntry()).filter(Boolean)) await walk(entry);
    return out;
}

export class Files {
    /** `load(opened)` shows what was opened; `load(null)`: what is shown was saved. */
    constructor(session, load) {
        this.session = session;
        this.load = load;
        addEventListener("beforeunload", (event) => {
            if (this.session.changed) event.preventDefault();
        });
    }

    /** Whether the text at hand may go: it was saved, or she says so. */
    async mayGo() {
        if (!this.session.changed) return true;
        return (await dialog(say("changed"), h("p", {}, say("leave")), [{ words: say("cancel"), value: () => null }, { words: say("goOn"), value: () => true, main: true }])) === true;
    }

    /** A file, or a package of files. */
    async take(file, handle = null) {
        const bytes = new Uint8Array(await file.arrayBuffer());
        if (/\.zip$/i.test(file.name)) return this.#open(file.name, unpacked(bytes), { packed: true, handle });
        const found = decoded(bytes), name = plainName(file.name);
        return this.#open(name, found && new Map([[name, { ...found, saved: found.text }]]), { handle });
    }

    async #open(name, files, more) {
        const fits = files && [...files.values()].some((each) => each.text !== undefined) && !/\.(docx|xlsx|pdf|odt)$/i.test(name);
        if (!fits) return void tell(say("failedOpen", name));
        if (await this.mayGo()) this.load({ name, files, ...more });
    }

    async drop(transfer) {
        const first = transfer.files[0], all = dropped(transfer.items);
        if (first && /\.docx$/i.test(first.name) && this.session.opened) return this.inHouseStyle(first);
        const found = await all.catch(() => []);
        if (found.length > 1 || found[0]?.[0].includes("/")) return this.#folder(found);
        if (first) return this.take(first);
    }

    /** Several files, or a folder of them: what is saved of them is a package. */
    async #folder(found) {
        const folder = found[0][0].split("/")[0];
        const inside = found.every(([path]) => path.startsWith(`${folder}/`));
        const files = new Map();
        for (const [path, file] of found) files.set(inside ? path.slice(folder.length + 1) : path, kept(path, new Uint8Array(await file.arrayBuffer())));
        return this.#open(`${inside ? folder : say("untitled")}.zip`, files, { packed: true });
    }

    async open() {
        if (window.showOpenFilePicker) {
            try {
                const [handle] = await window.showOpenFilePicker({ types: [{ accept: { "text/plain": [".belegd", ".md", ".markdown"], "application/zip": [".zip"] } }] });
                return this.take(await handle.getFile(), handle);
            } catch (failed) {
                if (failed.name === "AbortError") return;
            }
        }
        this.pick(".belegd,.md,.markdown,.zip,text/plain", (file) => this.take(file));
    }

    async save(asOther = false) {
        const { session } = this;
        const texts = new Map([...session.files].map(([path, each]) => [path, each.text]));
        const bytes = session.packed ? zipSync(Object.fromEntries([...session.files].map(([path, each]) => [path, bytesOf(each)])), { level: 6 }) : encoded(session.files.get(session.file));
        const done = await put(bytes, session.name, asOther ? null : session.handle);
        if (!done) return;
        for (const [path, text] of texts) if (session.files.has(path)) session.files.get(path).saved = text;
        Object.assign(session, { altered: false, handle: done.handle ?? null });
        if (session.packed) session.name = done.name;
        else if (done.name !== session.name) session.rename(done.name);
        this.forgetDraft();
        this.load(null);
    }

    get stem() {
        return this.session.name.replace(/\.[^.]*$/, "");
    }

    /** Saves what a command writes. */
    async document(command, form, more = {}) {
        const { session } = this;
        await session.fresh();
        const asked = command === "questions" || command === "compare" ? { path: session.path, lang: language(), ...more } : session.asked(language(), more);
        const result = await session.engine.run({ command, format: form, ...asked });
        if (!session.readable) return void tell(say("unreadableOther"));
        if (!result.bytes.length) return void tell(say("failed", plain(result.err).trim()));
        const tab = { overview: "", graph: "drawing" }[command] ?? command;
        await put(result.bytes, `${this.stem}${tab && `-${say(tab).toLowerCase()}`}.${endings[form] ?? form}`);
    }

    /** The appendix in her own Word file, whose content controls it fills. */
    async inHouseStyle(file) {
        const { session } = this;
        await session.engine.put("/tmp/huisstijl.docx", new Uint8Array(await file.arrayBuffer()));
        await session.fresh();
        const result = await session.engine.run({ command: "overview", format: "docx", ...session.asked(language(), { template: "/tmp/huisstijl.docx" }) });
        const words = plain(result.err).replaceAll("/tmp/huisstijl.docx", file.name).trim();
        if (words && result.exit === 2) return void dialog(say("houseStyle"), h("p", { class: "told-in-full" }, words), [{ words: say("close"), value: () => null, main: true }]);
        await put(result.bytes, `${this.stem}.docx`);
        if (words) tell(words);
    }

    pick(accept, take) {
        const field = h("input", { type: "file", accept, hidden: true, onchange: () => field.files[0] && take(field.files[0]) });
        document.body.append(field);
        field.click();
        setTimeout(() => field.remove(), 60000);
    }

    // ---- a draft, only where she allowed it ----

    get keeps() {
        try {
            return localStorage.getItem("belegd.keep") === "yes";
        } catch {
            return false;
        }
    }
    set keeps(yes) {
        try {
            if (yes) localStorage.setItem("belegd.keep", "yes");
            else localStorage.clear();
        } catch {
            // A browser that keeps nothing keeps nothing.
        }
        if (yes) this.keepDraft();
    }

    keepDraft() {
        if (!this.keeps || !this.session.changed || !this.session.text.trim()) return;
        const { name, packed, file, files } = this.session;
        if ([...files.values()].reduce((sum, each) => sum + (each.bytes ?? each.text).length, 0) > kMostKept) return;
        const pages = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
        const all = [...files].map(([path, { text, ending, mark, bytes }]) => [path, bytes ? { bytes: btoa(pages(bytes)) } : { text, ending, mark }]);
        try {
            localStorage.setItem(kDraft, JSON.stringify({ name, packed, file, files: all }));
        } catch {
            // Full, or not allowed: the draft is not worth a word.
        }
    }
    forgetDraft() {
        try {
            localStorage.removeItem(kDraft);
        } catch {
            // As above.
        }
    }
    draft() {
        try {
            const draft = this.keeps && JSON.parse(localStorage.getItem(kDraft) ?? "null");
            const file = (each) => (each.bytes === undefined ? each : { bytes: Uint8Array.from(atob(each.bytes), (c) => c.charCodeAt(0)) });
            return draft && { ...draft, altered: true, files: new Map(draft.files.map(([path, each]) => [path, file(each)])) };
        } catch {
            return null;
        }
    }
}
