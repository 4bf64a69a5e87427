"""What a person may do: one table, rights.yaml, asked by every page before it shows or does anything."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from recruiter_kit.errors import DataFileError
from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Record
from recruiter_kit.people.posts import Post
from recruiter_kit.people.users import User

FILE = "rights.yaml"


Right = Literal[
    "see_applications",
    "import",
    "edit_roles",
    "write_scorecard",
    "decide",
    "draft",
    "approve",
    "tell",
    "end_hold",
    "see_withheld",
    "see_quarantined",
    "release_withheld",
    "change_standard",
    "change_mail",
    "see_audit",
    "manage_users",
]


class _Table(Record):
    own_roles_only: tuple[Post, ...]
    rights: Mapping[Right, tuple[Post, ...]]


def may(user: User | None, right: Right, role: str | None = None) -> bool:
    """Whether this person may do it, to the applications of `role` where one is named."""
    if user is None or not user.active:
        return False
    allowed = _table().rights[right]
    if user.administers and Post.ADMINISTRATOR in allowed:
        return True
    if user.post not in allowed:
        return False
    seen = sees_roles(user)
    return role is None or seen is None or role in seen


def posts_with(right: Right) -> tuple[Post, ...]:
    """Return the posts that may do it."""
    return _table().rights[right]


def own_roles_only(post: Post) -> bool:
    """Whether people with this post see the roles named in their account only."""
    return post in _table().own_roles_only


def sees_roles(user: User) -> tuple[str, ...] | None:
    """Return the ids of the only roles whose applications this person sees, None where it is all."""
    return user.roles_seen if user.post in _table().own_roles_only else None


@cache
def _table() -> _Table:
    table = read_record(files("recruiter_kit.people") / FILE, _Table)
    if missing := sorted(set(get_args(Right)) - set(table.rights)):
        raise DataFileError.of("rights_missing", file=FILE, rights=", ".join(missing))
    return table
