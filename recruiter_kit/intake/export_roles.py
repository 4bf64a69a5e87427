"""The roles that an export mentions, with the criteria that its scorecards rate.

In: one call for each application. Out: roles without what only a role file can give: kind,
required level and texts are left open, never invented.
"""

from collections.abc import Mapping
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.records import record_of
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.joining.found import Found, FoundApplication, FoundRole
from recruiter_kit.model import Application, Criterion, Role


class ExportRoles:
    """Gathers criteria in the order in which they first appear."""

    def __init__(self, found: Found, scale: Mapping[str, int] | None = None) -> None:
        self._found = found
        self._scale = {} if scale is None else {"scale": dict(scale)}
        self._roles: dict[str, dict[str, Any]] = {}
        self._criteria: dict[str, dict[str, str]] = {}
        self._where: dict[str, Where] = {}

    def add(
        self, role_id: str, title: str, criteria: Mapping[str, str], where: Where, organisation: str = ""
    ) -> None:
        """Remember a role and the names of its criteria by id."""
        role = self._roles.setdefault(role_id, {"id": role_id, "title": title, **self._scale})
        first = self._where.setdefault(role_id, where.of(None))
        if organisation and role.setdefault("organisation", organisation) != organisation:
            other = shorten(str(role["organisation"]))
            at = where.at("organisation")
            self._found.notices.append(
                at.notice("error", "rows_differ", text=shorten(organisation), other=other, first=first.place)
            )
            self._found.broken_roles.add(role_id)
        known = self._criteria.setdefault(role_id, {})
        for criterion, name in criteria.items():
            known.setdefault(criterion, name)

    def keep(
        self,
        value: Mapping[str, Any],
        title: str,
        criteria: Mapping[str, str],
        where: Where,
        organisation: str = "",
    ) -> bool:
        """Add an application in the shape of recruiter-kit/1, and its role; False if it is broken."""
        application = record_of(Application, dict(value), where, self._found.notices)
        if application is None:
            self._found.broken_applications.add(str(value["id"]))
            return False
        self.add(application.role, title, criteria, where, organisation)
        self._found.applications.append(FoundApplication(application, where))
        return True

    def finish(self) -> None:
        """Add the roles to what was found."""
        for role_id, value in self._roles.items():
            criteria = [
                {"id": criterion, "name": name} for criterion, name in self._criteria[role_id].items()
            ]
            where = self._where[role_id]
            role = record_of(Role, value | {"criteria": criteria}, where, self._found.notices)
            if role is None:
                self._found.broken_roles.add(role_id)
            else:
                self._add(FoundRole(role, where))

    def _add(self, new: FoundRole) -> None:
        """Add a role; where another export of the same system has it, only the criteria that are new."""
        for at, known in enumerate(self._found.roles):
            criteria = known.role.criteria
            same = known.role.model_copy(update={"criteria": new.role.criteria}) == new.role
            if same and all(each == Criterion(id=each.id, name=each.name) for each in criteria):
                more = (each for each in new.role.criteria if known.role.criterion(each.id) is None)
                role = known.role.model_copy(update={"criteria": (*criteria, *more)})
                self._found.roles[at] = FoundRole(role, known.where)
                return
        self._found.roles.append(new)
