"""Files that are damaged, empty or in a wrapping: each says what it is and what to do; others stay."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from recruiter_kit.files import contents
from recruiter_kit.intake import opening, read
from recruiter_kit.model import Bundle
from tests.intake.table.own import DOCUMENTED, LONG, people, read_own, told

GOOD = f"{DOCUMENTED}a1,Noa,DE,Ana,Planning,2,x\n"
OTHER = GOOD.replace("a1,Noa", "a2,Mia")


def zipped(**files: str | bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """Return an archive whose first file says that it needs a password."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.find(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def together(folder: Path, name: str, content: bytes) -> Bundle:
    """Read a file beside one that is good."""
    (folder / name).write_bytes(content)
    (folder / "good.csv").write_text(GOOD)
    return read(folder / name, folder / "good.csv")


XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table><Row>'
    "<Cell><Data>Candidate</Data></Cell></Row></Table></Worksheet></Workbook>"
)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("e.csv", b"", "the file is empty"),
        ("e.csv", b" \r\n ", "the file is empty"),
        ("h.csv", LONG.encode(), "there is no row below the headings; add the rows"),
        ("j.csv", b"\0\1\2" * 50, "there is no text in it that can be read"),
        ("j.csv", bytes(range(256)), "the encoding of the text is not known for certain"),
        ("one.csv", b"hello\nthere\n", "there is one column only (hello); check which character"),
        ("b.xml", XML.encode(), "this is a markup file, not a table; save it as XLSX or CSV"),
        ("b.xls", b"<html><p>No table</p></html>", "this is a markup file, not a table"),
        ("b.zip", zipped(a=GOOD)[:60], "the ZIP archive is damaged or locked"),
        ("b.zip", locked(zipped(a=GOOD)), "the ZIP archive is damaged or locked"),
        ("b.zip", zipped(), "there is no file in the ZIP archive"),
        ("b.zip", zipped(**{"__MACOSX/._a.csv": "\0", ".DS_Store": "x"}), "there is no file in the ZIP"),
        ("b.csv", b'a;b\n"open', "this is not CSV"),
    ],
)
def test_a_file_that_cannot_be_read_says_why_and_the_good_one_stays(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    bundle = together(tmp_path, name, content)
    ((file, _, why),) = told(bundle, "error")
    assert file == name
    assert message in why
    assert people(bundle).keys() == {"Noa"}


def test_documented_headings_without_a_row_are_told(tmp_path: Path) -> None:
    bundle = together(tmp_path, "h.csv", DOCUMENTED.encode())
    assert told(bundle, "left_out")[0][::2] == (
        "h.csv",
        "there is no row below the headings; add the rows, or leave the file out",
    )


def test_each_file_of_an_archive_is_read_or_refused_on_its_own(tmp_path: Path) -> None:
    packed = zipped(
        **{"one/a.csv": GOOD, "two/a.csv": OTHER, "in.zip": zipped(c=GOOD), "p.pdf": "%PDF-1.4"},
        **{"__MACOSX/._a.csv": "\0\0", ".DS_Store": "x", "Thumbs.db": b"\xd0\xcf\x11\xe0"},
    )
    (tmp_path / "b.zip").write_bytes(packed)
    bundle = read(tmp_path / "b.zip")
    assert people(bundle).keys() == {"Noa", "Mia"}
    files = [file for file, _, _ in told(bundle, "error")]
    assert files == ["b.zip", "b.zip/p.pdf"]
    assert "the ZIP archive holds another one, in.zip; unpack it first" in str(told(bundle, "error"))


def test_files_of_one_name_in_an_archive_are_shown_with_their_folders(tmp_path: Path) -> None:
    bad = GOOD.replace(",2,", ",low,")
    packed = zipped(**{"one/a.csv": bad, "two/a.csv": OTHER})
    (tmp_path / "b.zip").write_bytes(packed)
    assert told(read(tmp_path / "b.zip"), "error")[0][0] == "b.zip/one/a.csv"


def test_a_damaged_workbook_is_no_archive(tmp_path: Path) -> None:
    damaged = zipped(**{"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"})[:-30]
    ((_, _, why),) = told(together(tmp_path, "b.xlsx", damaged), "error")
    assert "a part of the workbook is damaged" in why


def test_a_cell_of_a_page_that_spans_rows_holds_for_each(tmp_path: Path) -> None:
    page = (
        "<html><body><table><tr><th>Candidate</th><th>Job title</th><th>Assessor</th>"
        "<th>Competency</th><th>Score</th></tr>"
        "<tr><td rowspan=2>Noa</td><td rowspan=2>DE</td><td>Ana</td><td>Planning</td><td>2</td></tr>"
        "<tr><td>Ana</td><td>Teamwork</td><td>3</td></tr>"
        "<tr><td>Mia</td><td>DE</td><td>Ana</td><td>Planning</td><td>4</td></tr></table></body></html>"
    )
    assert people(read_own(tmp_path, {"b.xls": page})) == {
        "Noa": {"planning": 2, "teamwork": 3},
        "Mia": {"planning": 4},
    }


@pytest.mark.parametrize("first", ["sep=\t\r\n", ""])
def test_a_utf_16_table_with_its_separator_named_is_read(tmp_path: Path, first: str) -> None:
    table = (first + LONG + "Zoë Núñez;DE;Ana;Planning;2,5;Began; well.\n").replace(";", "\t")
    table = table.replace("Began\t well", "Began; well")
    assert people(read_own(tmp_path, {"b.csv": table.encode("utf-16")})) == {"Zoë Núñez": {"planning": 2.5}}


def test_a_file_that_changes_while_it_is_read_is_read_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(GOOD)

    def changing(where: Path, file: str) -> bytes:
        data = contents.read_bytes(where, file)
        where.write_text("gone")
        return data

    monkeypatch.setattr(opening, "read_bytes", changing)
    assert people(read(path)).keys() == {"Noa"}
