"""Approval: nothing that the review finds wrong is approved, and nothing wrong leaves."""

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.composing.revising import added, reworded
from recruiter_kit.documents.email import email_message
from recruiter_kit.errors import StoreError
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from recruiter_kit.review.review import compose, errors, review, revised
from recruiter_kit.standard import Sender, Standard
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import outbox, versions
from recruiter_kit.workflow.approval import approve
from recruiter_kit.workflow.claims import claim
from recruiter_kit.workflow.imports import keep_import
from tests.places import GOLD
from tests.workflow.build import INES, OMAR

STANDARD = Standard(sender=Sender(name="Ines Okoro", email=INES), organisation="Northgate Logistics")


@pytest.fixture
def bundle() -> Bundle:
    return read(GOLD / "marta.json")


@pytest.fixture
def db(tmp_path: Path, bundle: Bundle) -> Database:
    db = open_store(tmp_path / "recruiter-kit.db")
    keep_import(db, bundle, b"first", "export.json", INES)
    return db


@pytest.fixture
def drafted(bundle: Bundle) -> Feedback:
    (application,) = bundle.applications
    role = bundle.role(application.role)
    return compose(application, role, STANDARD, people=bundle.people(), drafted_on=now().date())


def interviewer(bundle: Bundle) -> str:
    return bundle.applications[0].scorecards[0].interviewer.name


def test_a_statement_reworded_to_name_an_interviewer_is_not_approved(
    db: Database, drafted: Feedback, bundle: Bundle
) -> None:
    seen = drafted.said(Part.SEEN)[0].id
    words = f"In the task with {interviewer(bundle)}, you had no answer."
    statements = reworded(drafted.statements, {seen: words}, INES)
    with_a_reason = [
        each.model_copy(update={"waiver": "I was there."}) for each in statements if each.id == seen
    ]
    rest = [each for each in statements if each.id != seen]
    worse = revised(drafted, [*rest, *with_a_reason], bundle.people(), bundle.applications[0])
    version = versions.save_draft(db, worse, INES, 0)
    with pytest.raises(StoreError, match="name"):
        approve(db, drafted.application, version, OMAR)
    assert versions.newest(db, drafted.application).state == "draft"


def test_a_statement_added_that_names_an_interviewer_is_not_approved(
    db: Database, drafted: Feedback, bundle: Bundle
) -> None:
    criterion = drafted.gaps()[0]
    words = f"{interviewer(bundle)} saw you leave out the refund."
    source = drafted.said(Part.SEEN)[0].sources[0]
    statements = added(drafted.statements, Part.SEEN, criterion, words, INES, source, "I was there.")
    version = versions.save_draft(db, revised(drafted, statements, (), None), INES, 0)
    with pytest.raises(StoreError, match="name"):
        approve(db, drafted.application, version, OMAR)


def test_what_is_drafted_and_nobody_changed_is_approved(db: Database, drafted: Feedback) -> None:
    version = versions.save_draft(db, drafted, INES, 0)
    assert approve(db, drafted.application, version, OMAR) == "approved"


def test_every_error_that_is_shown_stands_in_the_way_and_nothing_else_does(
    drafted: Feedback, bundle: Bundle
) -> None:
    decision = drafted.said(Part.DECISION)[0].id
    worse = revised(
        drafted,
        reworded(drafted.statements, {decision: "We had many strong candidates."}, INES),
        bundle.people(),
        None,
    )
    shown = [finding for finding in worse.findings if finding.severity == "error"]
    assert shown
    assert list(errors(worse, bundle.people(), None)) == shown
    assert review(worse, bundle.people(), None) == worse


def test_a_message_whose_words_are_found_wrong_since_does_not_leave(
    db: Database, drafted: Feedback, bundle: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    version = versions.save_draft(db, drafted, INES, 0)
    approve(db, drafted.application, version, OMAR)
    claim(db, drafted.application, INES)
    mail = outbox.put(db, drafted.application, version, message(db, drafted), INES, undo_seconds=0)
    named = drafted.candidate.model_copy(update={"given_name": "Noa", "family_name": "November"})
    other = bundle.applications[0].model_copy(update={"id": "another", "candidate": named, "decision": None})
    keep_import(db, bundle.model_copy(update={"applications": (other,)}), b"second", "later.json", INES)
    assert not outbox.take(db, outbox.due(db, now() + timedelta(minutes=1))[0])
    assert "name" in outbox.get(db, mail).why


def message(db: Database, feedback: Feedback) -> EmailMessage:
    approved = versions.newest(db, feedback.application).feedback
    return email_message(approved, attach_pdf=False)


def test_words_saved_under_their_note_before_anything_was_proved_are_not_approved(
    db: Database, drafted: Feedback
) -> None:
    seen = drafted.said(Part.SEEN)[0].id
    statements = reworded(drafted.statements, {seen: "You swore at two pupils."}, INES)
    version = versions.save_draft(db, drafted.model_copy(update={"statements": statements}), INES, 0)
    with pytest.raises(StoreError, match="cannot rest on its note"):
        approve(db, drafted.application, version, OMAR)
