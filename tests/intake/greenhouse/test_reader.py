import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.sources import (
    greenhouse_application,
    greenhouse_candidate,
    greenhouse_card,
    greenhouse_files,
    messages,
    only,
    write,
)


def errors(bundle: Bundle) -> list[tuple[str, str]]:
    return [(notice.application or "", notice.message) for notice in bundle.notices if notice.kind == "error"]


def test_it_works(tmp_path: Path) -> None:
    bundle = read(*greenhouse_files(tmp_path))
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("201", "401", "Final")
    assert application.candidate.full_name == "Marta Silva"
    assert application.candidate.email == "marta@example.org"
    assert application.decision is None
    (role,) = bundle.roles
    assert (role.title, role.scale.lowest, role.scale.highest) == ("Data Engineer", 1, 5)
    assert [
        (criterion.id, criterion.name, criterion.kind, criterion.required) for criterion in role.criteria
    ] == [
        ("data-modelling", "Data modelling", None, None),
        ("testing", "Testing", None, None),
    ]


def test_files_may_come_in_any_order(tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path)
    assert len({read(*order).applications for order in permutations(files)}) == 1


def test_single_objects_and_nested_applications_are_read(tmp_path: Path) -> None:
    candidate = greenhouse_candidate(applications=[greenhouse_application()])
    bundle = read(write(tmp_path, "c.json", greenhouse_card()), write(tmp_path, "p.json", candidate))
    assert bundle.applications == read(*greenhouse_files(tmp_path)).applications


def test_several_applications_of_one_candidate_are_never_mixed(tmp_path: Path) -> None:
    other = greenhouse_application(id=202, jobs=[{"id": 402, "name": "Data Analyst"}])
    files = [
        *greenhouse_files(tmp_path, greenhouse_card(), greenhouse_card(id=502, application_id=202)),
        write(tmp_path, "more.json", [other]),
    ]
    bundle = read(*files)
    assert [
        (application.id, application.role, [card.id for card in application.scorecards])
        for application in bundle.applications
    ] == [
        ("201", "401", ["501"]),
        ("202", "402", ["502"]),
    ]


def test_a_scorecard_of_another_candidate_is_an_error(tmp_path: Path) -> None:
    bundle = read(*greenhouse_files(tmp_path, greenhouse_card(), greenhouse_card(id=502, candidate_id=999)))
    assert bundle.applications == ()
    assert only(bundle, "error").place == "[1]"
    assert "two people are never mixed" in errors(bundle)[0][1]


def test_a_lacking_file_is_named(tmp_path: Path) -> None:
    cards, applications, candidates = greenhouse_files(tmp_path)
    assert "the application 201 is not in the files; add the export of the applications" in (
        only(read(cards, candidates), "error").message
    )
    notice = only(read(cards, applications), "error")
    assert notice.application == "201"
    assert "the candidate 301 is not in the files; add the export of the candidates" in notice.message


def test_a_rejection_reason_is_reported_and_is_not_a_decision(tmp_path: Path) -> None:
    reason = {"id": 1, "name": "Lacking skills", "type": {"id": 1, "name": "We rejected them"}}
    files = greenhouse_files(tmp_path, application=greenhouse_application(rejection_reason=reason))
    bundle = read(*files)
    assert bundle.applications[0].decision is None
    notice = only(bundle, "left_out")
    assert notice.application == "201"
    assert "Lacking skills (We rejected them); that is not a decision by a named person" in notice.message


def test_applications_without_a_scorecard_are_left_out_in_one_line(tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path)
    more = write(tmp_path, "more.json", [greenhouse_application(id=number) for number in range(300, 320)])
    bundle = read(*files, more)
    assert only(bundle, "left_out").message == (
        "applications without a scorecard were left out (20 in all): 300, 301, 302, 303, 304, …"
    )


def test_an_application_for_several_jobs_is_not_guessed(tmp_path: Path) -> None:
    jobs = [{"id": 1, "name": "One"}, {"id": 2, "name": "Two"}]
    bundle = read(*greenhouse_files(tmp_path, application=greenhouse_application(jobs=jobs)))
    assert "the application is for 2 jobs" in only(bundle, "error").message


