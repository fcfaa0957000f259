"""belegd for Windows, under wine: against the program of this machine, byte for byte, and what only Windows asks."""

import json
import os
import re
import shutil
import subprocess
import time
import zipfile

from tried import call

WINE = "/usr/lib/wine/wine64"
TODAY = ["--today", "2026-06-01"]
# Of these everything is held; of the other worked models what is asked most.
WHOLE = {"voorschoten-werk-en-inkomen", "leidschendam-voorburg-2012", "memo-sociale-dienst"}
# What is printed, and what is written as a file.
PRINTED = [["check", *TODAY], ["check", "--format", "json", *TODAY], ["check", "--lang", "en", *TODAY], ["overview"], ["overview", "--lang", "en"],
           ["questions"], ["timeline", *TODAY], ["costs"], ["export"]]
WRITTEN = [["overview", "md"], ["overview", "html"], ["overview", "docx"], ["overview", "odt"], ["overview", "xlsx"],
           ["overview", "docx", "--lang", "en"], ["questions", "docx"], ["timeline", "ics", *TODAY], ["costs", "xlsx"]]
# Of one model besides.
MORE = [["coverage"], ["rules"], ["decisions", *TODAY], ["repair"], ["graph", "--format", "dot"], ["explain", "uitvoering van bijstand", "--for", "Voorschoten"],
        ["compare", "naar_leiden"], ["impact", "Leiden"], ["test", "--lang", "en"], ["graph", "--format", "mermaid"]]
FOLDER = "één map met spaties & €"
FILE = "concept coördinatie.belegd"


