"""What is said of a role: what is missing in it, and what differs between two of its versions."""

from collections.abc import Iterator
from typing import NamedTuple

from recruiter_kit.intake.role_making.draft import NEEDED, missing
from recruiter_kit.intake.role_making.suggesting import Part
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, Role
from recruiter_kit.web.context import standard
from recruiter_kit.web.filters import plain
from recruiter_kit.web.flashes import counted

_LACKS = {
    Part.REQUIRED: "role_lacks_required",
    Part.TEXT: "role_lacks_text",
    Part.ADVICE: "role_lacks_advice",
    Part.KIND: "role_lacks_kind",
}


class ToDo(NamedTuple):
    """Something that is missing in a role; `needed` where no letter can be made without it."""

    text: str
    needed: bool


class Difference(NamedTuple):
    """One thing that differs: what it is, before and after; "" where it was or is not there."""

    what: str
    before: str = ""
    after: str = ""


def to_do(role: Role) -> list[ToDo]:
    """Return what is missing in a role, with what is needed first."""
    found = []
    if not role.criteria:
        found.append(ToDo(say("role_no_criteria"), needed=True))
    if not role.organisation and not standard().organisation:
        found.append(ToDo(say("role_no_organisation"), needed=True))
    for part, key in _LACKS.items():
        if count := sum(part in missing(criterion) for criterion in role.criteria):
            found.append(ToDo(counted(key, count), needed=part in NEEDED))
    return found


def differences(before: Role, after: Role) -> list[Difference]:
    """Return what differs between two versions of a role, in reading order."""
    was, became = ({each.id: each for each in role.criteria} for role in (before, after))
    found = list(_of_role(before, after))
    found += [
        Difference(say("role_change_added"), after=each.name) for each in after.criteria if each.id not in was
    ]
    found += [
        Difference(say("role_change_removed"), before=each.name)
        for each in before.criteria
        if each.id not in became
    ]
    for each in after.criteria:
        if each.id in was:
            found += _of_criterion(was[each.id], each)
    both = [[id for id in one if id in other] for one, other in ((was, became), (became, was))]
    if both[0] != both[1]:
        names = [
            ", ".join(of[id].name for id in order) for of, order in zip((was, became), both, strict=True)
        ]
        found.append(Difference(say("role_change_order"), *names))
    return [each for each in found if each.before != each.after]


def _of_role(before: Role, after: Role) -> Iterator[Difference]:
    yield Difference(say("role_change_title"), before.title, after.title)
    yield Difference(say("role_change_organisation"), before.organisation or "", after.organisation or "")
    yield Difference(say("role_change_country"), before.country or "", after.country or "")
    scales = [say("role_change_scale_of", **role.scale.model_dump()) for role in (before, after)]
    yield Difference(say("role_change_scale"), *scales)


def _of_criterion(before: Criterion, after: Criterion) -> Iterator[Difference]:
    name = after.name
    yield Difference(say("role_change_name"), before.name, after.name)
    kinds = [plain(each.kind or "") for each in (before, after)]
    yield Difference(say("role_change_kind", criterion=name), *kinds)
    required = ["" if each.required is None else f"{each.required:g}" for each in (before, after)]
    yield Difference(say("role_change_required", criterion=name), *required)
    weights = [f"{each.weight:g}" for each in (before, after)]
    yield Difference(say("role_change_weight", criterion=name), *weights)
    for level in sorted({*before.levels, *after.levels}, key=float):
        texts = [each.levels.get(level, "") for each in (before, after)]
        yield Difference(say("role_change_level", criterion=name, level=level), *texts)
    advice = ["\n".join(each.advice) for each in (before, after)]
    yield Difference(say("role_change_advice", criterion=name), *advice)
