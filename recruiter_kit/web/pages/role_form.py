"""The form of a role: what it sends, and what its buttons do to it before anything is saved.

In: the form of the request. Out: a RoleSheet. The order of the fields `key` is the order of the criteria.
"""

from collections.abc import Mapping, Sequence

from flask import request

from recruiter_kit.intake.role_making.editing import CriterionSheet, RoleSheet, with_levels
from recruiter_kit.intake.role_making.suggesting import Part
from recruiter_kit.model import Role, Scale
from recruiter_kit.web.forms import number

FIELDS = ("id", "name", "kind", "required", "weight", "advice")
LONGEST_KEY = 20


def read_sheet(role: Role) -> RoleSheet:
    """Return what the form of this role sends; a criterion that is not in it was removed."""
    form = request.form
    keys = [key for key in dict.fromkeys(form.getlist("key")) if key.isalnum() and len(key) <= LONGEST_KEY]
    sheet = RoleSheet(
        title=form.get("title", ""),
        organisation=form.get("organisation", ""),
        country=form.get("country", ""),
        lowest=form.get("lowest", ""),
        highest=form.get("highest", ""),
    )
    scale = typed_scale(sheet, role)
    return sheet._replace(criteria=tuple(_criterion(key, scale) for key in keys))


def typed_scale(sheet: RoleSheet, role: Role) -> Scale:
    """Return the scale that was typed, the role's where it is not one."""
    lowest, highest = (number(text.strip()) for text in (sheet.lowest, sheet.highest))
    return Scale(lowest=lowest, highest=highest) if 0 <= lowest < highest else role.scale


def pressed(sheet: RoleSheet, button: str, role: Role) -> tuple[RoleSheet, str]:
    """Return what a button makes of the form, and the key of the criterion to go on with, "" for none."""
    what, _, key = button.partition(":")
    criteria = list(sheet.criteria)
    if what == "add":
        new = _free_key(criteria)
        blank = CriterionSheet(key=new, levels=with_levels({}, typed_scale(sheet, role)))
        return sheet._replace(criteria=(*criteria, blank)), new
    at = next((at for at, each in enumerate(criteria) if each.key == key), None)
    if at is None:
        return sheet, ""
    if what == "remove":
        del criteria[at]
        key = criteria[min(at, len(criteria) - 1)].key if criteria else ""
    elif what in ("up", "down"):
        to = max(at - 1, 0) if what == "up" else at + 1
        criteria.insert(to, criteria.pop(at))
    return sheet._replace(criteria=tuple(criteria)), key


def filled(each: CriterionSheet, before: CriterionSheet | None, said: Mapping[Part, str]) -> CriterionSheet:
    """Return a criterion with what other roles say where nothing was typed.

    `before` is how it was shown. The text goes to the level needed, and not to one typed since.
    """
    level = before.required if before else ""
    text_fits = each.required.strip() == level
    required = each.required.strip() or said.get(Part.REQUIRED, "")
    levels = dict(each.levels)
    if text_fits and required and not levels.get(required, "").strip():
        levels[required] = said.get(Part.TEXT, "")
    return each._replace(
        kind=each.kind or said.get(Part.KIND, ""),
        required=required,
        levels=levels,
        advice=each.advice if each.advice.strip() else said.get(Part.ADVICE, ""),
    )


def _criterion(key: str, scale: Scale) -> CriterionSheet:
    form = request.form
    texts = {field: form.get(f"{field}-{key}", "") for field in FIELDS}
    begins = f"level-{key}-"
    levels = {name.removeprefix(begins): text for name, text in form.items() if name.startswith(begins)}
    return CriterionSheet(key, **texts, levels=with_levels(levels, scale, texts["required"].strip()))


def _free_key(criteria: Sequence[CriterionSheet]) -> str:
    taken = {each.key for each in criteria}
    return next(key for at in range(len(taken) + 1) if (key := f"n{at}") not in taken)
