"""Drafts from what is on record, the recruiter's answers to questions about notes, and what is released.

In: an application, an answer and a person. Out: a feedback, or the next version of it. An answer or a release
is kept with the feedback; the audit log has the id only, never a word of the note. What a person changed in
the version before is kept.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from recruiter_kit.case import Case
from recruiter_kit.errors import InputError, NotFoundError, StoreError
from recruiter_kit.feedback import Feedback, LeftToRecruiter, Part, Release, Source, Statement
from recruiter_kit.review.review import draft, revised
from recruiter_kit.standard import Standard
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, versions
from recruiter_kit.workflow.keeping import kept
from recruiter_kit.workflow.versions import Version


class Answered(NamedTuple):
    """What came of an answer: the new version, the notes it tells now, and whether the note can be told."""

    version: int
    now_told: tuple[str, ...]
    can_be_told: bool


def drafted(
    db: Database,
    application_id: str,
    standard: Standard,
    today: date,
    so_far: Feedback | None = None,
) -> Feedback:
    """Compose the feedback on an application as it is now.

    Answers and releases are those of `so_far`, or else of the newest version. Raises NotFoundError, and what
    review.draft() raises.
    """
    application = applications.application(db, application_id)
    newest = versions.latest(db, application_id)
    so_far = so_far or (newest.feedback if newest else None)
    case = Case(
        application=application,
        role=applications.role(db, application.role),
        standard=standard,
        people=applications.people(db, application.role),
        today=today,
        answers=so_far.answers if so_far else {},
        releases=so_far.releases if so_far else (),
    )
    return draft(case)


def answer(
    db: Database,
    version: Version,
    question: str,
    said: str,
    by: str,
    standard: Standard,
    today: date,
    statements: Sequence[Statement] | None = None,
) -> Answered:
    """Keep the answer to a question of the newest version, and save what the software makes of it now.

    `said` is the answer of one of the question's choices; `statements` are those of the version, or as the
    person has changed them since. Raises NotFoundError for a question or an answer that there is not,
    and what refuse() and save_draft() raise.
    """
    refuse(db, version.application, by)
    left = _asking(version.feedback, question, said)
    change = _Change(
        left.source,
        {"answers": {**version.feedback.answers, question: said}},
        Event.QUESTION_ANSWERED,
        {"question": question},
    )
    return _drafted_again(db, version, change, by, standard, today, statements)


def release(
    db: Database,
    version: Version,
    sentence: str,
    reason: str,
    by: str,
    standard: Standard,
    today: date,
    statements: Sequence[Statement] | None = None,
) -> Answered:
    """Let a withheld sentence of the newest version go, and save what the software makes of it now.

    `sentence` is its id. Raises InputError without a reason, NotFoundError for a sentence that nobody may
    release, and what refuse() and save_draft() raise.
    """
    refuse(db, version.application, by)
    if not reason.strip():
        raise InputError.of("release_reason")
    found = next((each for each in version.feedback.withheld if each.id == sentence), None)
    if found is None:
        raise NotFoundError.of("store_no_release")
    new = Release(id=sentence, text=found.source.text, reason=reason.strip(), by=by, on=today)
    change = _Change(
        found.source,
        {"releases": (*version.feedback.releases, new)},
        Event.SENTENCE_RELEASED,
        {"sentence": sentence},
    )
    return _drafted_again(db, version, change, by, standard, today, statements)


_DONE = {
    Event.QUESTION_ANSWERED: "answered a question",
    Event.SENTENCE_RELEASED: "released a sentence",
}


class _Change(NamedTuple):
    """What a person said of the words `about`: fields of the feedback, and the line of the log."""

    about: Source
    fields: Mapping[str, Any]
    event: Event
    detail: Mapping[str, str]


def _drafted_again(
    db: Database,
    version: Version,
    change: _Change,
    by: str,
    standard: Standard,
    today: date,
    statements: Sequence[Statement] | None,
) -> Answered:
    """Save the version that follows from what a person said."""
    id = version.application
    changed = version.feedback
    if statements is not None:
        changed = changed.model_copy(update={"statements": tuple(statements)})
    unchanged = drafted(db, id, standard, today, changed)
    new = drafted(db, id, standard, today, changed.model_copy(update=change.fields))
    ever = [each for one in versions.history(db, id) for each in one.feedback.statements]
    application = applications.application(db, id)
    people = applications.people(db, application.role)
    lasts = ("suppressions", "proposals", "shown_elsewhere")
    with_dismissed = new.model_copy(update={name: getattr(changed, name) for name in lasts})
    made = revised(with_dismissed, kept(changed, unchanged, new, ever), people, application)
    with transaction(db):
        done = _DONE[change.event]
        number = versions.save_draft(db, made, by, version.version, done, seen=version.seen)
        audit.record(db, by, change.event, id, **change.detail, version=number)
    before = {statement.text for statement in changed.statements}
    return Answered(
        number,
        tuple(seen.text for seen in made.said(Part.SEEN, Part.STRENGTH) if seen.text not in before),
        any(seen.source == change.about for seen in made.observations),
    )


def refuse(db: Database, application_id: str, by: str) -> None:
    """Raise when no question on the application may be answered now, whatever it is.

    Raises like versions.refuse_new_words(), and StoreError before the first draft, once it is approved, and
    where something it rests on has changed: then it is drafted again first.
    """
    versions.refuse_new_words(db, application_id, by)
    found = versions.latest(db, application_id)
    if found is None:
        raise StoreError.of("permitted_no_draft")
    if found.state == "approved":
        raise StoreError.of("permitted_approved")
    if versions.other_decision(db, found):
        raise StoreError.of("store_other_decision")
    if versions.outdated(db, found):
        raise StoreError.of("store_changed_since")


def _asking(feedback: Feedback, question: str, said: str) -> LeftToRecruiter:
    for left in feedback.left_to_recruiter:
        asked = left.question
        if asked and asked.id == question and said in [choice.answer for choice in asked.choices]:
            return left
    raise NotFoundError.of("store_no_question")
