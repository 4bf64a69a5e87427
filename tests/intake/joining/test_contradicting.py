"""An export that contradicts a decision stops the letter, and says what to do; an older one does not."""

from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.files.place import Where
from recruiter_kit.intake import read
from recruiter_kit.intake.joining.contradicting import decisive
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.model import Bundle
from tests.intake.sources import (
    LEVER_PARTS,
    a_decision,
    greenhouse_application,
    greenhouse_candidate,
    greenhouse_files,
    lever_files,
    messages,
    only,
    write,
)

DECIDED = "2026-11-12"


def decided(folder: Path, application: str, **fields: object) -> Path:
    return write(folder, "decisions.json", {application: a_decision(decisive=["data-modelling"], **fields)})


def greenhouse(folder: Path, reason: str = "below_bar", **fields: object) -> Bundle:
    files = greenhouse_files(folder, application=greenhouse_application(**fields))
    return read(*files, decisions_file=decided(folder, "201", reason=reason))


def lever(folder: Path, reason: str = "below_bar", listed: object = None, **fields: object) -> Bundle:
    opportunity = LEVER_PARTS["opportunity"] | fields
    files = lever_files(folder, opportunity=opportunity, archive_reason=listed)
    return read(*files, decisions_file=decided(folder, "opp-1", reason=reason))


def table(folder: Path, **fields: str) -> Bundle:
    heading = ",".join(["application,given_name,role,interviewer,criterion,level", *fields])
    row = ",".join(["a1,Marta,Data Engineer,Ana Reyes,Data modelling,2", *fields.values()])
    return read(write(folder, "t.csv", f"{heading}\n{row}\n"), decisions_file=decided(folder, "a1"))


def stopped(bundle: Bundle) -> str:
    """Return the message that kept the one application from being worked on."""
    assert bundle.applications == ()
    return only(bundle, "error").message


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "hired"},
        {"status": "active"},
        {"status": "active", "last_activity_at": "2026-11-13T08:00:00.000Z"},
        {"status": "active", "current_stage": {"id": 1, "name": "Offer"}, "last_activity_at": "2026-11-01"},
        {"rejection_reason": {"id": 1, "name": "Another job", "type": {"id": 2, "name": "They rejected us"}}},
        {"rejection_reason": {"id": 1, "name": "Offer declined", "type": None}},
        {"status": "rejected", "current_stage": {"id": 1, "name": "Offer accepted"}},
    ],
)
def test_greenhouse_contradicts(fields: dict[str, Any], tmp_path: Path) -> None:
    message = stopped(greenhouse(tmp_path, **fields))
    assert message.startswith("the export ")
    assert DECIDED in message


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"status": "rejected", "current_stage": {"id": 1, "name": "Offer"}},
        {"status": "active", "last_activity_at": "2026-11-12T08:00:00.000Z"},
        {"status": "somewhere"},
        {"rejection_reason": {"id": 1, "name": "Skills", "type": {"id": 1, "name": "We rejected them"}}},
        {"rejection_reason": {"id": 1, "name": "Hired - somebody else", "type": None}},
        {"rejection_reason": {"id": 1, "name": "On hold", "type": None}},
    ],
)
def test_greenhouse_agrees(fields: dict[str, Any], tmp_path: Path) -> None:
    assert len(greenhouse(tmp_path, **fields).applications) == 1


def test_the_error_names_what_is_said_and_where(tmp_path: Path) -> None:
    notice = only(greenhouse(tmp_path, status="hired"), "error")
    assert "“hired”" in notice.message
    assert (notice.file, notice.place, notice.application) == ("applications.json", "[0].status", "201")


def test_a_copy_inside_the_candidate_counts_too(tmp_path: Path) -> None:
    nested = greenhouse_candidate(applications=[greenhouse_application(status="hired")])
    bundle = read(*greenhouse_files(tmp_path, candidate=nested), decisions_file=decided(tmp_path, "201"))
    assert "“hired”" in stopped(bundle)


def test_who_withdrew_and_is_recorded_so_is_no_contradiction(tmp_path: Path) -> None:
    reason = {"id": 1, "name": "Another job", "type": {"id": 2, "name": "They rejected us"}}
    assert len(greenhouse(tmp_path, reason="withdrew", rejection_reason=reason).applications) == 1


def test_without_a_decision_it_is_only_said(tmp_path: Path) -> None:
    bundle = read(*greenhouse_files(tmp_path, application=greenhouse_application(status="hired")))
    assert len(bundle.applications) == 1
    assert messages(bundle, "error") == []
    assert "the export says “hired”; no decision is recorded here, so it was left out" in messages(
        bundle, "left_out"
    )


