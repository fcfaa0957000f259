// The text, what the engine says of it, and what the choosers ask. After a change everybody who shows something is told, once
// the hands rest; what is asked of a text that has changed meanwhile is dropped.
import { say } from "./words.js";

const kRest = 250; // milliseconds without a key

export class Session {
    #listeners = { findings: [], model: [], refresh: [], busy: [] };
    #timer = 0;
    #generation = 0;
    #running = null;

    constructor(engine) {
        this.engine = engine;
        this.name = say("untitled") + ".belegd";
        this.text = "";
        this.saved = "";
        this.handle = null;
        this.ending = "\n"; // of the lines of the file, and what stood before the first
        this.mark = "";
        this.choices = { on: "", for: "", variant: "", name: "" };
        this.findings = [];
        this.remedies = {};
        this.model = null;
        this.readable = false;
        this.analysed = null; // the text that all this is about
    }

    on(what, listener) {
        this.#listeners[what].push(listener);
    }
    #tell(what, value) {
        for (const listener of this.#listeners[what]) listener(value);
    }

    /** The path of the model for the engine: its name says whether it is a memorandum. */
    get path() {
        return this.name.replace(/[/\\]/g, "_") || "model.belegd";
    }
    get markdown() {
        return /\.(md|markdown)$/i.test(this.name);
    }
    get changed() {
        return this.text !== this.saved;
    }

    /** What a command is asked with: the choosers that are not empty, in the language of the page. */
    asked(lang, more = {}) {
        const chosen = Object.fromEntries(Object.entries(this.choices).filter(([, value]) => value));
        return { path: this.path, lang, ...chosen, ...more };
    }

    edit(text) {
        this.text = text;
        this.later();
    }

    later(rest = kRest) {
        clearTimeout(this.#timer);
        ++this.#generation;
        this.#tell("busy", true);
        this.#timer = setTimeout(() => this.#refresh(), rest);
    }

    choose(choices) {
        Object.assign(this.choices, choices);
        if (this.analysed === this.text && !this.#running) this.#tell("refresh", this.#generation);
    }

    /** When everything shown is of the text as it stands. */
    async fresh() {
        while (this.analysed !== this.text || this.#running) {
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

    async #analyse(generation) {
        const stale = () => generation !== this.#generation;
        const { engine, path, text } = this;
        try {
            await engine.write(path, text);
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
            this.analysed = text;
            this.#tell("model", model);
            this.#tell("findings", this.findings);
            this.#tell("refresh", generation);
        } catch (failed) {
            if (!stale() && String(failed.message) !== "restarted") console.error(failed);
            this.analysed = text;
        }
    }
}
