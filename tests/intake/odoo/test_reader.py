from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.model import Bundle
from tests.intake.odoo.samples import ACTIVITY, APPLICANT, SAMPLES
from tests.intake.saved import messages_of, read_saved
from tests.intake.sources import only

NEEDED = {name: SAMPLES[name] for name in ("activities", "applicants")}


def read_with(folder: Path, **changed: Any) -> Bundle:
    return read_saved(folder, NEEDED | changed)


def test_it_works(tmp_path: Path) -> None:
    bundle = read_with(tmp_path)
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("12", "4", "On-site")
    assert (application.candidate.given_name, application.candidate.email) == (
        "Marta Silva",
        "marta@example.org",
    )
    first, second = application.scorecards
    assert (first.interviewer.name, first.interview) == ("Ana Reyes", "Modelling exercise")
    assert first.note == "Began with the tables.\nAsked no questions."
    assert (second.interviewer.name, second.interview) == ("Olu Ade", "Meeting")
    assert bundle.roles[0].title == "Data Engineer"
    assert messages_of(bundle, "error", "left_out", "not_understood") == []


def test_answers_of_the_applicant_and_messages_are_named_and_left_out(tmp_path: Path) -> None:
    bundle = read_with(
        tmp_path, **{name: SAMPLES[name] for name in ("messages", "survey-answers", "survey-lines")}
    )
    assert [len(application.scorecards) for application in bundle.applications] == [2]
    left_out = messages_of(bundle, "left_out")
    assert sum("are the applicant's own" in text for text in left_out) == 2
    assert sum("messages (mail.message)" in text for text in left_out) == 1


def test_an_export_without_activities_says_what_to_add(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"applicants \(hr.applicant\) of Odoo and no activities with feedback"
    ):
        read_saved(tmp_path, {"applicants": SAMPLES["applicants"]})


@pytest.mark.parametrize(
    "change", [{"feedback": False}, {"feedback": " "}, {"date_done": False, "active": True}]
)
def test_an_activity_without_feedback_is_left_out(tmp_path: Path, change: dict[str, Any]) -> None:
    bundle = read_with(tmp_path, more=[ACTIVITY | {"id": 63} | change])
    assert len(bundle.applications[0].scorecards) == 2
    assert "was not marked as done with feedback" in only(bundle, "left_out").message


def test_an_automated_activity_is_no_feedback(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, more=[ACTIVITY | {"id": 63, "automated": True}])
    assert "was made by the system" in only(bundle, "left_out").message


def test_activities_of_other_models_are_not_taken(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, more=[ACTIVITY | {"id": 63, "res_model": "crm.lead"}])
    assert len(bundle.applications[0].scorecards) == 2


def test_an_evaluation_that_nobody_signed_is_left_out(tmp_path: Path) -> None:
    for change in ({"priority": "2"}, {"applicant_notes": "<p>Strong.</p>"}):
        bundle = read_with(tmp_path, applicants=[APPLICANT | change])
        assert "names nobody who gave it" in only(bundle, "left_out").message


def test_a_missing_applicant_or_job_is_named(tmp_path: Path) -> None:
    more = [ACTIVITY | {"id": 63, "res_id": 13}]
    bundle = read_with(tmp_path, more=more)
    assert "the candidate 13 is not in the files" in only(bundle, "error").message
    bundle = read_with(tmp_path, more=more, others=[APPLICANT | {"id": 13, "job_id": False}])
    assert "the job — is not in the files" in only(bundle, "error").message
    assert [application.id for application in bundle.applications] == ["12"]


def test_a_newer_version_has_the_name_on_the_candidate(tmp_path: Path) -> None:
    bundle = read_with(
        tmp_path, applicants=[APPLICANT | {"partner_name": False, "candidate_id": [5, "Marta Silva"]}]
    )
    assert bundle.applications[0].candidate.given_name == "Marta Silva"


def test_related_records_may_be_objects(tmp_path: Path) -> None:
    applicant = APPLICANT | {"job_id": {"id": 4, "display_name": "Data Engineer"}}
    assert read_with(tmp_path, applicants=[applicant]).applications[0].role == "4"


def test_two_copies_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, again=[APPLICANT | {"job_id": [5, "Data Analyst"]}])
    assert "the object appears twice in the files and the two differ" in only(bundle, "error").message


def test_who_may_not_be_emailed_has_no_address(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, applicants=[APPLICANT | {"is_blacklisted": True}])
    assert bundle.applications[0].candidate.email is None
    assert "may not be e-mailed" in only(bundle, "left_out").message


def test_a_refusal_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    refused = APPLICANT | {"application_status": "refused", "refuse_reason_id": [1, "Lacking skills"]}
    bundle = read_with(tmp_path, applicants=[refused])
    assert bundle.applications[0].decision is None
    assert "Lacking skills; that is not a decision" in only(bundle, "left_out").message


def test_hired_is_heard(tmp_path: Path) -> None:
    bundle = read_with(tmp_path, applicants=[APPLICANT | {"application_status": "hired"}])
    assert "the export says “hired”" in only(bundle, "left_out").message
