"""Puts the published criteria of role files onto the roles of the exports (R3).

In: roles as exports and role files give them. Out: one role each, with the names that ratings now go
by. Where both say something and differ, the role cannot be used; nothing is chosen between them. A criterion
that is only near a published one is asked about, and off the list until somebody says what it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.records import record_of
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.criteria.matching import Matching, match
from recruiter_kit.intake.joining.found import Found, FoundRole
from recruiter_kit.messages import say
from recruiter_kit.model import Criterion, Role, UnclearName

_OF_CRITERION = ("kind", "required", "weight", "levels", "advice")


@dataclass(frozen=True)
class Published:
    """A role as it holds for every application that uses it.

    `renamed` gives the id under which a criterion of the export is published, `off_list` the names
    of the export's criteria that are not.
    """

    role: Role
    where: Where
    renamed: Mapping[str, str] = field(default_factory=dict)
    off_list: Mapping[str, str] = field(default_factory=dict)


def publish(found: Found) -> dict[str, Published]:
    """Return the roles by id, and add to what was found which of them cannot be used."""
    published = _each_once(found.published, found)
    exported = _each_once(found.roles, found)
    roles: dict[str, Published] = {}
    used: set[str] = set()
    for role_id, one in exported.items():
        match = _match(one.role, published)
        if match is not None:
            used.add(match.role.id)
            merged = _merge(one, match, found)
            if merged is not None:
                roles[role_id] = merged
            else:
                found.broken_roles.add(role_id)
        else:
            roles[role_id] = Published(one.role, one.where)
            if published and any(criterion.required is None for criterion in one.role.criteria):
                _report_unmatched(one, published, found)
    named = {found_application.application.role for found_application in found.applications}
    for role_id, one in published.items():
        if role_id in named and role_id not in roles and role_id not in found.broken_roles:
            used.add(role_id)
            roles[role_id] = _only_published(one, found)
    _report_unused(published, used, found)
    return {role_id: role for role_id, role in roles.items() if role_id not in found.broken_roles}


def _each_once(listed: Iterable[FoundRole], found: Found) -> dict[str, FoundRole]:
    """Return roles by id; one that appears twice and differs cannot be used."""
    roles: dict[str, FoundRole] = {}
    for found_role in listed:
        first = roles.setdefault(found_role.role.id, found_role)
        if first.role != found_role.role:
            found.notices.append(
                found_role.where.notice("error", "role_twice_differs", role=shorten(found_role.role.id))
            )
            found.broken_roles.add(found_role.role.id)
    return roles


def _match(role: Role, published: Mapping[str, FoundRole]) -> FoundRole | None:
    if role.id in published:
        return published[role.id]
    same = [given for given in published.values() if given.role.title.casefold() == role.title.casefold()]
    return same[0] if len(same) == 1 else None


def _merge(one: FoundRole, match: FoundRole, found: Found) -> Published | None:
    """Return the role of the export with what the role file gives, or None where the two differ."""
    role, given = one.role, match.role
    scale_given = "scale" in given.model_fields_set
    differences = []
    if scale_given and "scale" in role.model_fields_set and role.scale != given.scale:
        differences.append(("scale", _ends(given), _ends(role)))
    if role.organisation and given.organisation and role.organisation != given.organisation:
        differences.append(("organisation", given.organisation, role.organisation))
    if role.country and given.country and role.country != given.country:
        differences.append(("country", given.country, role.country))
    matching = _names(one, given, found)
    renamed, off_list = matching.matched, _off_list(role, matching)
    listed = []
    for criterion in given.criteria or role.criteria:
        own = next(
            (exported for exported in role.criteria if renamed.get(exported.id) == criterion.id), criterion
        )
        listed.append(_merge_criterion(own, criterion, differences))
    for difference in differences:
        found.notices.append(match.where.note("error", _difference(one.where.file, *difference)))
    if differences:
        return None
    value = {
        "id": role.id,
        "title": given.title,
        "organisation": given.organisation or role.organisation,
        "country": given.country or role.country,
        "scale": (given if scale_given else role).scale.model_dump(),
        "criteria": listed,
    }
    merged = record_of(Role, value, match.where, found.notices)
    return None if merged is None else Published(merged, match.where, renamed, off_list)


def _names(one: FoundRole, given: Role, found: Found) -> Matching:
    """Return the published id of each of the export's criteria, and report those that are only near one."""
    if not given.criteria:
        return Matching({criterion.id: criterion.id for criterion in one.role.criteria}, {}, ())
    matching = match(one.role.criteria, given.criteria, found.criteria)
    _report_unclear(one.role.criteria, matching, given, one.where, found)
    return matching


