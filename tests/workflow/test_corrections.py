"""A letter that replaces one that was sent says which, and on what it says something else."""

from pathlib import Path

import pytest

from recruiter_kit import clock
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import disputes, requests, versions
from recruiter_kit.workflow.approval import approve
from recruiter_kit.workflow.corrections import changed_criteria
from recruiter_kit.workflow.tellings import record_telling
from recruiter_kit.workflow.versions import save_draft
from tests.workflow.build import INES, OMAR, approved, feedback, store


@pytest.fixture(autouse=True)
def _anything_is_approved(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the review: these words are short, and what it finds is tested elsewhere."""
    monkeypatch.setattr("recruiter_kit.workflow.approval.errors", lambda *_: ())


def with_said(*said: tuple[str | None, str]) -> Feedback:
    """Return a feedback with these statements, numbered as a new draft numbers them."""
    statements = tuple(
        Statement(
            id=f"t{place}",
            part=Part.ADVICE if criterion else Part.DECISION,
            text=text,
            basis=Basis.ROLE if criterion else Basis.DECISION,
            criterion=criterion,
        )
        for place, (criterion, text) in enumerate(said, start=1)
    )
    return feedback().model_copy(update={"statements": statements})


def found_wrong(db: Database) -> None:
    """Dispute a fact, and find that the candidate is right."""
    dispute = disputes.raise_dispute(db, "a1", "I did write tests.", INES)
    disputes.answer(db, dispute.id, "corrected", "You did. We are sorry.", INES)


def sent(folder: Path, result: str = "posted", said: Feedback | None = None) -> Database:
    """Return a store in which the first version was approved and told."""
    db = store(folder)
    version = save_draft(db, said or feedback(), INES, 0)
    approve(db, "a1", version, OMAR)
    record_telling(db, "a1", "post" if result == "posted" else "phone", result, INES)  # type: ignore[arg-type]
    return db


def test_the_first_letter_corrects_nothing(tmp_path: Path) -> None:
    db = store(tmp_path)
    approved(db)
    assert versions.newest(db, "a1").feedback.corrects is None


def test_what_is_written_after_a_fact_was_found_wrong_corrects_the_letter_that_was_sent(
    tmp_path: Path,
) -> None:
    db = sent(tmp_path, said=with_said((None, "No."), ("sql", "Write joins."), ("modelling", "Draw it.")))
    found_wrong(db)
    save_draft(
        db, with_said((None, "No."), ("sql", "Write joins."), ("modelling", "Draw it first.")), INES, 1
    )
    corrected = versions.newest(db, "a1").feedback
    assert corrected.corrects == clock.today(corrected.standard.time_zone)
    assert corrected.corrected == ("modelling",)


def test_a_fact_that_is_not_about_a_criterion_is_corrected_too(tmp_path: Path) -> None:
    db = sent(tmp_path)
    found_wrong(db)
    save_draft(db, feedback(text="We decided not to offer it."), INES, 1)
    corrected = versions.newest(db, "a1").feedback
    assert corrected.corrects is not None
    assert corrected.corrected == ()


def test_what_was_only_said_on_the_telephone_is_not_a_letter_to_correct(tmp_path: Path) -> None:
    db = sent(tmp_path, "reached")
    found_wrong(db)
    save_draft(db, feedback(text="We decided not to offer it."), INES, 1)
    assert versions.newest(db, "a1").feedback.corrects is None


@pytest.mark.parametrize(("text", "corrected"), [("Write joins.", ()), ("Write two joins.", ("sql",))])
def test_an_answer_to_a_request_corrects_only_what_it_says_differently(
    tmp_path: Path, text: str, corrected: tuple[str, ...]
) -> None:
    db = sent(tmp_path, said=with_said((None, "No."), ("sql", "Write joins.")))
    requests.record_request(db, "a1", INES)
    save_draft(db, with_said((None, "No."), ("sql", text)), INES, 1)
    newer = versions.newest(db, "a1").feedback
    assert newer.corrected == corrected
    assert (newer.corrects is not None) == bool(corrected)


def test_a_new_draft_that_numbers_its_statements_afresh_changes_only_what_it_says_differently() -> None:
    before = with_said((None, "No."), ("sql", "Write joins."), ("modelling", "Draw it."))
    after = with_said(("sql", "Write joins."), ("modelling", "Draw it first."), ("tests", "Write tests."))
    assert changed_criteria(before, after) == ("modelling", "tests")
    assert changed_criteria(after, before) == ("modelling", "tests")


def test_an_approved_version_knows_the_day_of_its_approval_and_the_next_draft_has_none(
    tmp_path: Path,
) -> None:
    db = store(tmp_path)
    approved(db)
    found = versions.newest(db, "a1").feedback
    assert found.approved_on == clock.today(found.standard.time_zone)
    save_draft(db, found, INES, 1)
    assert versions.newest(db, "a1").feedback.approved_on is None
    assert versions.version(db, "a1", 1).feedback.approved_on is None
