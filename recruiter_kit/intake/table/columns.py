"""The documented columns of the two tables that are read (docs/formats.md).

Of each group of required columns one has to be there.
"""

from collections.abc import Sequence

from recruiter_kit.errors import InputError
from recruiter_kit.intake.table.sheet import Sheet

APPLICATION_COLUMNS = (
    "given_name",
    "family_name",
    "email",
    "role",
    "organisation",
    "stage",
    "status",
    "can_email",
)
SCORECARD_COLUMNS = (
    "interviewer",
    "interviewer_role",
    "interview",
    "occasion",
    "submitted_at",
    "recommendation",
    "private_note",
)
TABLE_COLUMNS = (
    "application",
    *APPLICATION_COLUMNS,
    "scorecard",
    *SCORECARD_COLUMNS,
    "criterion",
    "level",
    "note",
)
DECISION_COLUMNS = ("application", "outcome", "reason", "decisive", "note", "decided_by", "decided_on")
TABLE_REQUIRED = (("application",), ("role",), ("interviewer", "scorecard"), ("criterion", "note"))
DECISION_REQUIRED = (("application",), ("outcome",), ("reason",), ("decided_by",), ("decided_on",))


def check_columns(sheet: Sheet, required: Sequence[Sequence[str]]) -> None:
    """Raise InputError when of a group of columns, one of which is required, none is there."""
    missing = [group for group in required if not any(column in sheet.columns for column in group)]
    if missing:
        columns = ", ".join(" or ".join(group) for group in missing)
        raise InputError.of("columns_missing", file=sheet.file, columns=columns)
