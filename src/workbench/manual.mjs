// The manual for the page: the pages of dsl/reference as HTML, and for each word of the language the page that treats it.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { marked } from "marked";

const languages = ["nl", "en"];

/** Links between pages stay within the page; others lead out of it and are words here. */
const linked = (html) =>
    html.replace(/<a href="([^"]*)">(.*?)<\/a>/gs, (whole, address, words) => {
        const code = address.match(/^\.\.\/(?:findings|rules)\/([^/#]+)\.md/);
        const page = address.match(/^(?:\.\/)?([\w-]+\.md)/);
        if (code) return `<a href="#${code[1]}" data-code="${code[1]}">${words}</a>`;
        if (page) return `<a href="#${page[1]}" data-page="${page[1]}">${words}</a>`;
        return words;
    });

/** How much a page says of a phrase: most where a line of a list or a table begins with it, least where a model uses it. */
function weight(page, phrase) {
    const bare = phrase.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const count = (pattern) => (page.match(new RegExp(pattern, "gmu")) ?? []).length;
    return 12 * count(`^(?:[-*]|\\|) *(?:\\*\\*)?\`${bare}(?![\\p{L}_-])`) + 3 * count(`\`${bare}(?![\\p{L}_-])`) + count(`^ *${bare}(?![\\p{L}_-])`) + 4 * count(`^#+ .*(?<![\\p{L}_-])${bare}(?![\\p{L}_-])`);
}

/** Pages that say little of a single word: lists of all of them, what is only of the command line, first steps. And those that
 *  use nearly every word to say something else. */
const lists = new Set(["woordenlijst.md", "words.md", "engels.md", "dutch.md", "kenmerken.md", "attributes.md", "opdrachten.md", "commands.md", "begin.md", "start.md"]);
const users = new Set(["toetsen.md", "tests.md", "regels.md", "rules.md", "schrijfwijze.md", "writing.md"]);
const share = (file) => (lists.has(file) ? 0.01 : users.has(file) ? 0.3 : 1);

/** The verbs of a transfer and what goes before them have a page of their own. */
const kTransfer = 2 | 32768;
const transfers = new Set(["toedelingen.md", "transfers.md"]);

export function manual(root, words) {
    const out = { pages: {}, words: {} };
    const texts = {};
    for (const language of languages) {
        const folder = join(root, "dsl/reference", language);
        texts[language] = Object.fromEntries(readdirSync(folder).filter((file) => file.endsWith(".md")).map((file) => [file, readFileSync(join(folder, file), "utf8")]));
        out.pages[language] = Object.entries(texts[language]).map(([file, text]) => ({ file, title: text.match(/^# (.*)/m)[1].replace(/[`*]/g, ""), html: linked(marked.parse(text)).replaceAll("<pre>", '<pre tabindex="0">') }));
    }
    for (const word of words) {
        out.words[word.id] = {};
        for (const language of languages) {
            const rated = Object.entries(texts[language]).map(([file, text]) => [weight(text, word[language]) * share(file) * (word.roles & kTransfer && transfers.has(file) ? 100 : 1), file]);
            const [most, file] = rated.sort(([a], [b]) => b - a)[0];
            if (most > 0) out.words[word.id][language] = file;
        }
    }
    return out;
}
