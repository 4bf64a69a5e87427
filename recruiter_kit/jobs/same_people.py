"""Which applications of a bundle are possibly of one person, so that nobody is told twice (R17).

In: a bundle. Out: groups that share an e-mail address, a name, or both. Whether they are one person is for
people to say: nothing is joined here.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Literal

from recruiter_kit.model import Application, Bundle, Record
from recruiter_kit.store.folding import name_words

Shared = Literal["address", "name", "name and address"]


class PossiblySame(Record):
    """Applications that are possibly of one person: what they share, and the titles of their roles."""

    applications: tuple[str, ...]
    shared: Shared
    roles: tuple[str, ...]


def possibly_same(bundle: Bundle) -> tuple[PossiblySame, ...]:
    """Return the groups, in the order of the bundle: of one address, and of one name."""
    named = _groups(bundle.applications, _name)
    addressed = _groups(bundle.applications, _address)
    found: dict[tuple[str, ...], Shared] = dict.fromkeys(addressed, "address")
    for group in named:
        found[group] = "name and address" if group in addressed else "name"
    place = {application.id: number for number, application in enumerate(bundle.applications)}
    titles = {role.id: role.title for role in bundle.roles}
    roles = {each.id: titles.get(each.role, each.role) for each in bundle.applications}
    return tuple(
        PossiblySame(applications=group, shared=shared, roles=tuple(dict.fromkeys(roles[id] for id in group)))
        for group, shared in sorted(found.items(), key=lambda each: place[each[0][0]])
    )


def _groups(
    applications: Sequence[Application], sign: Callable[[Application], str]
) -> dict[tuple[str, ...], None]:
    found: dict[str, list[str]] = defaultdict(list)
    for application in applications:
        if shared := sign(application):
            found[shared].append(application.id)
    return {tuple(ids): None for ids in found.values() if len(ids) > 1}


def _name(application: Application) -> str:
    return name_words(application.candidate.full_name)


def _address(application: Application) -> str:
    return (application.candidate.email or "").strip().casefold()
