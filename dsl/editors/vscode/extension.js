// belegd in VS Code: starts `belegd language-server`, and shows the appendix beside the text. All that is said of a model comes
// from there.
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const dutch = () => vscode.env.language.startsWith("nl");
const said = (nl, en) => (dutch() ? nl : en);

/** The server that is running, or nothing. */
let client;

function settings() {
    const found = vscode.workspace.getConfiguration("belegd");
    return { path: found.get("path") || "belegd", language: found.get("language") || "", markdown: found.get("markdown") !== false };
}

async function start() {
    const { path, language, markdown } = settings();
    const run = { command: path, args: ["language-server", ...(language ? ["--lang", language] : [])], transport: TransportKind.stdio };
    const selector = ["file", "untitled"].map((scheme) => ({ scheme, language: "belegd" }));
    if (markdown) selector.push({ scheme: "file", language: "markdown" });
    client = new LanguageClient("belegd", "belegd", { run, debug: run }, { documentSelector: selector });
    try {
        await client.start();
    } catch (failed) {
        client = undefined;
        const choose = said("Instellingen", "Settings");
        const chosen = await vscode.window.showErrorMessage(
            said(`belegd start niet (${failed.message ?? failed}). Staat het programma er, en wijst belegd.path ernaar?`,
                `belegd does not start (${failed.message ?? failed}). Is the program there, and does belegd.path lead to it?`), choose);
        if (chosen === choose) await vscode.commands.executeCommand("workbench.action.openSettings", "belegd.path");
    }
}

async function stop() {
    const running = client;
    client = undefined;
    if (running) await running.dispose();
}

const escaped = (text) => text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

/** The appendix of one file, in a panel beside it. */
class Appendix {
    constructor(document) {
        this.document = document;
        this.panel = vscode.window.createWebviewPanel("belegd.appendix", said("Bijlage", "Appendix"),
            { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: false, enableFindWidget: true });
        this.timer = undefined;
        const changed = vscode.workspace.onDidChangeTextDocument(({ document: each }) => {
            if (each.languageId !== "belegd" && each !== this.document) return;
            clearTimeout(this.timer);
            this.timer = setTimeout(() => this.show(), 600);
        });
        this.panel.onDidDispose(() => {
            clearTimeout(this.timer);
            changed.dispose();
            this.timer = this.panel = undefined;
        });
    }

    async show() {
        if (!this.panel || !client) return;
        try {
            const { title, html } = await client.sendRequest("belegd/overview", { textDocument: { uri: this.document.uri.toString() } });
            if (this.panel) Object.assign(this.panel, { title }), (this.panel.webview.html = html);
        } catch (failed) {
            // What was shown last is out of date, and stays below what is said of it.
            if (this.panel && !this.panel.webview.html) this.panel.webview.html = `<p>${escaped(failed.message ?? String(failed))}</p>`;
            else if (this.panel) vscode.window.setStatusBarMessage(`belegd: ${failed.message ?? failed}`, 4000);
        }
    }
}

async function showAppendix() {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !client) return;
    await new Appendix(document).show();
}

exports.activate = async (context) => {
    context.subscriptions.push(
        vscode.commands.registerCommand("belegd.appendix", showAppendix),
        vscode.commands.registerCommand("belegd.restart", async () => (await stop(), await start())),
        vscode.workspace.onDidChangeConfiguration(async (change) => {
            if (!change.affectsConfiguration("belegd")) return;
            await stop();
            await start();
        }));
    await start();
};
exports.deactivate = stop;
