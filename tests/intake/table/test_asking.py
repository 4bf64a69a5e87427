"""What is asked about the values of a table, and what the table says itself."""

from pathlib import Path

import pytest

from recruiter_kit.model import Scale
from tests.intake.table.own import LONG, asked_about, people, read_own, values_of, workbook


def table(*levels: str, more: str = "") -> dict[str, str | bytes]:
    rows = [f"Noa Berg;DE;Ana;C{at};{level};Left it out.\n" for at, level in enumerate(levels)]
    return {"b.csv": LONG + "".join(rows) + more}


@pytest.mark.parametrize(
    ("levels", "lowest", "highest"),
    [
        (("4", "2"), 1, 5),
        (("0", "5"), 0, 5),
        (("9", "4"), 1, 10),
        (("80", "65"), 0, 100),
        (("8/10", "4/10"), 1, 10),
        (("0/10", "4/10"), 0, 10),
        (("80%", "65 %"), 0, 100),
        (("6/7", "5/7"), 1, 7),
        (("★★★☆☆", "★"), 1, 5),
        (("Good", "Poor"), 1, 5),
    ],
)
def test_the_likeliest_scale_is_suggested(
    tmp_path: Path, levels: tuple[str, ...], lowest: int, highest: int
) -> None:
    assert values_of(tmp_path, table(*levels)).scale == Scale(lowest=lowest, highest=highest)


def test_the_scale_of_words_is_asked_beside_what_they_mean(tmp_path: Path) -> None:
    values = values_of(tmp_path, table("Good", "Poor", "Good"))
    assert [(word.literal, word.count) for word in values.levels] == [("Good", 2), ("Poor", 1)]
    bundle = read_own(
        tmp_path,
        table("Good", "Poor"),
        levels={"Good": 80, "poor": None},
        scale={"lowest": 0, "highest": 100},
    )
    assert people(bundle) == {"Noa Berg": {"c0": 80, "c1": None}}


def test_cells_that_name_two_scales_are_asked_about(tmp_path: Path) -> None:
    assert [word.literal for word in values_of(tmp_path, table("4/5", "8/10")).levels] == ["8/10"]


def test_a_row_that_adds_up_the_others_does_not_stretch_the_scale(tmp_path: Path) -> None:
    assert values_of(tmp_path, table("3", "4", more="Total;;;;7;\n")).highest == 4


def test_the_order_of_days_is_asked_only_where_the_table_does_not_settle_it(tmp_path: Path) -> None:
    files = {"b.csv": "Candidate;Date;Job;Assessor;Comments\nNoa;09/11/2026;DE;Ana;Planned well.\n"}
    assert values_of(tmp_path, files).days == "09/11/2026"
    files["b.csv"] += "Mia;22/5/2026;DE;Ana;Planned well.\n"
    assert values_of(tmp_path, files).days == ""


def test_a_role_that_nothing_names_is_asked_for_once(tmp_path: Path) -> None:
    files = {"b.csv": "Candidate;Assessor;Comments\nNoa;Ana;Planned well.\nMia;Ana;Asked nothing.\n"}
    assert values_of(tmp_path, files).role
    assert not values_of(tmp_path, files, constant={"role": "Data Engineer"}).role
    bundle = read_own(tmp_path, files, constant={"role": "Data Engineer"})
    assert {application.role for application in bundle.applications} == {"data-engineer"}


@pytest.mark.parametrize("answer", [True, False])
def test_whether_formulas_are_used_is_asked_once_whatever_the_answer(tmp_path: Path, answer: bool) -> None:
    rows = [["Candidate", "Job", "Assessor", "Competency", "Score"], ["Noa", "DE", "Ana", "Planning", "=1+1"]]
    files = {"b.xlsx": workbook(("S", rows))}
    assert values_of(tmp_path, files).formulas == 1
    assert values_of(tmp_path, files, formulas=answer).formulas == 0


def test_tables_with_the_same_headings_are_asked_about_once(tmp_path: Path) -> None:
    (asked,) = asked_about(
        tmp_path, {"a.csv": LONG + "Noa;DE;Ana;C;2;x\n", "b.csv": LONG + "Mia;DE;Ana;C;2;x\n"}
    )
    assert asked.tables == ("a.csv", "b.csv")


def test_headings_alone_are_not_asked_about(tmp_path: Path) -> None:
    assert asked_about(tmp_path, {"b.csv": LONG}) == ()
