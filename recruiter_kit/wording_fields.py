"""Which names in braces a sentence of ours may have, and which sentences a house may word itself.

In: nothing. Out: two tables, used when a wording file or a standard is loaded. What says how bad it was
(decision, bands, levels, gaps) is not among the sentences of a house: wording never changes severity.
"""

from collections.abc import Mapping
from string import Formatter

HOUSE: Mapping[str, frozenset[str]] = {
    "letter.process.separate": frozenset({"people", "date", "criteria", "document"}),
    "letter.process.panel": frozenset({"people", "date", "criteria", "document"}),
    "letter.process.single": frozenset({"date", "criteria", "document"}),
    "letter.closing.dispute": frozenset({"sender", "dispute_date", "answer_date"}),
    "letter.closing.retention": frozenset({"retention_date"}),
    "letter.closing.reapply": frozenset({"reapply_date"}),
    "call.opening.hello": frozenset({"candidate", "sender", "organisation"}),
    "call.opening.about": frozenset({"role"}),
    "call.opening.now": frozenset(),
    "call.feeling.name_it": frozenset(),
    "call.questions.ask": frozenset(),
    "call.close.thanks": frozenset(),
    "call.voicemail.message": frozenset({"candidate", "sender", "organisation"}),
}


def fields_of(text: str) -> frozenset[str]:
    """Return the names in braces. Raises ValueError for a brace that is never closed."""
    return frozenset(field for _, field, _, _ in Formatter().parse(text) if field is not None)
