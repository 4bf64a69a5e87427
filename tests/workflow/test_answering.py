"""The recruiter's answers: kept with the feedback, in the log without a word of the note, and asked once."""

from pathlib import Path

import pytest

from recruiter_kit import clock
from recruiter_kit.composing import revising
from recruiter_kit.errors import ConflictError, NotFoundError, StoreError
from recruiter_kit.feedback import Feedback, Part, Suppression
from recruiter_kit.model import Bundle
from recruiter_kit.people import users
from recruiter_kit.standard import Sender, Standard
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import answering, decisions, scorecards, versions
from recruiter_kit.workflow.approval import approve
from recruiter_kit.workflow.imports import keep_import
from recruiter_kit.workflow.permitted import permitted
from recruiter_kit.workflow.status import Status, of
from recruiter_kit.workflow.tellings import record_telling
from tests import build
from tests.workflow.build import INES, OMAR, QUESTIONS, asking

STANDARD = Standard(sender=Sender(name="Ines Okoro", email=INES))
TODAY = clock.today(None)


@pytest.fixture
def db(tmp_path: Path) -> Database:
    """Return a store with a draft that asks two questions."""
    opened = open_store(tmp_path / "recruiter-kit.db")
    application, role = asking()
    keep_import(opened, Bundle(roles=(role,), applications=(application,)), b"x", "export.json", INES)
    versions.save_draft(opened, answering.drafted(opened, "a1", STANDARD, TODAY), INES, 0)
    return opened


def newest(db: Database) -> Feedback:
    return versions.newest(db, "a1").feedback


def question(db: Database, text: str) -> str:
    asked = (left.question for left in newest(db).left_to_recruiter if left.source.text == text)
    return next(each.id for each in asked if each)


def answer(db: Database, text: str = QUESTIONS[0], said: str = "candidate") -> answering.Answered:
    found = versions.newest(db, "a1")
    return answering.answer(db, found, question(db, text), said, INES, STANDARD, TODAY)


def test_an_answer_makes_a_version_that_tells_the_note(db: Database) -> None:
    assert newest(db).said(Part.WAITING)
    done = answer(db)
    assert done == (2, ("The customer was angry and you raised your voice.",), True)
    assert not newest(db).said(Part.WAITING)
    assert [version.note for version in versions.history(db, "a1")] == ["answered a question", ""]


def test_answers_add_up_and_last_through_a_new_draft(db: Database) -> None:
    answer(db)
    answer(db, QUESTIONS[1])
    assert set(newest(db).answers.values()) == {"candidate"}
    assert len(newest(db).answers) == 2
    assert not [left for left in newest(db).left_to_recruiter if left.question]
    again = answering.drafted(db, "a1", STANDARD, TODAY)
    assert again.answers == newest(db).answers
    assert not again.said(Part.WAITING)


def test_an_answer_that_it_is_somebody_else_tells_the_note_as_it_is(db: Database) -> None:
    answer(db, said="the customer")
    (told,) = (each for each in newest(db).said(Part.SEEN) if each.criterion == "calm")
    assert "you" not in told.text.lower().split()


def test_the_log_names_the_question_and_holds_no_word_of_note_or_answer(db: Database) -> None:
    id = question(db, QUESTIONS[0])
    answer(db, said="the customer")
    entry = next(each for each in audit.entries(db) if each.what == "question answered")
    assert entry.detail == {"question": id, "version": 2}
    assert (entry.by, entry.application) == (INES, "a1")
    assert audit.verify(db).broken_at is None


def test_what_a_person_changed_before_an_answer_stays(db: Database) -> None:
    found = versions.newest(db, "a1")
    words = revising.reworded(found.feedback.statements, {"t1": "We chose not to."}, OMAR)
    gone = next(each for each in words if each.part is Part.ADVICE)
    versions.save_draft(
        db, found.feedback.model_copy(update={"statements": revising.dropped(words, gone.id)}), OMAR, 1
    )
    done = answer(db)
    told = newest(db).statements
    assert (told[0].text, told[0].by) == ("We chose not to.", OMAR)
    assert gone.text not in [each.text for each in told]
    assert done.now_told == ("The customer was angry and you raised your voice.",)


