"""Odd tables: each trouble is told with its file and cell, and what was good is read."""

from contextlib import suppress
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.intake.table import sheet
from recruiter_kit.model import Bundle
from tests.intake.table.own import DOCUMENTED, LONG, asked_about, people, read_own, told, workbook

NOA = "Noa Berg;DE;Ana;Planning;2;Began with the tables.\n"
MIA = "Mia Lund;DE;Ana;Planning;4;Asked first.\n"


def test_a_table_with_as_many_rows_as_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 40)
    rows = [f"a{at // 4},N{at // 4},DE,Ana,C{at % 4},3,x\n" for at in range(41)]
    (tmp_path / "b.csv").write_text(DOCUMENTED + "".join(rows[:-1]))
    assert len(read(tmp_path / "b.csv").applications) == 10
    (tmp_path / "b.csv").write_text(DOCUMENTED + "".join(rows))
    with pytest.raises(InputError, match=r"b\.csv: there are more than 40 rows; split the table"):
        read(tmp_path / "b.csv")


def form(name: str, level: object = 3) -> list[list[object]]:
    return [
        ["Interview evaluation"],
        ["Candidate", name, "", "Position", "Data Engineer"],
        ["Interviewer:", "Ana Reyes"],
        [],
        ["Competency", "Score", "Comments"],
        ["Planning", level, "Listed the tasks."],
        ["Teamwork", 4, "Asked others."],
        ["Total", 7, None],
    ]


def test_sixty_sheets_with_the_same_headings_are_asked_about_once_and_each_is_told_apart(
    tmp_path: Path,
) -> None:
    sheets = [(f"C{at}", form(f"Noa{at}", 9 if at == 7 else 3)) for at in range(60)]
    files = {"b.xlsx": workbook(*sheets, ("Info", [["Please read"]]))}
    (asked,) = asked_about(tmp_path, files)
    assert len(asked.tables) == 60
    bundle = read_own(tmp_path, files, scale={"lowest": 1, "highest": 5})
    assert len(bundle.applications) == 59
    assert people(bundle)["Noa0"] == {"planning": 3, "teamwork": 4}
    ((file, place, message),) = told(bundle, "error")
    assert (file, place) == ("b.xlsx: C7", "row 6, column score")
    assert "the level 9 is outside the scale" in message


def test_sheets_with_other_headings_are_asked_about_even_where_one_can_be_read(tmp_path: Path) -> None:
    wide = [["Candidate", "Job title", "Assessor", "Planning"], ["Mia", "DE", "Olu", 3]]
    documented = [line.split(",") for line in (DOCUMENTED + "a1,Jo,DE,Ana,Planning,3,x").splitlines()]
    info = [["Please", "read"], ["x", "y"]]
    files = {"b.xlsx": workbook(("A", form("Noa")), ("B", wide), ("C", [*documented]), ("D", info))}
    assert [asked.tables for asked in asked_about(tmp_path, files)] == [("b.xlsx: A",), ("b.xlsx: B",)]
    bundle = read_own(tmp_path, files)
    assert people(bundle).keys() == {"Noa", "Mia", "Jo"}
    assert (
        "b.xlsx",
        "",
        "sheets without the headings of scorecards were left out: D",
    ) in told(bundle, "left_out")


def with_stored(cell: str) -> bytes:
    """Return a workbook of which one cell holds a formula and what was stored for it."""
    from tests.intake.table.test_workbook import MAIN, changed

    rows = [LONG.strip().split(";"), NOA.strip().split(";"), MIA.strip().split(";")]
    texts = [
        f'<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for number, row in enumerate(rows, start=1)
        for column, text in zip("ABCDEF", row, strict=True)
    ]
    texts = [cell if '"E2"' in text else text for text in texts]
    lines = ["".join(texts[at : at + 6]) for at in (0, 6, 12)]
    body = "".join(f'<row r="{number}">{line}</row>' for number, line in enumerate(lines, start=1))
    part = f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'
    return changed(workbook(("S", [["x"]])), "xl/worksheets/sheet1.xml", part)


