"""The documented columns of the two tables that are read (docs/formats.md).

Of each group of required columns one has to be there.
"""

APPLICATION_COLUMNS = ("given_name", "family_name", "email", "role", "organisation", "stage")
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
