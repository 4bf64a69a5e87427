"""A withheld sentence is released by a person, for a reason; never a protected one."""

from pathlib import Path

import pytest

from recruiter_kit import clock
from recruiter_kit.errors import InputError, NotFoundError
from recruiter_kit.feedback import Feedback
from recruiter_kit.model import Bundle
from recruiter_kit.standard import Sender, Standard
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import answering, versions
from recruiter_kit.workflow.imports import keep_import
from tests import build
from tests.workflow.build import INES

STANDARD = Standard(sender=Sender(name="Ines Okoro", email=INES))
TODAY = clock.today(None)
WITHHELD = "Lean no after the join."
PROTECTED = "Has two small kids at home."


@pytest.fixture
def db(tmp_path: Path) -> Database:
    """Return a store with a draft in which two sentences are withheld."""
    opened = open_store(tmp_path / "recruiter-kit.db")
    note = f"You left out the index. {WITHHELD} {PROTECTED}"
    application = build.application(build.scorecard(build.rating(2, note)))
    application = application.model_copy(update={"id": "a1"})
    keep_import(opened, Bundle(roles=(build.role(),), applications=(application,)), b"x", "a.json", INES)
    versions.save_draft(opened, answering.drafted(opened, "a1", STANDARD, TODAY), INES, 0)
    return opened


def newest(db: Database) -> Feedback:
    return versions.newest(db, "a1").feedback


def withheld(db: Database) -> dict[str, str | None]:
    return {each.source.text: each.id for each in newest(db).withheld}


def release(db: Database, text: str, reason: str = "It was said to her face.") -> answering.Answered:
    id = withheld(db)[text]
    return answering.release(db, versions.newest(db, "a1"), id or "", reason, INES, STANDARD, TODAY)


def test_a_released_sentence_may_be_told_and_the_release_is_kept(db: Database) -> None:
    done = release(db, WITHHELD)
    assert done.version == 2
    assert WITHHELD not in withheld(db)
    (kept,) = newest(db).releases
    assert (kept.reason, kept.by, kept.on) == ("It was said to her face.", INES, TODAY)
    again = answering.drafted(db, "a1", STANDARD, TODAY)
    assert WITHHELD not in [each.source.text for each in again.withheld]


def test_the_log_has_the_id_and_never_a_word(db: Database) -> None:
    id = withheld(db)[WITHHELD]
    release(db, WITHHELD)
    entry = [each for each in audit.entries(db) if each.what == "sentence released"][-1]
    assert entry.detail == {"sentence": id, "version": 2}


def test_a_release_needs_a_reason(db: Database) -> None:
    with pytest.raises(InputError, match="needs a reason"):
        release(db, WITHHELD, " ")
    assert not newest(db).releases


def test_nobody_releases_a_protected_sentence(db: Database) -> None:
    assert withheld(db)[PROTECTED] is None
    with pytest.raises(NotFoundError):
        release(db, PROTECTED)
