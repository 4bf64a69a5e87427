"""One feedback form of Lever in the shape of recruiter-kit/1.

In: the object of the export, in the dialect of GET or of PUT. Out: the value of a scorecard, the
names of its criteria, and notices for what was left out or not understood. Labels are set by each
customer and saved beside ours (`raw`). Source: ats-formats, section 3.
"""

from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.dates import time_in_milliseconds
from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices, describe
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.assistants import is_by_assistant, marked_note, report_left_out
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.intake.lever.scale import LEVER_SCALE, lever_recommendation
from recruiter_kit.intake.plain_note import cleaned, without_heading
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.values import blank, id_in, object_in, objects_in, text_in
from recruiter_kit.messages import say
from recruiter_kit.model import Notice, Recommendation

_TEXT = frozenset({"text", "textarea"})


@dataclass
class Form:
    """What is gathered from the fields of one form."""

    where: Where
    overall: list[str] = field(default_factory=list)
    ratings: list[dict[str, Any]] = field(default_factory=list)
    criteria: dict[str, str] = field(default_factory=dict)
    shared: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)
    by_assistant: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    signed: bool = False

    @property
    def empty(self) -> bool:
        """Whether nobody filled in anything that can be used."""
        rated = any(rating["level"] is not None or rating["raw"] or rating["note"] for rating in self.ratings)
        return not (self.overall or self.shared or self.private or self.by_assistant or rated)


def read_form(form: dict[str, Any], where: Where) -> Form:
    """Return what the fields of a form hold."""
    read = Form(where)
    for index, value in objects_in(form, "fields"):
        _read_field(value, where.at(f"fields[{index}]"), read)
    if read.signed:
        read.notices.append(where.notice("left_out", "around_note"))
    report_left_out(read.shared, read.by_assistant, where, read.notices)
    if read.left_out:
        named = choices(read.left_out, length=62)
        read.notices.append(where.at("fields").notice("left_out", "answers_left_out", questions=named))
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
        **marked_note(read.shared, read.by_assistant),
        "private_note": "\n".join(read.private) or None,
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
        words, signed = cleaned(answer)
        read.signed = read.signed or signed
        words = without_heading(words, heading)
        if words:
            _notes_for(heading, read).append(words)
    elif answer not in (None, "", []):
        read.left_out.append(f"“{shorten(heading or kind or '', 60)}”")


def _notes_for(heading: str, read: Form) -> list[str]:
    """Return the notes that a text under this heading belongs to."""
    if is_private(heading):
        return read.private
    return read.by_assistant if is_by_assistant(heading) else read.shared


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
        read.notices.append(read.where.notice("not_understood", "unknown_recommendation", literal=literal))
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
        at = read.where.at("completedAt")
        read.notices.append(
            at.notice("not_understood", "kept_without", found=describe(completed), expected=expected)
        )
    return moment.isoformat() if moment else None
