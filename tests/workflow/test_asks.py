"""An interviewer is asked about one note by a link, and the answer is a scorecard beside the others."""

from datetime import timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import Database, to_text
from recruiter_kit.workflow import asks, disputes, holds, notices, quarantine
from recruiter_kit.workflow.applications import application
from recruiter_kit.workflow.asks import About, Ask
from recruiter_kit.workflow.tellings import record_telling
from recruiter_kit.workflow.versions import newest
from tests import build
from tests.workflow.build import INES, applied, approved, store

HOST, SAM = "https://kit.example.org", "sam@example.org"
MODELLING = About("s1", "modelling")
SEEN = "The candidate left out the index, and said so when asked."


def asked(db: Database, about: About = MODELLING, email: str | None = SAM) -> tuple[Ask, str]:
    """Ask; return the question and the token of its link."""
    found, link = asks.ask(db, "a1", about, INES, HOST, email=email, question="What did she do?")
    assert link.startswith(f"{HOST}/ask/")
    return found, link.removeprefix(f"{HOST}/ask/")


def later(db: Database, ask: Ask, days: int) -> None:
    """Let a question have been asked some days ago."""
    db.execute(
        "UPDATE asks SET expires_at = ? WHERE id = ?",
        (to_text(ask.expires_at - timedelta(days=days)), ask.id),
    )


