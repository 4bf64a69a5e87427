"""No import takes anything from a recorded decision unless somebody says so, and which it is is named."""

from pathlib import Path

import pytest

from recruiter_kit.case import Case
from recruiter_kit.errors import IncompleteError, StoreError
from recruiter_kit.model import Application, Bundle, Role
from recruiter_kit.store.database import Database
from recruiter_kit.workflow.applications import application, role
from recruiter_kit.workflow.decisions import record_decision
from recruiter_kit.workflow.imports import accept_changes, keep_import, pending
from recruiter_kit.workflow.tellings import record_telling
from tests import build
from tests.workflow.build import INES, OMAR, applied, approved, decided, store

RENAMED = build.role(build.criterion("tables"))
WHOSE = r"Ines Okoro of 2026-11-12 on Marta Silva \(a1\)"


def newer(db: Database, *applications: Application, role: Role | None = None) -> None:
    made = Bundle(roles=(role or build.role(),), applications=applications or (applied(),))
    keep_import(db, made, b"second", "export.json", INES)


def on_tables(id: str = "a1") -> Application:
    """Return the application as a file has it that rates and decides on another criterion."""
    made = build.application(
        build.scorecard(build.rating(2, "You left out the index.", "tables")),
        decided=build.decision(build.decision().reason, "tables"),
        family_name="Silva" if id == "a1" else f"Silva {id}",
    )
    return made.model_copy(update={"id": id})


def test_a_decision_is_not_replaced_without_a_note_even_before_a_draft(tmp_path: Path) -> None:
    db = store(tmp_path)
    newer(db, applied().model_copy(update={"decision": decided(13)}))
    with pytest.raises(
        StoreError, match=rf"decision of {WHOSE}, which rests on Modelling, would be replaced"
    ):
        accept_changes(db, "a1", INES)
    assert application(db, "a1").decision == decided()
    accept_changes(db, "a1", INES, "The day was wrong.")
    assert application(db, "a1").decision == decided(13)


def test_a_decision_that_was_recorded_here_is_not_replaced_without_a_note(tmp_path: Path) -> None:
    db = store(tmp_path, applied(decided=False))
    record_decision(db, "a1", decided(), INES)
    newer(db, applied().model_copy(update={"decision": decided(13)}))
    with pytest.raises(StoreError, match="would be replaced"):
        accept_changes(db, "a1", INES)


def test_a_newer_role_does_not_take_a_criterion_that_a_decision_rests_on(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2", decided=False))
    newer(db, role=RENAMED)
    with pytest.raises(StoreError, match=rf"does not have Modelling .* the decision of {WHOSE} rests on it"):
        accept_changes(db, "a1", INES)
    assert role(db, "r1") == build.role()
    assert [each.application for each in pending(db)] == ["a1"]


def test_nor_one_that_the_decision_on_another_application_rests_on(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2", decided=False))
    newer(db, applied("a2", decided=False), role=RENAMED)
    with pytest.raises(StoreError, match=rf"the decision of {WHOSE} rests on it"):
        accept_changes(db, "a2", INES)
    assert role(db, "r1") == build.role()


def test_once_that_decision_is_recorded_again_the_newer_role_is_accepted(tmp_path: Path) -> None:
    both = build.role(build.criterion(), build.criterion("sql"))
    db = store(tmp_path, applied())
    newer(db, role=both)
    accept_changes(db, "a1", INES)
    record_decision(db, "a1", build.decision(build.decision().reason, "sql"), INES)
    keep_import(
        db,
        Bundle(roles=(build.role(build.criterion("sql")),), applications=(applied(decided=False),)),
        b"third",
        "export.json",
        INES,
    )
    accept_changes(db, "a1", INES)
    assert [criterion.id for criterion in role(db, "r1").criteria] == ["sql"]


def test_a_newer_role_does_not_take_the_required_level_either(tmp_path: Path) -> None:
    db = store(tmp_path)
    newer(db, role=build.role(build.criterion(required=3).model_copy(update={"required": None})))
    with pytest.raises(StoreError, match="does not have Modelling with a required level"):
        accept_changes(db, "a1", INES)


def test_once_the_candidate_was_told_a_criterion_goes_only_with_a_note(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2", decided=False))
    approved(db)
    record_telling(db, "a1", "post", "posted", OMAR)
    newer(db, applied("a2", decided=False), role=RENAMED)
    with pytest.raises(StoreError, match=r"Marta Silva \(a1\) has been told a decision .* say in a note"):
        accept_changes(db, "a2", INES)
    accept_changes(db, "a2", INES, "The role was written anew for the second round.")
    assert role(db, "r1") == RENAMED
    assert application(db, "a1").decision == decided()


def test_levels_that_a_decision_rests_on_do_not_go_without_a_note(tmp_path: Path) -> None:
    db = store(tmp_path)
    unrated = build.scorecard(build.rating(None, "You left out the index."))
    newer(db, applied().model_copy(update={"scorecards": (unrated,)}))
    with pytest.raises(StoreError, match=rf"no level any more for Modelling, .* decision of {WHOSE} rests"):
        accept_changes(db, "a1", INES)
    accept_changes(db, "a1", INES, "The scorecard was withdrawn.")
    assert application(db, "a1").scorecards == (unrated,)


def test_an_application_does_not_go_to_a_role_without_its_decisive_criterion(tmp_path: Path) -> None:
    db = store(tmp_path)
    elsewhere = RENAMED.model_copy(update={"id": "r2"})
    moved = applied(decided=False).model_copy(update={"role": "r2", "scorecards": ()})
    newer(db, moved, role=elsewhere)
    with pytest.raises(StoreError, match=r"does not have modelling .* on Marta Silva \(a1\) rests on it"):
        accept_changes(db, "a1", INES)


def test_a_change_that_leaves_the_decision_whole_needs_no_note(tmp_path: Path) -> None:
    db = store(tmp_path)
    newer(db, applied(given_name="Marte"), role=build.role(build.criterion(), build.criterion("sql")))
    accept_changes(db, "a1", INES)
    assert application(db, "a1").decision == decided()


def test_nothing_is_drafted_on_a_criterion_that_the_role_does_not_have(tmp_path: Path) -> None:
    """A new candidate may come with a role that nobody has accepted yet."""
    db = store(tmp_path)
    newer(db, on_tables("a2"), role=RENAMED)
    case = Case(application=application(db, "a2"), role=role(db, "r1"))
    with pytest.raises(IncompleteError, match=r"the application a2 of Ines Okoro .* rests on tables, which"):
        _ = case.decision
