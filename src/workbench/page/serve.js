// What runs beside the page: the engine, behind messages. It stands in the page as one function, which also a worker is
// made of; so it uses nothing from outside.
import belegdEngine from "engine";

export function serve(port) {
    let engine = null;
    const encoder = new TextEncoder(), decoder = new TextDecoder();
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
    port.onmessage = async ({ data }) => {
        if (data.wasm) {
            try {
                engine = await belegdEngine({ wasmBinary: data.wasm, print() {}, printErr() {} });
                port.postMessage({ ready: true });
            } catch (failed) {
                port.postMessage({ failed: String(failed) });
            }
            return;
        }
        try {
            if (data.put) {
                engine.FS.writeFile(data.put, data.bytes);
                return;
            }
            port.postMessage({ id: data.id, ...asked(data.question), memory: engine.HEAPU8.length });
        } catch (crashed) {
            port.postMessage({ id: data.id, crashed: String(crashed) });
        }
    };
}