def test_a_formula_is_refused_with_its_cell_and_used_where_that_is_said(tmp_path: Path) -> None:
    files = {"b.xlsx": with_stored('<c r="E2"><f>1+1</f><v>2</v></c>')}
    bundle = read_own(tmp_path, files)
    assert people(bundle).keys() == {"Mia Lund"}
    ((_, place, message),) = told(bundle, "error")
    assert place == "row 2, column score"
    assert "the cell E2 holds a formula" in message
    assert people(read_own(tmp_path, files, formulas=True))["Noa Berg"] == {"planning": 2}


def test_a_formula_without_a_stored_value_stays_an_error(tmp_path: Path) -> None:
    files = {"b.xlsx": with_stored('<c r="E2"><f>1+1</f></c>')}
    assert people(read_own(tmp_path, files, formulas=True)).keys() == {"Mia Lund"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("a1,Nora,DE,Ana,Teamwork,3,x\n", "Nora was found, but Noa is in a.csv, row 2"),
        ("a1,Noa,DE,Ana,Planning,3,x\n", "rated twice in one scorecard, first in a.csv: row 2"),
    ],
)
def test_files_that_contradict_each_other_are_both_named(tmp_path: Path, row: str, said: str) -> None:
    (tmp_path / "a.csv").write_text(f"{DOCUMENTED}a1,Noa,DE,Ana,Planning,2,x\na2,Mia,DE,Ana,Planning,2,x\n")
    (tmp_path / "b.csv").write_text(DOCUMENTED + row)
    bundle = read(tmp_path / "a.csv", tmp_path / "b.csv")
    assert people(bundle).keys() == {"Mia"}
    ((file, _, message),) = told(bundle, "error")
    assert file == "b.csv"
    assert said in message


@pytest.mark.parametrize("word", ["Total", "Average:", "Durchschnitt", "Moyenne", "Promedio", "合計", "Ø"])
@pytest.mark.parametrize("at", [0, 2])
def test_a_row_that_adds_up_the_others_is_left_out_in_any_column(tmp_path: Path, word: str, at: int) -> None:
    cells = ["", "", "", "1,5", "2"]
    cells[at] = word
    rows = f"Noa;DE;Ana;2;3\nMia;DE;Ana;1;1\n{';'.join(cells)}\n"
    bundle = read_own(tmp_path, {"b.csv": f"Candidate;Job title;Assessor;Planning;Teamwork\n{rows}"})
    assert people(bundle).keys() == {"Noa", "Mia"}
    assert told(bundle, "error") == []
    assert "rows that add up or average the others were left out: 4" in str(told(bundle, "left_out"))


def test_a_candidate_whose_name_adds_up_nothing_stays(tmp_path: Path) -> None:
    bundle = read_own(tmp_path, {"b.csv": LONG + NOA.replace("Noa Berg", "Sum")})
    assert people(bundle).keys() == {"Sum"}


@pytest.mark.parametrize("role", ["", "Role;Data Engineer\n"])
def test_blank_rows_belong_to_the_row_above_where_most_have_some(tmp_path: Path, role: str) -> None:
    rows = "Noa;Ana;Planning;2;x\n;;Teamwork;3;x\nMia;Ana;Planning;2;x\n;;Teamwork;4;x\n"
    table = f"{role}Candidate;Assessor;Competency;Score;Comments\n{rows}"
    bundle = read_own(tmp_path, {"b.csv": table}, constant={} if role else {"role": "Data Engineer"})
    assert people(bundle) == {"Noa": {"planning": 2, "teamwork": 3}, "Mia": {"planning": 2, "teamwork": 4}}


