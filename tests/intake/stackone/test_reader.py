from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.intake.stackone.shapes import stackone_recommendation
from recruiter_kit.model import Bundle
from tests.intake.saved import messages_of, read_saved
from tests.intake.sources import only
from tests.intake.stackone.samples import APPLICATION, CANDIDATE, JOB, SAMPLES, SCORECARD

NO_SECTIONS = SCORECARD | {"sections": []}


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
    assert (card.interviewer.name, card.interview) == ("Ana Reyes", "Modelling exercise")
    assert (card.recommendation, card.raw) == ("no", "no")
    assert (card.note, card.private_note) == ("Began with the tables.", "Wants 80k a year.")
    assert bundle.roles[0].title == "Data Engineer"
    assert messages_of(bundle, "error") == []


def test_a_score_has_no_scale_and_becomes_no_level(tmp_path: Path) -> None:
    bundle = read_with(tmp_path)
    (rating,) = bundle.applications[0].scorecards[0].ratings
    assert (rating.criterion, rating.level, rating.raw) == ("data-modelling", None, "2")
    assert only(bundle, "not_understood").place == "data[0].sections[0].fields[0]"


def test_possible_values_are_not_an_answer(tmp_path: Path) -> None:
    assert only(read_with(tmp_path), "left_out").message == (
        "answers that are not free text were left out: “Level”"
    )


@pytest.mark.parametrize(
    ("literal", "recommendation"),
    [("strong_no", "strong_no"), ("strong_yes", "strong_yes"), ("no_decision", None), (None, None)],
)
def test_literals_are_recommendations(literal: str | None, recommendation: str | None) -> None:
    assert stackone_recommendation(literal) == recommendation


@pytest.mark.parametrize("literal", ["unmapped_value", "mixed", "NO", 2])
def test_what_is_not_mapped_is_kept_as_it_was_and_reported(tmp_path: Path, literal: object) -> None:
    bundle = read_with(tmp_path, scorecards=[NO_SECTIONS | {"overall_recommendation": literal}])
    (card,) = bundle.applications[0].scorecards
    assert (card.recommendation, card.raw) == (None, str(literal))
    assert only(bundle, "not_understood").place == "[0].overall_recommendation"


@pytest.mark.parametrize("sections", ["text", [7], [{"fields": [7]}], [{"fields": {"label": "x"}}]])
def test_a_field_that_is_lost_stops_the_application(tmp_path: Path, sections: object) -> None:
    bundle = read_with(tmp_path, scorecards=[SCORECARD | {"sections": sections}])
    assert bundle.applications == ()
    assert "a level or a note would be lost" in only(bundle, "error").message


def test_the_candidate_inside_an_application_is_enough(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, candidates=[])
    assert bundle.applications[0].candidate.full_name == "Marta Silva"


def test_a_scorecard_of_another_candidate_is_an_error(tmp_path: Path) -> None:
    bundle = read_with(
        tmp_path, scorecards=[NO_SECTIONS, NO_SECTIONS | {"id": "c2", "candidate_id": "cand-2"}]
    )
    assert bundle.applications == ()
    assert "two people are never mixed" in only(bundle, "error").message


@pytest.mark.parametrize(
    ("absent", "message"),
    [("application", "the application app-1 is not"), ("jobs", "the job job-1 is not in the files")],
)
def test_a_missing_export_is_named(tmp_path: Path, absent: str, message: str) -> None:
    more = {
        "other": [NO_SECTIONS | {"id": "card-9", "application_id": "app-9", "candidate_id": "cand-9"}],
        "others": [
            APPLICATION | {"id": "app-9", "candidate_id": "cand-9", "job_id": "job-9"},
            JOB | {"id": "job-9"},
        ],
    }
    kept = {name: value for name, value in SAMPLES.items() if name != absent}
    bundle = read_saved(tmp_path, kept | more)
    assert [application.id for application in bundle.applications] == ["app-9"]
    assert message in only(bundle, "error").message


def test_two_copies_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, again=[CANDIDATE | {"last_name": "Souza"}])
    assert "the object appears twice in the files and the two differ" in only(bundle, "error").message


@pytest.mark.parametrize("status", ["hired", "declined_by_candidate", "offer"])
def test_what_became_of_it_is_heard(tmp_path: Path, status: str) -> None:
    application = APPLICATION | {"application_status": {"value": status}}
    bundle = read_with(tmp_path, application=application, scorecards=[NO_SECTIONS])
    assert f"the export says “{status}”" in only(bundle, "left_out").message


def test_a_rejection_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    rejected = APPLICATION | {
        "rejected_at": "2026-11-10T00:00:00Z",
        "rejected_reasons": [{"label": "Lacking skills"}],
    }
    bundle = read_with(tmp_path, application=rejected, scorecards=[NO_SECTIONS])
    assert bundle.applications[0].decision is None
    assert "Lacking skills; that is not a decision" in only(bundle, "left_out").message
