"""Accounts: first link, passwords, a brake on guessing."""

from datetime import timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.people import accounts, users
from recruiter_kit.people.accounts import (
    TooManyTriesError,
    change_password,
    first_link,
    new_link,
    set_password_by_link,
    sign_in,
)
from recruiter_kit.store.database import Database, open_store

INES, HERE = "ines@example.org", "192.0.2.7"
PASSWORD = "a quiet sentence of my own"  # noqa: S105


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_store(tmp_path / "recruiter-kit.db")


def person(db: Database, email: str = INES) -> users.User:
    added = users.add(db, "Ines Okoro", email, "recruiter", "terminal")
    return set_password_by_link(db, new_link(db, added, "terminal"), PASSWORD)


def test_the_first_start_gives_a_link_for_the_administrator_until_a_password_is_set(db: Database) -> None:
    lost, token = first_link(db), first_link(db)
    assert lost is not None
    assert token is not None
    with pytest.raises(StoreError, match="used already or is too old"):
        set_password_by_link(db, lost, PASSWORD)
    assert set_password_by_link(db, token, PASSWORD).post == "administrator"
    assert first_link(db) is None
    assert len(users.all_users(db)) == 1


def test_a_link_works_once(db: Database) -> None:
    token = new_link(db, person(db), "terminal")
    set_password_by_link(db, token, PASSWORD)
    with pytest.raises(StoreError, match="used already"):
        set_password_by_link(db, token, PASSWORD)


def test_a_link_ends_after_two_days(db: Database) -> None:
    token = new_link(db, person(db), "terminal")
    assert users.of_link(db, token) is not None
    assert users.of_link(db, token, now() + timedelta(hours=accounts.LINK_HOURS, seconds=1)) is None


def test_a_password_that_is_too_short_does_not_use_up_the_link(db: Database) -> None:
    token = new_link(db, person(db), "terminal")
    with pytest.raises(StoreError, match="12 to 1000"):
        set_password_by_link(db, token, "short")
    assert users.of_link(db, token) is not None


def test_passwords_are_argon2id_and_neither_they_nor_tokens_are_kept(db: Database) -> None:
    token = new_link(db, person(db), "terminal")
    kept = "\n".join(db.conn.iterdump())
    assert "$argon2id$" in kept
    assert PASSWORD not in kept
    assert token not in kept


def test_the_right_password_signs_in_by_address_in_any_case(db: Database) -> None:
    person(db)
    assert sign_in(db, "Ines@Example.org", PASSWORD, HERE).name == "Ines Okoro"


def test_unknown_wrong_and_inactive_are_told_in_the_same_words(db: Database) -> None:
    known = person(db)
    said = []
    for email, password in ((INES, "wrong"), ("nobody@example.org", PASSWORD)):
        with pytest.raises(StoreError) as refused:
            sign_in(db, email, password, HERE)
        said.append(str(refused.value))
    users.change(db, known.id, "terminal", active=0)
    with pytest.raises(StoreError) as refused:
        sign_in(db, INES, PASSWORD, HERE)
    assert {*said, str(refused.value)} == {"the e-mail address or the password is wrong"}


def test_after_five_failures_even_the_right_password_waits(db: Database) -> None:
    person(db)
    at = now()
    for _ in range(accounts.MOST_FAILURES):
        with pytest.raises(StoreError, match="is wrong"):
            sign_in(db, INES, "wrong", HERE, at)
    with pytest.raises(TooManyTriesError):
        sign_in(db, INES, PASSWORD, HERE, at)
    assert sign_in(db, INES, PASSWORD, HERE, at + accounts.BRAKE + timedelta(seconds=1)).email == INES


def test_guessing_many_people_from_one_address_is_braked_too(db: Database) -> None:
    at = now()
    for number in range(accounts.MOST_FAILURES_FROM_ONE_ADDRESS):
        users.record_failure(db, f"p{number}@example.org", HERE, at)
    with pytest.raises(TooManyTriesError):
        sign_in(db, INES, PASSWORD, HERE, at)
    person(db)
    assert sign_in(db, INES, PASSWORD, "192.0.2.8", at).email == INES


def test_a_sign_in_that_works_begins_the_count_again(db: Database) -> None:
    person(db)
    for _ in range(accounts.MOST_FAILURES + 1):
        with pytest.raises(StoreError, match="is wrong"):
            sign_in(db, INES, "wrong", HERE)
        sign_in(db, INES, PASSWORD, HERE)


def test_another_password_needs_the_old_one(db: Database) -> None:
    known = person(db)
    with pytest.raises(StoreError, match="is wrong"):
        change_password(db, known, "wrong", "another sentence of mine")
    change_password(db, known, PASSWORD, "another sentence of mine")
    assert sign_in(db, INES, "another sentence of mine", HERE).id == known.id


def test_somebody_stays_administrator(db: Database) -> None:
    token = first_link(db)
    assert token is not None
    only = set_password_by_link(db, token, PASSWORD)
    with pytest.raises(StoreError, match="has to stay administrator"):
        users.change(db, only.id, only.email, post="recruiter")
    with pytest.raises(StoreError, match="has to stay administrator"):
        users.change(db, only.id, only.email, active=0)
    assert users.get(db, only.id).active


def test_an_address_belongs_to_one_person(db: Database) -> None:
    person(db)
    with pytest.raises(StoreError, match="already"):
        users.add(db, "Ines Two", "INES@example.org", "lead", "terminal")
