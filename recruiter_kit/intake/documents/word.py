"""A Word document (.docx) to paragraphs.

In: bytes. Out: a Written. Its size is bounded before anything is parsed, entities are refused, macros and
links are never followed. Deleted text of tracked changes is left out. A row of a table becomes a line for
each of its cells, with the heading of the row and the heading of the column as its label.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.text import one_line
from recruiter_kit.intake.cleaning.characters import plain_characters
from recruiter_kit.intake.cleaning.words import words
from recruiter_kit.intake.documents.written import Paragraph, Written
from recruiter_kit.intake.packed import check_unpacked

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph as WordParagraph

TITLE = 1
LONGEST_LABEL = 120
LONGEST_HEADING = 5
"""Words of a cell that can be the heading of a row or a column."""
DEEPEST = 4
"""Tables in tables that are read; what is deeper is not a layout that somebody typed."""


def read_word(data: bytes, file: str) -> Written:
    """Return what a Word document holds.

    Raises InputError for a damaged, locked or hostile one, and for one without a word.
    """
    check_unpacked(data, file, "document_too_large", "word_damaged")
    try:
        found = _read(data)
    except Exception as error:  # a damaged part makes the library raise whatever it happens to meet
        raise InputError.of("word_damaged", file=file) from error
    if not found:
        raise InputError.of("document_empty", file=file)
    return Written(file=file, paragraphs=tuple(found))


def _read(data: bytes) -> list[Paragraph]:
    from docx import Document

    document = Document(BytesIO(data))
    found = list(_blocks(document, 0))
    for section in document.sections:
        # A heading or a footer of every page may say that an assistant wrote it.
        for edge in (section.header, section.footer):
            if not edge.is_linked_to_previous:
                found += [each for each in _blocks(edge, 0) if each.text not in {one.text for one in found}]
    return found


def _blocks(holder: Any, depth: int, within: str = "") -> Iterator[Paragraph]:
    """Yield the paragraphs of a document, of the edge of a page or of a cell."""
    alone = True
    for block in holder.iter_inner_content():
        if hasattr(block, "rows"):
            if depth < DEEPEST:
                yield from _table(block, depth, within)
            alone = True
            continue
        paragraphs = list(_paragraphs(block, within, alone))
        alone = not paragraphs or bool(paragraphs[-1].heading)
        yield from paragraphs


def _paragraphs(block: "WordParagraph", within: str, alone: bool) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph; each may begin in bold."""
    heading = _heading(block)
    item = bool(block._p.xpath("./w:pPr/w:numPr")) or _style(block).startswith("list")
    for line, bold in _lines(block):
        text = f"{within}{line}"
        # What is bold from end to end is a heading that somebody made by hand.
        whole = bool(bold) and bold == line and not within
        yield Paragraph(
            text=text,
            heading=heading or (9 if whole and len(line.split()) <= 2 * LONGEST_HEADING else 0),
            label="" if whole else f"{within}{bold}",
            item=item,
            alone=alone,
        )
        alone = False


def _lines(block: "WordParagraph") -> Iterator[tuple[str, str]]:
    """Yield each line of a paragraph with the bold words that it begins with, and their colon."""
    runs = [(plain_characters(text), bold) for text, bold in _runs(block)]
    line, bold, plain = "", "", False
    for text, is_bold in [*runs, ("\n", False)]:
        for number, piece in enumerate(text.split("\n")):
            if number:
                if line.strip():
                    yield line.strip(), _with_colon(line.strip(), bold.strip())
                line, bold, plain = "", "", False
            line += piece
            plain = plain or bool(piece.strip() and not is_bold)
            if not plain and len(line) <= LONGEST_LABEL:
                bold = line


def _with_colon(line: str, bold: str) -> str:
    rest = line[len(bold) :].lstrip()
    return line[: len(line) - len(rest) + 1] if bold and rest[:1] in (":", "–", "—") else bold


def _runs(block: "WordParagraph") -> Iterator[tuple[str, bool]]:
    """Yield the runs of a paragraph in order: those in links and insertions too, what was deleted not."""
    from docx.text.run import Run

    for element in block._p.xpath(".//w:r[not(ancestor::w:del) and not(ancestor::w:txbxContent)]"):
        run = Run(element, block)
        yield run.text, bool(run.bold)


def _heading(block: "WordParagraph") -> int:
    style = _style(block)
    if style == "title":
        return TITLE
    name, _, level = style.rpartition(" ")
    if name == "heading" and level.isdecimal():
        return int(level)
    outline = block._p.xpath("./w:pPr/w:outlineLvl/@w:val")
    return int(outline[0]) + 1 if outline and str(outline[0]).isdecimal() and int(outline[0]) < 9 else 0


def _style(block: "WordParagraph") -> str:
    """Return the name of a style: Word keeps the English one in every language."""
    return (block.style.name or "").casefold() if block.style is not None else ""


def _table(table: "Table", depth: int, within: str) -> Iterator[Paragraph]:
    rows = [_cells(row) for row in table.rows]
    rows = [row for row in rows if any(_plain(cell) for cell in row)]
    headed = bool(rows) and _is_headings([_plain(cell) for cell in rows[0]], len(rows))
    heads = [_plain(cell) for cell in rows[0]] if headed else []
    if headed:
        label = within + ": ".join(filter(None, heads))
        yield Paragraph(text=label, label=label)
    for row in rows[1:] if headed else rows:
        yield from _row(row, heads, depth, within)


def _cells(row: Any) -> list[Any]:
    """Return the cells of a row, one that spans several columns once."""
    found: list[Any] = []
    for cell in row.cells:
        if not found or cell._tc is not found[-1]._tc:
            found.append(cell)
    return found


def _row(cells: Sequence[Any], heads: Sequence[str], depth: int, within: str) -> Iterator[Paragraph]:
    """Yield the lines of a row: under the heading of the row where it has one, of the column where it has."""
    first = _plain(cells[0])
    named = len(cells) > 1 and 0 < len(first.split()) <= LONGEST_HEADING and "\n" not in cells[0].text.strip()
    under = f"{within}{first.rstrip(' :')}: " if named else within
    rest = list(enumerate(cells))[1:] if named else list(enumerate(cells))
    filled = [cell for _, cell in rest if _plain(cell)]
    if named and not filled:
        yield Paragraph(text=under.strip(), label=under.strip())
    for column, cell in rest:
        head = heads[column] if column < len(heads) else ""
        label = f"{under}{head.rstrip(' :')}: " if head else under
        yield from _blocks(cell, depth + 1, label)


def _is_headings(cells: Sequence[str], rows: int) -> bool:
    """Whether a first row is of headings: of known words, or short ones above three columns or more."""
    if rows < 2 or len(cells) < 2 or not all(cells[1:]):
        return False
    known = words().headings
    if all(word.strip(":/&").casefold() in known for cell in cells for word in cell.split()):
        return True
    return len(cells) > 2 and all(
        len(cell.split()) <= LONGEST_HEADING and not any(map(str.isdigit, cell)) and not cell.endswith(".")
        for cell in cells
    )


def _plain(cell: Any) -> str:
    return one_line(plain_characters(cell.text))
