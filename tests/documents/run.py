"""Looks at the documents that belegd writes, as the programs of a reader show them.

    run.py ROOT BELEGD OUT [--without-browser] [NAME...]

Writes each document of expectations.txt (or only those named) in every form into OUT, has LibreOffice and Chromium make
pages of them, and says of each file and page what is wrong. The pages stay in OUT as images.
"""

import concurrent.futures
import json
import pathlib
import shlex
import shutil
import subprocess
import sys
import tempfile

import made_up
from paper import SMALLEST, Paper
from reading import Reading, heading_faults, table_faults
from spreadsheets import csv_faults, xlsx_faults

here = pathlib.Path(__file__).resolve().parent
root, belegd, out = (pathlib.Path(name).resolve() for name in sys.argv[1:4])
with_browser = "--without-browser" not in sys.argv
asked_for = [name for name in sys.argv[4:] if name != "--without-browser"]
FORMS = {"overview": ["md", "docx", "odt", "html", "xlsx", "csv"], "rules": ["md", "docx", "odt", "html", "xlsx", "csv"],
         "explain": ["md", "docx", "odt", "html"], "questions": ["md", "docx", "odt", "html", "xlsx"],
         "graph": ["md", "docx", "odt", "html", "xlsx", "svg"]}
PAPER = {"docx", "odt"}
SMALLEST_DRAWN = 8  # points: of the words in a drawing
faults = []


def fault(file, what, page=None):
    faults.append(f"{pathlib.Path(file).name}{f', page {page}' if page else ''}: {what}")


