"""How the JSON of a bundle, a role file and a decisions file looks, recognised by its keys.

In: any value. Out: whether it is one of them.
"""

from typing import Any

from recruiter_kit.intake.records import items
from recruiter_kit.intake.values import has, text_in


def says_format(value: Any) -> bool:
    """Whether this says that it is of a format, as recruiter-kit/1 does."""
    return has(value, "format")


def is_bundle(value: Any) -> bool:
    """Whether this is recruiter-kit/1, or would be with the right format string."""
    return says_format(value) or (has(value, "applications") and "id" not in value)


def is_nothing(value: Any) -> bool:
    """Whether this is a list without anything in it, alone or in an envelope."""
    return value in ([], {}, None) or any(has(value, key) and value[key] == [] for key in ("data", "results"))


def is_roles(value: Any) -> bool:
    """Whether this is a role file: one role, a list of roles, or {"roles": [...]}."""
    if has(value, "roles"):
        return True
    return any(text_in(item, "title") and ("criteria" in item or "id" in item) for _, item in items(value))


def is_decisions(value: Any) -> bool:
    """Whether this is a decisions file: a list, {"decisions": [...]}, or application to decision."""
    if has(value, "decisions"):
        return True
    if any(_looks_decided(item) and "application" in item for _, item in items(value)):
        return True
    return isinstance(value, dict) and bool(value) and any(_looks_decided(item) for item in value.values())


def _looks_decided(value: Any) -> bool:
    return isinstance(value, dict) and any(key in value for key in ("outcome", "decided_by", "decided_on"))
