"""Reader of the interchange format recruiter-kit/1.

In: documents. Out: roles and applications, each checked alone, so that one bad application never
stops the others. A file with roles and no application counts as a role file.
"""

from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices, describe
from recruiter_kit.files.records import record_of
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.joining.found import Found, FoundApplication, FoundRole
from recruiter_kit.intake.values import id_in
from recruiter_kit.messages import say
from recruiter_kit.model import FORMAT, Application, BundleFile, Role


def read_bundle(document: Document, found: Found) -> None:
    """Add the roles and applications of one file to what was found.

    Raises InputError when the file as a whole is not of the format.
    """
    file, value = document.file, document.value
    _check_format(value, file)
    roles = _list_in(value, "roles", file)
    applications = _list_in(value, "applications", file)
    repeated = dict(document.repeated)
    whole = [place for place in repeated if not place.startswith(("roles[", "applications["))]
    if whole:
        raise InputError.of("json_duplicate_key", file=file, place=whole[0], repeated=repeated[whole[0]])
    for key in value.keys() - BundleFile.model_fields.keys():
        expected = choices(list(BundleFile.model_fields))
        where = Where(file, shorten(key))
        found.notices.append(where.notice("error", "unknown_field", expected=expected))
    only_roles = not applications
    for index, role in enumerate(roles):
        _read_role(role, Where(file, f"roles[{index}]"), repeated, found, published=only_roles)
    for index, application in enumerate(applications):
        _read_application(application, Where(file, f"applications[{index}]"), repeated, found)


def holds_only_roles(contents: object) -> bool:
    """Whether a document has no application in it, and so may serve as a role file."""
    return isinstance(contents, Document) and not contents.value.get("applications")


def _check_format(value: dict[str, Any], file: str) -> None:
    if "format" not in value:
        raise InputError.of("missing_field", file=file, place="format", expected=FORMAT)
    if value["format"] != FORMAT:
        raise InputError.of(
            "wrong_type", file=file, place="format", found=describe(value["format"]), expected=FORMAT
        )


def _list_in(value: dict[str, Any], key: str, file: str) -> list[Any]:
    listed = value.get(key, [])
    if not isinstance(listed, list):
        expected = say("expected_list")
        raise InputError.of("wrong_type", file=file, place=key, found=describe(listed), expected=expected)
    return listed


def _read_role(value: Any, where: Where, repeated: dict[str, str], found: Found, *, published: bool) -> None:
    role = None
    if not _appears_twice(where, repeated, found):
        role = record_of(Role, value, where, found.notices)
    if role is None:
        found.broken_roles.add(id_in(value, "id") or "")
    else:
        (found.published if published else found.roles).append(FoundRole(role, where))


def _read_application(value: Any, where: Where, repeated: dict[str, str], found: Found) -> None:
    found.seen += 1
    application_id = id_in(value, "id")
    where = where.of(application_id and application_id[:200])
    application = None
    if not _appears_twice(where, repeated, found):
        application = record_of(Application, value, where, found.notices)
    if application is None:
        found.broken_applications.add(application_id or "")
    else:
        found.applications.append(FoundApplication(application, where))


def _appears_twice(where: Where, repeated: dict[str, str], found: Found) -> bool:
    """Whether a key appears twice anywhere inside `where`; which of the two holds is not guessed."""
    inside = [place for place in repeated if place == where.place or place.startswith(f"{where.place}.")]
    for place in inside:
        at = Where(where.file, place, where.application)
        found.notices.append(at.notice("error", "json_duplicate_key", repeated=repeated[place]))
    return bool(inside)
