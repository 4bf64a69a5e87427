"""One scorecard of Greenhouse Harvest v3 as v1 would have written it.

In: the rows of a scorecard. Out: the object of v1, from which each place leads back to the row it came from,
and what is missing for it. What is lost is an error, because a part is never told for the whole; an answer
whose question is not known might be private (R9).
"""

from dataclasses import dataclass, field, replace
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.intake.export import Placed
from recruiter_kit.intake.greenhouse.scorecard import person_name
from recruiter_kit.intake.greenhouse_v3.lists import Lists, list_name
from recruiter_kit.intake.plain_note import plain_note
from recruiter_kit.intake.values import id_in, text_in
from recruiter_kit.model import Notice

_UNRATED = (None, "no_decision")
LAST = 1_000_000


@dataclass
class Card:
    """A scorecard as v1 would have it; `problems` keep its application from being used."""

    value: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Where] = field(default_factory=dict)
    problems: list[Notice] = field(default_factory=list)
    named: bool = True


@dataclass(frozen=True)
class Grouped:
    """The rows that scorecards point at or are pointed at by, by the ids of the scorecards."""

    lists: Lists
    ratings: dict[str, list[Placed]]
    answers: dict[str, list[Placed]]
    choices: dict[str, list[Placed]]
    interviewers: dict[str, list[Placed]]

    @classmethod
    def of(cls, lists: Lists) -> "Grouped":
        """Return the rows of all lists."""
        return cls(
            lists,
            lists.under("rating", "scorecard_id"),
            lists.under("answer", "scorecard_id"),
            lists.under("choice", "scorecard_question_answer_id"),
            lists.under("interviewer", "scorecard_id"),
        )


def nested_card(row: dict[str, Any], where: Where, grouped: Grouped) -> tuple[Card, Where]:
    """Return a scorecard as v1 would have it, and its place."""
    application, card = id_in(row, "application_id"), Card()
    its_id = id_in(row, "id")
    person = _interviewer(row, grouped)
    card.named = person_name(person) is not None
    kit = grouped.lists.get("kit", id_in(row, "interview_kit_id"))
    interview = grouped.lists.get("interview", id_in(kit[0], "job_interview_id")) if kit else None
    name = text_in(interview[0], "name") if interview else None
    card.value = {
        "id": row.get("id"),
        "application_id": row.get("application_id"),
        "interview": name,
        "interview_step": {"id": row.get("interview_kit_id"), "name": name},
        "interviewed_at": row.get("interviewed_at"),
        "submitted_at": row.get("submitted_at"),
        "status": row.get("status"),
        "interviewer": person,
        "overall_recommendation": row.get("candidate_rating"),
        "attributes": _attributes(grouped.ratings.get(its_id or "", []), application, card, grouped.lists),
        "questions": [
            *_notes(row),
            *_answers(grouped.answers.get(its_id or "", []), application, card, grouped),
        ],
    }
    if (other := grouped.lists.differing("scorecard", its_id)) is not None:
        card.problems.append(other.of(application).notice("error", "object_twice_differs"))
    places = {"overall_recommendation": where.at("candidate_rating"), "": where, **card.places}
    return card, replace(where.of(application), places=places)


def _interviewer(row: dict[str, Any], grouped: Grouped) -> dict[str, Any]:
    """Return who was the interviewer, with whatever the lists call that person."""
    seats = grouped.interviewers.get(id_in(row, "id") or "", [])
    seat = seats[0][0] if len(seats) == 1 else {}
    its_id = id_in(row, "interviewer_id") or id_in(seat, "user_id") or id_in(row, "submitter_id")
    listed = grouped.lists.get("user", its_id)
    user = listed[0] if listed else {}
    seated = text_in(seat, "email") if its_id == id_in(seat, "user_id") else None
    name = person_name(user) or text_in(user, "primary_email") or seated
    return {"id": its_id, "name": name, "job_title": text_in(user, "job_title")}


