"""Imports: kept unchanged, the same file twice changes nothing, newer ones wait to be accepted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.model import Application
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports, quarantine
from recruiter_kit.workflow.applications import application, people, queue, role
from recruiter_kit.workflow.approval import approve
from recruiter_kit.workflow.holds import end_hold, hold
from recruiter_kit.workflow.imports import accept_changes, keep_import, pending, refuse_changes
from recruiter_kit.workflow.tellings import record_telling
from recruiter_kit.workflow.versions import latest
from tests import build
from tests.workflow.build import INES, OMAR, applied, approved, bundle, decided, store


def test_an_import_keeps_the_file_the_roles_and_the_applications(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2", decided=False))
    assert application(db, "a1") == applied()
    assert role(db, "r1") == build.role()
    assert db.execute("SELECT file_name, content FROM imports").fetchall() == [("export.json", b"first")]
    assert [(each.id, each.status) for each in queue(db)] == [
        ("a1", "decided"),
        ("a2", "undecided"),
    ]


def test_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    db = store(tmp_path)
    before = list(db.conn.iterdump())
    assert keep_import(db, bundle(), b"first", "again.json", INES) == (0, 0, 1, 0, 1)
    assert list(db.conn.iterdump()) == before


def test_a_newer_file_says_what_is_new_changed_and_the_same(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2"))
    newer = bundle(applied(given_name="Marte"), applied("a2"), applied("a3"))
    assert keep_import(db, newer, b"second", "export.json", INES) == (1, 1, 1, 0, 2)
    assert application(db, "a1") == applied()
    assert [(each.application, each.parts) for each in pending(db)] == [("a1", ("candidate",))]


def test_a_change_that_waits_already_is_not_counted_again(tmp_path: Path) -> None:
    db = store(tmp_path)
    newer = bundle(applied(given_name="Marte"))
    keep_import(db, newer, b"second", "export.json", INES)
    assert keep_import(db, newer, b"third", "export.json", INES)[:3] == (0, 0, 1)
    assert len(pending(db)) == 1


def test_an_accepted_change_replaces_the_application_and_takes_the_approval_away(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    keep_import(db, bundle(applied(given_name="Marte")), b"second", "export.json", INES)
    assert queue(db)[0].status == "approved"
    accept_changes(db, "a1", INES)
    assert application(db, "a1").candidate.given_name == "Marte"
    assert (queue(db)[0].candidate, queue(db)[0].status) == ("Marte Silva", "draft")
    assert (found := latest(db, "a1")) is not None
    assert found.state == "draft"
    assert pending(db) == []


def test_words_written_before_a_change_are_not_approved_again(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2"))
    approved(db)
    approved(db, applied("a2"))
    stricter = build.role(build.criterion(required=4))
    keep_import(db, bundle().model_copy(update={"roles": (stricter,)}), b"second", "export.json", INES)
    accept_changes(db, "a1", INES)
    assert [each.status for each in queue(db)] == ["draft", "draft"]
    for id in ("a1", "a2"):
        with pytest.raises(StoreError, match="have changed since"):
            approve(db, id, 1, OMAR)


def test_nothing_is_taken_over_on_hold_or_once_the_candidate_is_told(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    keep_import(db, bundle(applied(given_name="Marte")), b"second", "export.json", INES)
    hold(db, "a1", INES, "Says it was her age.")
    with pytest.raises(StoreError, match="on hold"):
        accept_changes(db, "a1", INES)
    end_hold(db, "a1", OMAR, "Settled.")
    record_telling(db, "a1", "post", "posted", INES)
    with pytest.raises(StoreError, match="stands"):
        accept_changes(db, "a1", INES)
    assert application(db, "a1") == applied()


def test_a_file_that_was_refused_can_be_brought_in_again(tmp_path: Path) -> None:
    db = store(tmp_path)
    newer = bundle(applied(given_name="Marte"))
    keep_import(db, newer, b"second", "export.json", INES)
    refuse_changes(db, "a1", INES)
    assert keep_import(db, newer, b"second", "export.json", INES).changed == 1
    assert [each.application for each in pending(db)] == ["a1"]


def test_a_refused_change_is_gone(tmp_path: Path) -> None:
    db = store(tmp_path)
    keep_import(db, bundle(applied(given_name="Marte")), b"second", "export.json", INES)
    refuse_changes(db, "a1", INES)
    assert application(db, "a1") == applied()
    with pytest.raises(NotFoundError):
        accept_changes(db, "a1", INES)


def test_changed_criteria_of_a_role_wait_with_its_applications(tmp_path: Path) -> None:
    db = store(tmp_path)
    stricter = build.role(build.criterion(required=4))
    newer = bundle().model_copy(update={"roles": (stricter,)})
    assert keep_import(db, newer, b"second", "export.json", INES).changed == 1
    assert role(db, "r1") == build.role()
    assert pending(db)[0].parts == ("role",)
    accept_changes(db, "a1", INES)
    assert role(db, "r1") == stricter


def test_an_export_without_the_decision_does_not_take_it_back(tmp_path: Path) -> None:
    db = store(tmp_path)
    assert keep_import(db, bundle(applied(decided=False)), b"second", "export.json", INES).same == 1
    assert application(db, "a1").decision == decided()


def test_another_decision_needs_a_note_once_there_is_a_draft_and_never_comes_after_telling(
    tmp_path: Path,
) -> None:
    db = store(tmp_path)
    approved(db)
    other = applied().model_copy(update={"decision": decided(13)})
    keep_import(db, bundle(other), b"second", "export.json", INES)
    with pytest.raises(StoreError, match="say in a note"):
        accept_changes(db, "a1", INES)
    record_telling(db, "a1", "phone", "reached", INES)
    with pytest.raises(StoreError, match="the decision stands"):
        accept_changes(db, "a1", INES, note="The day was wrong.")


def test_an_import_that_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = store(tmp_path)
    before = list(db.conn.iterdump())
    unknown_role = applied("a2").model_copy(update={"role": "nowhere"})
    with pytest.raises(Exception, match="FOREIGN KEY"):
        imports.keep_import(db, bundle(unknown_role), b"second", "export.json", INES)
    assert list(db.conn.iterdump()) == before


def test_what_is_taken_over_is_what_the_person_saw(tmp_path: Path) -> None:
    db = store(tmp_path)
    keep_import(db, bundle(applied(given_name="Marte")), b"second", "export.json", INES)
    seen = pending(db)[0].import_id
    keep_import(db, bundle(applied(given_name="Martha")), b"third", "export.json", INES)
    with pytest.raises(StoreError, match="look at the update again"):
        accept_changes(db, "a1", INES, seen=seen)
    accept_changes(db, "a1", INES, seen=pending(db)[0].import_id)
    assert application(db, "a1").candidate.given_name == "Martha"


def test_words_on_hold_are_outdated_too_when_the_criteria_of_their_role_change(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2"))
    approved(db)
    hold(db, "a1", INES, "Says it was her age.")
    stricter = build.role(build.criterion(required=4))
    newer = bundle(applied(), applied("a2")).model_copy(update={"roles": (stricter,)})
    keep_import(db, newer, b"second", "export.json", INES)
    accept_changes(db, "a2", INES)
    end_hold(db, "a1", OMAR, "Settled.")
    with pytest.raises(StoreError, match="have changed since"):
        record_telling(db, "a1", "post", "posted", INES)


def test_nobody_waits_while_the_notes_of_an_import_are_screened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = store(tmp_path)
    other = open_store(tmp_path / "recruiter-kit.db")
    other.execute("PRAGMA busy_timeout = 0")
    find = quarantine.find

    def found_while_another_writes(each: Application) -> Iterator[quarantine.Place]:
        other.execute("UPDATE applications SET stage = 'Interview'")
        return find(each)

    monkeypatch.setattr(quarantine, "find", found_while_another_writes)
    assert keep_import(db, bundle(applied("a9")), b"second", "export.json", INES).new == 1


def test_whoever_interviewed_is_known_by_role_and_forgotten_with_the_scorecard(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2"))
    (card,) = applied().scorecards
    interviewers = {card.interviewer.name} if card.interviewer.name else set()
    assert set(people(db, "r1")) == {"Marta Silva", "Marta Silva a2"} | interviewers
    other = card.model_copy(update={"interviewer": card.interviewer.model_copy(update={"name": "Ana Ruiz"})})
    newer = [applied(each).model_copy(update={"scorecards": (other,)}) for each in ("a1", "a2")]
    keep_import(db, bundle(*newer), b"second", "export.json", INES)
    accept_changes(db, "a1", INES)
    accept_changes(db, "a2", INES)
    assert set(people(db, "r1")) == {"Marta Silva", "Marta Silva a2", "Ana Ruiz"}
    assert people(db, "another") == ()