def _off_list(role: Role, matching: Matching) -> dict[str, str]:
    return {
        criterion.id: criterion.name for criterion in role.criteria if criterion.id not in matching.matched
    }


def _only_published(one: FoundRole, found: Found) -> Published:
    """Return a role that only a role file gives, with what the applications call its criteria."""
    named: set[str] = set()
    for found_application in found.applications:
        application = found_application.application
        if application.role == one.role.id:
            named.update(rating.criterion for card in application.scorecards for rating in card.ratings)
            named.update(application.decision.decisive if application.decision else ())
    renamed: dict[str, str] = {}
    for name in sorted(named):
        if one.role.criterion(name) is None:
            # Each alone: one application may write it in another way than the next.
            theirs = [Criterion(id=name, name=name)]
            matching = match(theirs, one.role.criteria, found.criteria)
            _report_unclear(theirs, matching, one.role, one.where, found)
            renamed |= matching.matched
    return Published(one.role, one.where, renamed)


def _report_unclear(
    theirs: Iterable[Criterion], matching: Matching, given: Role, where: Where, found: Found
) -> None:
    for criterion in theirs:
        if candidates := matching.unclear.get(criterion.id):
            meant = say("or_other").join(f"“{shorten(each.name)}”" for each in candidates)
            fields = {"criterion": shorten(criterion.name), "role": shorten(given.title), "meant": meant}
            found.notices.append(where.notice("not_understood", "criterion_unclear", **fields))
            names = tuple(each.name for each in candidates)
            found.unclear.append(UnclearName(name=criterion.name, role=given.title, meant=names))


def _merge_criterion(
    own: Criterion, given: Criterion, differences: list[tuple[str, Any, Any]]
) -> dict[str, Any]:
    value = given.model_dump(mode="json")
    theirs = own.model_dump(mode="json")
    for name in _OF_CRITERION:
        silent = Criterion.model_fields[name].get_default(call_default_factory=True)
        if getattr(given, name) == silent:
            value[name] = theirs[name]
        elif getattr(own, name) not in (silent, getattr(given, name)):
            differences.append((f"{name}, {given.name}", value[name], theirs[name]))
    return value


def _difference(file: str, what: str, there: object, here: object) -> str:
    if isinstance(there, dict | list):  # texts for levels and advice: too long to be shown side by side
        return say("role_differs", file=file, what=what, values="")
    return say("role_differs", file=file, what=what, values=f": {shorten(there)} / {shorten(here)}")


def _ends(role: Role) -> str:
    return f"{role.scale.lowest}–{role.scale.highest}"


def _report_unmatched(one: FoundRole, published: Mapping[str, FoundRole], found: Found) -> None:
    titles = choices(
        [f"“{shorten(given.role.title)}” ({shorten(given.role.id)})" for given in published.values()],
        length=90,
    )
    own = f"“{shorten(one.role.title)}” ({shorten(one.role.id)})"
    found.notices.append(one.where.notice("error", "role_unmatched", role=own, titles=titles))


def _report_unused(published: Mapping[str, FoundRole], used: set[str], found: Found) -> None:
    unused = [given for given in published.values() if given.role.id not in used]
    if unused and found.applications:
        titles = choices([given.role.title for given in unused])
        found.notices.append(Where(unused[0].where.file).notice("left_out", "roles_unused", titles=titles))
