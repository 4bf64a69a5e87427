"""What a new version corrects: the letter that the candidate has, and where it says something else.

In: the store and the words that are about to be kept. Out: the day of that letter and the criteria on which
it differs, or nothing where no letter was sent, or nothing in it is put right.
"""

from typing import Any

from recruiter_kit.clock import day_of
from recruiter_kit.feedback import Feedback
from recruiter_kit.store.database import Database, from_text
from recruiter_kit.workflow import status

WRITTEN = ("sent", "posted")
"""Results of a telling after which the candidate has a letter."""
_WRITTEN_SQL = ", ".join(f"'{result}'" for result in WRITTEN)


def corrects(db: Database, feedback: Feedback) -> dict[str, Any]:
    """Return the values of `corrects` and `corrected` in a Feedback that is kept now.

    A letter is corrected by words that say something else on a criterion, and by any that are written because
    a disputed fact was found wrong. What was only said on the telephone is not a letter.
    """
    last = db.execute(
        "SELECT t.at, f.json FROM counted_tellings t"
        " JOIN feedback f ON f.application = t.application AND f.version = t.version"
        f" WHERE t.application = ? AND t.result IN ({_WRITTEN_SQL}) ORDER BY t.id DESC LIMIT 1",
        (feedback.application,),
    ).fetchone()
    if last is None:
        return {"corrects": None, "corrected": ()}
    at, written = last
    criteria = changed_criteria(Feedback.model_validate_json(written), feedback)
    if not (criteria or status.correction_due(db, feedback.application)):
        return {"corrects": None, "corrected": ()}
    return {"corrects": day_of(from_text(at), feedback.standard.time_zone), "corrected": criteria}


def changed_criteria(before: Feedback, after: Feedback) -> tuple[str, ...]:
    """Return the criteria on which two feedbacks say something else, in the order of the newer one.

    Statements are compared by what they say, because a new draft numbers them afresh.
    """
    old, new = _said(before), _said(after)
    return tuple(criterion for criterion in {**new, **old} if old.get(criterion) != new.get(criterion))


def _said(feedback: Feedback) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for statement in feedback.statements:
        if statement.criterion:
            said.setdefault(statement.criterion, []).append(statement.text)
    return said
