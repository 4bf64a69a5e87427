"""BambooHR exports no scorecards: one rating and the status are read, and that is said."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.bamboohr.samples import SAMPLES, application
from tests.intake.sources import a_decision, messages, only, write


def read_all(folder: Path, *values: object) -> Bundle:
    return read(*(write(folder, f"f{index}.json", value) for index, value in enumerate(values)))


@pytest.mark.parametrize("sample", ["application", "applications"])
def test_it_works(tmp_path: Path, sample: str) -> None:
    bundle = read_all(tmp_path, SAMPLES[sample])
    (read_application,) = bundle.applications
    assert (read_application.id, read_application.role, read_application.stage) == (
        "77",
        "12",
        "Not Selected",
    )
    assert read_application.candidate.full_name == "Marta Silva"
    assert read_application.candidate.email == "marta@example.org"
    (card,) = read_application.scorecards
    (rating,) = card.ratings
    assert (rating.criterion, rating.level, rating.raw) == ("overall-rating", 2, "2")
    assert card.interviewer.name is None
    (role,) = bundle.roles
    assert (role.title, role.scale.lowest, role.scale.highest) == ("Data Engineer", 1, 5)


def test_it_says_that_there_are_no_scorecards_what_was_read_and_what_to_add(tmp_path: Path) -> None:
    (message, *_) = messages(read_all(tmp_path, application(commentCount=3)), "lacking")
    assert "BambooHR exports no scorecards" in message
    assert "the rating (2), the status (Not Selected) and 0 comments were read" in message
    assert "in a scorecard table" in message


def test_comments_that_are_counted_and_not_there_are_reported(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, application(commentCount=3))
    assert any("3 comments are counted" in message for message in messages(bundle, "lacking"))


@pytest.mark.parametrize("rating", [0, 6, "4", 2.5, True])
def test_a_rating_off_the_scale_is_reported_and_kept(tmp_path: Path, rating: object) -> None:
    bundle = read_all(tmp_path, application(rating=rating))
    (kept,) = bundle.applications[0].scorecards[0].ratings
    assert (kept.level, kept.raw) == (None, str(rating))
    assert "of Overall rating is not on the scale" in only(bundle, "not_understood").message


def test_an_application_without_a_rating_leaves_room_for_a_scorecard_table(tmp_path: Path) -> None:
    table = "application,given_name,role,interviewer,criterion,level\n77,Marta,12,Ana Reyes,Modelling,2\n"
    bundle = read_all(tmp_path, application(rating=None), table)
    (read_application,) = bundle.applications
    assert read_application.scorecards[0].interviewer.name == "Ana Reyes"


def test_comments_in_the_shape_in_which_they_are_sent_are_notes(tmp_path: Path) -> None:
    comments = [{"type": "comment", "comment": "Began with the tables."}]
    card, _ = read_all(tmp_path, application(comments=comments)).applications[0].scorecards
    assert card.note == "Began with the tables."
    broken = read_all(tmp_path, application(comments=[{"text": "Slow."}]))
    assert broken.applications == ()
    assert "the application is not read without it" in only(broken, "error").message


@pytest.mark.parametrize(("label", "said"), [("Hired", "“Hired”"), ("Offer Extended", "“Offer Extended”")])
def test_what_became_of_it_is_held_against_the_decision(tmp_path: Path, label: str, said: str) -> None:
    value: dict[str, Any] = application(status={"id": 1, "label": label})
    bundle = read_all(tmp_path, value, {"77": a_decision(decisive=["overall-rating"])})
    assert bundle.applications == ()
    assert said in only(bundle, "error").message


def test_a_closed_status_is_not_a_decision(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, SAMPLES["application"])
    assert bundle.applications[0].decision is None
    assert "Not Selected; that is not a decision" in only(bundle, "left_out").message


def test_two_applications_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, application(), application(rating=5))
    assert "the object appears twice" in only(bundle, "error").message


@pytest.mark.parametrize(
    ("sample", "what"),
    [
        ("jobs", "jobs of BambooHR"),
        ("statuses", "stages of BambooHR"),
        ("comment request", "bodies of requests"),
    ],
)
def test_what_holds_no_application_is_named_with_what_to_add(tmp_path: Path, sample: str, what: str) -> None:
    with pytest.raises(InputError, match=f"{what}.*add the export of the details of applications"):
        read_all(tmp_path, SAMPLES[sample])


def test_further_pages_are_reported(tmp_path: Path) -> None:
    more = SAMPLES["applications"] | {"paginationComplete": False}
    assert "more pages" in messages(read_all(tmp_path, more), "lacking")[0]


@given(st.permutations(range(4)))
def test_rows_may_come_in_any_order(numbers: list[int]) -> None:
    rows = [application(id=number, rating=number + 1) for number in numbers]
    with tempfile.TemporaryDirectory() as folder:
        applications = read_all(Path(folder), rows).applications
    assert [(each.id, each.scorecards[0].ratings[0].level) for each in applications] == [
        ("0", 1),
        ("1", 2),
        ("2", 3),
        ("3", 4),
    ]
