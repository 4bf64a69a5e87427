"""People: nobody is added whom the app could not serve, whichever way they are added."""

from pathlib import Path

import pytest

from recruiter_kit.errors import StoreError
from recruiter_kit.people import users
from recruiter_kit.store.database import Database, open_store


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return open_store(tmp_path / "recruiter-kit.db")


def test_it_works(db: Database) -> None:
    added = users.add(db, "Hanna Weiss", "hanna@example.org", "hiring_manager", "terminal", ("de",))
    assert (added.email, added.roles_seen) == ("hanna@example.org", ("de",))


@pytest.mark.parametrize(
    "email", ["not an address", "hanna", "@example.org", "hanna@", "hanna@exa mple.org", ""]
)
def test_an_address_that_is_not_one_is_refused(db: Database, email: str) -> None:
    with pytest.raises(StoreError, match="is not an e-mail address"):
        users.add(db, "Hanna Weiss", email, "recruiter", "terminal")
    assert users.all_users(db) == []


def test_a_hiring_manager_without_roles_is_refused(db: Database) -> None:
    with pytest.raises(StoreError, match="choose at least one role"):
        users.add(db, "Hanna Weiss", "hanna@example.org", "hiring_manager", "terminal")


def test_a_person_has_a_name(db: Database) -> None:
    with pytest.raises(StoreError, match="enter a name"):
        users.add(db, " ", "hanna@example.org", "recruiter", "terminal")


@pytest.mark.parametrize("values", [{"email": "nobody"}, {"roles_seen": ()}])
def test_no_change_makes_a_person_whom_nobody_would_have_added(
    db: Database, values: dict[str, object]
) -> None:
    added = users.add(db, "Hanna Weiss", "hanna@example.org", "hiring_manager", "terminal", ("de",))
    with pytest.raises(StoreError):
        users.change(db, added.id, "terminal", **values)
    assert users.get(db, added.id) == added


def test_only_what_can_be_changed_becomes_a_column(db: Database) -> None:
    added = users.add(db, "Hanna Weiss", "hanna@example.org", "recruiter", "terminal")
    with pytest.raises(ValueError, match="not to be changed"):
        users.change(db, added.id, "terminal", **{"name = 'x' --": 1})