def test_objects_that_stand_twice_have_to_agree(tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path)
    same = write(tmp_path, "same.json", [greenhouse_application(status="active"), greenhouse_candidate()])
    assert len(read(*files, same).applications) == 1
    for other in (greenhouse_application(jobs=[]), greenhouse_candidate(last_name="Souza")):
        bundle = read(*files, write(tmp_path, "other.json", [other]))
        assert bundle.applications == ()
        assert "the object appears twice in the files" in only(bundle, "error").message


def test_the_same_interview_at_the_same_time_is_one_occasion(tmp_path: Path) -> None:
    cards = [
        greenhouse_card(id=501),
        greenhouse_card(id=502),
        greenhouse_card(id=503, interviewed_at="2026-11-09T15:00:00.000Z"),
        greenhouse_card(id=504, interview_step={"id": 8, "name": "Other"}),
    ]
    (application,) = read(*greenhouse_files(tmp_path, *cards)).applications
    occasions = [card.occasion for card in application.scorecards]
    assert occasions[0] is not None
    assert occasions == [occasions[0], occasions[0], None, None]


def test_a_scorecard_that_is_passed_twice_shares_no_occasion_with_itself(tmp_path: Path) -> None:
    bundle = read(*greenhouse_files(tmp_path, greenhouse_card(), greenhouse_card()))
    (card,) = bundle.applications[0].scorecards
    assert card.occasion is None
    assert only(bundle, "left_out").place == "[1]"


def test_a_draft_is_left_out_and_reported(tmp_path: Path) -> None:
    bundle = read(*greenhouse_files(tmp_path, greenhouse_card(), greenhouse_card(id=502, submitted_at=None)))
    assert len(bundle.applications[0].scorecards) == 1
    assert only(bundle, "left_out").message == "the scorecard is a draft; it was left out"


def test_files_that_are_not_needed_do_no_harm(tmp_path: Path) -> None:
    interview: dict[str, Any] = {"id": 1, "application_id": 201, "interview": {"id": 1}, "interviewers": []}
    reason = {"id": 1, "name": "Too slow", "type": {"id": 1, "name": "We rejected them"}}
    files = [write(tmp_path, "i.json", [interview]), write(tmp_path, "r.json", [reason])]
    assert read(*greenhouse_files(tmp_path), *files) == read(*greenhouse_files(tmp_path))


def test_a_candidate_without_a_name_is_an_error_with_the_place_of_the_candidate(tmp_path: Path) -> None:
    candidate = greenhouse_candidate(first_name="", last_name=None)
    notice = only(read(*greenhouse_files(tmp_path, candidate=candidate)), "error")
    assert (notice.file, notice.application) == ("candidates.json", "201")


def test_what_is_no_object_of_greenhouse_is_reported(tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path)
    bundle = read(*files, write(tmp_path, "more.json", [greenhouse_card(id=502), 3, {"x": 1}]))
    assert len(bundle.applications[0].scorecards) == 2
    assert len(messages(bundle, "not_understood")) == 2


def test_a_scorecard_without_an_application_is_reported(tmp_path: Path) -> None:
    bundle = read(*greenhouse_files(tmp_path, greenhouse_card(), greenhouse_card(id=2, application_id=None)))
    assert only(bundle, "error").place == "[1].application_id"
    assert len(bundle.applications) == 1


def test_records_of_a_connector_are_read_as_lists_are(tmp_path: Path) -> None:
    plain = read(*greenhouse_files(tmp_path))
    records = (
        ("scorecards", greenhouse_card()),
        ("applications", greenhouse_application()),
        ("candidates", greenhouse_candidate()),
        ("degrees", {"id": 1, "text": "Some"}),
    )
    lines = [json.dumps({"stream": name, "data": value, "emitted_at": 1}) for name, value in records]
    bundle = read(write(tmp_path, "all.jsonl", "\n".join(lines)))
    assert bundle.applications == plain.applications
    assert only(bundle, "left_out").message == (
        "these lists hold nothing that is read; they were left out: degrees"
    )


def test_a_webhook_body_is_named(tmp_path: Path) -> None:
    body = {"action": "reject_candidate", "payload": {"application": greenhouse_application()}}
    with pytest.raises(InputError, match="this is what Greenhouse sends when something happens"):
        read(write(tmp_path, "hook.json", body))


def test_further_pages_are_reported(tmp_path: Path) -> None:
    page = {"results": [greenhouse_card(id=502)], "next": "page 2"}
    bundle = read(*greenhouse_files(tmp_path), write(tmp_path, "more.json", page))
    assert any("there are more pages" in message for message in messages(bundle, "lacking"))
