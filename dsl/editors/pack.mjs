// Packs the extension of VS Code: node dsl/editors/pack.mjs ROOT BELEGD FOLDER leaves FOLDER/belegd.vsix. The grammar must be the one
// that belegd writes.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [root, belegd, folder] = process.argv.slice(2);
const source = join(root, "dsl/editors/vscode");
const staged = join(folder, "vscode");
const { buildSync } = createRequire(join(source, "package.json"))("esbuild");

const grammar = execFileSync(belegd, ["language-server", "--textmate"], { encoding: "utf8" });
if (grammar !== readFileSync(join(source, "syntaxes/belegd.tmLanguage.json"), "utf8")) {
    console.error("syntaxes/belegd.tmLanguage.json is not what belegd writes: UPDATE_GOLDEN=1 ./dev test -tc='editor: the grammar*'");
    process.exit(1);
}

rmSync(staged, { recursive: true, force: true });
mkdirSync(staged, { recursive: true });
for (const each of ["README.md", "language-configuration.json", "package.nls.json", "package.nls.nl.json", "syntaxes"])
    cpSync(join(source, each), join(staged, each), { recursive: true });
cpSync(join(root, "LICENSE"), join(staged, "LICENSE"));
// What the bundle has in it is no dependency of who installs it.
const { private: _, dependencies, devDependencies, overrides, ...manifest } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
delete manifest.engines.node;
manifest.files = ["**"];
writeFileSync(join(staged, "package.json"), JSON.stringify(manifest, null, 2) + "\n");
buildSync({ entryPoints: [join(source, "extension.js")], outfile: join(staged, "extension.js"), bundle: true, minify: true, platform: "node", target: "node18", format: "cjs", external: ["vscode"], legalComments: "eof" });

const vsix = join(folder, "belegd.vsix");
execFileSync(process.execPath, [join(source, "node_modules/@vscode/vsce/vsce"), "package", "--no-dependencies", "--allow-missing-repository", "--skip-license", "--out", vsix], { cwd: staged, stdio: ["ignore", "pipe", "inherit"] });
console.log(`${vsix}: ${Math.round(statSync(vsix).size / 1024)} kB`);
