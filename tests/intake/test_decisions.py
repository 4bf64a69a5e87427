from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle, Decision
from tests.intake.sources import a_bundle, a_decision, an_application, only, write

HEADINGS = "application,outcome,reason,decisive,note,decided_by,decided_on"
ROW = "a1,not_offered,below_bar,Data Modelling; modelling,Clear.,Ines Duarte,2026-11-12"


def decided(tmp_path: Path, value: object, name: str = "decisions", **fields: Any) -> Bundle:
    export = write(tmp_path, "export.json", a_bundle(an_application(decision=None)))
    return read(export, decisions_file=write(tmp_path, name, value), **fields)


def the_decision(bundle: Bundle) -> Decision:
    decision = bundle.applications[0].decision
    assert decision is not None
    return decision


@pytest.mark.parametrize(
    "value",
    [
        f"{HEADINGS}\n{ROW}\n",
        f"{HEADINGS}\n{ROW}\n".replace(",", "\t"),
        [a_decision(application="a1", note="Clear.")],
        {"decisions": [a_decision(application="a1", note="Clear.")]},
        {"decisions": {"a1": a_decision(note="Clear.")}},
        {"a1": a_decision(note="Clear.", decisive=["DATA MODELLING"])},
        "a1:\n  outcome: not_offered\n  reason: below_bar\n  decisive: [Data modelling]\n  note: Clear.\n"
        "  decided_by: Ines Duarte\n  decided_on: 2026-11-12\n",
    ],
)
def test_every_shape_is_read(tmp_path: Path, value: object) -> None:
    bundle = decided(tmp_path, value)
    assert bundle.notices == ()
    assert the_decision(bundle).model_dump(mode="json") == a_decision(note="Clear.")


def test_decisive_criteria_of_a_table_stand_between_semicolons(tmp_path: Path) -> None:
    bundle = decided(tmp_path, f"{HEADINGS}\n{ROW}\n".replace("; modelling", ";"))
    assert the_decision(bundle).decisive == ("modelling",)


def test_ids_may_be_numbers(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle(an_application(id="201", decision=None)))
    bundle = read(export, write(tmp_path, "d.json", [a_decision(application=201)]))
    assert the_decision(bundle).decided_by == "Ines Duarte"


@pytest.mark.parametrize(
    ("row", "place", "message"),
    [
        (ROW.replace("2026-11-12", "12.11.2026"), "row 2, column decided_on", "a date such as 2026-11-12"),
        *(
            (
                ROW.replace("2026-11-12", day),
                "row 2, column decided_on",
                f"“{day}” was found; expected a date",
            )
            for day in ("46335", "20261112", "2026-11-12T10:00:00Z")
        ),
        (ROW.replace("below_bar", "weak"), "row 2, column reason", "one of below_bar, close_call"),
        (ROW.replace("not_offered", "hired"), "row 2, column outcome", "expected not_offered"),
        (ROW.replace("Ines Duarte", ""), "row 2, column decided_by", "the name of the person who decided"),
        (
            ROW.replace("; modelling", "; charm"),
            "row 2, column decisive",
            "the criterion charm is not in the role",
        ),
        (f"{ROW},more", "row 2", "more cells than there are headings"),
    ],
)
def test_a_bad_row_keeps_its_application_from_being_worked_on(
    tmp_path: Path, row: str, place: str, message: str
) -> None:
    bundle = decided(tmp_path, f"{HEADINGS}\n{row}\n")
    assert bundle.applications == ()
    notice = only(bundle, "error")
    assert (notice.file, notice.place, notice.application) == ("decisions", place, "a1")
    assert message in notice.message


def test_a_row_without_an_application_is_reported(tmp_path: Path) -> None:
    bundle = decided(tmp_path, f"{HEADINGS}\n{ROW}\n{ROW.removeprefix('a1')}\n")
    notice = only(bundle, "error")
    assert (notice.place, notice.application) == ("row 3, column application", None)
    assert len(bundle.applications) == 1


@pytest.mark.parametrize("value", [[a_decision()], [a_decision(application="a1"), 3], {"decisions": [None]}])
def test_an_entry_without_an_application_is_reported(tmp_path: Path, value: object) -> None:
    notice = only(decided(tmp_path, {"decisions": value} if isinstance(value, list) else value), "error")
    assert notice.message == "the field is missing; expected the id of an application"


def test_decisions_that_are_no_list_are_refused(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle())
    notice = only(read(export, write(tmp_path, "d.json", {"decisions": 3})), "error")
    assert (notice.place, notice.message) == ("decisions", "3 was found; expected a list")


def test_a_decision_of_any_shape_is_only_its_own_error(tmp_path: Path) -> None:
    bundle = decided(tmp_path, {"a1": a_decision(), "a2": 3})
    assert len(bundle.applications) == 1
    assert only(bundle, "error").application == "a2"


def test_columns_that_are_not_documented_are_left_out_and_reported(tmp_path: Path) -> None:
    bundle = decided(tmp_path, f"{HEADINGS},mood\n{ROW},fine\n")
    assert "left out: mood" in only(bundle, "left_out").message


def test_a_decisions_file_given_by_name_has_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="this is recruiter-kit/1; expected a decisions file"):
        decided(tmp_path, a_bundle())
