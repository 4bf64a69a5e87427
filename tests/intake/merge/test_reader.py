from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.intake.merge.shapes import merge_recommendation
from recruiter_kit.model import Bundle
from tests.intake.merge.samples import APPLICATION, BEHIND, CANDIDATE, JOB, SAMPLES, SCORECARD, page
from tests.intake.saved import messages_of, read_saved
from tests.intake.sources import only


def read_with(folder: Path, **changed: Any) -> Bundle:
    return read_saved(folder, SAMPLES | changed)


def test_it_works(tmp_path: Path) -> None:
    bundle = read_with(tmp_path)
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("app-1", "job-1", "On-site")
    assert (application.candidate.full_name, application.candidate.email) == (
        "Marta Silva",
        "marta@example.org",
    )
    (card,) = application.scorecards
    assert (card.interviewer.name, card.recommendation, card.raw) == ("Ana Reyes", "no", "NO")
    assert [(rating.criterion, rating.level, rating.raw) for rating in card.ratings] == [
        ("data-modelling", 2, "no"),
        ("testing", None, "no_decision"),
    ]
    assert (card.note, card.private_note) == ("Careful, but slow to ask.", "Wants 80k a year.")
    (role,) = bundle.roles
    assert (role.title, [criterion.name for criterion in role.criteria]) == (
        "Data Engineer",
        ["Data modelling", "Testing"],
    )
    assert messages_of(bundle, "error", "left_out", "not_understood") == []


@pytest.mark.parametrize(
    ("literal", "recommendation"),
    [("DEFINITELY_NO", "strong_no"), ("STRONG_YES", "strong_yes"), ("NO_DECISION", None), (None, None)],
)
def test_literals_are_recommendations(literal: str | None, recommendation: str | None) -> None:
    assert merge_recommendation(literal) == recommendation


@pytest.mark.parametrize("literal", ["Leaning no", "no", 2])
def test_what_merge_passes_on_is_kept_as_it_was_and_reported(tmp_path: Path, literal: object) -> None:
    bundle = read_with(tmp_path, scorecards=page(SCORECARD | {"overall_recommendation": literal}))
    (card,) = bundle.applications[0].scorecards
    assert (card.recommendation, card.raw) == (None, str(literal))
    assert only(bundle, "not_understood").place == "results[0].overall_recommendation"


def test_expanded_objects_say_the_same_as_their_ids(tmp_path: Path) -> None:
    whole = SCORECARD | {"application": APPLICATION | {"candidate": CANDIDATE, "job": JOB}}
    (tmp_path / "ids").mkdir()
    expanded = read_saved(tmp_path, {"cards": whole, **{name: SAMPLES[name] for name in ("users", "stages")}})
    assert expanded.applications[0].candidate == read_with(tmp_path / "ids").applications[0].candidate
    assert expanded.applications[0].scorecards[0].ratings


def test_scorecards_without_remote_data_lack_it(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, scorecards=page(SCORECARD | {"remote_data": None}))
    assert bundle.applications[0].scorecards[0].ratings == ()
    assert [text for text in messages_of(bundle, "lacking") if "include_remote_data" in text]


@pytest.mark.parametrize("data", [{"score": 3}, ["Varies by platform"], "text", 7])
def test_remote_data_of_another_system_is_reported(tmp_path: Path, data: object) -> None:
    card = SCORECARD | {"remote_data": [{"path": "/ratings", "data": data}]}
    bundle = read_with(tmp_path, scorecards=page(card))
    assert bundle.applications[0].scorecards[0].ratings == ()
    assert "(/ratings) is not of a kind that is read" in only(bundle, "not_understood").message


def test_two_scorecards_behind_one_are_not_guessed(tmp_path: Path) -> None:
    card = SCORECARD | {"remote_data": [{"path": "/a", "data": [BEHIND, BEHIND | {"id": 502}]}]}
    bundle = read_with(tmp_path, scorecards=page(card))
    assert bundle.applications[0].scorecards[0].ratings == ()
    assert only(bundle, "not_understood")


def test_a_deleted_scorecard_is_left_out(tmp_path: Path) -> None:
    gone = SCORECARD | {"id": "card-2", "remote_was_deleted": True}
    bundle = read_with(tmp_path, scorecards=page(SCORECARD, gone))
    assert len(bundle.applications[0].scorecards) == 1
    assert "was deleted in the source" in only(bundle, "left_out").message


def test_who_may_not_be_emailed_has_no_address(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, candidates=page(CANDIDATE | {"can_email": False}))
    assert bundle.applications[0].candidate.email is None
    assert "may not be e-mailed" in only(bundle, "left_out").message


def test_a_rejection_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    rejected = APPLICATION | {"rejected_at": "2026-11-10T00:00:00Z", "reject_reason": "reason-1"}
    bundle = read_with(tmp_path, applications=page(rejected))
    assert bundle.applications[0].decision is None
    assert "Lacking skills; that is not a decision" in only(bundle, "left_out").message


@pytest.mark.parametrize(
    ("absent", "message"),
    [
        ("applications", "the application app-1 is not in the files"),
        ("candidates", "the candidate cand-1 is not in the files"),
        ("jobs", "the job job-1 is not in the files"),
    ],
)
def test_a_missing_export_is_named(tmp_path: Path, absent: str, message: str) -> None:
    more = {
        "other": page(SCORECARD | {"id": "card-9", "application": "app-9"}),
        "others": page(
            APPLICATION | {"id": "app-9", "candidate": "cand-9", "job": "job-9"},
            CANDIDATE | {"id": "cand-9"},
            JOB | {"id": "job-9"},
        ),
    }
    kept = {name: value for name, value in SAMPLES.items() if name != absent}
    bundle = read_saved(tmp_path, kept | more)
    assert [application.id for application in bundle.applications] == ["app-9"]
    assert message in only(bundle, "error").message


def test_two_copies_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, again=page(CANDIDATE | {"last_name": "Souza"}))
    assert "the object appears twice in the files and the two differ" in only(bundle, "error").message


def test_scorecards_of_one_interview_share_an_occasion(tmp_path: Path) -> None:
    cards = page(SCORECARD, SCORECARD | {"id": "card-2"}, SCORECARD | {"id": "card-3", "interview": "int-2"})
    (application,) = read_with(tmp_path, scorecards=cards).applications
    assert [card.occasion for card in application.scorecards] == ["int-1", "int-1", None]
