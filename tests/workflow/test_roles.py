"""A role that was completed replaces the one that is here, once, and only as it was seen."""

from pathlib import Path

import pytest

from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.model import Role
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, roles
from tests.workflow.build import INES, store


def here(db: Database) -> Role:
    (role,) = applications.roles(db)
    return role


def with_required(role: Role, required: float | None) -> Role:
    first, *rest = role.criteria
    return role.model_copy(update={"criteria": (first.model_copy(update={"required": required}), *rest)})


def test_an_answer_is_kept_and_audited_once(tmp_path: Path) -> None:
    db = store(tmp_path)
    before = here(db)
    answered = with_required(before, 5)
    assert roles.complete(db, answered, before, INES)
    assert here(db) == answered
    assert not roles.complete(db, answered, answered, INES), "nothing in it is new"
    completed = [entry for entry in audit.entries(db) if entry.what == Event.ROLE_COMPLETED]
    assert [entry.by for entry in completed] == [INES]


def test_what_somebody_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    db = store(tmp_path)
    before = here(db)
    roles.complete(db, with_required(before, 5), before, INES)
    with pytest.raises(StoreError):
        roles.complete(db, with_required(before, 2), before, INES)
    assert here(db).criteria[0].required == 5


def test_a_role_that_is_not_here_is_not_found(tmp_path: Path) -> None:
    db = store(tmp_path)
    other = here(db).model_copy(update={"id": "other"})
    with pytest.raises(NotFoundError):
        roles.complete(db, other, other, INES)


def test_a_role_is_incomplete_while_a_required_level_is_open(tmp_path: Path) -> None:
    db = store(tmp_path)
    before = here(db)
    assert roles.incomplete(db) == []
    roles.complete(db, with_required(before, None), before, INES)
    assert [role.id for role in roles.incomplete(db)] == [before.id]
