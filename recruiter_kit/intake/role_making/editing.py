"""A role as a form shows it, and the role that a form makes: every value a text, every criterion a key.

In: a role, or what was typed. Out: texts, or a valid role, or what is wrong at which field. What was not
touched is taken from the role as it was, so that saving what was shown changes nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from recruiter_kit.files.text import clean, one_line
from recruiter_kit.intake.criteria.names import folded
from recruiter_kit.intake.scales import criterion_id
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, CriterionKind, Role, Scale

Field = tuple[str, str]
"""A field by its criterion's key, "" for the role itself, and its name; "level 3" is the text of level 3."""
LONGEST_NAME = 300
MOST_CRITERIA = 200
MOST_SHOWN_LEVELS = 11
"""Of a longer scale only the levels that have a text, and the one needed, get a field."""
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,3})?")
_WHOLE = re.compile(r"-?[0-9]{1,9}")
_BULLET = re.compile(r"^[-*•–]\s+")


class CriterionSheet(NamedTuple):
    """A criterion as texts; `id` is "" for a new one, `advice` has one piece per line."""

    key: str
    id: str = ""
    name: str = ""
    kind: str = ""
    required: str = ""
    weight: str = "1"
    levels: Mapping[str, str] = {}
    advice: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it is a new one in which nothing was typed."""
        typed = (self.id, self.name, self.kind, self.required, self.advice, *self.levels.values())
        return not any(text.strip() for text in typed)


class RoleSheet(NamedTuple):
    """A role as texts."""

    title: str = ""
    organisation: str = ""
    country: str = ""
    lowest: str = "1"
    highest: str = "5"
    criteria: tuple[CriterionSheet, ...] = ()


class Edited(NamedTuple):
    """The role, None where something is wrong; `problems` says what, by field."""

    role: Role | None
    problems: Mapping[Field, str]


def shown(role: Role) -> RoleSheet:
    """Return the texts that a form shows of a role."""
    return RoleSheet(
        title=_line(role.title),
        organisation=_line(role.organisation or ""),
        country=role.country or "",
        lowest=str(role.scale.lowest),
        highest=str(role.scale.highest),
        criteria=tuple(
            criterion_shown(f"c{at}", criterion, role.scale) for at, criterion in enumerate(role.criteria)
        ),
    )


def criterion_shown(key: str, criterion: Criterion, scale: Scale) -> CriterionSheet:
    """Return the texts that a form shows of one criterion."""
    required = "" if criterion.required is None else f"{criterion.required:g}"
    return CriterionSheet(
        key=key,
        id=criterion.id,
        name=_line(criterion.name),
        kind=criterion.kind or "",
        required=required,
        weight=f"{criterion.weight:g}",
        levels=with_levels({level: _text(text) for level, text in criterion.levels.items()}, scale, required),
        advice="\n".join(_line(piece) for piece in criterion.advice),
    )


def with_levels(levels: Mapping[str, str], scale: Scale, required: str = "") -> Mapping[str, str]:
    """Return the texts of levels with a blank for each other level of the scale, in order."""
    there = {float(level): (level, text) for level, text in levels.items() if _NUMBER.fullmatch(level)}
    few = scale.highest - scale.lowest < MOST_SHOWN_LEVELS
    wanted = [str(level) for level in range(scale.lowest, scale.highest + 1)] if few else []
    if _NUMBER.fullmatch(required) and scale.holds(float(required)):
        wanted.append(required)
    for level in wanted:
        there.setdefault(float(level), (level, ""))
    return dict(there[number] for number in sorted(there))


def edited(before: Role, sheet: RoleSheet, used: Mapping[str, str] | None = None) -> Edited:
    """Return the role that a form makes of `before`.

    `used` holds the ids that criteria of this role ever had, with their last names: a new criterion gets such
    an id only where it has the same name, because ratings are tied by it.
    """
    problems: dict[Field, str] = {}
    was = shown(before)
    scale = _scale(before, sheet, was, problems)
    top = _top(sheet, problems)
    kept = [each for each in sheet.criteria if not each.is_blank]
    if len(kept) > MOST_CRITERIA:
        problems["", "criteria"] = say("role_too_many", most=MOST_CRITERIA)
        return Edited(None, problems)
    old = {each.id: each for each in before.criteria}
    _refuse_same_names(kept, old, problems)
    ids = list(_ids(kept, old, used or {}))
    criteria = tuple(
        _criterion(old.get(id), each, id, scale, problems) for each, id in zip(kept, ids, strict=True)
    )
    if problems:
        return Edited(None, problems)
    changes = {name: text or None for name, text in top.items() if text != getattr(was, name)}
    found = before.model_copy(update={**changes, "scale": scale, "criteria": criteria})
    if found == before:
        return Edited(before, {})
    return Edited(Role.model_validate(found.model_dump()), {})


def _top(sheet: RoleSheet, problems: dict[Field, str]) -> dict[str, str]:
    texts = {name: _line(getattr(sheet, name)) for name in ("title", "organisation", "country")}
    if not texts["title"]:
        problems["", "title"] = say("role_title_needed")
    for name in ("title", "organisation"):
        if len(texts[name]) > LONGEST_NAME:
            problems["", name] = say("role_text_long", most=LONGEST_NAME)
    if texts["country"] and not re.fullmatch("[A-Z]{2}", texts["country"]):
        problems["", "country"] = say("role_country")
    return texts


def _scale(before: Role, sheet: RoleSheet, was: RoleSheet, problems: dict[Field, str]) -> Scale:
    """Return the scale that was typed, the one before where it cannot be used."""
    ends = {"lowest": sheet.lowest.strip(), "highest": sheet.highest.strip()}
    if ends == {"lowest": was.lowest, "highest": was.highest}:
        return before.scale
    wrong = [name for name, text in ends.items() if not _WHOLE.fullmatch(text)]
    for name in wrong:
        problems["", name] = say("role_scale_number")
    if wrong:
        return before.scale
    lowest, highest = int(ends["lowest"]), int(ends["highest"])
    if lowest >= highest:
        problems["", "highest"] = say("role_scale_order")
        return before.scale
    return Scale(lowest=lowest, highest=highest)


def _refuse_same_names(
    sheets: Sequence[CriterionSheet], old: Mapping[str, Criterion], problems: dict[Field, str]
) -> None:
    seen: dict[str, bool] = {}
    for each in sheets:
        name = _line(each.name)
        # Two that were there before with one name stay: an import keeps what a source names.
        untouched = each.id in old and _line(old[each.id].name) == name
        if name.casefold() in seen and not (untouched and seen[name.casefold()]):
            problems[each.key, "name"] = say("role_name_twice")
        if name:
            seen[name.casefold()] = untouched


def _ids(
    sheets: Sequence[CriterionSheet], old: Mapping[str, Criterion], used: Mapping[str, str]
) -> Iterator[str]:
    """Yield the id of each: the one that it has, once, or one made from its name."""
    known = {each.id for each in sheets if each.id in old}
    given: set[str] = set()
    for each in sheets:
        id = each.id
        if id not in old or id in given:
            id = wanted = criterion_id(_line(each.name)) or each.key
            number = 1
            while id in known | given or (id in used and folded(used[id]) != folded(each.name)):
                number += 1
                id = f"{wanted[:190]}-{number}"
        given.add(id)
        yield id


def _criterion(
    before: Criterion | None, sheet: CriterionSheet, id: str, scale: Scale, problems: dict[Field, str]
) -> Criterion:
    """Return the criterion with what was changed in it; what is wrong is left as it was."""
    name = _line(sheet.name)
    made = before or Criterion(id=id, name=name[:LONGEST_NAME] or "-")
    # Compared with the texts on the scale as typed: blanks for levels are no change.
    was = criterion_shown(sheet.key, made, scale)
    changes: dict[str, Any] = {}
    if not name:
        problems[sheet.key, "name"] = say("role_name_needed")
    elif len(name) > LONGEST_NAME:
        problems[sheet.key, "name"] = say("role_text_long", most=LONGEST_NAME)
    elif name != was.name:
        changes["name"] = name
    for field, read in (("kind", _kind), ("required", _required), ("weight", _weight)):
        text = getattr(sheet, field).strip()
        if text != getattr(was, field):
            changes[field], problem = read(text, scale)
            if problem:
                problems[sheet.key, field] = problem
    if made.required is not None and "required" not in changes and not scale.holds(made.required):
        problems[sheet.key, "required"] = say("role_level_needed_number", **scale.model_dump())
    changes["levels"] = _levels(made, was, sheet, scale, problems)
    advice = _lines(sheet.advice)
    if advice != _lines(was.advice):
        changes["advice"] = _advice(made, advice)
    return made.model_copy(update=changes)


def _kind(text: str, scale: Scale) -> tuple[CriterionKind | None, str]:  # noqa: ARG001
    if text and text not in list(CriterionKind):
        return None, say("role_kind_choice")
    return (CriterionKind(text) if text else None), ""


def _required(text: str, scale: Scale) -> tuple[float | None, str]:
    if not text:
        return None, ""
    if _NUMBER.fullmatch(text) and scale.holds(float(text)):
        return float(text), ""
    return None, say("role_level_needed_number", **scale.model_dump())


def _weight(text: str, scale: Scale) -> tuple[float, str]:  # noqa: ARG001
    if not text:
        return 1, ""
    if _NUMBER.fullmatch(text) and float(text) > 0:
        return float(text), ""
    return 1, say("role_weight_number")


def _levels(
    before: Criterion, was: CriterionSheet, sheet: CriterionSheet, scale: Scale, problems: dict[Field, str]
) -> dict[str, str]:
    """Return the texts of levels: those that were not touched as they were, in their order."""
    levels = dict(before.levels)
    for level, typed in sheet.levels.items():
        text = _text(typed)
        if text == was.levels.get(level, ""):
            continue
        levels.pop(level, None)
        if text:
            levels[level] = text
    for level in levels:
        if not _NUMBER.fullmatch(level) or not scale.holds(float(level)):
            problems[sheet.key, f"level {level}"] = say(
                "role_level_off_scale", level=level, **scale.model_dump()
            )
    return levels


def _advice(before: Criterion, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the pieces of advice; a line that was there before is the piece that it was."""
    pieces = {_line(piece): piece for piece in before.advice}
    return tuple(pieces.get(line) or _BULLET.sub("", line) for line in lines)


def _lines(text: str) -> list[str]:
    return [_line(line) for line in text.splitlines() if line.strip()]


def _line(text: str) -> str:
    """Return a text as a field of one line sends it back."""
    return one_line(_text(text))


def _text(text: str) -> str:
    """Return a text as a browser sends it back: one kind of line end, no blanks around."""
    return "\n".join(line.rstrip() for line in clean(text)[0].strip().split("\n"))