class Wine:
    def __init__(self, tried):
        self.prefix = tried.room / "wine"
        self.environment = {**os.environ, "WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe="}
        for name in ("DISPLAY", "COLUMNS"):
            self.environment.pop(name, None)
        if not (self.prefix / "system.reg").exists():
            subprocess.run([WINE, "wineboot", "-i"], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        # One that stays, once what was there has gone: it takes longer to begin than belegd.
        subprocess.run(["/usr/lib/wine/wineserver64", "-w"], env=self.environment, stderr=subprocess.DEVNULL)
        self.stays = subprocess.Popen(["/usr/lib/wine/wineserver64", "-f", "-p60"], env=self.environment, stderr=subprocess.DEVNULL)

    def run(self, words, cwd, **options):
        return call([WINE, *words], cwd, env={**self.environment, **options.pop("variables", {})}, timeout=300, **options)

    def end(self):
        subprocess.run(["/usr/lib/wine/wineserver64", "-k"], env=self.environment, stderr=subprocess.DEVNULL)
        self.stays.wait(timeout=60)


def check(tried):
    portable = tried.fresh("portable")
    with zipfile.ZipFile(tried.packages / f"belegd-{tried.version}-windows.zip") as archive:
        archive.extractall(portable)
    program = portable / "belegd/belegd.exe"
    needs = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", program], capture_output=True, text=True).stdout
    libraries = sorted(name.lower() for name in re.findall(r"DLL Name: (\S+)", needs))
    tried.holds("belegd.exe needs nothing but Windows", set(libraries) <= {"kernel32.dll", "msvcrt.dll", "shell32.dll"}, " ".join(libraries))
    for name in ("LEESMIJ.txt", "LICENSE.txt", "LICENCES-OF-OTHERS.txt"):
        text = (portable / "belegd" / name).read_bytes()
        tried.holds(f"{name} has the line ends of Windows", text.count(b"\n") == text.count(b"\r\n") > 2)
    wine = Wine(tried)
    try:
        documents(tried, wine, program)
        names_and_lines(tried, wine, program)
        long_paths(tried, wine, program)
        refusals(tried, wine, program)
        drawings(tried, wine, program)
        editors(tried, wine, program)
        installed(tried, wine, tried.packages / f"belegd-{tried.version}-windows-installer.exe")
    finally:
        wine.end()


def both(tried, wine, program, what, words, cwd, **options):
    """The same call to both: exit code, output and errors."""
    here = call([tried.belegd, *words], cwd, **options)
    there = wine.run([program, *words], cwd, **options)
    tried.holds(f"{what}: exit code", here[0] == there[0], f"{here[0]} and {there[0]}: {there[2][-300:]!r}")
    tried.same(f"{what}: output", here[1], there[1])
    tried.same(f"{what}: errors", here[2], there[2])
    return there


def documents(tried, wine, program):
    out = tried.fresh("documents")
    for folder, main in tried.models():
        whole = folder.name in WHOLE
        for command, *options in PRINTED if whole else [["check", *TODAY], ["overview"]]:
            both(tried, wine, program, f"{folder.name}: {command} {' '.join(options)}", [command, main, *options], folder)
        for command, form, *options in WRITTEN if whole else [["overview", "docx"]]:
            what = f"{folder.name}: {command} as {form} {' '.join(options)}"
            call([tried.belegd, command, main, *options, "-o", out / f"here.{form}"], folder)
            status, _, told = wine.run([program, command, main, *options, "-o", f"Z:{out}/there.{form}".replace("/", "\\")], folder)
            if tried.holds(f"{what} is written", status == 0 and (out / f"there.{form}").exists(), told.decode(errors="replace")):
                tried.same(what, (out / f"here.{form}").read_bytes(), (out / f"there.{form}").read_bytes())
    voorschoten = tried.root / "models/voorschoten-werk-en-inkomen"
    for command, *options in MORE:
        both(tried, wine, program, f"{command} {' '.join(options)}", [command, "voorschoten.belegd", *options], voorschoten)
    for place, which in ((out / "hier", tried.belegd), (out / "daar", program)):
        words = [which, "overview", "voorschoten.belegd", "-o", f"../{place.name}/"]
        shutil.copytree(voorschoten, out / "model", dirs_exist_ok=True)
        wine.run(words, out / "model") if which == program else call(words, out / "model")
    names = sorted(file.name for file in (out / "hier").iterdir())
    tried.holds("a folder of tables has the same files", names == sorted(file.name for file in (out / "daar").iterdir()))
    for name in names:
        tried.same(f"the table {name}", (out / "hier" / name).read_bytes(), (out / "daar" / name).read_bytes())
    for words in (["help"], ["help", "--lang", "en"], ["explain", "mandateert"], ["explain", "B01", "--lang", "en"], ["--version"],
                  ["new", "centrumregeling", "--for", "Leiden,Súdwest-Fryslân"], ["completion", "powershell"]):
        both(tried, wine, program, " ".join(words), words, tried.root)
    both(tried, wine, program, "a folder stands for its models", ["check", "models", *TODAY], tried.root)
    typed = wine.run([program, "check", "models\\dvo-backoffice\\dvo.belegd", *TODAY], tried.root)
    tried.same("a path with the slashes of Windows", call([tried.belegd, "check", "models/dvo-backoffice/dvo.belegd", *TODAY], tried.root)[2], typed[2])


def names_and_lines(tried, wine, program):
    """Names in Dutch, spaces, letters of no code page, and the line ends of Windows."""
    place = tried.fresh("namen") / FOLDER
    place.mkdir()
    source = (tried.root / "models/centrumregeling-met-wijziging/rijnhof.belegd").read_bytes()
    of_windows = b"\xef\xbb\xbf" + source.replace(b"\n", b"\r\n")
    (place / FILE).write_bytes(of_windows)
    (place / "Ελληνικά 漢字.belegd").write_bytes(source)
    both(tried, wine, program, "a Dutch name", ["check", FILE, *TODAY], place)
    both(tried, wine, program, "a name in any script", ["check", "Ελληνικά 漢字.belegd", *TODAY], place)
    both(tried, wine, program, "a folder with such names", ["check", FOLDER, *TODAY], place.parent)
    found = both(tried, wine, program, "standard input with the line ends of Windows", ["overview", "-", "--format", "md"], place, input=of_windows)
    tried.holds("output has line ends without CR", b"\r" not in found[1] and b"\n" in found[1])
    tried.holds("errors have line ends without CR", b"\r" not in wine.run([program, "check", FILE, *TODAY], place)[2])
    # Both write to the same text: what they leave is the same, and what is laid out already stays as it is.
    kept = {}
    for which in ("here", "there"):
        (place / FILE).write_bytes(of_windows)
        words = ["format", FILE]
        status = call([tried.belegd, *words], place)[0] if which == "here" else wine.run([program, *words], place)[0]
        kept[which] = (place / FILE).read_bytes()
        tried.holds(f"format ends well, {which}", status == 0)
    tried.same("format leaves the same", kept["here"], kept["there"])
    tried.holds("and keeps the line ends", kept["there"].count(b"\n") == kept["there"].count(b"\r\n") > 10)
    before = (place / FILE).read_bytes()
    wine.run([program, "format", FILE], place)
    tried.same("what is laid out stays as it is", before, (place / FILE).read_bytes())
    renamed = {}
    for which in ("here", "there"):
        (place / FILE).write_bytes(before)
        words = ["rename", FILE, "dienst", "coöperatie"]
        done = call([tried.belegd, *words], place) if which == "here" else wine.run([program, *words], place)
        renamed[which] = done, (place / FILE).read_bytes()
    tried.holds("another name everywhere", renamed["here"] == renamed["there"] and renamed["there"][1] != before, str(renamed["there"][0]))
    tried.holds("nothing is left behind", sorted(file.name for file in place.iterdir()) == sorted([FILE, "Ελληνικά 漢字.belegd"]))


def long_paths(tried, wine, program):
    place = tried.fresh("lang")
    for name in ("een map met een lange naam die ergens op een netwerkschijf van de gemeente staat",) * 4:
        place /= name
    place.mkdir(parents=True)
    shutil.copy(tried.root / "models/dvo-backoffice/dvo.belegd", place / FILE)
    (place / "deel.belegd").write_text("gemeente Oostdam\n", encoding="utf-8")
    (place / "heel.belegd").write_text('gebruik "deel.belegd"\nsamenwerking s { deelnemers Oostdam }\n', encoding="utf-8")
    tried.holds("the path is long", len(str(place)) > 330)
    both(tried, wine, program, "a long path", ["check", f"{place}/{FILE}", *TODAY], tried.root)
    both(tried, wine, program, "what a model at a long path uses", ["check", f"{place}/heel.belegd", *TODAY], tried.root)
    both(tried, wine, program, "the models at long paths", ["check", "lang", *TODAY], tried.room)
    for form in ("docx", "html"):
        call([tried.belegd, "overview", f"{place}/{FILE}", "-o", f"{place}/hier.{form}"], tried.root)
        for _ in range(2):  # also over what is there
            done = wine.run([program, "overview", f"{place}/{FILE}", "-o", f"{place}/daar.{form}"], tried.root)
        if tried.holds(f"a document at a long path, {form}", done[0] == 0, done[2].decode(errors="replace")):
            tried.same(f"that document, {form}", (place / f"hier.{form}").read_bytes(), (place / f"daar.{form}").read_bytes())
    done = wine.run([program, "overview", f"{place}/{FILE}", "-o", f"{place}/tabellen/diep/"], tried.root)
    tried.holds("tables into a new folder at a long path", done[0] == 0 and any((place / "tabellen/diep").glob("*.csv")), done[2].decode(errors="replace"))


def refusals(tried, wine, program):
    place = tried.fresh("fouten")
    for words in (["check"], ["check", "nergens.belegd"], ["nothing"], ["overview", "nergens.belegd", "-o", "x.doc"], ["overview", "leeg.belegd", "NAAM"],
                  ["check", "fout.belegd"], ["check", "fout.belegd", "--lang", "en"], ["test", "fout.belegd"], ["overview", "leeg.belegd", "-o", "leeg.belegd"],
                  ["new", "dvo", "leeg.belegd"], ["new", "dvo", "geen/map/x.belegd"]):
        (place / "leeg.belegd").write_text("gemeente Oostdam\n", encoding="utf-8")
        (place / "fout.belegd").write_text("gebruik sociaal_domein\nregeling dienst {\n", encoding="utf-8")
        both(tried, wine, program, " ".join(words), words, place)
    (place / "vast.md").write_text("vast\n", encoding="utf-8")
    (place / "vast.md").chmod(0o444)
    status, _, told = wine.run([program, "overview", "leeg.belegd", "-o", "vast.md"], place)
    tried.holds("a read-only file stays", status == 2 and "alleen te lezen" in told.decode() and (place / "vast.md").read_text() == "vast\n", told.decode())
    # As Word holds a document that is open in it.
    (place / "houdt.c").write_text(
        '#include <windows.h>\n#include <process.h>\nint main(int n, char** w) {\n'
        '    HANDLE held = CreateFileA(w[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, 0, OPEN_EXISTING, 0, 0);\n'
        '    return held == INVALID_HANDLE_VALUE ? 99 : (int)_spawnv(_P_WAIT, w[2], (const char**)w + 2);\n}\n', encoding="utf-8")
    subprocess.run(["x86_64-w64-mingw32-gcc-posix", "-o", place / "houdt.exe", place / "houdt.c"], check=True)
    (place / "open.docx").write_bytes(b"x")
    shutil.copy(program, place / "belegd.exe")
    status, _, told = wine.run([place / "houdt.exe", "open.docx", "belegd.exe", "overview", "leeg.belegd", "-o", "open.docx"], place)
    tried.holds("a document that is open stays, and it is said", status == 2 and "sluit het daar" in told.decode() and (place / "open.docx").read_bytes() == b"x", f"{status} {told.decode()}")
    (place / "pagina.html").write_text("<p>x</p>", encoding="utf-8")
    for language, said in (("nl", "leest geen .html terug"), ("en", "does not read .html back")):
        status, _, told = wine.run([program, "overview", "leeg.belegd", "--check", "pagina.html", "--lang", language], place)
        tried.holds(f"a page that cannot be read back is refused, {language}", status == 2 and said in told.decode(), told.decode())


def drawings(tried, wine, program):
    """What needs another program: what is said without it, and that it is called as it should."""
    folder = tried.root / "models/voorschoten-werk-en-inkomen"
    words = ["graph", "voorschoten.belegd", "--format", "svg"]
    for language, said in (("nl", "Graphviz nodig"), ("en", "needs Graphviz")):
        status, out, told = wine.run([program, *words, "--lang", language], folder)
        tried.holds(f"without Graphviz it is said, {language}", status == 2 and out == b"" and said in told.decode(), told.decode())
    for language, said in (("nl", "LibreOffice nodig"), ("en", "needs LibreOffice")):
        status, _, told = wine.run([program, "overview", "voorschoten.belegd", "-o", tried.room / "x.pdf", "--lang", language], folder)
        tried.holds(f"without LibreOffice it is said, {language}", status == 2 and said in told.decode(), told.decode())
    # A Graphviz for Windows that gives what the one of this machine gave: the drawing is the same then.
    if not shutil.which("dot"):
        return print("There is no Graphviz here: a drawing has not been compared.")
    bin_ = tried.fresh("wine-bin")
    (bin_ / "dot").write_text('#!/bin/sh\nPATH=/usr/bin:/bin dot "$@" && cp "$3" "${0%/*}/places.json"\n', encoding="utf-8")
    (bin_ / "dot").chmod(0o755)
    here = call([tried.belegd, *words], folder, env={**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}"})
    (bin_ / "dot.c").write_text(
        '#include <stdio.h>\n#include <string.h>\n#include <stdlib.h>\n#include <windows.h>\nint main(int n, char** w) {\n'
        '    if (n != 5 || strcmp(w[1], "-Tjson0") || strcmp(w[2], "-o")) return 1;\n'
        '    if (getenv("DOT_SLEEPS")) Sleep(INFINITE);\n'
        '    char from[4096]; GetModuleFileNameA(0, from, sizeof from); strcpy(strrchr(from, 92) + 1, "places.json");\n'
        '    return !CopyFileA(from, w[3], 0);\n}\n', encoding="utf-8")
    subprocess.run(["x86_64-w64-mingw32-gcc-posix", "-o", bin_ / "dot.exe", bin_ / "dot.c"], check=True)
    there = wine.run([program, *words], folder, variables={"WINEPATH": f"Z:{bin_}"})
    tried.holds("a drawing is made", here[0] == there[0] == 0, there[2].decode(errors="replace"))
    tried.same("that drawing", here[1], there[1])
    temporary = [path for path in wine.prefix.glob("drive_c/**/belegd-*") if path.is_dir()]
    tried.holds("nothing of it is left behind", not temporary, str(temporary))


def editors(tried, wine, program):
    """The server of editors over pipes: it answers while nothing else comes, and ends as it is told."""

    def framed(message):
        body = json.dumps(message).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    def answer(stream):
        size = 0
        while (line := stream.readline()) not in (b"\r\n", b""):
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        return json.loads(stream.read(size)) if size else None

    place = tried.fresh("editor") / FOLDER
    place.mkdir()
    path = place / FILE
    path.write_text("gemeente Oostdam\nsamenwerking s { deelnemers Oostdan }\n", encoding="utf-8")
    server = subprocess.Popen([WINE, program, "language-server"], env=wine.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    say = lambda message: (server.stdin.write(framed({"jsonrpc": "2.0", **message})), server.stdin.flush())
    say({"id": 1, "method": "initialize", "params": {"capabilities": {}}})
    told = answer(server.stdout)
    tried.holds("the server of editors says who it is", told and told["id"] == 1 and told["result"]["serverInfo"]["name"] == "belegd", str(told))
    say({"method": "textDocument/didOpen", "params": {"textDocument": {"uri": f"file:///Z:{path}", "version": 1, "languageId": "belegd", "text": path.read_text(encoding="utf-8")}}})
    told = answer(server.stdout)  # it comes while nothing more is asked
    tried.holds("it tells what it finds while nothing is asked", told and told["method"] == "textDocument/publishDiagnostics" and told["params"]["diagnostics"], str(told)[:300])
    say({"id": 2, "method": "shutdown"})
    tried.holds("it answers that it stops", (answer(server.stdout) or {}).get("id") == 2)
    say({"method": "exit"})
    tried.holds("it ends well", server.wait(timeout=60) == 0)
    tried.holds("who goes without a word is gone", wine.run([program, "language-server"], place, input=framed({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}}))[0] == 1)


def installed(tried, wine, installer):
    status, _, told = wine.run([installer, "/S"], tried.room)
    found = list(wine.prefix.glob("drive_c/users/*/AppData/Local/Programs/belegd/belegd.exe"))
    if not tried.holds("the installer puts belegd with the user", status == 0 and len(found) == 1, f"{status} {told!r} {found}"):
        return
    tried.holds("it runs from there", wine.run([found[0], "--version"], tried.root)[1] == call([tried.belegd, "--version"], tried.root)[1])
    path = lambda: wine.run(["reg", "query", "HKCU\\Environment", "/v", "Path"], tried.room)[1]
    tried.holds("it is on the path of the user", b"Programs\\belegd" in path(), str(path()))
    wine.run([installer, "/S"], tried.room)
    tried.holds("once, also when it is installed again", path().count(b"Programs\\belegd") == 1, str(path()))
    wine.run([found[0].parent / "verwijderen.exe", "/S"], tried.room)
    for _ in range(60):  # it goes on by itself
        if not found[0].parent.exists():
            break
        time.sleep(1)
    tried.holds("it goes again, with its folder", not found[0].parent.exists())
    tried.holds("and from the path", b"Programs\\belegd" not in path(), str(path()))