def _attributes(
    rows: list[Placed], application: str | None, card: Card, lists: Lists
) -> list[dict[str, Any]]:
    found: list[tuple[Any, dict[str, Any], Where]] = []
    for row, where in rows:
        where = where.of(application)
        its_id = id_in(row, "job_candidate_attribute_id")
        literal, note = text_in(row, "candidate_attribute_rating"), text_in(row, "note")
        listed = lists.get("attribute", its_id)
        name = text_in(listed[0], "name") if listed else None
        other = lists.differing("rating", id_in(row, "id")) or lists.differing("attribute", its_id)
        if other is not None:
            card.problems.append(other.of(application).notice("error", "object_twice_differs"))
        elif name is not None:
            attribute = {"name": name, "rating": literal, "note": note}
            found.append((_rank(listed, its_id), attribute, where))
        elif note or literal not in _UNRATED:
            card.problems.append(_absent("attribute", its_id, where.at("job_candidate_attribute_id")))
    found.sort(key=lambda each: each[0])
    card.places |= {f"attributes[{index}]": where for index, (_, _, where) in enumerate(found)}
    return [attribute for _, attribute, _ in found]


def _notes(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the notes as the built-in questions of v1; what two fields say alike is said once."""
    shared = [text for key in ("notes", "public_notes") if (text := _plain(row, key))]
    if len(shared) > 1 and (plain_note(shared[0]) in plain_note(shared[1])):
        shared = shared[1:]
    elif len(shared) > 1 and plain_note(shared[1]) in plain_note(shared[0]):
        shared = shared[:1]
    built_in = [{"id": None, "question": "Key Take-Aways", "answer": text} for text in shared]
    private = _plain(row, "private_notes")
    return [*built_in, {"id": None, "question": "Private Notes", "answer": private}] if private else built_in


def _plain(row: dict[str, Any], key: str) -> str | None:
    """Return a text; its variant with tags, which marks colleagues too, only where there is no other."""
    return text_in(row, key) or text_in(row, f"{key}_with_tags")


def _answers(
    rows: list[Placed], application: str | None, card: Card, grouped: Grouped
) -> list[dict[str, Any]]:
    found: list[tuple[Any, dict[str, Any]]] = []
    for row, where in rows:
        its_id = id_in(row, "scorecard_question_id")
        listed = grouped.lists.get("question", its_id)
        kind = text_in(listed[0], "answer_type") if listed else None
        answer = _plain(row, "answer") or ("" if kind == "text" else _chosen(row, grouped))
        other = grouped.lists.differing("answer", id_in(row, "id"))
        other = other or grouped.lists.differing("question", its_id)
        if not answer:
            continue
        if other is not None:
            card.problems.append(other.of(application).notice("error", "object_twice_differs"))
        elif listed is None:
            at = where.of(application).at("scorecard_question_id")
            card.problems.append(_absent("question", its_id, at))
        else:
            question = {"id": its_id or "", "question": listed[0].get("question"), "answer_type": kind}
            found.append((_rank(listed, its_id), question | {"answer": answer}))
    found.sort(key=lambda each: each[0])
    return [question for _, question in found]


def _chosen(row: dict[str, Any], grouped: Grouped) -> str:
    """Return what was chosen from a list, or yes or no; an empty text when nothing was."""
    said = row.get("boolean_value")
    if isinstance(said, bool):
        return "yes" if said else "no"
    ids = [
        id_in(each, "scorecard_question_option_id")
        for each, _ in grouped.choices.get(id_in(row, "id") or "", ())
    ]
    options = [grouped.lists.get("option", its_id) for its_id in ids]
    names = [
        text_in(option[0], "name") if option else its_id for option, its_id in zip(options, ids, strict=True)
    ]
    return ", ".join(name for name in names if name)


def _rank(listed: Placed | None, its_id: str | None) -> tuple[int, str]:
    """Return what sorts rows as the form has them."""
    order = listed[0].get("sort_order") if listed else None
    return (order if isinstance(order, int) else LAST, (its_id or "").zfill(20))


def _absent(part: str, its_id: str | None, where: Where) -> Notice:
    return where.notice("error", "row_absent", list=list_name(part), row=its_id or "—")
