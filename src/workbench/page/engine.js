// The engine, beside the page: a worker where the browser gives one to a file, else the page itself. Questions are answered
// one after another; what was written to it is written again when it had to begin anew.

let wasm = null;

/** The bytes of the engine, which lie in the page packed and as text. */
async function bytesOfPage() {
    const packed = document.getElementById("engine").textContent.trim();
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A place where the engine runs: `post` sends it a message, `onmessage` gets the answers. */
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
    #opened;
    #ready = new Promise((opened) => (this.#opened = opened));
    onrestart = () => {};
    inWorker = true;

    async start() {
        wasm ??= await bytesOfPage();
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
            place.onerror = (event) => failed(new Error(event.message || "worker"));
            place.onmessage = ({ data }) => {
                if (data.ready) {
                    for (const [path, text] of this.#files) place.postMessage({ id: 0, question: { ask: "write", path, text } });
                    place.onerror = () => this.#restart();
                    ready();
                } else if (data.failed && !data.id) {
                    failed(new Error(data.failed));
                } else {
                    this.#answer(data);
                }
            };
            place.postMessage({ wasm });
        });
    }

    #answer({ id, told, bytes, crashed, memory = 0 }) {
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

    async ask(question) {
        await this.#ready;
        return new Promise((done, failed) => {
            const id = this.#next++;
            this.#waiting.set(id, { done, failed });
            this.#place.postMessage({ id, question });
        });
    }

    write(path, text) {
        this.#files.set(path, text);
        return this.ask({ ask: "write", path, text });
    }

    /** A file that is no text; the next question may name it. */
    async put(path, bytes) {
        await this.#ready;
        this.#place.postMessage({ put: path, bytes });
    }

    remove(path) {
        this.#files.delete(path);
        return this.ask({ ask: "remove", path });
    }

    /** A command of the command line. */
    async run(asked) {
        const { told, bytes } = await this.ask({ ask: "run", ...asked });
        return { ...told, bytes, text: () => new TextDecoder().decode(bytes) };
    }
}