def test_words_that_are_typed_with_the_answer_are_kept(db: Database) -> None:
    found = versions.newest(db, "a1")
    typed = revising.reworded(found.feedback.statements, {"t1": "We chose not to."}, INES)
    id = question(db, QUESTIONS[0])
    answering.answer(db, found, id, "candidate", INES, STANDARD, TODAY, statements=typed)
    assert newest(db).statements[0].text == "We chose not to."


def test_a_question_or_an_answer_that_is_not_there_is_refused(db: Database) -> None:
    found = versions.newest(db, "a1")
    for id, said in (("none", "candidate"), (question(db, QUESTIONS[0]), "the nurse")):
        with pytest.raises(NotFoundError, match="no longer asked"):
            answering.answer(db, found, id, said, INES, STANDARD, TODAY)
    assert newest(db).answers == {}


def test_the_second_of_two_who_answer_at_once_changes_nothing(db: Database) -> None:
    found = versions.newest(db, "a1")
    first, second = question(db, QUESTIONS[0]), question(db, QUESTIONS[1])
    answering.answer(db, found, first, "candidate", INES, STANDARD, TODAY)
    with pytest.raises(ConflictError):
        answering.answer(db, found, second, "candidate", OMAR, STANDARD, TODAY)
    assert list(newest(db).answers) == [first]


def test_nothing_is_answered_once_it_is_approved_or_told(db: Database) -> None:
    user = users.add(db, "Ines", INES, "lead", "terminal")
    answer(db)
    assert permitted(db, "a1", user).may_answer
    version = versions.newest(db, "a1").version
    approve(db, "a1", version, OMAR)
    assert "approved already" in permitted(db, "a1", user).may_answer.why_not
    with pytest.raises(StoreError, match="approved already"):
        answer(db, QUESTIONS[1])
    record_telling(db, "a1", "post", "posted", INES)
    assert of(db, "a1") is Status.TOLD
    with pytest.raises(StoreError, match="has been told"):
        answer(db, QUESTIONS[1])
    assert versions.newest(db, "a1").version == version


def test_an_answer_needs_the_right_to_draft(db: Database) -> None:
    approver = users.add(db, "Omar", OMAR, "approver", "terminal")
    assert "your account may not" in permitted(db, "a1", approver).may_answer.why_not


def test_after_a_new_scorecard_or_decision_it_is_drafted_again_first(db: Database) -> None:
    scorecards.add(db, "a1", build.scorecard(build.rating(3, "Named the keys."), id="written-1"), INES)
    with pytest.raises(StoreError, match="have changed since"):
        answer(db)
    versions.save_draft(db, answering.drafted(db, "a1", STANDARD, TODAY), INES, 1)
    answer(db)
    other = build.decision().model_copy(update={"decisive": ("modelling",)})
    decisions.record_decision(db, "a1", other, INES, "We looked again.")
    with pytest.raises(StoreError, match="has changed since this was drafted"):
        answer(db, QUESTIONS[1])


def test_a_dismissed_warning_stays_dismissed(db: Database) -> None:
    found = versions.newest(db, "a1")
    seen = next(each for each in found.feedback.said(Part.SEEN) if each.criterion == "modelling")
    kept = Suppression(
        rule="r", label="vague", statement=seen.id, words=seen.text, reason="fine", by=INES, on=TODAY
    )
    versions.save_draft(db, found.feedback.model_copy(update={"suppressions": (kept,)}), INES, 1)
    answer(db)
    (again,) = newest(db).suppressions
    assert next(each.text for each in newest(db).statements if each.id == again.statement) == kept.words


def test_words_that_their_note_does_not_bear_out_lose_it_and_the_note_is_not_told_beside_them(
    db: Database,
) -> None:
    (seen,) = newest(db).said(Part.SEEN)
    swore = revising.reworded(newest(db).statements, {seen.id: "You swore at two pupils."}, INES)
    first, second = (question(db, each) for each in QUESTIONS)
    version = versions.newest(db, "a1")
    answering.answer(db, version, first, "candidate", INES, STANDARD, TODAY, statements=swore)
    mine = next(each for each in newest(db).statements if each.text == "You swore at two pupils.")
    assert mine.lacks_source
    assert seen.text not in [each.text for each in newest(db).statements]
    answering.answer(db, versions.newest(db, "a1"), second, "candidate", INES, STANDARD, TODAY)
    assert mine in newest(db).statements
    assert seen.text not in [each.text for each in newest(db).statements]
