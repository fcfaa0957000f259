// What goes in and out: the model with every byte of it, and the documents. Nothing is kept on this computer unless she says so.
import { dialog, h, tell } from "./dom.js";
import { language, say } from "./words.js";

const types = { docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", odt: "application/vnd.oasis.opendocument.text", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", html: "text/html", md: "text/markdown", csv: "text/csv", ics: "text/calendar", belegd: "text/plain" };
const kDraft = "belegd.draft";

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

export class Files {
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

    async take(file, handle = null) {
        const found = decoded(new Uint8Array(await file.arrayBuffer()));
        if (!found || /\.(docx|xlsx|pdf|odt)$/i.test(file.name)) return void tell(say("failedOpen", file.name));
        if (await this.mayGo()) this.load({ name: file.name, ...found, handle, saved: true });
    }

    async open() {
        if (window.showOpenFilePicker) {
            try {
                const [handle] = await window.showOpenFilePicker({ types: [{ accept: { "text/plain": [".belegd", ".md", ".markdown"] } }] });
                return this.take(await handle.getFile(), handle);
            } catch (failed) {
                if (failed.name === "AbortError") return;
            }
        }
        this.pick(".belegd,.md,.markdown,text/plain", (file) => this.take(file));
    }

    async save(asOther = false) {
        const { session } = this;
        const text = session.text;
        const done = await put(encoded(session), session.name, asOther ? null : session.handle);
        if (!done) return;
        Object.assign(session, { saved: text, handle: done.handle ?? null, name: done.name });
        this.forgetDraft();
        this.load(null);
    }

    /** Saves what a command writes. */
    async document(command, form, more = {}) {
        const { session } = this;
        await session.fresh();
        const asked = command === "questions" || command === "compare" ? { path: session.path, lang: language(), ...more } : session.asked(language(), more);
        const result = await session.engine.run({ command, format: form, ...asked });
        if (!session.readable) return void tell(say("unreadableOther"));
        if (!result.bytes.length) return void tell(say("failed", result.err.replace(/^belegd: /gm, "").trim()));
        const stem = session.name.replace(/\.[^.]*$/, "") + (command === "overview" ? "" : `-${say({ timeline: "timeline", costs: "costs", decisions: "decisions", questions: "questions", compare: "compare" }[command] ?? "result").toLowerCase()}`);
        await put(result.bytes, `${stem}.${form}`);
    }

    /** The appendix in her own Word file, whose content controls it fills. */
    async inHouseStyle(file) {
        const { session } = this;
        await session.engine.put("huisstijl.docx", new Uint8Array(await file.arrayBuffer()));
        await session.fresh();
        const result = await session.engine.run({ command: "overview", format: "docx", ...session.asked(language(), { template: "huisstijl.docx" }) });
        const words = result.err.replace(/^belegd: /gm, "").replaceAll("huisstijl.docx", file.name).trim();
        if (words && result.exit === 2) return void dialog(say("houseStyle"), h("p", { class: "told-in-full" }, words), [{ words: say("close"), value: () => null, main: true }]);
        await put(result.bytes, session.name.replace(/\.[^.]*$/, ".docx"));
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
        if (!this.keeps) return;
        const { name, text, ending, mark, changed } = this.session;
        try {
            if (changed && text.trim()) localStorage.setItem(kDraft, JSON.stringify({ name, text, ending, mark }));
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
            return this.keeps ? JSON.parse(localStorage.getItem(kDraft) ?? "null") : null;
        } catch {
            return null;
        }
    }
}
