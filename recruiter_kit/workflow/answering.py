"""Drafts from what is on record, and the recruiter's answers to questions about notes.

In: an application, an answer and a person. Out: a feedback, or the next version of it. An answer is kept with
the feedback; the audit log has the question's id only, never a word of the note. What a person changed in the
version before is kept.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recruiter_kit.case import Case
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.feedback import Feedback, LeftToRecruiter, Part, Statement
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
    answers: Mapping[str, str] | None = None,
) -> Feedback:
    """Compose the feedback on an application as it is now, with these answers, or with those given so far.

    Raises NotFoundError, and what review.draft() raises.
    """
    application = applications.application(db, application_id)
    if answers is None:
        newest = versions.latest(db, application_id)
        answers = newest.feedback.answers if newest else {}
    case = Case(
        application=application,
        role=applications.role(db, application.role),
        standard=standard,
        people=applications.people(db, application.role),
        today=today,
        answers=answers,
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
    id = version.application
    refuse(db, id, by)
    left = _asking(version.feedback, question, said)
    changed = version.feedback
    if statements is not None:
        changed = changed.model_copy(update={"statements": tuple(statements)})
    unchanged = drafted(db, id, standard, today, changed.answers)
    new = drafted(db, id, standard, today, {**changed.answers, question: said})
    ever = [each for one in versions.history(db, id) for each in one.feedback.statements]
    application = applications.application(db, id)
    people = applications.people(db, application.role)
    lasts = ("suppressions", "proposals", "shown_elsewhere")
    with_dismissed = new.model_copy(update={name: getattr(changed, name) for name in lasts})
    made = revised(with_dismissed, kept(changed, unchanged, new, ever), people, application)
    with transaction(db):
        number = versions.save_draft(db, made, by, version.version, "answered a question")
        audit.record(db, by, Event.QUESTION_ANSWERED, id, question=question, version=number)
    before = {statement.text for statement in changed.statements}
    return Answered(
        number,
        tuple(seen.text for seen in made.said(Part.SEEN, Part.STRENGTH) if seen.text not in before),
        any(seen.source == left.source for seen in made.observations),
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
