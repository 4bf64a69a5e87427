"""Reader of decisions files: who decided what on which application, and when (R1).

In: a table, a list, {"decisions": [...]}, or an object from application to decision. Out:
decisions that are not yet joined to their applications; `decisive` may name criteria or give ids.
"""

from collections.abc import Iterator
from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import Document
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.records import record_of
from recruiter_kit.files.text import shorten
from recruiter_kit.intake.joining.found import Found, FoundDecision
from recruiter_kit.intake.table.columns import DECISION_COLUMNS
from recruiter_kit.intake.table.notices import row_place, row_problems, sheet_notices
from recruiter_kit.intake.table.sheet import Row, Sheet
from recruiter_kit.intake.values import as_id, has, id_in
from recruiter_kit.messages import say
from recruiter_kit.model import Decision


def read_decisions(contents: Document | Sheet, found: Found) -> None:
    """Add the decisions of one file to what was found.

    Raises InputError when `decisions` is not a list.
    """
    entries = _of_table(contents, found) if isinstance(contents, Sheet) else _of_values(contents)
    for application, value, where in entries:
        if application is None:
            expected = say("expected_for_application")
            found.notices.append(where.at("application").notice("error", "missing_field", expected=expected))
            continue
        decision = record_of(Decision, value, where.of(application), found.notices)
        if decision is None:
            found.broken_applications.add(application)
        else:
            found.decisions.append(FoundDecision(application, decision, where.of(application)))


def _of_values(document: Document) -> Iterator[tuple[str | None, Any, Where]]:
    value, places = document.value, ""
    if has(value, "decisions"):
        value, places = value["decisions"], "decisions"
    if isinstance(value, list):
        for index, entry in enumerate(value):
            yield _entry(entry, Where(document.file, f"{places}[{index}]"))
    elif has(value, "application"):
        yield _entry(value, Where(document.file, places))
    elif isinstance(value, dict):
        for application, decision in value.items():
            place = f"{places}.{shorten(application)}".strip(".")
            yield as_id(application[:200]), decision, Where(document.file, place)
    else:
        raise InputError.of(
            "wrong_type",
            file=document.file,
            place=places,
            found=describe(value),
            expected=say("expected_list"),
        )


def _entry(value: Any, where: Where) -> tuple[str | None, Any, Where]:
    application = id_in(value, "application")
    if not isinstance(value, dict):
        return None, value, where
    decision = {key: item for key, item in value.items() if key != "application"}
    if isinstance(decision.get("decisive"), list):
        decision["decisive"] = [as_id(criterion) or criterion for criterion in decision["decisive"]]
    return application and application[:200], decision, where


def _of_table(sheet: Sheet, found: Found) -> Iterator[tuple[str | None, Any, Where]]:
    found.notices += sheet_notices(sheet, DECISION_COLUMNS)
    for row in sheet.rows:
        application = row.get("application")[:200] or None
        where = row_place(sheet.file, row, DECISION_COLUMNS).of(application)
        problems = row_problems(row, where, DECISION_COLUMNS)
        if problems:
            found.notices += problems
            found.broken_applications.add(application or "")
        else:
            yield application, _decision(row), where


def _decision(row: Row) -> dict[str, Any]:
    value: dict[str, Any] = {name: row.get(name) for name in DECISION_COLUMNS if row.get(name)}
    value["decisive"] = [
        criterion.strip() for criterion in row.get("decisive").split(";") if criterion.strip()
    ]
    value.pop("application", None)
    return value
