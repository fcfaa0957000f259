// The files that are open, what the engine says of the model in them, and what the choosers ask. After a change everybody who
// shows something is told, once the hands rest; what is asked of a text that has changed meanwhile is dropped.
import { say } from "./words.js";

const kRest = 250; // milliseconds without a key

export const isMarkdown = (path) => /\.(md|markdown)$/i.test(path);
export const isText = (path) => /\.belegd$/i.test(path) || isMarkdown(path);
/** Whether a text is read as a model: a memorandum is one when a model stands in it; a README shows excerpts. */
const isModel = (path, text) => /\.belegd$/i.test(path) || (isMarkdown(path) && !/(^|\/)readme\.\w+$/i.test(path) && /^\s*(```+|~~~+)\s*belegd\b/m.test(text));
/** A path that leads nowhere else: others stay what they are, and are not given to the engine. */
const isPlain = (path) => path.split("/").every((part) => part && part !== "." && part !== "..") && !/[\\:\0]/.test(path);

export class Session {
    #listeners = { findings: [], model: [], refresh: [], busy: [] };
    #timer = 0;
    #generation = 0;
    #running = null;
    #unwritten = new Set();
    #lastModel = "";

    constructor(engine) {
        this.engine = engine;
        this.name = say("untitled") + ".belegd"; // of what is saved: the one file, or the package
        this.packed = false;
        this.files = new Map(); // by path: { text, ending, mark, saved }, or { bytes } of what is no text here
        this.file = ""; // the one in the editor
        this.path = ""; // the model that it is of
        this.handle = null;
        this.choices = { on: "", for: "", variant: "", name: "" };
        this.findings = [];
        this.remedies = {};
        this.model = null;
        this.readable = false;
        this.edition = 0;
        this.analysed = -1; // the edition that all this is about
    }

    on(what, listener) {
        this.#listeners[what].push(listener);
    }
    #tell(what, value) {
        for (const listener of this.#listeners[what]) listener(value);
    }

    get text() {
        return this.files.get(this.file)?.text ?? "";
    }
    get changed() {
        return this.altered || [...this.files.values()].some((each) => each.text !== each.saved);
    }
    get opened() {
        return this.files.size > 0;
    }
    /** The files with a text, in order of their paths. */
    get texts() {
        return [...this.files].filter(([, each]) => each.text !== undefined).map(([path]) => path).sort();
    }
    get several() {
        return this.files.size > 1;
    }

    /** Other files in place of those that are open; `file` comes in the editor. */
    open({ name, files, file, packed = false, handle = null, altered = false }) {
        for (const path of this.files.keys()) this.engine.remove(path).catch(() => {});
        Object.assign(this, { name, packed, handle, altered, files: new Map(files), analysed: -1, model: null, findings: [], remedies: {} });
        this.choices = { on: "", for: "", variant: "", name: "" };
        for (const [path, each] of this.files) {
            if (!isPlain(path)) continue;
            if (each.text === undefined) this.engine.put(path, each.bytes).catch(() => {});
            else this.#unwritten.add(path);
        }
        ++this.edition;
        this.file = file ?? this.#first();
        this.path = this.#lastModel = this.file;
    }

    /** A model that brings in others; else any model; else any text. */
    #first() {
        const models = this.texts.filter((path) => isModel(path, this.files.get(path).text));
        return models.find((path) => /^\s*(gebruik|use)\s.*"/m.test(this.files.get(path).text)) ?? models[0] ?? this.texts[0] ?? "";
    }

    /** Another name of the only file. */
    rename(path) {
        const only = this.files.get(this.file);
        this.engine.remove(this.file).catch(() => {});
        this.files = new Map([[path, only]]);
        this.name = this.file = this.path = this.#lastModel = path;
        this.#unwritten.add(path);
        ++this.edition;
        this.later(0);
    }

    /** Another file beside those that are open: from now on they are saved together. */
    add(path, file) {
        this.files.set(path, file);
        if (!this.packed) Object.assign(this, { packed: true, handle: null, name: `${this.name.replace(/\.\w+$/, "")}.zip` });
        this.altered = true;
        this.edit(file.text, path);
    }

    /** What a command is asked with: the choosers that are not empty, in the language of the page. */
    asked(lang, more = {}) {
        const chosen = Object.fromEntries(Object.entries(this.choices).filter(([, value]) => value));
        return { path: this.path, lang, ...chosen, ...more };
    }

    edit(text, file = this.file) {
        this.files.get(file).text = text;
        this.#unwritten.add(file);
        ++this.edition;
        this.later();
    }

    later(rest = kRest) {
        clearTimeout(this.#timer);
        ++this.#generation;
        this.#tell("busy", true);
        this.#timer = setTimeout(() => this.#refresh(), rest);
    }

    /** Another file is in the editor: it may be of another model. */
    turn(file) {
        this.file = file;
        this.analysed = -1;
        this.later(0);
    }

    choose(choices) {
        Object.assign(this.choices, choices);
        if (this.analysed === this.edition && !this.#running) this.#tell("refresh", this.#generation);
    }

    /** When everything shown is of the text as it stands. */
    async fresh() {
        while (this.analysed !== this.edition || this.#running) {
            if (!this.#running) {
                clearTimeout(this.#timer);
                await this.#refresh();
            } else {
                await this.#running.catch(() => {});
            }
        }
    }

    #refresh() {
        const generation = this.#generation;
        const done = this.#analyse(generation).finally(() => {
            if (this.#running === done) this.#running = null;
            if (generation === this.#generation) this.#tell("busy", false);
        });
        this.#running = done;
        return done;
    }

    /** The model that the file in the editor is of: itself, or what brings it in; else the one that was looked at before. */
    async #modelOf(file) {
        if (!this.several) return file;
        const files = [...this.files].filter(([path, each]) => each.text !== undefined && isPlain(path) && isModel(path, each.text)).map(([path]) => path);
        const { told: models } = await this.engine.ask({ ask: "models", files });
        const last = this.#lastModel in models ? this.#lastModel : null;
        if (file in models) return file;
        if (last && models[last].includes(file)) return last;
        return Object.keys(models).find((path) => models[path].includes(file)) ?? last ?? Object.keys(models)[0] ?? file;
    }

    async #analyse(generation) {
        const stale = () => generation !== this.#generation;
        const { engine, edition, file } = this;
        try {
            for (const path of this.#unwritten) {
                if (this.files.has(path) && isPlain(path)) await engine.write(path, this.files.get(path).text);
                this.#unwritten.delete(path);
            }
            const path = await this.#modelOf(file);
            if (stale()) return;
            this.path = this.#lastModel = path;
            const checked = await engine.run({ command: "check", path, format: "json" });
            if (stale()) return;
            const { findings = [], unread = [], questions = [] } = JSON.parse(checked.text() || "{}");
            const remedies = (await engine.ask({ ask: "remedies", path })).told;
            if (stale()) return;
            const { told: model } = await engine.ask({ ask: "model", path });
            if (stale()) return;
            this.findings = [...findings, ...unread.map(({ message }) => ({ code: "", severity: "error", message, related: [], facts: [], citations: [], fixes: [], id: "" }))];
            this.remedies = remedies;
            this.questions = questions[0]?.count ?? 0;
            this.model = model;
            this.readable = checked.exit !== 2;
            this.analysed = edition;
            this.#tell("model", model);
            this.#tell("findings", this.findings);
            this.#tell("refresh", generation);
        } catch (failed) {
            if (!stale() && String(failed.message) !== "restarted") console.error(failed);
            if (!stale()) this.analysed = edition;
        }
    }
}
