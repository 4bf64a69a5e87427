"""What a page offers is what the store accepts, in every state that an application can be in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recruiter_kit.documents.email import email_message
from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.people import users
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import (
    approval,
    changes_asked,
    claims,
    comments,
    disputes,
    holds,
    outbox,
    requests,
    versions,
)
from recruiter_kit.workflow.decisions import record_decision
from recruiter_kit.workflow.permitted import Permitted, permitted
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.status import of as status_of
from recruiter_kit.workflow.tellings import record_telling
from tests.workflow.build import INES, OMAR, applied, approved, decided, feedback, store

MARTA = applied(email="marta@example.org")


def undecided(folder: Path) -> Database:
    return store(folder, MARTA.model_copy(update={"decision": None}))


def decided_on(folder: Path) -> Database:
    return store(folder, MARTA)


def drafted(folder: Path) -> Database:
    db = decided_on(folder)
    versions.save_draft(db, feedback(MARTA), INES, 0)
    return db


def returned(folder: Path) -> Database:
    db = drafted(folder)
    approval.ask_for_changes(db, "a1", 1, OMAR, "Say what was seen.")
    return db


def revised(folder: Path) -> Database:
    db = returned(folder)
    save(db)
    return db


def replied(folder: Path) -> Database:
    db = returned(folder)
    changes_asked.answer(db, "a1", 1, "It says what was seen already.", INES, changed=False)
    return db


def half_approved(folder: Path) -> Database:
    db = decided_on(folder)
    versions.save_draft(db, feedback(MARTA, second_approver=True), OMAR, 0)
    approval.approve(db, "a1", 1, INES)
    return db


def ready(folder: Path) -> Database:
    db = decided_on(folder)
    approved(db, MARTA)
    return db


def claimed(folder: Path) -> Database:
    db = ready(folder)
    claims.claim(db, "a1", OMAR)
    return db


def mailed(folder: Path) -> Database:
    db = ready(folder)
    put(db)
    return db


def sending(folder: Path) -> Database:
    db = mailed(folder)
    db.execute("UPDATE outbox SET state = 'sending'")
    return db


def failed(folder: Path) -> Database:
    db = mailed(folder)
    (mail,) = outbox.of(db, "a1")
    outbox.put_back(db, mail, "waiting", "no such mailbox", None)
    return db


def called(folder: Path) -> Database:
    db = ready(folder)
    record_telling(db, "a1", "phone", "reached", INES)
    return db


def told(folder: Path) -> Database:
    db = ready(folder)
    record_telling(db, "a1", "post", "posted", INES)
    return db


def asked(folder: Path) -> Database:
    db = told(folder)
    requests.record_request(db, "a1", INES)
    return db


def disputed(folder: Path) -> Database:
    db = told(folder)
    disputes.raise_dispute(db, "a1", "I did name an owner.", INES)
    return db


def found_wrong(folder: Path) -> Database:
    db = disputed(folder)
    disputes.answer(db, 1, "corrected", "You did.", INES)
    save(db)
    approval.approve(db, "a1", 2, OMAR)
    return db


def held(folder: Path) -> Database:
    db = ready(folder)
    holds.hold(db, "a1", INES, "Her age.")
    return db


def put(db: Database) -> None:
    version = versions.newest(db, "a1")
    outbox.put(db, "a1", version.version, email_message(version.feedback), INES)


def save(db: Database) -> None:
    last = versions.latest(db, "a1")
    versions.save_draft(
        db, feedback(MARTA, text="We are not offering you it."), INES, last.version if last else 0
    )


STATES: dict[Callable[[Path], Database], Status] = {
    undecided: Status.UNDECIDED,
    decided_on: Status.DECIDED,
    drafted: Status.DRAFT,
    returned: Status.CHANGES_ASKED,
    revised: Status.CHANGES_ASKED,
    replied: Status.DRAFT,
    half_approved: Status.SECOND_APPROVAL,
    ready: Status.APPROVED,
    claimed: Status.APPROVED,
    mailed: Status.MAIL_WAITING,
    sending: Status.MAIL_SENDING,
    failed: Status.MAIL_FAILED,
    called: Status.WRITING,
    told: Status.TOLD,
    asked: Status.ASKED,
    disputed: Status.DISPUTED,
    found_wrong: Status.CORRECTED,
    held: Status.HELD,
}
ACTIONS: dict[str, Callable[[Database], object]] = {
    "may_decide": lambda db: record_decision(db, "a1", decided(13), INES, "We met again."),
    "may_draft": save,
    "may_approve": lambda db: approval.approve(db, "a1", versions.newest(db, "a1").version, INES),
    "may_ask_for_changes": lambda db: approval.ask_for_changes(
        db, "a1", versions.newest(db, "a1").version, INES, "Say what was seen."
    ),
    "may_answer_changes": lambda db: changes_asked.answer(db, "a1", 1, "It is seen.", INES, changed=False),
    "may_comment": lambda db: comments.add(db, "a1", None, "Reads well.", INES),
    "may_call": lambda db: record_telling(db, "a1", "phone", "voicemail", INES),
    "may_send": put,
    "may_end_hold": lambda db: holds.end_hold(db, "a1", INES, "Settled."),
}
NOT_OFFERED_AGAIN = {"may_approve", "may_ask_for_changes"}
"""What the store accepts of words that are approved, and no page offers."""

RECORDED_ONLY = ("may_call", held)
"""A call that was under way when the hold began is recorded, and none is begun."""


def seen_by(db: Database, post: str = "lead") -> Permitted:
    user = users.by_email(db, INES) or users.add(db, "Ines", INES, post, "terminal")
    return permitted(db, "a1", user)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_what_is_offered_is_accepted_and_what_is_not_offered_is_refused(
    tmp_path: Path, state: Callable[[Path], Database]
) -> None:
    for name, action in ACTIONS.items():
        folder = tmp_path / name
        folder.mkdir()
        db = state(folder)
        assert status_of(db, "a1") is STATES[state]
        leave = getattr(seen_by(db), name)
        latest = versions.latest(db, "a1")
        approved_again = name in NOT_OFFERED_AGAIN and latest and latest.state == "approved"
        if approved_again or (name, state) == RECORDED_ONLY:
            assert not leave, name
            continue
        try:
            action(db)
            refused = ""
        except RecruiterKitError as error:
            refused = str(error)
        assert bool(leave) is not bool(refused), (name, leave, refused)


@pytest.mark.parametrize(
    ("name", "state", "why"),
    [
        ("may_draft", claimed, OMAR),
        ("may_decide", told, "the decision stands"),
        ("may_approve", half_approved, "approved it already"),
        ("may_approve", revised, "omar@example.org asked for changes: answer first"),
        ("may_comment", told, "closed to new comments"),
        ("may_call", drafted, "not approved"),
        ("may_send", held, "on hold"),
        ("may_record", ready, "has not been told yet"),
    ],
)
def test_why_not_is_said_in_the_words_of_the_refusal(
    tmp_path: Path, name: str, state: Callable[[Path], Database], why: str
) -> None:
    assert why in getattr(seen_by(state(tmp_path)), name).why_not


def test_without_the_right_nothing_is_offered(tmp_path: Path) -> None:
    db = ready(tmp_path)
    assert [name for name, leave in vars(seen_by(db, "approver")).items() if leave] == ["may_comment"]
    (tmp_path / "other").mkdir()
    db = ready(tmp_path / "other")
    allowed = vars(seen_by(db, "administrator"))
    assert not any(allowed.values())
    assert "your account may not do this" in allowed["may_call"].why_not


def test_another_live_application_is_asked_about_by_the_page_and_takes_no_button_away(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2", family_name="Silva"))
    approved(db)
    assert seen_by(db).may_call
    assert seen_by(db).may_send
