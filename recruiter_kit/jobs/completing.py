"""Files read beside what is here: a role that is not complete is completed, and criteria keep their ids.

In: opened files and the store. Out: a bundle that can be kept. A role file among the files says what its role
is; only other roles are completed by the one that is here.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.files.document import Document
from recruiter_kit.intake.criteria.keeping_ids import with_ids_of
from recruiter_kit.intake.detection import Kind, Source
from recruiter_kit.intake.opening import Opened
from recruiter_kit.intake.reader import published_in, read_opened
from recruiter_kit.model import Bundle, Role
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import applications


def completed(
    opened: Opened,
    db: Database,
    criteria: Mapping[str, str] | None = None,
    ties: Mapping[str, str] | None = None,
) -> Bundle:
    """Return everything that opened files hold; the parameters are those of `read`.

    Raises InputError when no file speaks of an application.
    """
    roles = applications.roles(db)
    return with_ids_of(_read(opened, roles, criteria, ties), roles, criteria)


def _read(
    opened: Opened, roles: list[Role], criteria: Mapping[str, str] | None, ties: Mapping[str, str] | None
) -> Bundle:
    read = read_opened(opened, criteria, ties)
    if not any(notice.kind == "lacking" for notice in read.notices):
        return read
    given = _keys([one.role for one in published_in(opened).published])
    wanted = _keys(read.roles)
    completing = [role for role in roles if _keys([role]) & wanted and not _keys([role]) & given]
    if not completing:
        return read
    here = Document("roles.json", {"roles": [role.model_dump(mode="json") for role in completing]})
    try:
        return read_opened(
            replace(opened, sources=(*opened.sources, Source(Kind.ROLES, here))), criteria, ties
        )
    except RecruiterKitError:
        # The role that is here does not fit what was read; a person sees what is missing.
        return read


def _keys(roles: Iterable[Role]) -> set[str]:
    """Return what roles are known by, as a role file and an export are matched."""
    return {key for role in roles for key in (role.id, role.title.casefold())}
