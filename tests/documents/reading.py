"""What pandoc, a reader that knows nothing of belegd, finds in a document: headings, tables, words."""

import json
import re
import subprocess
import unicodedata

NOTE = re.compile(r"\[\d+(?:,\d+)*\]")  # a reference to notes, as Markdown and the text form write it
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff]")


def squeezed(text):
    """What is left of a text when spaces, hyphens and marks of direction do not count: lines may break anywhere."""
    return re.sub(r"[\s\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069-]+", "", unicodedata.normalize("NFC", text))


class Reading:
    """`headings` are (level, text), `tables` are rows of texts with the number of rows that are a head."""

    def __init__(self, file, form):
        done = subprocess.run(["pandoc", "-f", form, "-t", "json", file], capture_output=True, text=True, check=True)
        read = json.loads(done.stdout)
        self.title = " ".join(self._words(read["meta"].get("title", [])).split())
        self.headings, self.tables, self.text = [], [], []
        for block in read["blocks"]:
            self._block(block)

    def words(self):
        for word in NOTE.sub(" ", " ".join(self.text)).split():
            word = squeezed(word).strip(".,;:()")
            if word:
                yield word

    def _block(self, block):
        kind, content = block["t"], block.get("c")
        if kind == "Table":
            head, bodies, foot = content[3], content[4], content[5]
            rows = head[1] + [row for body in bodies for row in body[2] + body[3]] + foot[1]
            self.tables.append((len(head[1]), [[" ".join(self._words(cell[4]).split()) for cell in row[1]] for row in rows]))
            self.text += [cell for row in self.tables[-1][1] for cell in row]
        elif kind == "Header":
            said = " ".join(self._words(content[2]).split())
            self.headings.append((content[0], said))
            self.text.append(said)
        elif kind in ("Div", "BlockQuote", "BulletList", "OrderedList", "DefinitionList"):
            self._inside(content)
        elif kind != "RawBlock":
            self.text.append(self._words(content))

    def _inside(self, content):
        """The blocks in a list of blocks, however deep the list has them."""
        if isinstance(content, dict) and "t" in content:
            self._block(content)
        elif isinstance(content, list):
            if content and all(isinstance(one, dict) and one.get("t") in INLINES for one in content):
                self.text.append(self._words(content))
            else:
                for one in content:
                    self._inside(one)

    def _words(self, node):
        if isinstance(node, list):
            return "".join(self._words(one) for one in node)
        if not isinstance(node, dict):
            return ""
        kind, content = node.get("t"), node.get("c")
        if kind == "Str":
            return content
        if kind in ("Space", "SoftBreak", "LineBreak"):
            return " "
        if kind in ("Code", "Math"):
            return content[1]
        if kind == "RawInline":
            return " " if content[1].startswith("<br") else ""
        if kind == "Note":
            return ""
        if kind == "Quoted":
            mark = "'" if content[0]["t"] == "SingleQuote" else '"'
            return mark + self._words(content[1]) + mark
        words = self._words(content)
        return words + " " if kind in ("Para", "Plain", "LineBlock") else words


INLINES = {"Str", "Space", "SoftBreak", "LineBreak", "Emph", "Strong", "Link", "Span", "Code", "RawInline", "Superscript", "Quoted"}


def heading_faults(meant, found, numbered):
    """`meant` is the Markdown, whose first heading is the title; `found` may begin at any level. The Word file of a
    municipality numbers its headings itself."""
    want = [(level, text if numbered else re.sub(r"^(\d+|[A-Z])\. ", "", text)) for level, text in meant.headings if level > 1]
    have = found.headings
    if have and squeezed(have[0][1]) == squeezed(meant.headings[0][1]):
        have = have[1:]
    if not want and not have:
        return
    deeper = min((level for level, _ in want), default=0) - min((level for level, _ in have), default=0)
    for number in range(max(len(want), len(have))):
        one = want[number] if number < len(want) else None
        other = (have[number][0] + deeper, have[number][1]) if number < len(have) else None
        if one is None or other is None or one[0] != other[0] or squeezed(one[1]) != squeezed(other[1]):
            yield f"heading {number + 1} is {other}, but the Markdown has {one}"
            return


def table_faults(meant, found):
    """Each table of the Markdown is there with its head, or in parts that all begin with its first column."""
    heads = [rows[0] for head, rows in found.tables if head]
    at = 0
    for _, rows in meant.tables:
        want = [squeezed(NOTE.sub("", name)) for name in rows[0]]
        have = []
        while at < len(heads) and len(have) < len(want):
            part = [squeezed(name) for name in heads[at]]
            have += part[1:] if have else part
            at += 1
        if have != want:
            yield f"a table has the head {have}, but the Markdown has {want}"
            return
    if at < len(heads):
        yield f"there is a table that the Markdown does not have: {heads[at]}"
