"""Work over many applications."""

import json
import os
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from recruiter_kit.feedback import Feedback
from recruiter_kit.jobs import batch
from recruiter_kit.jobs.batch import choose, make_feedback, write_report
from recruiter_kit.jobs.report import Failed, Made
from recruiter_kit.model import Application, Bundle, Candidate, Notice
from recruiter_kit.standard import Sender, Standard
from tests.build import application, rating, role, scorecard

STANDARD = Standard(sender=Sender(name="Dana Okafor"))
NOTE = "Jumped to tables before asking what the reports were for."
SCRIPTS = {"call-script.pdf", "call-script.md", "call-script.txt"}
EVERYTHING = {"letter.pdf", *SCRIPTS, "email.eml", "feedback.json"}


def bundle(count: int) -> Bundle:
    applications = tuple(
        application(scorecard(rating(2, NOTE)), family_name=f"Silva{place}").model_copy(
            update={"id": f"a{place}"}
        )
        for place in range(count)
    )
    return Bundle(roles=(role(),), applications=applications)


def test_every_document_of_an_application_is_written(tmp_path: Path) -> None:
    given = bundle(1)
    (made,) = make_feedback(given, given.applications, tmp_path, standard=STANDARD)
    assert isinstance(made, Made)
    assert {each.name for each in (tmp_path / "a0").iterdir()} == EVERYTHING == set(made.files)


def test_only_the_formats_asked_for_are_written(tmp_path: Path) -> None:
    given = bundle(1)
    list(make_feedback(given, given.applications, tmp_path, standard=STANDARD, formats=("json",)))
    assert [each.name for each in (tmp_path / "a0").iterdir()] == ["feedback.json"]


def test_many_applications_are_made_by_several_processes_in_order(tmp_path: Path) -> None:
    given = bundle(12)
    results = list(make_feedback(given, given.applications, tmp_path, standard=STANDARD, workers=2))
    assert [each.application for each in results] == [each.id for each in given.applications]
    assert all(isinstance(each, Made) for each in results)


def test_one_process_and_several_write_the_same_bytes(tmp_path: Path) -> None:
    given = bundle(9)
    for workers in (1, 2):
        list(
            make_feedback(
                given, given.applications, tmp_path / str(workers), standard=STANDARD, workers=workers
            )
        )
    for path in (tmp_path / "1").rglob("*.*"):
        assert path.read_bytes() == (tmp_path / "2" / path.relative_to(tmp_path / "1")).read_bytes()


def test_a_bad_application_is_reported_and_the_others_are_made(tmp_path: Path) -> None:
    given = bundle(3)
    undecided = given.applications[1].model_copy(update={"decision": None})
    chosen = (given.applications[0], undecided, given.applications[2])
    results = list(make_feedback(given, chosen, tmp_path, standard=STANDARD))
    assert [type(each) for each in results] == [Made, Failed, Made]
    assert isinstance(results[1], Failed)
    assert "R1" in results[1].why


def test_a_defect_of_the_software_costs_one_application_and_tells_no_personal_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(feedback: Feedback) -> bytes:
        raise ZeroDivisionError(feedback.candidate.full_name)

    monkeypatch.setattr("recruiter_kit.documents.letter.letter_pdf", broken)
    given = bundle(1)
    (failed,) = make_feedback(given, given.applications, tmp_path, standard=STANDARD)
    assert isinstance(failed, Failed)
    assert "ZeroDivisionError" in failed.why
    assert "Silva" not in failed.why
    assert not (tmp_path / "a0").exists()


def test_a_name_that_no_font_draws_keeps_only_the_letter_waiting(tmp_path: Path) -> None:
    given = bundle(1)
    name = Candidate(given_name="A\U000f1234", email="a@example.org")
    undrawn = given.applications[0].model_copy(update={"candidate": name})
    (made,) = make_feedback(given, (undrawn,), tmp_path, standard=STANDARD)
    assert isinstance(made, Made)
    assert "no font on this machine can draw" in (made.letter_waits or "")
    assert name.full_name not in (made.letter_waits or "")
    assert {file.name for file in (tmp_path / "a0").iterdir()} == EVERYTHING - {"letter.pdf"}
    message = message_from_bytes((tmp_path / "a0" / "email.eml").read_bytes(), policy=policy.default)
    assert list(message.iter_attachments()) == []
    report = write_report(given, [made], tmp_path)
    assert report.made[0].letter_waits == made.letter_waits


def test_a_letter_that_is_only_attached_and_waits_is_reported_too(tmp_path: Path) -> None:
    given = bundle(1)
    undrawn = given.applications[0].model_copy(update={"candidate": Candidate(given_name="A\U000f1234")})
    (made,) = make_feedback(given, (undrawn,), tmp_path, standard=STANDARD, formats=("email",))
    assert isinstance(made, Made)
    assert made.letter_waits
    assert made.files == ("email.eml",)


def test_a_process_killed_by_the_machine_costs_only_the_application_it_died_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_make_here", _die_of_the_third)
    given = bundle(9)
    results = list(make_feedback(given, given.applications, tmp_path, standard=STANDARD, workers=2))
    assert [each.application for each in results if isinstance(each, Failed)] == ["a2"]
    assert [each.application for each in results] == [each.id for each in given.applications]


def _die_of_the_third(application: Application) -> Made | Failed:
    if application.id == "a2":
        os._exit(9)
    return batch._make(batch._work_of_this_process[0], application)


def test_the_report_names_what_was_made_what_was_not_and_what_was_left_out(tmp_path: Path) -> None:
    given = bundle(1)
    bad = Notice(
        kind="error", file="x.json", place="applications[1]", application="a9", message="the level 7"
    )
    left = Notice(kind="left_out", file="x.json", message="a draft")
    told = given.model_copy(update={"notices": (bad, left)})
    write_report(told, list(make_feedback(told, told.applications, tmp_path, standard=STANDARD)), tmp_path)
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert report["format"] == "recruiter-kit-report/1"
    assert [each["application"] for each in report["made"]] == ["a0"]
    assert report["failed"] == [{"application": "a9", "why": "x.json: applications[1]: the level 7"}]
    assert [each["kind"] for each in report["notices"]] == ["error", "left_out"]


def test_only_chooses_by_id_or_name_in_any_case() -> None:
    given = bundle(3)
    assert [each.id for each in choose(given, "A1")] == ["a1"]
    assert [each.id for each in choose(given, "silva2")] == ["a2"]
    assert choose(given, None) == given.applications
