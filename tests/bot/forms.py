"""What the tests of forms share: forms and their pages and sheets, read back."""

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pypdfium2
from PIL import ImageOps

MARGIN = 12  # millimetres
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def within_margins(pdf: bytes) -> int:
    """Renders each page; nothing may stand in a margin, nor below its foot. How many pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            dots = page.render(scale=1.5).to_pil().convert("L")
            across = 297 if dots.width > dots.height else 210
            millimetre = dots.width / across
            box = ImageOps.invert(dots).getbbox()
            assert box is not None
            left, top, right, below = (edge / millimetre for edge in box)
            assert left >= MARGIN - 0.5
            assert right <= across - MARGIN + 0.5
            assert top >= MARGIN - 0.5
            assert below <= dots.height / millimetre - 8
        return len(document)
    finally:
        document.close()


def cells_of(xlsx: bytes) -> dict[str, str]:
    """What stands in each cell of the one leaf, words and numbers as they are kept."""
    found = {}
    for cell in _leaf(xlsx).iter(f"{MAIN}c"):
        said = "".join(one.text or "" for one in cell.iter() if one.tag in {f"{MAIN}t", f"{MAIN}v"})
        if said:
            found[cell.attrib["r"]] = said
    return found


def formulas_of(xlsx: bytes) -> list[str]:
    """The cells that a program would compute; there may be none."""
    return [one.text or "" for one in _leaf(xlsx).iter(f"{MAIN}f")]


def rows_of(xlsx: bytes) -> list[list[str]]:
    """The same by rows, what is empty left out."""
    rows: dict[int, list[str]] = {}
    for place, said in cells_of(xlsx).items():
        rows.setdefault(int(re.sub(r"\D", "", place)), []).append(said)
    return [rows[one] for one in sorted(rows)]


def leaf_of(xlsx: bytes) -> str:
    """The leaf as it is written."""
    return ZipFile(BytesIO(xlsx)).read("xl/worksheets/sheet1.xml").decode()


def _leaf(xlsx: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(leaf_of(xlsx))
