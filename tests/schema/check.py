"""Holds what `belegd export`, `coverage`, `questions`, `timeline`, `decisions`, `costs` and `repair` print against dsl/schema.

    check.py ROOT BELEGD TESTS

ROOT is the project, BELEGD the program, TESTS the program of the tests, which writes the JSON of the pages.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

root, belegd, tests = map(pathlib.Path, sys.argv[1:])
validators = {}
for kind, name in (("facts", "facts.json"), ("coverage", "coverage.json"), ("questions", "questions.json"),
                   ("timeline", "timeline.json"), ("decisions", "decisions.json"), ("costs", "costs.json"), ("repair", "repair.json")):
    schema = json.loads((root / "dsl/schema" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validators[kind] = jsonschema.Draft202012Validator(schema)
passed, failed = 0, 0


def hold(kind, name, text):
    global passed, failed
    error = jsonschema.exceptions.best_match(validators[kind].iter_errors(json.loads(text)))
    if error is None:
        passed += 1
        return
    failed += 1
    at = "/".join(map(str, error.absolute_path)) or "the whole"
    print(f"{name}: {kind} is not what dsl/schema says, at {at}: {error.message[:300]}")


for model in sorted((root / "models").rglob("*")):
    text = model.suffix == ".md" and model.name != "README.md" and model.parent.name != "expected"
    # What another model of the folder uses is no model by itself.
    used = any(re.search(rf'^gebruik\b.*"{re.escape(model.name)}"', other.read_text(encoding="utf-8"), re.MULTILINE)
               for other in model.parent.glob("*.belegd"))
    if (model.suffix == ".belegd" and not used) or text:
        for kind, command in (("facts", ["export"]), ("coverage", ["coverage"]),
                              ("questions", ["questions", "--format", "json"]),
                              ("timeline", ["timeline", "--format", "json", "--today", "2026-01-01"]),
                              ("decisions", ["decisions", "--format", "json", "--today", "2026-01-01"]),
                              ("costs", ["costs", "--format", "json"]),
                              ("repair", ["repair", "--format", "json"])):
            done = subprocess.run([belegd, *command, model], capture_output=True, text=True, encoding="utf-8")
            if done.returncode == 0:
                hold(kind, str(model.relative_to(root)), done.stdout)
            else:
                failed += 1
                print(f"{model.relative_to(root)}: belegd {command[0]} ended with {done.returncode}: {done.stderr.strip()}")

with tempfile.TemporaryDirectory() as folder:
    done = subprocess.run([tests, "-tc=What `export` and `coverage` and `questions` say of every page*", "--no-skip"],
                          env=os.environ | {"BELEGD_JSON": folder}, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    files = sorted(pathlib.Path(folder).iterdir())
    if not files:
        sys.exit("the tests wrote no JSON of the pages")
    for file in files:
        hold(file.suffix[1:], file.stem.replace("+", "/"), file.read_text(encoding="utf-8"))

print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed or not passed else 0)
