"""How the records of Odoo's external API look, recognised by the fields of their models.

In: any value. Out: its records, out of a JSON-RPC response too, and the model of each.
Source: docs/formats.md.
"""

from collections.abc import Callable, Iterator
from typing import Any

from recruiter_kit.intake.records import Item, named_items
from recruiter_kit.intake.values import as_id, has

KINDS = {
    "applicant": "applicants (hr.applicant)",
    "activity": "activities (mail.activity)",
    "message": "messages (mail.message)",
    "answers": "survey answers (survey.user_input)",
    "answer": "survey answers (survey.user_input.line)",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("activity", lambda value: has(value, "id", "res_model", "res_id", "activity_type_id")),
    ("message", lambda value: has(value, "id", "model", "res_id", "body")),
    (
        "answers",
        lambda value: (
            has(value, "id", "survey_id") and ("user_input_line_ids" in value or "access_token" in value)
        ),
    ),
    ("answer", lambda value: has(value, "id", "user_input_id", "question_id")),
    ("applicant", lambda value: has(value, "id", "partner_name", "job_id")),
)


def is_odoo(value: Any) -> bool:
    """Whether this holds records of Odoo's recruiting."""
    return any(odoo_part(item.value) for item in odoo_items(value))


def odoo_items(value: Any) -> Iterator[Item]:
    """Yield each record of a file, bare or in a JSON-RPC response."""
    if has(value, "jsonrpc", "result"):
        yield from named_items(value["result"], "result")
    else:
        yield from named_items(value)


def odoo_part(value: Any, _name: str = "") -> str | None:
    """Return what a record is: applicant, activity, message, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)


def pair(value: dict[str, Any], key: str) -> tuple[str | None, str | None]:
    """Return id and name of a related record, which Odoo gives as [id, name], as an object, or as false."""
    found = value.get(key)
    if isinstance(found, dict):
        its_id, name = found.get("id"), found.get("display_name")
    elif isinstance(found, list) and len(found) == 2:
        its_id, name = found
    else:
        its_id, name = found, None
    return as_id(its_id), name.strip() or None if isinstance(name, str) else None