def test_an_answer_is_a_scorecard_of_the_same_interview_and_the_first_stays_as_it_was(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    before = application(db, "a1").scorecards
    _, token = asked(db)
    done = asks.answer(db, token, 1, f" {SEEN} ")
    *first, card = application(db, "a1").scorecards
    assert tuple(first) == before
    assert (card.interviewer, card.interview) == (before[0].interviewer, before[0].interview)
    assert (card.adds_to, card.occasion, card.id) == ("s1", "s1", done.answer)
    assert (card.ratings[0].level, card.ratings[0].note) == (1, SEEN)
    assert newest(db, "a1").state == "draft"
    assert done.standing() == "answered"


def test_a_link_works_for_one_answer(tmp_path: Path) -> None:
    db = store(tmp_path)
    _, token = asked(db)
    with pytest.raises(StoreError, match="one example"):
        asks.answer(db, token, 1, "  ")
    asks.answer(db, token, 1, SEEN)
    with pytest.raises(StoreError, match="has been answered"):
        asks.answer(db, token, 1, "Another story.")
    assert len(application(db, "a1").scorecards) == 2


def test_a_link_that_has_expired_or_that_nobody_made_is_refused(tmp_path: Path) -> None:
    db = store(tmp_path)
    found, token = asked(db)
    later(db, found, asks.DAYS)
    for each in (token, "x", ""):
        with pytest.raises(StoreError, match="expired"):
            asks.answer(db, each, 1, SEEN)
    assert asks.open_asks(db) == []
    again, _ = asked(db)
    assert [each.id for each in asks.open_asks(db)] == [again.id]


def test_only_a_hash_of_the_link_is_kept(tmp_path: Path) -> None:
    db = store(tmp_path)
    _, token = asked(db, email=None)
    assert len(token) >= 43
    assert token not in "\n".join(db.conn.iterdump())


def test_what_is_shown_is_what_that_interviewer_wrote_on_that_criterion_and_nothing_else(
    tmp_path: Path,
) -> None:
    card = build.scorecard(
        build.rating(2, "Left out the index."),
        build.rating(1, "Rude to the waiter.", "calm"),
        note="Weak on the whole. Left out the index twice.",
        private_note="Reminds me of my cousin.",
    )
    other = build.scorecard(build.rating(5, "Brilliant."), id="s2", interviewer="Omar Haddad")
    db = store(tmp_path, applied().model_copy(update={"scorecards": (card, other)}))
    found, _ = asked(db)
    assert asks.written(db, found) == asks.Written("Left out the index.", "", 2, "Modelling exercise")
    asks.withdraw_ask(db, found.id, INES)
    found, _ = asked(db, About("s1", "modelling", "Left out the index twice."))
    assert asks.written(db, found).sentence == "Left out the index twice."


@pytest.mark.parametrize(
    "about",
    [
        About("s1", "modelling", "Brilliant."),
        About("s1", "modelling", "cousin"),
        About("s1", "sql"),
        About("s9", "modelling"),
    ],
)
def test_nobody_is_asked_about_what_they_did_not_write(tmp_path: Path, about: About) -> None:
    card = build.scorecard(build.rating(2, "Left out the index."), private_note="Reminds me of my cousin.")
    other = build.scorecard(build.rating(5, "Brilliant."), id="s2", interviewer="Omar Haddad")
    db = store(tmp_path, applied().model_copy(update={"scorecards": (card, other)}))
    with pytest.raises(StoreError, match="nothing on this criterion"):
        asked(db, about)


def test_words_that_are_set_apart_are_not_shown_to_whoever_has_the_link(tmp_path: Path) -> None:
    card = build.scorecard(build.rating(2, "She mentioned her chemotherapy. Left out the index."))
    db = store(tmp_path, applied().model_copy(update={"scorecards": (card,)}))
    found, _ = asked(db, About("s1", "modelling", "She mentioned her chemotherapy."))
    shown = asks.written(db, found)
    assert "chemotherapy" not in shown.note + shown.sentence
    assert quarantine.MASK in shown.note


def test_reminders_follow_after_a_day_and_three_and_end_with_the_answer(tmp_path: Path) -> None:
    db = store(tmp_path)
    found, token = asked(db)
    waiting = notices.of(db, f"ask:{found.id}:")
    assert [round((each.next_at - found.asked_at) / timedelta(days=1)) for each in waiting] == [0, 1, 3]
    assert all(token in each.text and each.to == SAM for each in waiting)
    assert not any("index" in each.text for each in waiting)
    asks.answer(db, token, None, SEEN)
    assert {each.state for each in notices.of(db, f"ask:{found.id}:")} == {"cancelled"}
    (told,) = notices.of(db, f"answered:{found.id}")
    assert told.to == INES


def test_a_link_that_is_handed_over_sends_no_mail(tmp_path: Path) -> None:
    db = store(tmp_path)
    _, token = asked(db, email=None)
    asks.answer(db, token, 2, SEEN)
    assert notices.of(db, "") == []


def test_an_address_is_remembered_by_name_and_must_be_one(tmp_path: Path) -> None:
    db = store(tmp_path)
    with pytest.raises(StoreError, match="not an e-mail address"):
        asked(db, email="sam at work")
    assert asks.of(db, "a1") == []
    asked(db)
    assert asks.address_of(db, "ana reyes") == SAM
    assert asks.address_of(db, "") is None


def test_the_same_is_not_asked_twice(tmp_path: Path) -> None:
    db = store(tmp_path)
    found, _ = asked(db)
    with pytest.raises(StoreError, match="has been asked"):
        asked(db)
    asks.withdraw_ask(db, found.id, INES)
    with pytest.raises(StoreError, match="closed already"):
        asks.withdraw_ask(db, found.id, INES)
    assert asked(db)[0].standing() == "waiting"


@pytest.mark.parametrize("why", ["told", "held"])
def test_a_question_is_closed_when_the_candidate_is_told_and_on_hold(tmp_path: Path, why: str) -> None:
    db = store(tmp_path)
    approved(db)
    found, token = asked(db)
    if why == "told":
        record_telling(db, "a1", "phone", "reached", INES)
    else:
        holds.hold(db, "a1", INES, "She says that it was her age.")
    assert (asks.get(db, found.id).standing(), asks.get(db, found.id).why) == ("closed", why)
    assert {each.state for each in notices.of(db, f"ask:{found.id}:")} == {"cancelled"}
    with pytest.raises(StoreError, match="closed"):
        asks.answer(db, token, 1, SEEN)
    with pytest.raises(StoreError, match=why if why == "told" else "on hold"):
        asked(db)


def test_a_voicemail_closes_nothing(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    found, _ = asked(db)
    record_telling(db, "a1", "phone", "voicemail", INES)
    assert asks.get(db, found.id).standing() == "waiting"


def test_a_question_goes_with_its_application(tmp_path: Path) -> None:
    db = store(tmp_path)
    asked(db)
    db.execute("DELETE FROM applications WHERE id = ?", ("a1",))
    assert db.execute("SELECT count(*) FROM asks").fetchone() == (0,)
    assert notices.of(db, "") == []


def test_the_author_of_a_disputed_note_can_answer_although_the_candidate_is_told(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    record_telling(db, "a1", "post", "posted", INES)
    dispute = disputes.raise_dispute(db, "a1", "I did name it.", INES)
    about = About("s1", "modelling", dispute=dispute.id)
    _, token = asked(db, about)
    asks.answer(db, token, 2, SEEN)
    assert application(db, "a1").scorecards[-1].ratings[0].note == SEEN
    assert newest(db, "a1").state == "approved"
    found, _ = asked(db, about)
    disputes.answer(db, dispute.id, "stands", "The recording shows it.", INES)
    assert asks.get(db, found.id).why == "settled"
    with pytest.raises(StoreError, match="answered already"):
        asked(db, about)


def test_what_waits_is_listed_for_the_queue(tmp_path: Path) -> None:
    db = store(tmp_path)
    found, _ = asked(db)
    (waiting,) = asks.open_asks(db)
    assert (waiting.application, waiting.interviewer) == ("a1", "Ana Reyes")
    assert waiting.expires_at - now() > timedelta(days=13)
    assert asks.of(db, "a1") == [found]