@pytest.mark.parametrize(
    "table",
    [
        LONG
        + NOA
        + NOA.replace("Planning", "Go")
        + ";DE;Ana;Sql;2;x\n"
        + MIA
        + MIA.replace("Planning", "Go"),
        "Candidate;Job title;Assessor;Planning\nNoa Berg;DE;Ana;2\n;;Olu;4\nMia Lund;DE;Ana;1\n",
    ],
    ids=["long", "wide"],
)
def test_a_row_between_two_candidates_that_says_no_name_keeps_both_back_and_no_other(
    tmp_path: Path, table: str
) -> None:
    jo = "Jo;DE;Ana;3\n" if "Planning\n" in table else "Jo;DE;Ana;Planning;3;x\n"
    bundle = read_own(tmp_path, {"b.csv": table + jo})
    assert people(bundle).keys() == {"Jo"}
    assert "may belong to this one; fill it in" in told(bundle, "error")[0][2]


def test_cells_merged_downwards_hold_for_each_row_with_and_without_the_rest(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        LONG.strip().split(";"),
        ["Noa", "DE", "Ana", "Planning", 2, "x"],
        [None, None, "Ana", "Teamwork", 3, "y"],
    ]
    for merged in (["A2:A3"], ["A2:A3", "B2:B3"]):
        bundle = read_own(tmp_path, {"b.xlsx": workbook(("S", rows), merged=merged)})
        assert people(bundle) == {"Noa": {"planning": 2, "teamwork": 3}}


def test_a_documented_heading_that_appears_twice_is_asked_about_and_named(tmp_path: Path) -> None:
    table = DOCUMENTED.strip() + ",note\na1,Noa,DE,Ana,Planning,2,x,y\n"
    (tmp_path / "b.csv").write_text(table)
    with pytest.raises(InputError, match="the heading note appears twice; remove one of the columns"):
        read(tmp_path / "b.csv")
    assert len(asked_about(tmp_path, {"b.csv": table})) == 1


def test_a_sheet_of_labels_for_one_candidate_is_read_with_the_comments_beside(tmp_path: Path) -> None:
    table = (
        "Interview scorecard\nCandidate;Noa Berg\nPosition;Data Engineer\nInterviewer;Ana\nDate;2026-11-09\n"
        "Planning;3;Listed the tasks.\nTeamwork;4;Asked others.\nOverall comments;Was careful throughout.\n"
    )
    bundle = read_own(tmp_path, {"b.csv": table})
    (card,) = bundle.applications[0].scorecards
    assert [(rating.criterion, rating.level, rating.note) for rating in card.ratings] == [
        ("planning", 3, "Listed the tasks."),
        ("teamwork", 4, "Asked others."),
    ]
    assert card.note == "Was careful throughout."


def test_a_level_off_the_scale_names_its_cell_and_costs_one_application(tmp_path: Path) -> None:
    bundle = read_own(
        tmp_path, {"b.csv": LONG + NOA.replace(";2;", ";7;") + MIA}, scale={"lowest": 1, "highest": 5}
    )
    assert people(bundle).keys() == {"Mia Lund"}
    assert told(bundle, "error")[0][1] == "row 2, column score"


PEOPLE_OF_ONE_NAME = (
    "Candidate;Candidate email;Job title;Assessor;Competency;Score\n"
    "Noa Berg;n1@example.org;DE;Ana;Planning;2\n"
    "Noa Berg;n2@example.org;DE;Ana;Planning;3\n"
    "Mia;;DE;Olu;Planning;4\n"
)


def test_two_people_of_one_name_are_told_apart_by_their_addresses(tmp_path: Path) -> None:
    bundle = read_own(tmp_path, {"b.csv": PEOPLE_OF_ONE_NAME})
    assert {each.candidate.email for each in bundle.applications} == {
        "n1@example.org",
        "n2@example.org",
        None,
    }


