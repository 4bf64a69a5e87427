from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.intake.recruitee.shapes import recruitee_recommendation
from recruiter_kit.model import Bundle
from tests.intake.recruitee.samples import CANDIDATE, FORM, PLACEMENT, RESULT, SAMPLES
from tests.intake.saved import messages_of, read_saved
from tests.intake.sources import only


def results(*listed: dict[str, Any], **others: Any) -> dict[str, Any]:
    return SAMPLES["results"] | {"interview_results": list(listed)} | others


def read_with(folder: Path, **changed: Any) -> Bundle:
    return read_saved(folder, SAMPLES | changed)


def placed(**changed: Any) -> dict[str, Any]:
    return {"candidate": CANDIDATE | {"placements": [PLACEMENT | changed]}}


def test_it_works(tmp_path: Path) -> None:
    bundle = read_with(tmp_path)
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("4401", "77", "On-site")
    assert (application.candidate.given_name, application.candidate.email) == (
        "Marta Silva",
        "marta@example.org",
    )
    first, second = application.scorecards
    assert (first.interviewer.name, first.recommendation, first.raw) == ("Ana Reyes", "no", "no")
    assert (first.interview, first.note) == ("On-site", "Began with the tables.\nAsked no questions.")
    assert (second.interview, second.note) == ("Modelling exercise", "Careful with keys.")
    assert second.private_note == "Wants 80k a year."
    assert bundle.roles[0].title == "Data Engineer"
    assert messages_of(bundle, "error", "left_out", "not_understood") == []


@pytest.mark.parametrize(
    ("thumb", "recommendation"),
    [("strong_no", "strong_no"), ("neutral", "mixed"), ("strong_yes", "strong_yes"), (None, None)],
)
def test_thumbs_are_recommendations(thumb: str | None, recommendation: str | None) -> None:
    assert recruitee_recommendation(thumb) == recommendation


@pytest.mark.parametrize("literal", ["maybe", 3, ["yes"]])
def test_what_is_no_thumb_is_kept_as_it_was_and_reported(tmp_path: Path, literal: object) -> None:
    bundle = read_with(tmp_path, results=results(RESULT | {"rating": literal}))
    (card,) = bundle.applications[0].scorecards
    assert (card.recommendation, card.raw) == (None, str(literal))
    assert only(bundle, "not_understood").place == "interview_results[0].rating"


def test_an_answer_that_is_not_text_is_left_out_and_reported(tmp_path: Path) -> None:
    answer = {"question_title": "Modelling", "question_kind": "single_choice", "content": "Good"}
    bundle = read_with(tmp_path, results=results(FORM | {"interview_result_answers": [answer]}))
    assert only(bundle, "left_out").message == "answers that are not free text were left out: “Modelling”"


@pytest.mark.parametrize("broken", ["text", [FORM["interview_result_answers"][1], "text"]])
def test_an_answer_that_is_lost_stops_the_application(tmp_path: Path, broken: object) -> None:
    bundle = read_with(tmp_path, results=results(RESULT, FORM | {"interview_result_answers": broken}))
    assert bundle.applications == ()
    assert "a level or a note would be lost" in only(bundle, "error").message


def test_evaluations_of_several_placements_never_mix(tmp_path: Path) -> None:
    other = PLACEMENT | {"id": 4402, "offer_id": 78}
    offers = [
        *SAMPLES["offers"]["offers"],
        SAMPLES["offers"]["offers"][0] | {"id": 78, "title": "Data Analyst"},
    ]
    bundle = read_with(
        tmp_path,
        results=results(RESULT, FORM | {"offer_id": 78}),
        candidate={"candidate": CANDIDATE | {"placements": [PLACEMENT, other]}},
        offers={"offers": offers},
    )
    assert [(each.id, each.role, [card.id for card in each.scorecards]) for each in bundle.applications] == [
        ("4401", "77", ["9001"]),
        ("4402", "78", ["9002"]),
    ]


def test_an_evaluation_without_a_job_is_not_guessed_where_there_are_two(tmp_path: Path) -> None:
    nameless = RESULT | {"offer_id": None}
    bundle = read_with(tmp_path, results=results(nameless))
    assert bundle.applications[0].id == "4401"
    two = {"candidate": CANDIDATE | {"placements": [PLACEMENT, PLACEMENT | {"id": 4402, "offer_id": 78}]}}
    bundle = read_with(tmp_path, results=results(nameless, FORM), candidate=two)
    assert bundle.applications == ()
    assert "2 placements" in only(bundle, "error").message


@pytest.mark.parametrize(
    ("absent", "message"),
    [("candidate", "the candidate 592 is not in the files"), ("offers", "the job 77 is not in the files")],
)
def test_a_missing_export_is_named(tmp_path: Path, absent: str, message: str) -> None:
    files = {name: value for name, value in SAMPLES.items() if name != absent}
    files["other"] = {"interview_results": [RESULT | {"id": 1, "candidate_id": 593, "offer_id": 79}]}
    files["its"] = {
        "candidate": CANDIDATE | {"id": 593, "placements": [PLACEMENT | {"id": 4409, "offer_id": 79}]}
    }
    files["job"] = {"offers": [{"id": 79, "title": "Tester", "slug": "t", "kind": "job"}]}
    bundle = read_saved(tmp_path, files)
    assert [application.id for application in bundle.applications] == ["4409"]
    assert all(message in text for text in messages_of(bundle, "error"))
    assert messages_of(bundle, "error")


def test_a_response_for_one_candidate_need_not_repeat_the_candidate(tmp_path: Path) -> None:
    nameless = {key: value for key, value in RESULT.items() if key != "candidate_id"}
    assert len(read_with(tmp_path, results=results(nameless)).applications) == 1
    bundle = read_with(tmp_path, results=results(nameless, references=[]), more=results(FORM))
    assert "expected the id of a candidate" in only(bundle, "error").message


def test_hidden_evaluations_are_lacking(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, results=results(RESULT, hidden_results_preview=[{"id": 1}, {"id": 2}]))
    assert [text for text in messages_of(bundle, "lacking") if "2 evaluations are hidden" in text]


def test_a_name_that_no_reference_has_is_lacking(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, results=results(RESULT | {"admin_id": 99}))
    assert bundle.applications[0].scorecards[0].interviewer.name == "99"
    assert [text for text in messages_of(bundle, "lacking") if "the interviewer's name is not" in text]


def test_a_disqualification_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    gone = placed(disqualified_at="2026-11-10T09:00:00Z", disqualify_reason="Lacking skills")
    bundle = read_with(tmp_path, candidate=gone)
    assert bundle.applications[0].decision is None
    assert "Lacking skills; that is not a decision" in only(bundle, "left_out").message


def test_hired_is_heard(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, candidate=placed(hired_at="2026-11-10T09:00:00Z"))
    assert "the export says “hired”" in only(bundle, "left_out").message
