"""The documented columns of the two tables that are read (docs/formats.md).

Of each group of required columns one has to be there.
"""

from collections.abc import Sequence

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
TABLE_REQUIRED = (
    ("application", "given_name", "family_name"),
    ("role",),
    ("interviewer", "scorecard"),
    ("criterion", "note"),
)
DECISION_REQUIRED = (("application",), ("outcome",), ("reason",), ("decided_by",), ("decided_on",))


def missing(columns: Sequence[str], required: Sequence[Sequence[str]]) -> list[str]:
    """Return, of each group of columns of which one is required and none is there, what it is."""
    return [" or ".join(group) for group in required if not set(group) & set(columns)]
