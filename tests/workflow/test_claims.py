"""Another application of what may be the same person is known before anybody is told."""

import json
from pathlib import Path

import pytest

from recruiter_kit.documents.email import email_message
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.claims import (
    MOST_ELSEWHERE,
    ElsewhereError,
    claim,
    elsewhere,
    elsewhere_of,
)
from recruiter_kit.workflow.imports import keep_import
from recruiter_kit.workflow.status import Status
from recruiter_kit.workflow.tellings import ready, record_telling
from recruiter_kit.workflow.versions import latest
from tests.workflow.build import INES, OMAR, applied, approved, bundle, store


def test_a_candidate_with_another_live_application_is_not_told_without_somebody_knowing(
    tmp_path: Path,
) -> None:
    db = store(tmp_path, applied(), applied("a2", family_name="Silva"), applied("a3"))
    approved(db)
    assert [(each.application, each.status) for each in elsewhere(db, "a1")] == [("a2", "decided")]
    with pytest.raises(ElsewhereError):
        record_telling(db, "a1", "phone", "reached", INES)
    with pytest.raises(ElsewhereError):
        claim(db, "a1", INES)
    claim(db, "a1", INES, knowing=True)
    record_telling(db, "a1", "phone", "reached", INES)
    (other,) = elsewhere(db, "a2")
    assert other.told
    assert (other.application, other.told.by, other.told.channel, other.told.result) == (
        "a1",
        INES,
        "phone",
        "reached",
    )


def test_the_same_address_is_the_same_candidate_whatever_the_name(tmp_path: Path) -> None:
    db = store(
        tmp_path, applied(email="m@example.org"), applied("a2", given_name="M.", email="M@Example.org")
    )
    assert [each.application for each in elsewhere(db, "a1")] == ["a2"]


def same_twice(folder: Path) -> Database:
    """Keep one person twice, from two systems, both approved."""
    one, other = applied(email="m@example.org"), applied("a2", family_name="Silva", email="m@example.org")
    db = store(folder, one, other)
    approved(db, one)
    approved(db, other)
    return db


def test_who_was_told_under_another_id_is_not_told_again_unasked(tmp_path: Path) -> None:
    db = same_twice(tmp_path)
    claim(db, "a1", INES, knowing=True)
    record_telling(db, "a1", "post", "posted", INES)
    for channel, result in (("phone", "reached"), ("post", "posted")):
        with pytest.raises(ElsewhereError, match="may have other applications"):
            record_telling(db, "a2", channel, result, OMAR)  # type: ignore[arg-type]
    claim(db, "a2", OMAR, knowing=True)
    assert record_telling(db, "a2", "post", "posted", OMAR) is Status.TOLD


def test_who_knew_of_an_open_application_is_asked_again_once_it_was_told(tmp_path: Path) -> None:
    db = same_twice(tmp_path)
    claim(db, "a2", OMAR, knowing=True)
    claim(db, "a1", INES, knowing=True)
    record_telling(db, "a1", "post", "posted", INES)
    with pytest.raises(ElsewhereError):
        ready(db, "a2", OMAR)


def test_an_e_mail_that_is_about_to_leave_counts_as_told(tmp_path: Path) -> None:
    db = same_twice(tmp_path)
    claim(db, "a2", OMAR, knowing=True)
    claim(db, "a1", INES, knowing=True)
    newest = latest(db, "a1")
    assert newest is not None
    outbox.put(db, "a1", newest.version, email_message(newest.feedback), INES)
    with pytest.raises(ElsewhereError):
        ready(db, "a2", OMAR)


def test_that_it_is_known_is_on_record(tmp_path: Path) -> None:
    db = same_twice(tmp_path)
    claim(db, "a1", INES, knowing=True)
    (row,) = db.execute("SELECT detail FROM audit WHERE what = 'claimed'").fetchall()
    assert json.loads(row[0]) == {"elsewhere": 1, "told": 0}


@pytest.mark.parametrize(
    ("mine", "other", "same"),
    [
        ({"email": "m@example.org"}, {"family_name": "Silva", "email": "M@example.org"}, (True, True)),
        ({"email": "m@example.org"}, {"family_name": "Silva", "email": "other@example.org"}, (True, False)),
        ({"email": "m@example.org"}, {"family_name": "Silva"}, (True, False)),
        ({"email": "m@example.org"}, {"given_name": "Ed", "email": "m@example.org"}, (False, True)),
        ({}, {"given_name": None, "family_name": "SILVA, Márta"}, (True, False)),
        ({}, {"given_name": "Marta Silva", "family_name": None}, (True, False)),
    ],
)
def test_the_same_name_or_address_may_be_the_same_person(
    tmp_path: Path, mine: dict[str, str], other: dict[str, str], same: tuple[bool, bool]
) -> None:
    db = store(tmp_path, applied(**mine), applied("a2", **other))
    for id in ("a1", "a2"):
        (found,) = elsewhere(db, id)
        assert (found.same_name, found.same_address) == same


def test_another_name_at_another_address_is_another_person(tmp_path: Path) -> None:
    db = store(tmp_path, applied(email="m@example.org"), applied("a2", email="n@example.org"), applied("a3"))
    assert elsewhere_of(db, ["a1", "a2", "a3"]) == {}


def test_of_many_at_one_address_the_surest_are_shown(tmp_path: Path) -> None:
    agency = [applied(f"b{n}", email="agency@example.org") for n in range(9)]
    same = applied("z", family_name="Silva", email="agency@example.org")
    db = store(tmp_path, applied(email="agency@example.org"), *agency, same)
    found = elsewhere(db, "a1")
    assert len(found) == MOST_ELSEWHERE
    assert found[0].application == "z"


def test_another_application_that_comes_in_later_is_asked_about_as_well(tmp_path: Path) -> None:
    db = store(tmp_path, applied(), applied("a2", family_name="Silva"))
    approved(db)
    claim(db, "a1", INES, knowing=True)
    record_telling(db, "a1", "phone", "no_answer", INES)
    keep_import(db, bundle(applied("a3", family_name="Silva")), b"later", "later.json", INES)
    with pytest.raises(ElsewhereError):
        record_telling(db, "a1", "phone", "no_answer", INES)
    with pytest.raises(ElsewhereError):
        claim(db, "a1", INES)
    claim(db, "a1", INES, knowing=True)
    record_telling(db, "a1", "phone", "reached", INES)
