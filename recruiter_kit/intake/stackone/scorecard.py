"""One scorecard of StackOne.

In: the object of the export. Out: a scorecard with its recommendation, its free texts, and its scores as
written. A scorecard does not say on which scale its scores are, so none becomes a level; `values` are the
possible values of a field and not its answer. Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import one_line
from recruiter_kit.intake.export import Export
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.scorecards import Answers, Card, entries, full_name, rating_of, recommended
from recruiter_kit.intake.stackone.shapes import stackone_recommendation
from recruiter_kit.intake.values import id_in, text_in

_TEXT = frozenset({"short_text", "long_text"})


def stackone_card(card: dict[str, Any], where: Where, export: Export, found: Found) -> Card:
    """Return one scorecard; scores and answers that cannot be read are reported."""
    literal = card.get("overall_recommendation")
    answers, ratings = Answers(where.at("sections")), _Ratings(found)
    for index, section in entries(card, "sections", where, found):
        private = is_private(text_in(section, "label") or "")
        for number, value in entries(section, "fields", where.at(f"sections[{index}]"), found):
            at = where.at(f"sections[{index}].fields[{number}]")
            _read_field(value, at, answers, ratings, private=private)
    answers.report(found.notices)
    user = export.value("user", id_in(card, "author_id"))
    name = full_name(user, "first_name", "last_name") or text_in(user, "name")
    understood = stackone_recommendation(literal)
    value = {
        "id": id_in(card, "id"),
        "interviewer": {"name": name or id_in(card, "author_id")},
        "interview": text_in(card, "label"),
        "submitted_at": moment_in(card, "created_at", where, found.notices),
        **recommended(understood, literal, where.at("overall_recommendation"), found),
        "ratings": ratings.values,
        **answers.notes,
    }
    return Card(value, where, ratings.criteria, id_in(card, "interview_id"), name is not None)


class _Ratings:
    """Scores as they were written, without a level."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self.values: list[dict[str, Any]] = []
        self.criteria: dict[str, str] = {}

    def add(self, name: str, score: object, where: Where) -> None:
        self.criteria.setdefault(criterion_id(name), name)
        self.values.append(rating_of(name, UNKNOWN, score, where, self._found))


def _read_field(
    value: dict[str, Any], where: Where, answers: Answers, ratings: _Ratings, *, private: bool
) -> None:
    kind, heading, answer = (
        text_in(value, "type"),
        one_line(text_in(value, "label") or ""),
        value.get("value"),
    )
    if answer in (None, "", [], {}):
        if value.get("values"):
            answers.leave_out(heading or kind or "")
    elif kind in _TEXT and isinstance(answer, str):
        answers.write(answer, heading, private=private)
    elif kind == "score" and heading and not isinstance(answer, list | dict):
        ratings.add(heading, answer, where)
    else:
        answers.leave_out(heading or kind or "")
