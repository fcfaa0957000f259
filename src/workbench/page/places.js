// Where a line goes in a text, and with which blanks before it.

/** Where a line is put gets the indentation of the block that it comes into. */
export function fitted(text, { from, to, text: written }) {
    if (!written.startsWith("\n")) return { from, to, text: written };
    const behind = text.slice(from);
    const next = behind.match(/^[^\n]*\n((?:[ \t]*(?:#[^\n]*)?\n)*)([ \t]*)(\S)/);
    const start = text.lastIndexOf("\n", from - 1) + 1;
    const own = text.slice(start).match(/^[ \t]*/)[0];
    const opens = text[from - 1] === "{";
    const indent = opens ? (next && next[3] !== "}" && next[2].length > own.length ? next[2] : own + "  ") : own;
    const ending = opens && behind.match(/^[ \t]*\S/) && !behind.startsWith("\n") ? "\n" + indent : "";
    return { from, to, text: "\n" + indent + written.trimStart() + ending };
}

/** Where a line about the thing at a place goes: into its block, which is opened where it has none. */
export function lineInto(text, at, line) {
    const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    const start = text.lastIndexOf("\n", at - 1) + 1;
    const own = text.slice(start).match(/^[ \t]*/)[0];
    // The block may open on a line that goes on with the statement.
    let string = false, comment = false;
    for (let i = at; i < text.length; ++i) {
        const c = text[i];
        if (c === "\n") {
            comment = false;
            const next = text.slice(i + 1).match(/^[ \t]*/)[0];
            if (!string && next.length <= own.length) break;
        } else if (comment) {
            continue;
        } else if (c === '"') {
            string = !string;
        } else if (!string && c === "#") {
            comment = true;
        } else if (!string && c === "}") {
            break;
        } else if (!string && c === "{") {
            const rest = text.slice(i + 1);
            const oneLine = rest.match(/^[^\n{]*\}/);
            if (oneLine) return { from: i + 1, to: i + 1, text: ` ${line}${oneLine[0].trim() === "}" ? " " : "\n" + own + " "}` };
            const next = rest.match(/^[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*([ \t]*)\S/);
            const indent = next && next[1].length > own.length ? next[1] : own + "  ";
            return { from: i + 1, to: i + 1, text: `\n${indent}${line}` };
        }
    }
    const code = text.slice(start, end).replace(/\s*(#[^"]*)?$/, "");
    return { from: start + code.length, to: start + code.length, text: ` {\n${own}  ${line}\n${own}}` };
}
