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
    // A statement that goes on below goes on with one line more.
    let last = end, deeper = null;
    for (let next; (next = text.slice(last + 1).match(/^([ \t]*)\S.*/)) && next[1].length > own.length; last += 1 + next[0].length) deeper = next[1];
    if (deeper !== null) return { from: last, to: last, text: `\n${deeper}${line}` };
    const code = text.slice(start, end).replace(/\s*(#[^"]*)?$/, "");
    return { from: start + code.length, to: start + code.length, text: ` {\n${own}  ${line}\n${own}}` };
}

/** The braces from one place to another, those of quoted texts and remarks left out: `[place, whether it opens]`. */
function* braces(text, from = 0, to = text.length) {
    let closing = null;
    for (let i = from; i < to; ++i) {
        const c = text[i];
        if (closing) closing = closing.includes(c) ? null : closing;
        else if (c === '"') closing = '"';
        else if (c === "“" || c === "„") closing = "”“";
        else if (c === "#") i = text.indexOf("\n", i) < 0 ? to : text.indexOf("\n", i);
        else if (c === "{" || c === "}") yield [i, c === "{"];
    }
}

/** Where the statement ends whose first line holds a place: behind its block, or behind the lines that go on with it. */
function endOf(text, at) {
    const start = text.lastIndexOf("\n", at - 1) + 1;
    const own = text.slice(start).match(/^[ \t]*/)[0].length;
    let end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    for (let next = text.slice(end + 1).match(/^([ \t]*)\S.*/); next && next[1].length > own; next = text.slice(end + 1).match(/^([ \t]*)\S.*/)) end += 1 + next[0].length;
    let depth = 0;
    for (const [i, opens] of braces(text, start)) {
        if (!depth && i > end) break;
        depth += opens ? 1 : -1;
        if (depth < 0) break;
        if (!depth) {
            const behind = text.indexOf("\n", i);
            return behind < 0 ? text.length : behind;
        }
    }
    return end;
}

/** Where the statement begins that stands in no block, and holds a place. */
function topOf(text, at) {
    let fence = 0;
    for (const each of text.slice(0, at).matchAll(/^[ \t]*(?:```+|~~~+)[ \t]*belegd\b.*$/gm)) fence = each.index + each[0].length;
    const open = [];
    for (const [i, opens] of braces(text, fence, at)) opens ? open.push(i) : open.pop();
    return text.lastIndexOf("\n", (open[0] ?? at) - 1) + 1;
}

/** A statement behind the one, in no block, that holds a place; behind those like it (`same(line)`) that stand there already. */
export function behindTop(text, at, line, same) {
    let end = endOf(text, topOf(text, at)), apart = "\n\n";
    for (;;) {
        const next = text.slice(end).match(/^(?:[ \t]*\n)+(?=\S)(.*)/);
        if (!next || !same(next[1])) break;
        end = endOf(text, end + next[0].length);
        apart = "\n";
    }
    return { from: end, to: end, text: apart + line };
}

/** A line in the block of the thing at a place, behind those like it (`same`), or else behind the lines that begin it (`begins`). */
export function lineBehind(text, at, line, same, begins) {
    const first = lineInto(text, at, line);
    if (text[first.from - 1] !== "{" || !first.text.startsWith("\n")) return first;
    let found = null, leads = true, from = first.from;
    for (;;) {
        const next = text.slice(from).match(/^[^\n]*\n((?:[ \t]*(?:#[^\n]*)?\n)*)([^\n]*)/);
        if (!next || !next[2].trim() || next[2].trim().startsWith("}")) break;
        const start = from + next[0].length - next[2].length;
        if (found && next[1]) leads = false;
        leads &&= begins(next[2]);
        const end = endOf(text, start + next[2].search(/\S/) + 1);
        if (leads || same(next[2])) found = end;
        from = end;
    }
    return found === null ? first : { from: found, to: found, text: first.text };
}
