// What runs beside the page: the engine, the program that lays drawings out, and what unpacks both, behind messages. It stands
// in the page as one function, which also a worker is made of; so it uses nothing from outside.
import graphviz from "graphviz";
import Viz from "graphviz/viz";
import belegdEngine from "engine";
import { XzReadableStream } from "xz-decompress";

export function serve(port) {
    let engine = null, layout = null;
    const home = "/home/web_user"; // an empty folder: no name of a file means anything else there
    const encoder = new TextEncoder(), decoder = new TextDecoder();
    const unpacked = async (bytes) => new Uint8Array(await new Response(new XzReadableStream(new Blob([bytes]).stream())).arrayBuffer());

    const asked = (question) => {
        const text = encoder.encode(JSON.stringify(question) + "\0");
        const at = engine._malloc(text.length);
        engine.HEAPU8.set(text, at);
        engine._belegd_ask(at);
        engine._free(at);
        const part = (data, size) => engine.HEAPU8.slice(data, data + size);
        return {
            told: JSON.parse(decoder.decode(part(engine._belegd_told(), engine._belegd_told_size()))),
            bytes: part(engine._belegd_bytes(), engine._belegd_bytes_size()),
        };
    };
    const begin = async (bytes) => {
        engine = await belegdEngine({ wasmBinary: await unpacked(bytes), print() {}, printErr() {} });
        engine.FS.chdir(home);
    };
    const put = (path, data) => {
        const whole = path.startsWith("/") ? path : `${home}/${path}`;
        engine.FS.mkdirTree(whole.replace(/\/[^/]*$/, ""));
        engine.FS.writeFile(whole, data);
    };
    /** The places of the boxes of a drawing, as Graphviz says them. */
    const arranged = async ({ arrange, program }) => {
        if (program) layout = new Viz(await graphviz({ wasmBinary: await unpacked(program) }));
        try {
            return layout.renderString(arrange, { format: "json0" });
        } catch (failed) {
            layout = null;
            throw failed;
        }
    };

    port.onmessage = async ({ data }) => {
        const { id } = data;
        try {
            if (data.engine) return await begin(data.engine), port.postMessage({ ready: true });
            if (data.put) return put(data.put, data.bytes);
            if (data.unpack) return port.postMessage({ id, bytes: await unpacked(data.unpack) });
            if (data.arrange) return port.postMessage({ id, told: { places: await arranged(data) } });
            port.postMessage({ id, ...asked(data.question), memory: engine.HEAPU8.length });
        } catch (failed) {
            if (data.engine || data.unpack || data.arrange) port.postMessage({ id, told: { failed: String(failed) } });
            else if (!data.put) port.postMessage({ id, crashed: String(failed) }); // who asks for a file that is not there is told
        }
    };
}
