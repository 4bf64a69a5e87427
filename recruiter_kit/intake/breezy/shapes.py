"""How the JSON of Breezy HR looks, recognised by its keys.

In: any value. Out: whether it is of this source, its objects, and what each is.
Source: ats-formats, section 10; developer.breezy.hr (candidates, body of a scorecard); two public readers of
the candidate's `meta`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from recruiter_kit.intake.values import has, id_in, object_in, objects_in
from recruiter_kit.intake.whose import Owned, owned_items

KINDS = {
    "scorecard": "scorecards",
    "body": "bodies of scorecards",
    "candidate": "candidates",
    "position": "positions",
    "stream": "streams of candidates",
    "webhook": "bodies of webhooks",
}
_PARTS: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("meta", lambda value: has(value, "scorecards") and ("stream" in value or "questionnaires" in value)),
    (
        "scorecard",
        lambda value: (
            has(object_in(value, "scorecard"), "score") and ("actingUser" in value or "acting_user" in value)
        ),
    ),
    ("body", lambda value: isinstance(value, dict) and set(value) == {"score", "note"} and _is_word(value)),
    (
        "candidate",
        lambda value: (
            has(value, "_id", "name", "stage")
            and ("email_address" in value or "meta_id" in value or "origin" in value)
        ),
    ),
    ("position", lambda value: has(value, "_id", "name", "state")),
    ("stream", lambda value: has(value, "timestamp", "type", "object")),
    ("webhook", lambda value: has(value, "type", "object") and has(object_in(value, "object"), "candidate")),
)


def is_breezy(value: Any) -> bool:
    """Whether this holds objects of Breezy, bare or in a wrapping that says whose they are."""
    return any(breezy_part(item.value) for item in owned_items(value))


def breezy_part(value: Any, _name: str = "") -> str | None:
    """Return what a Breezy object is: scorecard, candidate, position, …"""
    return next((name for name, fits in _PARTS if fits(value)), None)


def breezy_items(value: Any) -> Iterator[Owned]:
    """Yield each object of a file; a `meta` with an id of its own owns its scorecards, too."""
    for owned in owned_items(value):
        if breezy_part(owned.value) != "meta":
            yield owned
            continue
        meta = id_in(owned.value, "_id")
        owners = {**owned.owners, **({"meta": meta} if meta else {})}
        for index, card in objects_in(owned.value, "scorecards"):
            yield Owned(f"{owned.place}.scorecards[{index}]".strip("."), card, owners)


def _is_word(body: dict[str, Any]) -> bool:
    return isinstance(body["score"], str) and isinstance(body["note"], str | None)