def expectations():
    for line in (here / "expectations.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, pages, sideways, asked = (part.strip() for part in line.split("|"))
            if not asked_for or name in asked_for:
                yield name, int(pages), int(sideways), shlex.split(asked)


def write(name, asked):
    """Every form of a document, each in a folder of its form."""
    made = {"large": "large.belegd", "hostile": "hostile.belegd", "house.docx": "house.docx"}
    call = [belegd] + [str(out / made[word]) if word in made else word for word in asked]
    for form in ["md", "docx"] if "--template" in asked else FORMS[asked[0]]:
        file = out / form / f"{name}.{form}"
        # The text of what fills a template is that of the same call without it.
        words = [word for word in call if form != "md" or word not in ("--template", str(out / "house.docx"))]
        done = subprocess.run([*words, "-o", file], cwd=root, capture_output=True, text=True)
        if done.returncode != 0 or not file.exists():
            fault(file, f"belegd ended with {done.returncode}: {done.stderr.strip()}")


CSV = "Text - txt - csv (StarCalc):59,34,76"  # semicolon, quotation mark, UTF-8


def soffice(target, files, folder):
    """One start of the program for all files of a form, in a home of its own and speaking Dutch."""
    # A person is asked how to read a .csv; the semicolon is what a Dutch spreadsheet proposes.
    reading = [f"--infilter={CSV},1,,1043"] if target.startswith("csv") else []
    with tempfile.TemporaryDirectory() as home:
        user = pathlib.Path(home) / "user"
        user.mkdir()
        shutil.copy(here / "libreoffice.xcu", user / "registrymodifications.xcu")
        done = subprocess.run(["soffice", f"-env:UserInstallation=file://{home}", "--headless", *reading, "--convert-to", target,
                               "--outdir", folder, *files], capture_output=True, text=True, timeout=600)
    for file in files:
        made = folder / (file.stem + "." + target.split(":")[0])
        if not made.exists():
            fault(file, f"LibreOffice does not open it: {(done.stderr or done.stdout).strip()[-300:]}")


def look_at_paper(file, meant, asked, most, most_sideways):
    pdf = file.with_suffix(".pdf")
    if not pdf.exists():
        return 0
    paper = Paper(pdf)
    sideways = sum(page.sideways for page in paper.pages)
    if len(paper.pages) > most:
        fault(file, f"takes {len(paper.pages)} pages; expectations.txt allows {most}")
    if sideways > most_sideways:
        fault(file, f"has {sideways} pages on their side; expectations.txt allows {most_sideways}")
    for page, what in paper.page_faults():
        fault(file, what, page)
    for page, what in paper.crowded_heads():
        fault(file, what, page)
    for what in paper.lost_words(meant):
        fault(file, what)
    found = Reading(file, file.suffix[1:])
    for what in heading_faults(meant, found, "--template" not in asked):
        fault(file, what)
    # pandoc takes the first row of every OpenDocument table for a head: which tables have one, the Word form says.
    of_word = found if file.suffix == ".docx" else Reading(out / "docx" / f"{file.stem}.docx", "docx")
    if len(of_word.tables) != len(found.tables):
        fault(file, f"has {len(found.tables)} tables, the Word form {len(of_word.tables)}")
    for what in table_faults(meant, of_word):
        fault(file, what)
    for page, what in paper.head_faults(of_word.tables):
        fault(file, what, page)
    subprocess.run(["pdftoppm", "-r", "70", "-png", pdf, pdf.with_suffix("")], check=True)
    return len(paper.pages)


def look_at_pages(names):
    """In a browser; it says itself what is wrong there, and prints each page to a PDF."""
    files = [file for name in names for form in ("html", "svg") if (file := out / form / f"{name}.{form}").exists()]
    done = subprocess.run(["node", here / "browser.mjs", out / "html", *files], capture_output=True, text=True, timeout=900)
    for line in done.stdout.splitlines():
        file, what = json.loads(line)
        fault(file, what)
    if done.returncode != 0:
        fault("browser.mjs", f"ended with {done.returncode}: {done.stderr.strip()[-1500:]}")


def look_at_printed_page(file, meant, most, most_sideways, smallest):
    """What a browser makes of a page on paper: upright, and not much longer than what a word processor makes."""
    pdf = file.with_suffix(".pdf")
    if not pdf.exists():
        fault(file, "the browser printed nothing")
        return
    paper = Paper(pdf)
    if len(paper.pages) > 1.5 * most + 1:
        fault(file, f"takes {len(paper.pages)} pages when printed; expectations.txt has {most}")
    sideways = sum(page.sideways for page in paper.pages)
    if sideways > most_sideways:
        fault(file, f"has {sideways} pages on their side when printed; expectations.txt allows {most_sideways}")
    for page, what in paper.page_faults(smallest):
        fault(file, f"when printed, {what}", page)
    for what in paper.lost_words(meant):
        fault(file, f"when printed, {what}")


def main():
    shutil.rmtree(out, ignore_errors=True)
    for form in {form for forms in FORMS.values() for form in forms}:
        (out / form).mkdir(parents=True)
    (out / "large.belegd").write_text(made_up.large(), encoding="utf-8")
    (out / "hostile.belegd").write_text(made_up.hostile(), encoding="utf-8")
    made_up.house_template(out / "house.docx")
    all_documents = list(expectations())
    if not all_documents:
        sys.exit("expectations.txt has no document of that name")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda one: write(one[0], one[3]), all_documents))
        work = []
        for form, target in (("docx", "pdf"), ("odt", "pdf"), ("xlsx", "pdf"), ("csv", f"csv:{CSV}")):
            files = sorted((out / form).glob(f"*.{form}"))
            folder = out / form / "opened" if form in ("xlsx", "csv") else out / form
            if files:
                work.append(pool.submit(soffice, target, files, folder))
        if with_browser:
            work.append(pool.submit(look_at_pages, [name for name, *_ in all_documents]))
        for one in work:
            one.result()
        meant = {name: Reading(out / "md" / f"{name}.md", "gfm") for name, *_ in all_documents if (out / "md" / f"{name}.md").exists()}
        pages = pool.map(lambda one: look_at_paper(*one), [
            (file, meant[name], asked, most, most_sideways)
            for name, most, most_sideways, asked in all_documents for form in sorted(PAPER)
            if (file := out / form / f"{name}.{form}").exists()])
        pages = sum(pages)
        list(pool.map(lambda one: look_at_printed_page(*one), [
            (file, meant[name], most, most_sideways, SMALLEST_DRAWN if asked[0] == "graph" else SMALLEST)
            for name, most, most_sideways, asked in all_documents
            if with_browser and (file := out / "html" / f"{name}.html").exists()]))
    for file in sorted((out / "xlsx").glob("*.xlsx")):
        for what in xlsx_faults(file):
            fault(file, what)
    for file in sorted((out / "csv").glob("*.csv")):
        for what in csv_faults(file, out / "csv" / "opened" / file.name):
            fault(file, what)
    for line in faults:
        print(line)
    if faults:
        sys.exit(f"{len(faults)} faults in {len(all_documents)} documents; the pages are in {out.relative_to(root)}")
    unseen = "" if with_browser else "; nothing was looked at in a browser"
    print(f"{len(all_documents)} documents, {pages} pages: good{unseen}")


main()
