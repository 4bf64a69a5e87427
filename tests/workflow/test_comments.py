"""Comments: at their sentence through every version, and never further than colleagues."""

from pathlib import Path

import pytest

from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import comments, holds, versions
from recruiter_kit.workflow.comments import placed, threads
from recruiter_kit.workflow.tellings import record_telling
from tests.workflow.build import INES, OMAR, applied, approved, feedback, store

NEED = Statement(
    id="t2", part=Part.NEEDS, text="The role needs tests.", basis=Basis.ROLE, criterion="modelling"
)


def with_need(*statements: Statement) -> Feedback:
    made = feedback()
    return made.model_copy(update={"statements": (*made.statements, *statements)})


@pytest.fixture
def db(tmp_path: Path) -> Database:
    """A first version with two sentences."""
    db = store(tmp_path, applied(), applied("a2"))
    versions.save_draft(db, with_need(NEED), INES, 0)
    return db


def shown(db: Database) -> comments.Placed:
    return placed(threads(db, "a1"), versions.newest(db, "a1").feedback.statements)


def test_a_comment_stands_at_its_sentence_with_who_said_it_and_the_replies(db: Database) -> None:
    first = comments.add(db, "a1", "t2", " Too vague? ", OMAR)
    comments.reply(db, "a1", first, "It is the advert's word.", INES)
    (thread,) = shown(db).at["t2"]
    assert [(each.by, each.text) for each in thread.said] == [
        (OMAR, "Too vague?"),
        (INES, "It is the advert's word."),
    ]
    assert shown(db).open == 1


def test_a_comment_stays_at_its_sentence_when_that_is_reworded(db: Database) -> None:
    comments.add(db, "a1", "t2", "Too vague?", OMAR)
    versions.save_draft(
        db, with_need(NEED.model_copy(update={"text": "The role needs unit tests."})), INES, 1
    )
    (thread,) = shown(db).at["t2"]
    assert thread.words == "The role needs tests."


def test_the_same_words_are_the_same_sentence_under_another_id(db: Database) -> None:
    comments.add(db, "a1", "t2", "Too vague?", OMAR)
    newer = NEED.model_copy(update={"text": "The role needs an owner."})
    versions.save_draft(db, with_need(newer, NEED.model_copy(update={"id": "t9"})), INES, 1)
    assert list(shown(db).at) == ["t9"]


def test_of_two_sentences_with_the_same_words_it_is_the_one_with_its_id(db: Database) -> None:
    versions.save_draft(db, with_need(NEED.model_copy(update={"id": "t1"}), NEED), INES, 1)
    comments.add(db, "a1", "t2", "Said twice.", OMAR)
    assert list(shown(db).at) == ["t2"]


def test_a_comment_on_a_sentence_that_was_removed_is_kept_with_its_words(db: Database) -> None:
    comments.add(db, "a1", "t2", "Too vague?", OMAR)
    other = NEED.model_copy(update={"part": Part.ADVICE, "text": "Write a test first."})
    versions.save_draft(db, with_need(other), INES, 1)
    assert shown(db).at == {}
    (thread,) = shown(db).gone
    assert thread.words == "The role needs tests."


def test_a_comment_on_the_letter_is_on_no_sentence(db: Database) -> None:
    comments.add(db, "a1", None, "Reads well.", OMAR)
    assert [thread.statement for thread in shown(db).letter] == [None]


def test_a_resolved_comment_says_who_resolved_it_and_a_reply_opens_it_again(db: Database) -> None:
    first = comments.add(db, "a1", "t2", "Too vague?", OMAR)
    comments.resolve(db, "a1", first, INES)
    (thread,) = threads(db, "a1")
    assert thread.resolved_by == INES
    assert shown(db).open == 0
    comments.reply(db, "a1", first, "Not yet.", OMAR)
    assert threads(db, "a1")[0].resolved_by is None
    comments.resolve(db, "a1", first, INES)
    comments.resolve(db, "a1", first, INES, resolved=False)
    assert threads(db, "a1")[0].resolved_at is None


@pytest.mark.parametrize(
    ("text", "why"), [(" \n", "write a comment first"), ("x" * 5001, "5000 characters at most")]
)
def test_a_comment_has_words_and_not_too_many(db: Database, text: str, why: str) -> None:
    with pytest.raises(StoreError, match=why):
        comments.add(db, "a1", None, text, OMAR)


def test_nothing_is_said_on_a_sentence_that_is_not_there(db: Database) -> None:
    with pytest.raises(StoreError, match="not in the letter any more"):
        comments.add(db, "a1", "t9", "Too vague?", OMAR)


def test_a_comment_of_another_application_is_not_there(db: Database) -> None:
    first = comments.add(db, "a1", None, "Reads well.", OMAR)
    versions.save_draft(db, feedback(applied("a2")), INES, 0)
    with pytest.raises(NotFoundError):
        comments.reply(db, "a2", first, "Yes.", INES)
    with pytest.raises(NotFoundError):
        comments.resolve(db, "a2", first, INES)
    reply = comments.reply(db, "a1", first, "Yes.", INES)
    with pytest.raises(NotFoundError):
        comments.reply(db, "a1", reply, "No.", INES)


def test_nothing_is_said_before_a_draft_on_hold_or_once_all_is_told(tmp_path: Path) -> None:
    db = store(tmp_path, applied())
    with pytest.raises(StoreError, match="nothing is drafted"):
        comments.add(db, "a1", None, "Reads well.", OMAR)
    approved(db)
    first = comments.add(db, "a1", None, "Reads well.", OMAR)
    record_telling(db, "a1", "post", "posted", INES)
    with pytest.raises(StoreError, match="closed to new comments"):
        comments.reply(db, "a1", first, "Sent.", INES)
    comments.resolve(db, "a1", first, INES)
    holds.hold(db, "a1", INES, "Her age.")
    with pytest.raises(StoreError, match="on hold"):
        comments.add(db, "a1", None, "Reads well.", OMAR)
    with pytest.raises(StoreError, match="on hold"):
        comments.resolve(db, "a1", first, INES, resolved=False)


def test_what_must_be_set_apart_is_masked_for_those_without_the_right(db: Database) -> None:
    comments.add(db, "a1", None, "She is pregnant. Say it shorter.", OMAR)
    ((said,),) = (thread.said for thread in threads(db, "a1"))
    assert said.text == "She is pregnant. Say it shorter."
    assert "pregnant" not in said.masked
    assert said.masked.endswith("Say it shorter.")


def test_the_log_has_no_word_of_a_comment(db: Database) -> None:
    first = comments.add(db, "a1", "t2", "Zanzibar", OMAR)
    comments.reply(db, "a1", first, "Zanzibar", INES)
    comments.resolve(db, "a1", first, INES)
    lines = audit.entries(db)[:3]
    assert [line.what for line in lines] == ["comment resolved", "commented", "commented"]
    assert "Zanzibar" not in str(lines)


def test_comments_go_with_their_application(db: Database) -> None:
    first = comments.add(db, "a1", "t2", "Too vague?", OMAR)
    comments.reply(db, "a1", first, "No.", INES)
    db.execute("DELETE FROM applications WHERE id = 'a1'")
    assert db.execute("SELECT count(*) FROM comments").fetchone() == (0,)