HIRED = {"id": "r1", "text": "Great fit", "status": "active", "type": "hired"}
WITHDREW = {"id": "r1", "text": "Withdrew", "status": "active", "type": "non-hired"}
SKILLS = {"id": "r1", "text": "Underqualified", "status": "active", "type": "non-hired"}
ARCHIVED = {"reason": "r1", "archivedAt": 1794222000000}
LATER = 1794700800000  # 15 November 2026


@pytest.mark.parametrize(
    "fields",
    [
        {"archived": ARCHIVED, "listed": HIRED},
        {"archived": ARCHIVED, "listed": WITHDREW},
        {"stage": {"id": "s", "text": "Offer"}},
        {"stage": {"id": "s", "text": "Hired"}, "archived": ARCHIVED},
        {"updatedAt": LATER},
    ],
)
def test_lever_contradicts(fields: dict[str, Any], tmp_path: Path) -> None:
    assert DECIDED in stopped(lever(tmp_path, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"archived": ARCHIVED, "listed": SKILLS},
        {"archived": ARCHIVED, "updatedAt": LATER},
        {"archived": ARCHIVED, "stage": {"id": "s", "text": "Offer"}},
    ],
)
def test_lever_agrees(fields: dict[str, Any], tmp_path: Path) -> None:
    assert len(lever(tmp_path, **fields).applications) == 1


@pytest.mark.parametrize(
    "fields",
    [
        *(
            {"status": "Hired"},
            {"status": "In Progress"},
            {"stage": "Offer"},
            {"status": "Candidate withdrew"},
        ),
        *({"status": "Archived", "stage": "Hired"}, {"status": "On hold"}, {"status": "Declined offer"}),
        *(
            {"status": "Eingestellt"},
            {"status": "En cours"},
            {"status": "Oferta aceptada"},
            {"status": "内定"},
        ),
    ],
)
def test_a_table_contradicts(fields: dict[str, str], tmp_path: Path) -> None:
    assert DECIDED in stopped(table(tmp_path, **fields))


@pytest.mark.parametrize(
    "fields",
    [
        *({"status": "Rejected"}, {"stage": "Final"}, {"status": "Rejected", "stage": "Offer"}),
        *({"status": "Rejected - after interview", "stage": "Offer"}, {"status": "Archived"}),
        *({"status": "Abgelehnt"}, {"status": "不採用"}, {"status": "somewhere"}),
    ],
)
def test_a_table_agrees(fields: dict[str, str], tmp_path: Path) -> None:
    assert len(table(tmp_path, **fields).applications) == 1


def test_who_may_not_be_emailed_has_no_address_but_is_told(tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path, candidate=greenhouse_candidate(can_email=False))
    private = lever(tmp_path, dataProtection={"contact": {"allowed": False}, "store": {"allowed": True}})
    tables = [table(tmp_path, email="marta@example.org", can_email=no) for no in ("No", "Nein", "0")]
    for bundle in (read(*files, decisions_file=decided(tmp_path, "201")), private, *tables):
        assert bundle.applications[0].candidate.email is None
        assert any("may not be e-mailed" in message for message in messages(bundle, "left_out"))


def test_who_may_be_emailed_keeps_the_address(tmp_path: Path) -> None:
    bundle = table(tmp_path, email="marta@example.org", can_email="yes")
    assert bundle.applications[0].candidate.email == "marta@example.org"


@pytest.mark.parametrize("value", ["false", "No", 0])
def test_a_no_may_be_written_as_text(value: object, tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path, candidate=greenhouse_candidate(can_email=value))
    bundle = read(*files, decisions_file=decided(tmp_path, "201"))
    assert bundle.applications[0].candidate.email is None


def test_an_export_that_is_neither_yes_nor_no_is_reported_once(tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path, candidate=greenhouse_candidate(can_email="perhaps"))
    bundle = read(*files, decisions_file=decided(tmp_path, "201"))
    assert "“perhaps” is neither yes nor no" in only(bundle, "not_understood").message
    assert bundle.applications[0].candidate.email == "marta@example.org"


def test_a_word_that_is_neither_yes_nor_no_is_reported(tmp_path: Path) -> None:
    bundle = table(tmp_path, email="marta@example.org", can_email="perhaps")
    assert "neither yes nor no" in only(bundle, "not_understood").message
    assert bundle.applications[0].candidate.email == "marta@example.org"


def test_what_weighs_most_counts() -> None:
    found = Found()
    for literal in ("active", "rejected", "Candidate Withdrew", "unheard of"):
        found.hear("a1", literal, Where("f"))
    said = decisive(found.said["a1"])
    assert said
    assert said.literal == "Candidate Withdrew"
    assert decisive(()) is None
