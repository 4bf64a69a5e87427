"""What a newer import says differently of an application, value by value.

In: the application as it is here and as the import has it, both without what is set apart (R13), and the
names that criteria and roles have. Out: rows of what, before and after.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recruiter_kit.model import Application, Scorecard

DECISION = "decision: "


class Change(NamedTuple):
    """One value: what it is, before and after; "" where it was or is not there."""

    what: str
    before: str
    after: str


class _Value(NamedTuple):
    """A value with its name; `card` distinguishes two scorecards of one interviewer."""

    card: str
    what: str


def changes(here: Application, newer: Application, names: Mapping[str, str]) -> list[Change]:
    """Return what differs, in reading order, with criteria and roles by their `names`."""
    before, after = dict(_values(here, names)), dict(_values(newer, names))
    if newer.decision is None:
        # An export without decisions takes none back.
        after |= {value: text for value, text in before.items() if value.what.startswith(DECISION)}
    both = [Change(value.what, before.get(value, ""), after.get(value, "")) for value in {**before, **after}]
    return [change for change in both if change.before != change.after]


def _values(application: Application, names: Mapping[str, str]) -> Iterator[tuple[_Value, str]]:
    yield from _fields("", application.candidate.model_dump())
    yield _Value("", "role"), names.get(application.role, application.role)
    yield _Value("", "stage"), application.stage or ""
    if application.decision:
        decision = application.decision.model_dump(mode="json")
        decision["decisive"] = [names.get(each, each) for each in application.decision.decisive]
        yield from _fields(DECISION, decision)
    for card in application.scorecards:
        for what, text in _of_card(card, names):
            yield _Value(card.id, f"scorecard of {card.interviewer.name or 'an interviewer'}{what}"), text


def _of_card(card: Scorecard, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for rating in card.ratings:
        criterion = names.get(rating.criterion, rating.criterion)
        yield f", {criterion}: level", "" if rating.level is None else f"{rating.level:g}"
        yield f", {criterion}: note", rating.note or ""
    yield ": note", card.note or ""
    yield ": recommendation", (card.recommendation or "").replace("_", " ")


def _fields(prefix: str, values: dict[str, object]) -> Iterator[tuple[_Value, str]]:
    for name, value in values.items():
        text = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")
        yield _Value("", f"{prefix}{name.replace('_', ' ')}"), text
