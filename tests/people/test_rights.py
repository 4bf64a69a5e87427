"""Rights: one table, nothing that is not in it is allowed."""

import pytest

from recruiter_kit.people.posts import Post
from recruiter_kit.people.rights import may, sees_roles
from recruiter_kit.people.users import User


def person(post: str, *roles: str, active: bool = True) -> User:
    return User(1, "Ines Okoro", "ines@example.org", None, None, post, roles, active)


@pytest.mark.parametrize(
    ("right", "posts"),
    [
        ("draft", {"recruiter", "lead"}),
        ("approve", {"approver", "hiring_manager", "lead"}),
        ("see_quarantined", {"privacy_officer"}),
        ("manage_users", {"administrator"}),
        ("see_applications", set(Post) - {"administrator"}),
    ],
)
def test_each_person_may_do_what_the_table_says(right: str, posts: set[str]) -> None:
    assert {each for each in Post if may(person(each), right)} == posts  # type: ignore[arg-type]


def test_nobody_and_the_inactive_may_do_nothing() -> None:
    assert not may(None, "see_applications")
    assert not may(person("lead", active=False), "see_applications")


def test_a_hiring_manager_sees_and_approves_own_roles_only() -> None:
    manager = person("hiring_manager", "r1")
    assert may(manager, "approve", "r1")
    assert not may(manager, "approve", "r2")
    assert sees_roles(manager) == ("r1",)
    assert sees_roles(person("approver", "r1")) is None


def test_who_administers_beside_something_else_may_do_both_and_no_more() -> None:
    both = person("recruiter")._replace(administers=True)
    assert may(both, "manage_users")
    assert may(both, "draft")
    assert not may(both, "approve")
    assert not may(both._replace(active=False), "manage_users")
