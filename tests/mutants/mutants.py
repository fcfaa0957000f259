"""Puts each fault of faults.txt into a copy of the sources, and says which of them the tests catch.

    mutants.py ROOT COPY [WORD...]

ROOT is the project, COPY the folder of the copy, kept for the next time; with words, only the faults that hold one of them.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import time

KEYS = ("fault", "in", "find", "put", "tests", "survives")
# What takes long, reads the sources or the work tree itself, or needs the program beside the tests.
LEFT_OUT = ("faults:*,format:*,standard *,terminal:*,unreadable:*,tree:*,watch*,*exit code*,pdf:*,The page of the commands*,"
            "*written models of the pages*")


def faults_of(path):
    """The faults of the list; a line that begins with no key goes on with the text before it."""
    out, key = [], None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        word, _, rest = line.partition(" ")
        if line.startswith("#") or not line.strip():
            key = None
        elif word == "fault":
            out.append({"fault": rest, "line": number})
            key = word
        elif word in KEYS and out:
            out[-1][word] = rest
            key = word
        elif key is not None:
            out[-1][key] += "\n" + line
        else:
            sys.exit(f"{path}:{number}: this belongs to no fault")
    return out


def placed(root, fault, where):
    """The file's text with the fault in it."""
    for key in ("in", "find"):
        if key not in fault:
            sys.exit(f"{where}: the fault does not say `{key}`")
    text = (root / fault["in"]).read_text(encoding="utf-8")
    times = text.count(fault["find"])
    if times != 1:
        sys.exit(f"{where}: the text to find stands {times} times in {fault['in']}, and must stand there once")
    return text, text.replace(fault["find"], fault.get("put", ""))


def copy_sources(root, copy):
    """Makes the copy what the work tree is; a file that is the same keeps its time, so that it is not built again."""
    names = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=root, check=True,
                           capture_output=True, text=True).stdout.split("\0")
    wanted = {name for name in names if name and (root / name).is_file()}
    for there in list(copy.rglob("*")):
        name = there.relative_to(copy)
        if there.is_file() and name.parts[0] not in ("build", ".git") and str(name) not in wanted:
            there.unlink()
    for name in wanted:
        source, target = root / name, copy / name
        if target.is_file() and target.read_bytes() == source.read_bytes():
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        shutil.copymode(source, target)


def run(command, folder, seconds):
    try:
        return subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace", timeout=seconds)
    except subprocess.TimeoutExpired:
        return None


def main():
    root, copy = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    path = root / "tests/mutants/faults.txt"
    all_faults = faults_of(path)
    named = [f"{path.relative_to(root)}:{fault['line']}" for fault in all_faults]
    for fault, where in zip(all_faults, named):
        placed(root, fault, where)
    chosen = [(f, w) for f, w in zip(all_faults, named)
              if not sys.argv[3:] or any(word in f["fault"] or word in f["in"] for word in sys.argv[3:])]
    if not chosen:
        sys.exit("No fault has these words in its name or file")

    copy_sources(root, copy)
    tests = copy / "build/release/belegd_tests"
    build = ["cmake", "--build", "--preset", "release", "--target", "belegd_tests"]
    # The copy lies elsewhere: what the cache knows of the project holds for it too.
    os.environ.setdefault("CCACHE_BASEDIR", str(copy))
    os.environ.setdefault("CCACHE_NOHASHDIR", "1")
    print(f"Building {copy} without a fault", flush=True)
    for command in (["cmake", "--preset", "release", "-D", "BELEGD_WERROR=OFF"], build, [tests, f"-tce={LEFT_OUT}"]):
        done = run(command, copy, 3600)
        if done is None or done.returncode != 0:
            sys.exit(f"Without a fault this fails already: {command}\n{done.stdout[-4000:] if done else ''}")

    caught, open_ones, explained = 0, [], []
    for fault, where in chosen:
        before, after = placed(copy, fault, where)
        target = copy / fault["in"]
        began = time.monotonic()
        target.write_text(after, encoding="utf-8")
        try:
            built = run(build, copy, 1800)
            if built is None or built.returncode != 0:
                print(built.stdout[-2000:] if built else "The build takes too long", flush=True)
                open_ones.append(f"{where}: with this fault the sources do not compile: {fault['fault']}")
                continue
            filters = [f"-tc={fault['tests']}"] if "tests" in fault else []
            # A fault that never ends is noticed too.
            done = run([tests, *filters, f"-tce={LEFT_OUT}", "--abort-after=1"], copy, 300)
        finally:
            target.write_text(before, encoding="utf-8")
        notices = done is None or done.returncode != 0
        word = "caught" if notices else "survived, as explained" if "survives" in fault else "SURVIVED"
        print(f"{word:8} {where}: {fault['fault']} ({time.monotonic() - began:.0f} s)", flush=True)
        if notices:
            caught += 1
            if "survives" in fault:
                open_ones.append(f"{where}: is explained as one that survives, and is caught: {fault['fault']}")
        elif "survives" in fault:
            explained.append(fault)
        else:
            open_ones.append(f"{where}: {fault['fault']}")
    print(f"\n{caught} of {len(chosen)} faults caught, {len(explained)} explained")
    for each in open_ones:
        print(each)
    sys.exit(1 if open_ones else 0)


main()
