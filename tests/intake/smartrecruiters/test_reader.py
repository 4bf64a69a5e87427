from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.intake import read
from recruiter_kit.intake.smartrecruiters.shapes import smartrecruiters_recommendation
from tests.intake.saved import messages_of, read_saved
from tests.intake.smartrecruiters.samples import CANDIDATE, REVIEW, SAMPLES
from tests.intake.sources import only, write


def read_with(folder: Path, **changed: Any) -> Any:
    return read_saved(folder, SAMPLES | changed)


def test_it_works(tmp_path: Path) -> None:
    bundle = read_with(tmp_path)
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("cand-1/vac-1", "vac-1", "On-site")
    assert application.candidate.full_name == "Marta Silva"
    assert application.candidate.email == "marta@example.org"
    first, second = application.scorecards
    assert (first.interviewer.name, first.recommendation, first.raw) == ("Ana Reyes", "no", "2")
    assert first.note == "Began with the tables and asked no questions."
    assert (second.interviewer.name, second.recommendation) == ("Olu Ade", "mixed")
    assert bundle.roles[0].title == "Data Engineer"
    assert messages_of(bundle, "error", "left_out", "not_understood") == []


@pytest.mark.parametrize(("stars", "recommendation"), [(1, "strong_no"), (5, "strong_yes"), (None, None)])
def test_stars_are_recommendations(stars: int | None, recommendation: str | None) -> None:
    assert smartrecruiters_recommendation(stars) == recommendation


@pytest.mark.parametrize("stars", [0, 6, 2.5, "2", True, [2]])
def test_a_rating_off_the_scale_is_kept_as_it_was_and_reported(tmp_path: Path, stars: object) -> None:
    bundle = read_with(tmp_path, reviews=[REVIEW | {"overallRating": stars}])
    (card,) = bundle.applications[0].scorecards
    assert (card.recommendation, card.raw) == (None, str(stars))
    assert only(bundle, "not_understood").place == "[0].overallRating"


def test_several_jobs_of_one_candidate_are_several_applications(tmp_path: Path) -> None:
    other = {"job": {"id": "vac-2", "title": "Data Analyst"}, "status": "NEW", "subStatus": None}
    candidate = CANDIDATE | {"secondaryAssignments": [other]}
    reviews = [REVIEW, REVIEW | {"id": "rev-9", "jobId": "vac-2"}]
    bundle = read_with(tmp_path, candidates=[candidate], reviews=reviews)
    assert [(each.id, each.role, [card.id for card in each.scorecards]) for each in bundle.applications] == [
        ("cand-1/vac-1", "vac-1", ["rev-1"]),
        ("cand-1/vac-2", "vac-2", ["rev-9"]),
    ]


@pytest.mark.parametrize(
    ("absent", "message"),
    [("candidates", "the candidate cand-1 is not in the files"), ("users", "the interviewer's name is not")],
)
def test_a_missing_export_is_named(tmp_path: Path, absent: str, message: str) -> None:
    bundle = read_saved(tmp_path, {name: value for name, value in SAMPLES.items() if name != absent})
    assert [text for text in messages_of(bundle, "error", "lacking") if message in text]
    assert len(bundle.applications) == (absent == "users")


def test_a_title_comes_from_the_candidate_where_the_jobs_are_missing(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, jobs=[])
    assert bundle.roles[0].title == "Data Engineer"
    nameless = CANDIDATE | {"primaryAssignment": {"job": {"id": "vac-1"}, "status": "NEW", "subStatus": None}}
    bundle = read_with(tmp_path, jobs=[], candidates=[nameless])
    assert "the job vac-1 is not in the files" in only(bundle, "error").message


def test_two_copies_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, again=[CANDIDATE | {"lastName": "Souza"}])
    assert bundle.applications == ()
    assert "the object appears twice in the files and the two differ" in only(bundle, "error").message


def test_an_empty_review_is_left_out(tmp_path: Path) -> None:
    empty = REVIEW | {"id": "rev-3", "overallRating": None, "comment": ""}
    bundle = read_with(tmp_path, reviews=[REVIEW, empty])
    assert len(bundle.applications[0].scorecards) == 1
    assert "neither a level nor a text" in only(bundle, "left_out").message


def test_a_reason_of_rejection_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    rejected = CANDIDATE["primaryAssignment"] | {
        "status": "REJECTED",
        "reasonOfRejection": {"id": "7", "label": "Lacking skills"},
    }
    bundle = read_with(tmp_path, candidates=[CANDIDATE | {"primaryAssignment": rejected}])
    assert bundle.applications[0].decision is None
    assert "Lacking skills; that is not a decision" in only(bundle, "left_out").message


def test_hired_and_withdrawn_are_heard(tmp_path: Path) -> None:
    for change in (
        {"status": "HIRED"},
        {"status": "WITHDRAWN", "reasonOfWithdrawal": {"id": "1", "label": "Pay"}},
    ):
        assignment = CANDIDATE["primaryAssignment"] | change
        bundle = read_with(tmp_path, candidates=[CANDIDATE | {"primaryAssignment": assignment}])
        assert "the export says" in only(bundle, "left_out").message


def test_an_export_without_reviews_says_what_to_add(tmp_path: Path) -> None:
    bundle = read(
        write(tmp_path, "jobs.json", SAMPLES["jobs"]),
        write(
            tmp_path,
            "table.csv",
            "application,given_name,role,interviewer,criterion,level\na1,Jo,de,Ana,x,2\n",
        ),
    )
    (message,) = [text for text in messages_of(bundle, "lacking") if "SmartRecruiters" in text]
    assert message == "the file holds jobs of SmartRecruiters and no reviews; add the export of the reviews"


def test_a_list_that_is_cut_off_is_reported(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, candidates=SAMPLES["candidates"] | {"nextPageId": "p2"})
    assert [text for text in messages_of(bundle, "lacking") if "there are more pages" in text]
