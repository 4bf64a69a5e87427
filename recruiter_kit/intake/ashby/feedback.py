"""One feedback form of Ashby in the shape of recruiter-kit/1.

In: the object of the export and the definition of its form. Out: the value of a scorecard, the names of its
criteria, and notices for what was left out or not understood. Criteria have the titles of the form's Score
fields. What an organisation offers to select from has no documented order: it is kept (`raw`), never ranked.
Source: ats-formats, section 4.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.intake.scales import UNKNOWN, Unknown, criterion_id
from recruiter_kit.intake.scorecards import Answers, rating_of
from recruiter_kit.intake.values import object_in, objects_in, text_in

ASHBY_SCALE = {"lowest": 1, "highest": 4}
_TEXT = frozenset({"RichText", "LongText", "String"})
_EMPTY: tuple[Any, ...] = (None, "", [], {})


class Field(NamedTuple):
    """A field of a form: its path, type, title, the labels of what can be selected, and if it is private."""

    path: str
    kind: str
    title: str
    labels: dict[str, str]
    private: bool


@dataclass
class Feedback:
    """What is gathered from the fields of one form."""

    answers: Answers
    found: Found
    overall: list[str] = field(default_factory=list)
    ratings: list[dict[str, Any]] = field(default_factory=list)
    criteria: dict[str, str] = field(default_factory=dict)


def read_feedback(submitted: dict[str, Any], form: dict[str, Any], where: Where, found: Found) -> Feedback:
    """Return what a submitted form holds; a note or level that cannot be read costs the application."""
    read = Feedback(Answers(where), found)
    values = object_in(submitted, "submittedValues")
    fields = list(_fields(form))
    known = {each.path for each in fields}
    twice = Counter(each.title for each in fields if each.kind == "Score")
    for each in fields:
        answer = values.get(each.path)
        if answer not in _EMPTY:
            named = each if twice[each.title] < 2 else each._replace(title=f"{each.title} ({each.path})")
            _read_field(named, answer, where.at(f"submittedValues.{each.path}"), read)
    for path in sorted(values.keys() - known):
        if values[path] not in _EMPTY:
            fields_of = {"path": shorten(path), "literal": _shown(values[path])}
            found.notices.append(
                where.at("submittedValues").notice("not_understood", "answer_without_field", **fields_of)
            )
    read.answers.report(found.notices)
    return read


def _fields(form: dict[str, Any]) -> Iterator[Field]:
    for _, section in objects_in(form, "sections"):
        heading = text_in(section, "title") or ""
        for _, wrapped in objects_in(section, "fields"):
            inner = object_in(wrapped, "field")
            path = text_in(inner, "path")
            if path is None:
                continue
            labels = {
                str(choice.get("value")): text_in(choice, "label") or str(choice.get("value"))
                for _, choice in objects_in(inner, "selectableValues")
            }
            title = one_line(text_in(inner, "title") or text_in(inner, "humanReadablePath") or path)
            private = is_private(title) or is_private(heading)
            yield Field(path, text_in(inner, "type") or "", title, labels, private)


def _read_field(each: Field, answer: Any, where: Where, read: Feedback) -> None:
    if each.kind == "Score":
        _read_score(each, answer, where, read)
    elif each.kind in _TEXT or (not each.labels and isinstance(answer, dict) and "value" in answer):
        text = _text(each, answer, where, read)
        read.answers.write(text, each.title, private=each.private)
    elif each.labels:
        chosen = answer if isinstance(answer, list) else [answer]
        labels = ", ".join(each.labels.get(str(value), _shown(value)) for value in chosen)
        if _is_overall(each):
            read.overall.append(labels)
        else:
            read.answers.leave_out(each.title, labels)
    else:
        read.answers.leave_out(each.title, _shown(answer))


def _read_score(each: Field, answer: Any, where: Where, read: Feedback) -> None:
    score = answer.get("score") if isinstance(answer, dict) else answer
    comments = answer.get("comments") if isinstance(answer, dict) else None
    text = None if comments in _EMPTY else _text(each, comments, where.at("comments"), read)
    note = read.answers.words(text, each.title)
    if note and each.private:
        read.answers.private.append(note)
        note = ""
    read.criteria.setdefault(criterion_id(each.title), each.title)
    read.ratings.append(rating_of(each.title, ashby_level(score), score, where, read.found, note or None))


def ashby_level(score: Any) -> int | Unknown | None:
    """Return the level of a score, 1 to 4, written as a number or as text; None where there is none."""
    if score in _EMPTY:
        return None
    text = score.strip() if isinstance(score, str) else str(score) if type(score) in (int, float) else ""
    return {"1": 1, "2": 2, "3": 3, "4": 4}.get(text.removesuffix(".0"), UNKNOWN)


def _text(each: Field, answer: Any, where: Where, read: Feedback) -> str | None:
    """Return a text, which is plain or {"type": "PlainText", "value": "…"}."""
    text = answer.get("value") if isinstance(answer, dict) else answer
    if not isinstance(text, str):
        fields = {"question": shorten(each.title), "found": describe(text)}
        read.found.refuse(where.notice("error", "answer_unreadable", **fields))
        return None
    return text


def _is_overall(each: Field) -> bool:
    return any(
        "overall" in name and "recommendation" in name
        for name in (each.title.casefold(), each.path.casefold())
    )


def _shown(value: Any) -> str:
    return describe(value).strip("“”")
