"""Two forms of one person are one person, and two people stay two."""

from pathlib import Path

import pytest

from recruiter_kit.intake import read
from recruiter_kit.intake.joining.interviewers import same_people
from tests.intake.sources import (
    a_bundle,
    a_scorecard,
    an_application,
    greenhouse_card,
    greenhouse_files,
    lever_files,
    lever_form,
    write,
)


@pytest.mark.parametrize(
    "other",
    [
        *("Lee, Sam", "sam lee", "SAM LEE", "Sam Lee (Acme)", "Sam Lee [Acme Ltd]", "sam.lee@example.org"),
        *("Sam Lee <s.l@example.org>", "sam_lee2@example.org", "LEE, SAM"),
    ],
)
def test_a_form_of_a_name_is_that_person(other: str) -> None:
    assert same_people(["Sam Lee", other]) == {"Sam Lee": "Sam Lee", other: "Sam Lee"}
    assert same_people([other, "Sam Lee"]) == {"Sam Lee": "Sam Lee", other: "Sam Lee"}


@pytest.mark.parametrize("other", ["Sam J. Lee", "Sám Lee"])
def test_a_middle_initial_and_an_accent_make_no_other_person(other: str) -> None:
    assert len(set(same_people(["Sam Lee", other]).values())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            ("Sam Lee", "Sam Leigh"),
            ("Sam Lee", "Lee Sam"),
            ("Sam Lee", "sam@example.org"),
            ("Sam", "Sam Lee"),
        ),
        *(("Hiring Manager", "Hiring Manager (Ana)"), ("Hiring Manager (Sam)", "Hiring Manager (Ana)")),
        *(("Interviewer 1", "Interviewer 2"), ("user (1)", "user (2)"), ("Panel, HR", "HR Panel")),
    ],
)
def test_what_may_be_two_people_stays_two(one: str, other: str) -> None:
    assert same_people([one, other]) == {one: one, other: other}


@pytest.mark.parametrize(
    ("alone", "kept"),
    [
        ("Lee, Sam", "Sam Lee"),
        ("sam.lee@example.org", "Sam Lee"),
        ("hiring@example.org", "hiring@example.org"),
        ("Sam Lee (Acme)", "Sam Lee (Acme)"),
        ("Sam Lee, PhD", "Sam Lee, PhD"),
        ("Hiring Manager (Sam Lee)", "Hiring Manager (Sam Lee)"),
        ("SAM LEE", "SAM LEE"),
        ("王小明", "王小明"),
    ],
)
def test_a_name_alone(alone: str, kept: str) -> None:
    assert same_people([alone]) == {alone: kept}


def names(*files: Path) -> list[str | None]:
    return [card.interviewer.name for card in read(*files).applications[0].scorecards]


def test_forms_in_a_bundle_are_one_person(tmp_path: Path) -> None:
    forms = ["Lee, Sam", "Sam Lee", "Ana Reyes"]
    cards = [a_scorecard(id=f"s{at}", interviewer={"name": name}) for at, name in enumerate(forms)]
    path = write(tmp_path, "b.json", a_bundle(an_application(scorecards=cards)))
    assert names(path) == ["Sam Lee", "Sam Lee", "Ana Reyes"]


def test_one_id_is_one_person_in_greenhouse(tmp_path: Path) -> None:
    people = [
        {"id": 2, "name": "Ana Reyes"},
        {"id": 2, "name": "A. Reyes-Lund"},
        {"id": 2},
        {"id": 3},
        {"id": 3},
    ]
    cards = [greenhouse_card(id=500 + at, interviewer=person) for at, person in enumerate(people)]
    assert names(*greenhouse_files(tmp_path, *cards)) == ["Ana Reyes", "Ana Reyes", "Ana Reyes", "3", "3"]


def test_one_user_is_one_person_in_lever_though_users_are_not_exported(tmp_path: Path) -> None:
    forms = [lever_form(id="f1"), lever_form(id="f2")]
    assert names(*lever_files(tmp_path, *forms, user=None)) == ["u1", "u1"]


def test_a_user_named_in_one_form_is_named_in_all(tmp_path: Path) -> None:
    forms = [lever_form(id="f1"), lever_form(id="f2", user={"id": "u1", "name": "Ana Reyes"})]
    assert names(*lever_files(tmp_path, *forms, user=None)) == ["Ana Reyes", "Ana Reyes"]
