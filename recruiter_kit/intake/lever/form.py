"""One feedback form of Lever in the shape of recruiter-kit/1.

In: the object of the export, in the dialect of GET or of PUT. Out: the value of a scorecard, the
names of its criteria, and notices for what was left out or not understood. Labels are set by each
customer and saved beside ours (`raw`). Source: ats-formats, section 3.
"""

from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.dates import time_in_milliseconds
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.lever.scale import LEVER_SCALE, lever_recommendation
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.scorecards import Answers
from recruiter_kit.intake.values import blank, id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice, Recommendation

_TEXT = frozenset({"text", "textarea"})


@dataclass
class Form:
    """What is gathered from the fields of one form."""

    answers: Answers
    overall: list[str] = field(default_factory=list)
    ratings: list[dict[str, Any]] = field(default_factory=list)
    criteria: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)


def read_form(form: dict[str, Any], where: Where) -> Form:
    """Return what the fields of a form hold."""
    read = Form(Answers(where))
    for index, value in objects_in(form, "fields"):
        _read_field(value, where.at(f"fields[{index}]"), read)
    read.answers.report(read.notices)
    return read


def scorecard_value(form: dict[str, Any], read: Form) -> dict[str, Any]:
    """Return the form in the shape of recruiter-kit/1, without its interviewer and occasion."""
    return {
        "id": id_in(form, "id"),
        "interview": text_in(form, "text"),
        "submitted_at": _time(form, read),
        "recommendation": _recommendation(read),
        "raw": "; ".join(dict.fromkeys(read.overall)) or None,
        "ratings": read.ratings,
        **read.answers.notes,
    }


def _read_field(value: dict[str, Any], where: Where, read: Form) -> None:
    kind, heading, answer = text_in(value, "type"), one_line(text_in(value, "text") or ""), value.get("value")
    if kind == "scorecard":
        _read_scores(value, where, read)
    elif kind == "score-system" or (kind == "score" and _is_overall(value)):
        _read_overall(answer, where, read)
    elif kind == "score":
        _read_score(heading, answer, None, where, read)
    elif kind in _TEXT and isinstance(answer, str):
        read.answers.write(answer, heading)
    elif answer not in (None, "", []):
        read.answers.leave_out(heading or kind or "")


def _is_overall(value: dict[str, Any]) -> bool:
    """Whether a field of type score is the overall rating: so in the dialect of PUT, and in older forms."""
    marked = value.get("overall") is True or value.get("isSummary") is True
    return marked or isinstance(value.get("value"), str) or bool(value.get("options"))


def _read_overall(answer: Any, where: Where, read: Form) -> None:
    if isinstance(answer, str) and answer.strip():
        read.overall.append(answer.strip())
    elif answer is not None and answer != "":
        at = where.at("value")
        read.notices.append(at.notice("not_understood", "unknown_recommendation", literal=describe(answer)))


def _read_scores(value: dict[str, Any], where: Where, read: Form) -> None:
    """Read a field of type scorecard: names and values belong together by their position only."""
    scores, answers = value.get("scores"), value.get("value")
    if not isinstance(scores, list) or not isinstance(answers, list):
        if answers not in (None, "", []):
            read.notices.append(where.notice("not_understood", "scores_unnamed"))
        return
    if len(answers) != len(scores):
        read.notices.append(
            where.notice("not_understood", "scores_unequal", names=len(scores), values=len(answers))
        )
        return
    for index, (name, answer) in enumerate(zip(scores, answers, strict=True)):
        heading = one_line(text_in(name, "text") or "")
        at = where.at(f"value[{index}]")
        _read_score(
            heading, object_in({"it": answer}, "it").get("score"), text_in(answer, "comment"), at, read
        )


def _read_score(heading: str, score: Any, comment: str | None, where: Where, read: Form) -> None:
    if not heading:
        if score is not None or comment:
            read.notices.append(where.notice("not_understood", "attribute_without_name"))
        return
    criterion = criterion_id(heading)
    read.criteria.setdefault(criterion, heading)
    level, raw = _level(score)
    if raw is not None and level is None:
        read.notices.append(
            where.notice("not_understood", "unknown_level", literal=shorten(raw), criterion=shorten(heading))
        )
    read.ratings.append({"criterion": criterion, "level": level, "note": comment, "raw": raw})


def _level(score: Any) -> tuple[int | None, str | None]:
    """Return the level and the literal of a score; the level is None when it is not on the scale."""
    if score is None:
        return None, None
    raw = str(score)[:200]
    if isinstance(score, bool) or not isinstance(score, int | float) or score != int(score):
        return None, raw
    on_scale = LEVER_SCALE["lowest"] <= score <= LEVER_SCALE["highest"]
    return (int(score) if on_scale else None), raw


def _recommendation(read: Form) -> Recommendation | None:
    understood = {lever_recommendation(literal) for literal in read.overall}
    if UNKNOWN in understood or len(understood) > 1:
        literal = shorten("; ".join(dict.fromkeys(read.overall)))
        read.notices.append(
            read.answers.where.notice("not_understood", "unknown_recommendation", literal=literal)
        )
        return None
    only = next(iter(understood), None)
    return only if isinstance(only, Recommendation) else None


def _time(form: dict[str, Any], read: Form) -> str | None:
    if blank(form, "completedAt"):
        return None
    completed = form["completedAt"]
    moment = time_in_milliseconds(completed)
    if moment is None:
        expected = say("expected_milliseconds")
        at = read.answers.where.at("completedAt")
        read.notices.append(
            at.notice("not_understood", "kept_without", found=describe(completed), expected=expected)
        )
    return moment.isoformat() if moment else None
