"""What is promised to the candidate: who answers, and by which dates.

In: the decision, the standard and the day of the draft. Out: names and dates, spelled as the standard spells
them. Only dated facts are promised (R8). A candidate's days count from the decision, or from the draft where
that came later, for nobody can object by a day that has passed; how long data are kept counts from the
decision.
"""

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

from recruiter_kit.composing import phrasing
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.model import Decision
from recruiter_kit.standard import Standard

_MONTHS = "|".join(month_name[1:])
_DAY = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) (?P<month>{_MONTHS})|(?P<first>{_MONTHS}) (?P<then>\d{{1,2}}))"
    r"(?:,? (?P<year>[12]\d{3}))?"
)


def answer_by(decision: Decision, standard: Standard, drafted_on: date | None) -> date:
    """Return the day by which a disputed fact is answered."""
    return _counted_from(decision, drafted_on) + timedelta(days=standard.answer_days)


def dates(decision: Decision, standard: Standard, drafted_on: date | None) -> dict[str, str]:
    """Return the dates that are promised to the candidate, spelled as the standard spells them."""
    decided = decision.decided_on
    values = {
        "dispute_date": _counted_from(decision, drafted_on) + timedelta(days=standard.dispute_days),
        "answer_date": answer_by(decision, standard, drafted_on),
        "retention_date": _months_later(decided, standard.retention_months),
    }
    if standard.reapply_from:
        values["reapply_date"] = standard.reapply_from
    return {name: phrasing.day(value, standard, decided) for name, value in values.items()}


def over(feedback: Feedback, on: date) -> date | None:
    """Return the first day named in how to say that a fact is wrong, when it lies before `on`.

    The text is read, whoever wrote it: a day without a year is in the year of the decision or the one after.
    """
    decided = feedback.decision.decided_on
    named = [
        _read(match, decided)
        for statement in feedback.said(Part.DISPUTE)
        for match in _DAY.finditer(statement.text)
    ]
    first = next(filter(None, named), None)
    return first if first and first < on else None


def sender_name(standard: Standard) -> str:
    """Return the name that signs, or the visible blank that keeps a letter from being sent (R16)."""
    return standard.sender.name if standard.sender else phrasing.say("letter.closing.sender_missing")


def _counted_from(decision: Decision, drafted_on: date | None) -> date:
    return max(decision.decided_on, drafted_on or decision.decided_on)


def _read(match: re.Match[str], decided: date) -> date | None:
    month = list(month_name).index(match["month"] or match["first"])
    number = int(match["day"] or match["then"])
    years = [int(match["year"])] if match["year"] else [decided.year, decided.year + 1]
    days = [date(year, month, number) for year in years if 0 < number <= _last(year, month)]
    return next((day for day in days if day >= decided), days[-1] if days else None)


def _months_later(start: date, months: int) -> date:
    """Return the same day some months later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, _last(year, month + 1)))


def _last(year: int, month: int) -> int:
    return monthrange(year, month)[1]
