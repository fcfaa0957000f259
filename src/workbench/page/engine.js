// Questions to the engine, which runs beside the page: in a worker where the browser gives one to a file, else in the page
// itself. They are answered one after another; what was written to it is written again when it had to begin anew.
import { byId } from "./dom.js";

/** What lies in the page packed and as text. */
const packed = (name) => Uint8Array.from(atob(byId(name).textContent.trim()), (c) => c.charCodeAt(0));

/** A place where the engine runs: `postMessage` sends it a message, `onmessage` gets the answers. */
function worker() {
    const source = `(${window.belegdServe})(self)`;
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const made = new Worker(address);
    URL.revokeObjectURL(address);
    return made;
}

function here() {
    const place = { post: null, onmessage: null, postMessage: (message) => setTimeout(() => place.serve({ data: message })), terminate() {} };
    const inside = { postMessage: (message) => place.onmessage?.({ data: message }), set onmessage(f) { place.serve = f; } };
    window.belegdServe(inside);
    return place;
}

export class Engine {
    #place = null;
    #next = 1;
    #waiting = new Map();
    #files = new Map();
    #laysOut = false; // this place has the program for it
    #opened;
    #ready = new Promise((opened) => (this.#opened = opened));
    onrestart = () => {};
    inWorker = true;

    async start() {
        try {
            await this.#begin(worker());
        } catch {
            this.inWorker = false;
            await this.#begin(here());
        }
        this.#opened();
    }

    #begin(place) {
        return new Promise((ready, failed) => {
            this.#place = place;
            this.#laysOut = false;
            place.onerror = (event) => failed(new Error(event.message || "worker"));
            place.onmessage = ({ data }) => {
                if (data.ready) {
                    for (const [path, text] of this.#files) place.postMessage(typeof text === "string" ? { id: 0, question: { ask: "write", path, text } } : { put: path, bytes: text });
                    place.onerror = () => this.#restart();
                    ready();
                } else if (data.told?.failed && !data.id) {
                    failed(new Error(data.told.failed));
                } else {
                    this.#answer(data);
                }
            };
            place.postMessage({ engine: packed("engine") });
        });
    }

    #answer({ id, told, bytes, crashed, memory = this.memory }) {
        this.memory = memory;
        const waiting = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (crashed) {
            waiting?.failed(new Error(crashed));
            this.#restart();
        } else if (told?.failed) {
            waiting?.failed(new Error(told.failed));
        } else {
            waiting?.done({ told, bytes });
        }
    }

    async #restart() {
        this.#place.terminate();
        for (const { failed } of this.#waiting.values()) failed(new Error("restarted"));
        this.#waiting.clear();
        this.onrestart();
        await this.#begin(this.inWorker ? worker() : here());
    }

    async #send(message) {
        await this.#ready;
        return new Promise((done, failed) => {
            const id = this.#next++;
            this.#waiting.set(id, { done, failed });
            this.#place.postMessage({ id, ...message });
        });
    }

    ask(question) {
        return this.#send({ question });
    }

    write(path, text) {
        this.#files.set(path, text);
        return this.ask({ ask: "write", path, text });
    }

    /** A file that is no text; the next question may name it. */
    async put(path, bytes) {
        this.#files.set(path, bytes);
        await this.#ready;
        this.#place.postMessage({ put: path, bytes });
    }

    remove(path) {
        this.#files.delete(path);
        return this.ask({ ask: "remove", path });
    }

    /** What lies in the page packed, as text. */
    async unpack(name) {
        return new TextDecoder().decode((await this.#send({ unpack: packed(name) })).bytes);
    }

    /** A command of the command line. A drawing is laid out in between. */
    async run(asked) {
        let { told, bytes } = await this.ask({ ask: "run", ...asked });
        if (told.layout) {
            const program = this.#laysOut ? null : packed("layout");
            this.#laysOut = true;
            const laid = await this.#send({ arrange: told.layout, program }).catch((failed) => ((this.#laysOut = false), Promise.reject(failed)));
            ({ told, bytes } = await this.ask({ ask: "run", ...asked, positions: laid.told.places }));
        }
        return { ...told, bytes, text: () => new TextDecoder().decode(bytes) };
    }
}
