"""Holds what `belegd export`, `coverage`, `questions`, `timeline`, `decisions`, `costs` and `repair` print against dsl/schema.

    check.py ROOT BELEGD TESTS

ROOT is the project, BELEGD the program, TESTS the program of the tests, which writes the JSON of the pages.
"""

import json
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

root, belegd, tests = map(pathlib.Path, sys.argv[1:])
COMMANDS = {"facts": ["export"], "coverage": ["coverage"], "questions": ["questions", "--format", "json"],
            "timeline": ["timeline", "--format", "json", "--today", "2026-01-01"],
            "decisions": ["decisions", "--format", "json", "--today", "2026-01-01"],
            "costs": ["costs", "--format", "json"], "repair": ["repair", "--format", "json"]}
validators = {}
for kind in COMMANDS:
    schema = json.loads((root / f"dsl/schema/{kind}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validators[kind] = jsonschema.Draft202012Validator(schema)


def fault(kind, name, text):
    """What is wrong with the JSON, or nothing."""
    error = jsonschema.exceptions.best_match(validators[kind].iter_errors(json.loads(text)))
    if error is None:
        return None
    at = "/".join(map(str, error.absolute_path)) or "the whole"
    return f"{name}: {kind} is not what dsl/schema says, at {at}: {error.message[:300]}"


def of_file(file):
    return fault(file.suffix[1:], file.stem.replace("+", "/"), file.read_text(encoding="utf-8"))


def of_model(asked):
    model, kind = asked
    name = str(model.relative_to(root))
    done = subprocess.run([belegd, *COMMANDS[kind], model], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        return f"{name}: belegd {COMMANDS[kind][0]} ended with {done.returncode}: {done.stderr.strip()}"
    return fault(kind, name, done.stdout)


def models():
    for model in sorted((root / "models").rglob("*")):
        text = model.suffix == ".md" and model.name != "README.md" and model.parent.name != "expected"
        # What another model of the folder uses is no model by itself.
        used = any(re.search(rf'^gebruik\b.*"{re.escape(model.name)}"', other.read_text(encoding="utf-8"), re.MULTILINE)
                   for other in model.parent.glob("*.belegd"))
        if (model.suffix == ".belegd" and not used) or text:
            yield model


# Reading a schema is slow, and each JSON is read by itself: on every core.
with multiprocessing.Pool() as pool, tempfile.TemporaryDirectory() as folder:
    done = subprocess.run([tests, "-tc=What `export` and `coverage` and `questions` say of every page*", "--no-skip"],
                          env=os.environ | {"BELEGD_JSON": folder}, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    files = sorted(pathlib.Path(folder).iterdir())
    if not files:
        sys.exit("the tests wrote no JSON of the pages")
    faults = pool.map(of_model, [(model, kind) for model in models() for kind in COMMANDS], chunksize=1)
    faults += pool.map(of_file, files, chunksize=8)

failed = [each for each in faults if each]
for each in failed:
    print(each)
print(f"{len(faults) - len(failed)} passed, {len(failed)} failed")
sys.exit(1 if failed or not faults else 0)
