"""What openpyxl and LibreOffice, which know nothing of belegd, find in a workbook and in a .csv."""

import csv
import datetime
import re

import openpyxl

MONTHS = ("januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
          "January|February|March|April|May|June|July|August|September|October|November|December")
MONTH = re.compile(rf"(?:{MONTHS}) \d{{4}}")
DAY = re.compile(rf"\d{{1,2}} (?:{MONTHS}) \d{{4}}")


def xlsx_faults(file):
    """The first sheet is the document; each other sheet is one table that begins in its first row."""
    book = openpyxl.load_workbook(file)
    for sheet in book.worksheets:
        if sheet is not book.worksheets[0]:
            head, *rows = sheet.iter_rows()
            if any(not isinstance(cell.value, str) or not cell.value.strip() for cell in head):
                yield f"sheet {sheet.title}: a column has no name"
            if not sheet.freeze_panes:
                yield f"sheet {sheet.title}: the names of the columns do not stay in sight"
            if not rows:
                yield f"sheet {sheet.title}: the table has no rows"
            for row in rows:
                if all(cell.value is None for cell in row):
                    yield f"sheet {sheet.title}: row {row[0].row} is empty, as between two tables"
            for column in zip(*rows):
                days = [cell for cell in column if isinstance(cell.value, str) and DAY.fullmatch(cell.value)]
                if days:
                    yield f"sheet {sheet.title}, {days[0].coordinate}: the day ‘{days[0].value}’ is a text"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield f"sheet {sheet.title}, {cell.coordinate}: ‘{str(cell.value)[:40]}’ is a formula"
                elif cell.data_type == "e":
                    yield f"sheet {sheet.title}, {cell.coordinate}: is the error {cell.value}"


def rows_of(file, delimiter):
    with open(file, encoding="utf-8-sig", newline="") as text:
        return [row for row in csv.reader(text, delimiter=delimiter) if any(row)]


def csv_faults(file, opened):
    """`opened` is what LibreOffice saved again, with semicolons, of what it saw."""
    if not opened.exists():
        return
    meant = rows_of(file, ";")
    found = rows_of(opened, ";")
    if len(meant) != len(found):
        yield f"LibreOffice sees {len(found)} rows of {len(meant)}"
        return
    for number, (want, have) in enumerate(zip(meant, found), 1):
        # LibreOffice makes all rows as long as the longest.
        want += [""] * (len(have) - len(want))
        if len(have) < len(want) or any(bool(one.strip()) != bool(other.strip()) for one, other in zip(want, have)):
            yield f"row {number}: LibreOffice sees other columns: {have[:4]}"
            return
        for one, other in zip(want, have):
            # A month of a year becomes its first day in any spreadsheet, as `december 2020` does.
            if one != other and not MONTH.fullmatch(one) and not DAY.fullmatch(one) and not re.fullmatch(r"[\d.,]+", one):
                yield f"row {number}: LibreOffice reads ‘{one[:60]}’ as ‘{other[:60]}’"