@pytest.mark.parametrize("row", ["Noa Berg;;DE;Olu;Planning;4\n", "Noa Berg;;;Olu;Planning;4\n"])
def test_a_row_that_may_be_of_either_keeps_both_back(tmp_path: Path, row: str) -> None:
    bundle = read_own(tmp_path, {"b.csv": PEOPLE_OF_ONE_NAME + row})
    assert people(bundle).keys() == {"Mia"}
    assert "Noa Berg is in the table for several roles or with several" in told(bundle, "error")[0][2]


def test_a_role_that_stands_once_holds_for_all_rows_of_a_name(tmp_path: Path) -> None:
    bundle = read_own(tmp_path, {"b.csv": LONG + NOA + "Noa Berg;;Ana;Teamwork;3;Asked.\n"})
    assert people(bundle) == {"Noa Berg": {"planning": 2, "teamwork": 3}}


def told_alike(bundle: Bundle) -> object:
    """Return what a bundle holds, in an order that does not depend on that of the rows."""
    return bundle.roles and [
        (
            application.model_dump(exclude={"scorecards"}),
            [
                (
                    card.model_dump(exclude={"ratings", "note"}),
                    sorted((card.note or "").split("\n")),
                    sorted((each.model_dump() for each in card.ratings), key=lambda each: each["criterion"]),
                )
                for card in sorted(application.scorecards, key=lambda card: card.id)
            ],
        )
        for application in sorted(bundle.applications, key=lambda each: each.id)
    ]


LONG_ROWS = [
    f"{name};DE;{by};{criterion};{level};{note}\n"
    for name, by, criterion, level, note in [
        ("Noa Berg", "Ana", "Planning", "2", "x"),
        ("Noa Berg", "Ana", "", "", "Careful."),
        ("Noa Berg", "Ana", "", "", "Slow."),
        ("Noa Berg", "Olu", "Planning", "3", ""),
        ("Teal, Rowan", "Ana", "Teamwork", "4", "y"),
        ("Teal, Rowan", "Ana", "Planning", "n/a", "z"),
    ]
]
WIDE_ROWS = [
    "Noa Berg;DE;Ana;2;3;Was careful with the client.\n",
    "Noa Berg;DE;Olu;4;;\n",
    "Mia;DE;Ana;;1;Was slow to ask the client anything.\n",
]
TABLES = {
    LONG: LONG_ROWS,
    "Candidate;Job title;Assessor;Planning;Teamwork;Planning comments\n": WIDE_ROWS,
}


@settings(max_examples=25)
@given(
    st.sampled_from(list(TABLES)).flatmap(
        lambda head: st.tuples(st.just(head), st.permutations(TABLES[head]))
    )
)
def test_any_order_of_rows_gives_one_bundle(drawn: tuple[str, list[str]]) -> None:
    headings, rows = drawn
    with TemporaryDirectory() as folder:
        in_order = read_own(Path(folder), {"b.csv": headings + "".join(TABLES[headings])})
        shuffled = read_own(Path(folder), {"b.csv": headings + "".join(rows)})
    assert told_alike(shuffled) == told_alike(in_order)
    assert told(shuffled, "error") == told(in_order, "error") == []


def test_any_order_of_files_gives_one_bundle(tmp_path: Path) -> None:
    parts = [LONG + "".join(LONG_ROWS[at::3]) for at in range(3)]
    bundles = [
        told_alike(read_own(tmp_path, {f"{at}.csv": part for at, part in enumerate(order)}))
        for order in permutations(parts)
    ]
    assert all(bundle == bundles[0] for bundle in bundles)


CELLS = """
Candidate|Role|Interviewer|Score|Comments|Total|Noa|3|4/5|0/0|80%|★|☆|-1|999999|2026-11-09|22/5/2026|=1+1|a:b
|Role: DE|評価|"""
ANY_CELL = st.sampled_from(CELLS.split("|"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(ANY_CELL, max_size=6), max_size=8))
def test_no_table_is_a_crash(rows: list[list[str]]) -> None:
    text = "\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    with TemporaryDirectory() as folder, suppress(InputError):
        read_own(Path(folder), {"b.csv": text}).model_dump_json()
