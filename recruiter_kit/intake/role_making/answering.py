"""The role that answers make, or what is wrong with which answer.

In: a role and answers as texts, from a terminal, or a role to go by. Out: a valid role. An answer that is
blank leaves its part open; where one is wrong, it is named and none is taken.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.criteria.matching import found
from recruiter_kit.intake.joining.lacking import has_text
from recruiter_kit.intake.role_making.suggesting import Part
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, CriterionKind, Role

Asked = tuple[str, Part]
"""A question by its criterion's id and its part, a kind or a required level."""
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,3})?")
TAKEN = ("kind", "required", "weight", "levels", "advice")


class Answered(NamedTuple):
    """The role with the answers in it, None where one is wrong; `problems` says which and why."""

    role: Role | None
    problems: Mapping[Asked, str]


class Taken(NamedTuple):
    """A role with what was taken from another; `sources` says from where, by criterion and field."""

    role: Role
    sources: Mapping[tuple[str, str], str]


def answered(role: Role, answers: Mapping[Asked, str]) -> Answered:
    """Return the role with the kinds and required levels that were answered instead of what was known."""
    problems: dict[Asked, str] = {}
    changes: dict[str, dict[str, Any]] = {criterion.id: {} for criterion in role.criteria}
    for (criterion_id, part), answer in answers.items():
        if role.criterion(criterion_id) is None:
            fields = {"criterion": shorten(criterion_id), "role": shorten(role.title)}
            expected = choices([each.name for each in role.criteria]) or "—"
            problems[criterion_id, part] = say("unknown_criterion", expected=expected, **fields)
        elif answer.strip():
            value, problem = _value(part, answer.strip(), role)
            changes[criterion_id][part.value] = value
            if problem:
                problems[criterion_id, part] = problem
    if problems:
        return Answered(None, problems)
    criteria = tuple(each.model_copy(update=changes[each.id]) for each in role.criteria)
    return Answered(role.model_copy(update={"criteria": criteria}), {})


def taken_from(role: Role, like: Role) -> Taken:
    """Return the role with what is missing taken from criteria of the same name in `like`, and from where.

    Levels are taken only where both have one scale. A criterion that is only near is not taken.
    """
    sources: dict[tuple[str, str], str] = {}
    fields = TAKEN if like.scale == role.scale else ("kind", "weight", "advice")
    criteria = []
    for criterion in role.criteria:
        theirs = found(criterion.id, criterion.name, like.criteria)
        changes = _lacking_in(criterion, theirs, fields) if theirs else {}
        for name in changes:
            sources[criterion.id, name] = say(
                "from_role", role=like.title, criterion=theirs.name if theirs else ""
            )
        criteria.append(criterion.model_copy(update=changes))
    return Taken(role.model_copy(update={"criteria": tuple(criteria)}), sources)


def _value(part: Part, answer: str, role: Role) -> tuple[Any, str]:
    """Return what an answer says, and what is wrong with it, "" if nothing."""
    if part is Part.KIND:
        name = "_".join(answer.casefold().replace("_", " ").split())
        if name in list(CriterionKind):
            return CriterionKind(name), ""
        return None, say("kind_expected", answer=shorten(answer), expected=choices(list(CriterionKind)))
    if _NUMBER.fullmatch(answer) and role.scale.holds(float(answer)):
        return float(answer), ""
    ends = {"lowest": role.scale.lowest, "highest": role.scale.highest}
    return None, say("level_expected", answer=shorten(answer), **ends)


def _lacking_in(criterion: Criterion, theirs: Criterion, fields: tuple[str, ...]) -> dict[str, Any]:
    changes = {}
    for name in fields:
        silent = Criterion.model_fields[name].get_default(call_default_factory=True)
        if getattr(criterion, name) == silent != getattr(theirs, name):
            changes[name] = getattr(theirs, name)
    if "levels" not in changes and "levels" in fields and not has_text(criterion):
        changes["levels"] = {**theirs.levels, **criterion.levels}
    return changes
