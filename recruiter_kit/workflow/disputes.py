"""Disputes: a candidate says that a fact is wrong, and gets an answer by the day that the letter promises."""

from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.composing.promises import answer_by
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.feedback import Finding, Statement
from recruiter_kit.messages import say
from recruiter_kit.review.answers import answer_findings
from recruiter_kit.standard import Standard
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, status, versions
from recruiter_kit.workflow.closing import close_asks
from recruiter_kit.workflow.versions import Version
from recruiter_kit.workflow.withdrawing import cancel_waiting, withdraw

Verdict = Literal["stands", "corrected"]
Channel = Literal["phone", "email", "post"]
_COLUMNS = (
    "id, application, what, raised_at, due_on, by, answered_at, verdict, answer, answered_by,"
    " version, statement, channel, given_at"
)


class Dispute(NamedTuple):
    """One dispute; `answered_at`, `verdict` and `answered_by` are None while it is open.

    `statement` is the id of the disputed sentence in the `version` that was told, None where nobody has
    picked one; `answer` may be words that did not leave. The answer reached the candidate at `given_at` by
    `channel`: None while it is in the outbox, and where a corrected letter is the answer.
    """

    id: int
    application: str
    what: str
    raised_at: datetime
    due_on: date
    by: str
    answered_at: datetime | None
    verdict: str | None
    answer: str | None
    answered_by: str | None
    version: int | None = None
    statement: str | None = None
    channel: str | None = None
    given_at: datetime | None = None

    def late(self, on: date) -> bool:
        """Whether it was, or on this day would be, answered after it was due."""
        return (self.answered_at.date() if self.answered_at else on) > self.due_on


def raise_dispute(
    db: Database, application_id: str, what: str, by: str, statement: str | None = None
) -> Dispute:
    """Write down what the candidate says is wrong; one that is open already gets the words added.

    `statement` is the id of the sentence that is meant, of those in told().
    It is due when the letter promises an answer, and for one that comes late as many days after it as the
    letter leaves between objection and answer. Mail that has not left stays here. Raises StoreError without
    words and before the first draft.
    """
    if not what.strip():
        raise StoreError.of("store_dispute_what")
    with transaction(db):
        version = versions.latest(db, application_id)
        if version is None:
            raise StoreError.of("store_nothing_to_dispute")
        raised = now()
        # Words that may be wrong stay here until somebody has looked.
        if status.knows(db, application_id):
            cancel_waiting(db, application_id, say("mail_disputed"))
        open_one = next((dispute for dispute in of(db, application_id) if dispute.answered_at is None), None)
        if open_one:
            words = f"{open_one.what}\n{what}".strip()
            db.execute("UPDATE disputes SET what = ? WHERE id = ?", (words, open_one.id))
        else:
            feedback, standard = version.feedback, version.feedback.standard
            promised = answer_by(feedback.decision, standard, feedback.drafted_on)
            between = timedelta(days=standard.answer_days - standard.dispute_days)
            due = max(promised, raised.date() + between)
            db.execute(
                "INSERT INTO disputes (application, what, raised_at, due_on, by) VALUES (?, ?, ?, ?, ?)",
                (application_id, what.strip(), to_text(raised), due.isoformat(), by),
            )
        found = next(each for each in of(db, application_id) if each.answered_at is None)
        if statement:
            found = pick(db, found.id, statement)
        status.refresh(db, application_id)
        audit.record(db, by, Event.FACT_DISPUTED, application_id)
        return found


def told(db: Database, application_id: str) -> Version | None:
    """Return the version that the candidate was told last, the newest where nobody was told yet."""
    row = db.execute(
        f"SELECT version FROM counted_tellings WHERE application = ? AND result IN ({status.KNOWS_SQL})"
        " ORDER BY id DESC LIMIT 1",
        (application_id,),
    ).fetchone()
    if row is None:
        return versions.latest(db, application_id)
    return versions.version(db, application_id, row[0])


def pick(db: Database, dispute_id: int, statement: str) -> Dispute:
    """Say which of the sentences that were told is disputed; raises NotFoundError for none of them."""
    found = get(db, dispute_id)
    version = told(db, found.application)
    if version is None or statement not in {each.id for each in version.feedback.statements}:
        raise NotFoundError.of("store_no_sentence")
    db.execute(
        "UPDATE disputes SET version = ?, statement = ? WHERE id = ?",
        (version.version, statement, dispute_id),
    )
    return get(db, dispute_id)


