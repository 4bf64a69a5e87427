from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.model import Bundle
from tests.intake.frappe.samples import APPLICANT, FEEDBACK, INTERVIEW, OPENING, SAMPLES, SECOND
from tests.intake.saved import messages_of, read_saved
from tests.intake.sources import only

OTHER = {
    "other": FEEDBACK | {"name": "F9", "interview": "I9", "job_applicant": "A9"},
    "others": [APPLICANT | {"name": "A9", "job_title": "O9"}, OPENING | {"name": "O9"}],
}


def read_with(folder: Path, **changed: Any) -> Bundle:
    return read_saved(folder, SAMPLES | {name.replace("_", "-"): value for name, value in changed.items()})


def one_skill(rating: object) -> dict[str, Any]:
    return FEEDBACK | {"skill_assessment": [{"skill": "Data modelling", "rating": rating}]}


def test_it_works(tmp_path: Path) -> None:
    bundle = read_with(tmp_path)
    (application,) = bundle.applications
    assert (application.id, application.role) == ("HR-APP-2026-00001", "HR-OPN-2026-0001")
    assert (application.candidate.given_name, application.candidate.email) == (
        "Marta Silva",
        "marta@example.org",
    )
    first, second = application.scorecards
    assert (first.interviewer.name, first.interview) == ("Ana Reyes", "Modelling exercise")
    assert (first.recommendation, first.raw, first.note) == ("no", "Rejected", "Careful, but slow to ask.")
    assert [(rating.criterion, rating.level, rating.raw) for rating in first.ratings] == [
        ("data-modelling", 2, "0.4"),
        ("testing", None, "0"),
    ]
    assert (second.interviewer.name, second.recommendation, second.ratings[0].level) == (
        "Olu Ade",
        "yes",
        3.5,
    )
    assert first.occasion == second.occasion == "HR-INT-2026-0001"
    (role,) = bundle.roles
    assert (role.title, role.organisation) == ("Data Engineer, Logistics", "Northgate Logistics")
    assert messages_of(bundle, "error", "left_out", "not_understood") == []
    assert not [text for text in messages_of(bundle, "lacking") if "interviewer" in text]


@pytest.mark.parametrize(
    ("status", "message"),
    [(0, "the scorecard is a draft"), (2, "was cancelled in the source"), (None, "the scorecard is a draft")],
)
def test_only_submitted_feedback_is_read(tmp_path: Path, status: int | None, message: str) -> None:
    bundle = read_with(tmp_path, feedback_2=SECOND | {"docstatus": status})
    assert len(bundle.applications[0].scorecards) == 1
    assert message in only(bundle, "left_out").message


def test_feedback_that_does_not_say_whether_it_was_submitted_stops_the_application(tmp_path: Path) -> None:
    unsaid = {key: value for key, value in SECOND.items() if key != "docstatus"}
    bundle = read_with(tmp_path, feedback_2=unsaid)
    assert bundle.applications == ()
    assert "(docstatus)" in only(bundle, "error").message


def test_a_list_without_skill_assessments_is_a_part_and_stops_the_application(tmp_path: Path) -> None:
    bare = {key: value for key, value in SECOND.items() if key not in ("skill_assessment", "doctype")}
    bundle = read_with(tmp_path, feedback_2={"data": [bare]})
    assert bundle.applications == ()
    assert "export each feedback on its own" in only(bundle, "error").message


def test_skill_assessments_may_come_in_a_list_of_their_own(tmp_path: Path) -> None:
    bare = {key: value for key, value in SECOND.items() if key not in ("skill_assessment", "doctype")}
    skills = [{"parent": SECOND["name"], "skill": "Data modelling", "rating": 0.7}]
    bundle = read_with(tmp_path, feedback_2={"data": [bare]}, skills={"data": skills})
    assert bundle.applications[0].scorecards[1].ratings[0].level == 3.5


@pytest.mark.parametrize("skills", ["text", [7], [{"rating": 0.4}], [{"skill": " ", "rating": 0.4}]])
def test_a_skill_that_is_lost_stops_the_application(tmp_path: Path, skills: object) -> None:
    bundle = read_with(tmp_path, feedback_2=SECOND | {"skill_assessment": skills})
    assert bundle.applications == ()
    assert only(bundle, "error").application == "HR-APP-2026-00001"


def test_stars_written_as_numbers_are_read_too(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, feedback_1=one_skill(1), feedback_2=one_skill(4) | {"name": SECOND["name"]})
    assert [card.ratings[0].level for card in bundle.applications[0].scorecards] == [1, 4]


def test_a_one_that_may_be_one_star_or_five_is_not_guessed(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, feedback_1=one_skill(1), feedback_2=one_skill(0) | {"name": SECOND["name"]})
    assert [card.ratings[0].level for card in bundle.applications[0].scorecards] == [None, None]
    assert [text for text in messages_of(bundle, "lacking") if "one star or all of them" in text]
    assert "the level “1” of Data modelling is not on the scale" in only(bundle, "not_understood").message


def test_a_result_of_another_word_is_kept_as_it_was(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, feedback_1=FEEDBACK | {"result": "Maybe"})
    card = bundle.applications[0].scorecards[0]
    assert (card.recommendation, card.raw) == (None, "Maybe")
    assert only(bundle, "not_understood").place == "result"


def test_without_the_users_a_name_is_made_of_the_address(tmp_path: Path) -> None:
    bundle = read_saved(tmp_path, {name: value for name, value in SAMPLES.items() if name != "users"})
    assert bundle.applications[0].scorecards[0].interviewer.name == "Ana Reyes"
    assert [text for text in messages_of(bundle, "lacking") if "the interviewer's name is not" in text]


def test_an_older_version_calls_the_type_of_interview_a_round(tmp_path: Path) -> None:
    older = {key: value for key, value in FEEDBACK.items() if key != "interview_type"}
    bundle = read_with(tmp_path, feedback_1=older | {"interview_round": "Technical"})
    assert bundle.applications[0].scorecards[0].interview == "Technical"


def test_an_applicant_without_an_opening_applied_for_a_designation(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, applicant=APPLICANT | {"job_title": None})
    assert (bundle.applications[0].role, bundle.roles[0].title) == ("Data Engineer", "Data Engineer")


@pytest.mark.parametrize(
    ("absent", "message"),
    [
        ("applicant", "the candidate HR-APP-2026-00001 is not in the files"),
        ("openings", "the job HR-OPN-2026-0001 is not in the files"),
    ],
)
def test_a_missing_export_is_named(tmp_path: Path, absent: str, message: str) -> None:
    kept = {name: value for name, value in SAMPLES.items() if name != absent}
    bundle = read_saved(tmp_path, kept | OTHER)
    assert [application.id for application in bundle.applications] == ["A9"]
    assert message in only(bundle, "error").message


def test_feedback_on_an_interview_of_somebody_else_is_an_error(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, interview=INTERVIEW | {"job_applicant": "HR-APP-2026-00002"})
    assert bundle.applications == ()
    assert "two people are never mixed" in only(bundle, "error").message


def test_a_summary_that_nobody_signed_is_left_out(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, interview=INTERVIEW | {"interview_summary": "All agreed."})
    assert "names nobody who gave it" in only(bundle, "left_out").message


def test_accepted_is_heard(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, applicant=APPLICANT | {"status": "Accepted"})
    assert "the export says “Accepted”" in only(bundle, "left_out").message
