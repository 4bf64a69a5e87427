"""How the JSON of a bundle, a role file and a decisions file looks, recognised by its keys.

In: any value. Out: whether it is one of them.
"""

from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, objects_in, text_in

_PERSON = frozenset({"first_name", "last_name", "name"})


def is_bundle(value: Any) -> bool:
    """Whether this is recruiter-kit/1, or would be with the right format string."""
    if not may_be_bundle(value):
        return False
    ours = (has(item, "role") or has(item, "scorecards") for _, item in objects_in(value, "applications"))
    return "format" in value or "roles" in value or any(ours)


def may_be_bundle(value: Any) -> bool:
    """Whether a value that nothing else recognises was meant as recruiter-kit/1: other systems list
    applications under this name, too.
    """
    return isinstance(value, dict) and ("format" in value or ("applications" in value and "id" not in value))


def is_nothing(value: Any) -> bool:
    """Whether this is a list without anything in it, alone or in an envelope."""
    return value in ([], {}, None) or any(has(value, key) and value[key] == [] for key in ("data", "results"))


def is_roles(value: Any) -> bool:
    """Whether this is a role file: one role, a list of roles, or {"roles": [...]}."""
    if is_bundle(value):
        return False
    return has(value, "roles") or any(_looks_like_role(item) for _, item in items(value))


def is_decisions(value: Any) -> bool:
    """Whether this is a decisions file: a list, {"decisions": [...]}, or application to decision."""
    if has(value, "decisions"):
        return True
    if any(_looks_decided(item) and "application" in item for _, item in items(value)):
        return True
    return isinstance(value, dict) and bool(value) and any(_looks_decided(item) for item in value.values())


def _looks_decided(value: Any) -> bool:
    return isinstance(value, dict) and any(key in value for key in ("outcome", "decided_by", "decided_on"))


def _looks_like_role(value: Any) -> bool:
    """Whether an object has the keys of a role; people have titles, too."""
    if not text_in(value, "title"):
        return False
    return "criteria" in value or ("id" in value and not _PERSON & value.keys())
