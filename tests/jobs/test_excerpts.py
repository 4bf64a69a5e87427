"""The rows in which something is wrong, each shown in its own sheet."""

from pathlib import Path

from recruiter_kit.intake.opening import open_files
from recruiter_kit.intake.reader import read_opened
from recruiter_kit.jobs.excerpts import MOST_COLUMNS, MOST_ROWS, Excerpt, excerpts
from tests.intake.table.own import DOCUMENTED, workbook

GOOD = "a1,Noa,DE,Ana,Planning,2,x\n"


def shown(path: Path) -> tuple[Excerpt, ...]:
    opened = open_files([path])
    return excerpts(opened, read_opened(opened).notices)


def test_what_is_wrong_is_at_its_cell_and_a_good_row_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(f"{DOCUMENTED}{GOOD}a2,Mia,DE,Ana,Planning,low,x\n")
    ((row,),) = (excerpt.rows for excerpt in shown(tmp_path / "b.csv"))
    assert row.number == 3
    assert row.cells["level"] == "low"
    assert row.wrong.keys() == {"level"}
    assert "expected a number" in row.wrong["level"]


def test_what_is_wrong_with_a_row_as_a_whole_is_beside_it(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_text(f"{DOCUMENTED}{GOOD}a2,Mia,DE,Ana,Planning,3,x,y\n")
    ((row,),) = (excerpt.rows for excerpt in shown(tmp_path / "b.csv"))
    assert (row.number, row.wrong) == (3, {})
    assert "more cells than there are headings" in row.whole


def test_a_row_is_shown_of_the_sheet_in_which_it_is_wrong_and_of_no_other(tmp_path: Path) -> None:
    def rows(level: str, its: str) -> list[list[object]]:
        return [[*DOCUMENTED.strip().split(",")], [its, f"N{its}", "DE", "Ana", "Planning", level, "x"]]

    path = tmp_path / "b.xlsx"
    path.write_bytes(
        workbook(("One", rows("2", "a1")), ("Two", rows("low", "a2")), ("Three", rows("3", "a3")))
    )
    (excerpt,) = shown(path)
    assert (excerpt.file, [row.cells["application"] for row in excerpt.rows]) == ("b.xlsx: Two", ["a2"])


def test_a_long_and_wide_table_is_cut_and_the_wrong_column_stays(tmp_path: Path) -> None:
    more = [f"c{at}" for at in range(30)]
    head = ",".join([*more, DOCUMENTED.strip()])
    rows = [f"{',' * 30}a{at},N,DE,Ana,Planning,low,x" for at in range(MOST_ROWS + 5)]
    (tmp_path / "b.csv").write_text("\n".join([head, *rows]))
    (excerpt,) = shown(tmp_path / "b.csv")
    assert (len(excerpt.rows), len(excerpt.columns)) == (MOST_ROWS, MOST_COLUMNS)
    assert "level" in excerpt.columns
