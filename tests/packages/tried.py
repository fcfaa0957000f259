"""What the parts of this test share: where things lie, what is held, and what did not hold."""

import pathlib
import re
import shutil
import subprocess


class Tried:
    def __init__(self, root, belegd):
        self.root, self.belegd = root, belegd
        self.packages = root / "build/packages"
        self.room = root / "build/packages-tried"
        self.room.mkdir(parents=True, exist_ok=True)
        self.version = re.search(r'"(.*)"', (root / "src/base/version.hpp").read_text(encoding="utf-8"))[1]
        self.passed, self.wrong = 0, []

    def holds(self, what, true, told=""):
        if true:
            self.passed += 1
        else:
            self.wrong.append(f"{what}{': ' if told else ''}{told}")
            print(f"wrong: {self.wrong[-1]}", flush=True)
        return true

    def same(self, what, expected, found):
        """Bytes of the program of this machine, and of another."""
        told = ""
        if expected != found:
            at = next((i for i, (a, b) in enumerate(zip(expected, found)) if a != b), min(len(expected), len(found)))
            told = f"{len(expected)} and {len(found)} bytes, from {at}: {expected[at:at + 60]!r} and {found[at:at + 60]!r}"
        return self.holds(what, expected == found, told)

    def fresh(self, name):
        folder = self.room / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def models(self):
        """Every worked model: its folder, and the file that is the model itself."""
        for folder in sorted((self.root / "models").iterdir()):
            files = sorted(file for file in folder.glob("*") if file.suffix in (".belegd", ".md") and file.name != "README.md")
            if files:
                uses = [file for file in files if re.search(r'gebruik\s+.*"', file.read_text(encoding="utf-8"))]
                yield folder, (uses or files)[0].name

    def told(self):
        print(f"{self.passed} passed, {len(self.wrong)} failed")
        return bool(self.wrong)


def call(words, cwd, **options):
    """Exit code, output, errors; as bytes."""
    done = subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, stdin=options.pop("stdin", subprocess.DEVNULL) if "input" not in options else None, **options)
    return done.returncode, done.stdout, done.stderr
