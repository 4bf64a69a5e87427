"""Reader of role files: the published criteria of a role, in the shape of roles[] in recruiter-kit/1.

In: documents with one role, a list of roles, or {"roles": [...]}. Out: published roles (R3).
"""

from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.records import record_of
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.joining.found import Found, FoundRole
from recruiter_kit.intake.values import has, id_in
from recruiter_kit.messages import say
from recruiter_kit.model import Role


def read_roles(document: Document, found: Found) -> None:
    """Add the roles of one role file to what was found.

    Raises InputError when `roles` is not a list.
    """
    value, places = document.value, ""
    if has(value, "roles"):
        value, places = value["roles"], "roles"
        if not isinstance(value, list):
            raise InputError.of(
                "wrong_type",
                file=document.file,
                place="roles",
                found=describe(value),
                expected=say("expected_list"),
            )
        for key in document.value.keys() - {"roles"}:
            where = Where(document.file, shorten(key))
            found.notices.append(where.notice("error", "unknown_field", expected="roles"))
    listed = value if isinstance(value, list) else [value]
    for index, role_value in enumerate(listed):
        place = f"{places}[{index}]" if isinstance(value, list) else ""
        where = Where(document.file, place)
        role = record_of(Role, _with_text_ids(role_value), where, found.notices)
        if role is None:
            found.broken_roles.add(id_in(role_value, "id") or "")
        else:
            found.published.append(FoundRole(role, where))


def _with_text_ids(value: Any) -> Any:
    """Write ids as text: a YAML file says `id: 149995` for the number of a job."""
    if not isinstance(value, dict):
        return value
    changed = {key: id_in(value, key) or part if key == "id" else part for key, part in value.items()}
    criteria = changed.get("criteria")
    if isinstance(criteria, list):
        changed["criteria"] = [
            criterion | {"id": id_in(criterion, "id") or criterion["id"]}
            if has(criterion, "id")
            else criterion
            for criterion in criteria
        ]
    return changed