def sentence(db: Database, dispute: Dispute) -> Statement | None:
    """Return the sentence that is disputed as it was told, None where nobody has picked one."""
    if dispute.version is None:
        return None
    statements = versions.version(db, dispute.application, dispute.version).feedback.statements
    return next((each for each in statements if each.id == dispute.statement), None)


def answer(db: Database, dispute_id: int, verdict: Verdict, words: str, by: str) -> Dispute:
    """Answer it, in words. A corrected one asks for a new version that is told again.

    Raises StoreError without words, for words that may not leave (R7, R9), on hold, and for one that is
    answered already.
    """
    with transaction(db):
        found = get(db, dispute_id)
        if found.answered_at is not None:
            raise StoreError.of("store_dispute_answered")
        if not words.strip():
            raise StoreError.of("store_dispute_words")
        status.refuse_when_held(db, found.application)
        if wrong := look_at(db, found.application, words):
            raise StoreError.of("store_answer_wrong", why=wrong[0].message)
        db.execute(
            "UPDATE disputes SET answered_at = ?, verdict = ?, answer = ?, answered_by = ? WHERE id = ?",
            (to_text(now()), verdict, words.strip(), by, dispute_id),
        )
        close_asks(db, found.application, "settled", dispute_id)
        audit.record(db, by, Event.DISPUTE_ANSWERED, found.application, verdict=verdict)
        if verdict == "corrected":
            # The words that were wrong must not leave once more.
            withdraw(db, found.application)
        status.refresh(db, found.application)
        return get(db, dispute_id)


def look_at(db: Database, application_id: str, words: str) -> list[Finding]:
    """Return the errors in an answer, for which it may not leave: what a letter may not say, and names."""
    return [each for each in findings(db, application_id, words) if each.severity == "error"]


def findings(db: Database, application_id: str, words: str) -> tuple[Finding, ...]:
    """Return everything that is wrong in an answer while it is written."""
    here = applications.application(db, application_id)
    return answer_findings(words, here.candidate, applications.people(db, here.role), _standard(db, here.id))


def given(db: Database, dispute_id: int, channel: Channel) -> None:
    """The answer has reached the candidate, or left by mail."""
    db.execute(
        "UPDATE disputes SET channel = ?, given_at = ? WHERE id = ?", (channel, to_text(now()), dispute_id)
    )


def reopen(db: Database, dispute_id: int, by: str) -> None:
    """The answer did not leave: the dispute waits for one again. Call inside a transaction."""
    db.execute(
        "UPDATE disputes SET answered_at = NULL, verdict = NULL, answered_by = NULL WHERE id = ?",
        (dispute_id,),
    )
    audit.record(db, by, Event.DISPUTE_REOPENED, get(db, dispute_id).application)


def get(db: Database, dispute_id: int) -> Dispute:
    """Return one; raises NotFoundError."""
    found = _disputes(db, "id = ?", dispute_id)
    if not found:
        raise NotFoundError.of("store_no_dispute")
    return found[0]


def of(db: Database, application_id: str) -> list[Dispute]:
    """Return those on one application, oldest first; raises NotFoundError when it is not there."""
    applications.application(db, application_id)
    return _disputes(db, "application = ?", application_id)


def open_disputes(db: Database) -> list[Dispute]:
    """Return all that wait for an answer, the one due first first."""
    return _disputes(db, "answered_at IS NULL")


def answered(db: Database, *, limit: int = 20) -> list[Dispute]:
    """Return the last that were answered, the newest answer first."""
    found = _disputes(db, "answered_at IS NOT NULL")
    return sorted(found, key=lambda each: each.answered_at or each.raised_at, reverse=True)[:limit]


def _standard(db: Database, application_id: str) -> Standard | None:
    version = versions.latest(db, application_id)
    return version.feedback.standard if version else None


def _disputes(db: Database, where: str, *values: object) -> list[Dispute]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM disputes WHERE {where} ORDER BY due_on, id", values)
    return [
        Dispute(
            id, application, what, from_text(raised), date.fromisoformat(due), by,
            from_text(done) if done else None, verdict, words, answered_by,
            version, statement, channel, from_text(given_at) if given_at else None,
        )
        for id, application, what, raised, due, by, done, verdict, words, answered_by,
        version, statement, channel, given_at in rows
    ]  # fmt: skip
