"""What is promised to the candidate: who answers, and by which dates.

In: the decision and the standard. Out: names and dates, spelled as the house spells them. Only
dated facts are promised (R8); they count from the decision, so that one letter never changes.
"""

from calendar import monthrange
from datetime import date, timedelta

from recruiter_kit.composing import phrasing
from recruiter_kit.model import Decision
from recruiter_kit.standard import Standard


def dates(decision: Decision, standard: Standard) -> dict[str, str]:
    """Return the dates that are promised to the candidate, spelled out for the house."""
    decided = decision.decided_on
    values = {
        "dispute_date": decided + timedelta(days=standard.dispute_days),
        "answer_date": decided + timedelta(days=standard.answer_days),
        "retention_date": _months_later(decided, standard.retention_months),
    }
    if standard.reapply_from:
        values["reapply_date"] = standard.reapply_from
    return {name: phrasing.day(value, standard, decided) for name, value in values.items()}


def sender_name(standard: Standard) -> str:
    """Return the name that signs, or the visible blank that keeps a letter from being sent (R16)."""
    return standard.sender.name if standard.sender else phrasing.say("letter.closing.sender_missing")


def _months_later(start: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
