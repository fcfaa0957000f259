// Another name for what is called so at the cursor, in every file that is open, as one step.
import { dialog, h, tell } from "./dom.js";
import { language, plain, say, said } from "./words.js";

export async function rename(session, editor) {
    await session.fresh();
    const { engine, path, file } = session;
    const at = editor.view.state.selection.main.head;
    const { told: found } = await engine.ask({ ask: "named", path, file, at });
    if (!session.readable) return tell(say("unreadableOther"));
    if (!found) return tell(say("renameNothing"));
    if (!found.own) return tell(say("renameLibrary", found.name));
    const places = Object.entries(found.files);
    const count = places.reduce((sum, [, number]) => sum + number, 0);
    const field = h("input", { type: "text", value: found.name, autocomplete: "off", spellcheck: "false" });
    const wrong = h("p", { class: "wrong", role: "alert", hidden: true });
    const { edition } = session;
    const refuse = (words) => {
        wrong.hidden = false;
        wrong.textContent = words;
        field.focus();
    };
    const body = h("div", { class: "fields" },
        h("p", {}, say("renameWhere", said(found.kind), count), places.length > 1 && h("span", { class: "soft" }, ` ${places.map(([name, number]) => `${name} (${number})`).join(", ")}`)),
        h("label", {}, h("span", {}, say("newName")), field), wrong);
    setTimeout(() => field.select());
    const made = await dialog(say("renameTitle", found.name), body, [
        { words: say("cancel"), value: () => null },
        { words: say("rename"), main: true, value: async () => {
            const to = field.value.trim();
            if (!to) return refuse(say("renameEmpty"));
            if (to === found.name) return null;
            const result = await engine.run({ command: "rename", path, name: found.name, new_name: to, kind: found.kind.nl.replace(/^de /, "").split(" ")[0], lang: language() });
            if (result.exit !== 0) return refuse(plain(result.err).trim());
            return result;
        } },
    ]);
    if (!made) return editor.focus();
    if (session.edition !== edition) return tell(say("changedSince"));
    editor.together(new Map(made.files.map((each) => [each.path, each.text])));
    tell(made.text().trim());
    editor.focus();
}
