"""What stands on the pages of a PDF, and what is wrong with it."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree

from reading import NOTE, RIGHT_TO_LEFT, squeezed

ZOOM = 3  # pdftohtml has nothing larger; sizes are whole numbers
EDGE = 20  # points of paper at each side that stay white: printers reach no further
SMALLEST = 9  # points


class Piece:
    """What stands on one line in one face."""

    def __init__(self, node, size):
        self.text = "".join(node.itertext())
        self.left, self.top, self.width, self.height = (int(node.get(side)) / ZOOM for side in ("left", "top", "width", "height"))
        self.size = size / ZOOM
        self.squeezed = squeezed(self.text)


class Page:
    def __init__(self, node, sizes):
        self.width, self.height = int(node.get("width")) / ZOOM, int(node.get("height")) / ZOOM
        self.pieces = [Piece(text, sizes[text.get("font")]) for text in node.iter("text")]
        self.pieces = [piece for piece in self.pieces if piece.squeezed]

    @property
    def sideways(self):
        return self.width > self.height


class Paper:
    def __init__(self, file):
        xml = subprocess.run(["pdftohtml", "-xml", "-i", "-zoom", str(ZOOM), "-stdout", file], capture_output=True, check=True).stdout
        text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml.decode("utf-8"))
        root, sizes, self.pages = ElementTree.fromstring(text), {}, []
        for node in root.iter("page"):
            sizes.update((font.get("id"), int(font.get("size"))) for font in node.iter("fontspec"))
            self.pages.append(Page(node, sizes))
        # In the order in which it was written: cell by cell.
        raw = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, text=True, check=True).stdout
        self.squeezed = squeezed(raw)

    def page_faults(self, smallest=SMALLEST):
        """(page, what is wrong)"""
        for number, page in enumerate(self.pages, 1):
            if not page.pieces:
                yield number, "nothing stands on it"
            small = []
            for piece in page.pieces:
                right, bottom = piece.left + piece.width, piece.top + piece.height
                if piece.left < EDGE or piece.top < EDGE or right > page.width - EDGE or bottom > page.height - EDGE:
                    yield number, f"‘{piece.text.strip()[:60]}’ runs over the edge of the page"
                # References to notes and numbers of pages are small in any book.
                if piece.size < smallest - 0.2 and not re.fullmatch(r"[\d,/\s]+", piece.text):
                    small.append(piece)
            if small:
                least = min(small, key=lambda piece: piece.size)
                yield number, f"‘{least.text.strip()[:60]}’ is set in {least.size:.1f} pt, smaller than {smallest} pt; {len(small)} such"

    def crowded_heads(self):
        """(page, what is wrong): what is said above the text is said on one line, with white below it."""
        for number, page in enumerate(self.pages, 1):
            tops = sorted({round(piece.top) for piece in page.pieces})
            if len(tops) > 1 and tops[0] < 50 and tops[1] - tops[0] < 18:
                yield number, "what stands above the text takes more than a line, or touches the text"

    def lost_words(self, meant):
        """Words that the document says more often than the pages."""
        counted = {}
        for word in meant.words():
            if not RIGHT_TO_LEFT.search(word):  # its letters come out of a PDF in another order
                counted[word] = counted.get(word, 0) + 1
        lost = [(word, times, seen) for word, times in counted.items() if (seen := self.squeezed.count(word)) < times]
        if lost:
            word, times, seen = max(lost, key=lambda one: len(one[0]))
            yield f"‘{word[:60]}’ stands {times} times in the text, {seen} times on the pages; so {len(lost)} words"

    def head_faults(self, tables):
        """(page, what is wrong): a page on which a table goes on without its head, and rows that are nowhere. `tables`
        are those that the document has, in order; rows are found by what begins their first cell."""
        at = (0, 0)
        for head, rows in tables:
            if not head or RIGHT_TO_LEFT.search(rows[0][0]) or not squeezed(rows[0][0]):
                continue
            names = rows[0]
            start = self._head(at, rows)
            if start is None:
                yield None, f"the head ‘{names[0]}’ of a table is on no page"
                return
            left, page_of_head, at = self._piece(start).left, start[0], start
            for row in rows[1:]:
                first = NOTE.sub("", row[0])
                if not squeezed(first) or RIGHT_TO_LEFT.search(first):
                    continue
                found = self._next((at[0], at[1] + 1), first, left)
                if found is None:
                    yield None, f"the row ‘{first[:60]}’ of the table ‘{' | '.join(names)[:60]}’ is on no page"
                    return
                at = found
                if found[0] == page_of_head:
                    continue
                page_of_head = found[0]
                above = "".join(piece.squeezed for piece in self.pages[found[0]].pieces if piece.top < self._piece(found).top)
                lacking = [word for name in names for word in NOTE.sub("", name).split()
                           if squeezed(word) not in above and not RIGHT_TO_LEFT.search(word)]
                if lacking:
                    yield found[0] + 1, f"the table ‘{' | '.join(names)[:60]}’ goes on without its head ({' '.join(lacking)[:40]})"

    def _piece(self, at):
        return self.pages[at[0]].pieces[at[1]]

    def _head(self, at, rows):
        """Where the head of a table stands: its first name may end a paragraph above it too, but then no row follows."""
        first = start = self._next(at, rows[0][0], None)
        while start is not None:
            below = NOTE.sub("", rows[1][0]) if len(rows) > 1 else ""
            left = self._piece(start).left
            if not squeezed(below) or RIGHT_TO_LEFT.search(below) or self._next((start[0], start[1] + 1), below, left):
                return start
            start = self._next((start[0], start[1] + 1), rows[0][0], None)
        return first

    def _next(self, at, text, left):
        """From there, what begins as this text does, at this distance from the side."""
        want = squeezed(text)
        for number in range(at[0], len(self.pages)):
            page = self.pages[number]
            for index in range(at[1] if number == at[0] else 0, len(page.pieces)):
                piece = page.pieces[index]
                # A cell may end on a later line; where little white is between two cells, a piece has both.
                if want.startswith(piece.squeezed) if left is None else abs(piece.left - left) < 1.5 and (
                        want.startswith(piece.squeezed) or piece.squeezed.startswith(want)):
                    return number, index
        return None
