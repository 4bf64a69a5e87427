"""One scorecard of Greenhouse Harvest v1 in the shape of recruiter-kit/1.

In: the object of the export. Out: the value of a scorecard, the names of its attributes, and
notices for what was left out or not understood. Private Notes stay private (R9); `no_decision`
is not assessed, never a negative. Source: ats-formats, section 1.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.assistants import is_by_assistant, marked_note, report_left_out
from recruiter_kit.intake.greenhouse.scale import greenhouse_level, greenhouse_recommendation
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.plain_note import cleaned, plain_note, without_heading
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.values import blank, id_in, object_in, objects_in, text_in
from recruiter_kit.model import Notice

FREE_TEXT_WORDS = 8
LIST_ITEM_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?…。！？؟](?:\s|$)")


def scorecard_value(
    card: dict[str, Any], where: Where, notices: list[Notice], people: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the scorecard in the shape of recruiter-kit/1, and the names of its criteria by id.

    `people` holds names by the ids of users: one id is one person, whatever a scorecard calls them.
    """
    criteria: dict[str, str] = {}
    literal = text_in(card, "overall_recommendation")
    recommendation = greenhouse_recommendation(literal)
    if recommendation is UNKNOWN:
        at = where.at("overall_recommendation")
        notices.append(at.notice("not_understood", "unknown_recommendation", literal=shorten(literal)))
    value = {
        "id": id_in(card, "id"),
        "interviewer": {"name": _interviewer(card, people), "role": text_in(_person(card), "job_title")},
        "interview": text_in(card, "interview") or text_in(object_in(card, "interview_step"), "name"),
        "submitted_at": moment_in(card, "submitted_at", where, notices),
        "recommendation": None if recommendation is UNKNOWN else recommendation,
        "raw": literal,
        "ratings": [
            _rating(attribute, at, criteria, notices) for at, attribute in _attributes(card, where, notices)
        ],
        **_notes(card, where, notices),
    }
    return value, criteria


def is_draft(card: dict[str, Any]) -> bool:
    """Whether a scorecard was never submitted: v3 has a status for that, v1 the time only."""
    status = text_in(card, "status")
    return status == "draft" or (status != "complete" and blank(card, "submitted_at"))


def is_empty(value: dict[str, Any]) -> bool:
    """Whether nobody filled in anything of a scorecard in the shape of recruiter-kit/1."""
    rated = (rating["note"] or greenhouse_level(rating["raw"]) is not None for rating in value["ratings"])
    said = (value["note"], value["private_note"], value["recommendation"])
    return not any(said) and not any(rated)


def same_room(card: dict[str, Any]) -> str | None:
    """Return what is equal for scorecards of one interview at one time, or None when it is not known."""
    interview = id_in(object_in(card, "interview_step"), "id") or text_in(card, "interview")
    time = text_in(card, "interviewed_at")
    return f"{interview} {time}"[:200] if interview and time else None


def people_in(cards: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return the names of users by their ids, as the first scorecard that has one gives it."""
    people: dict[str, str] = {}
    for card in cards:
        for key in ("interviewer", "submitted_by"):
            its_id, name = id_in(object_in(card, key), "id"), person_name(object_in(card, key))
            if its_id and name:
                people.setdefault(its_id, name)
    return people


def _interviewer(card: dict[str, Any], people: Mapping[str, str]) -> str | None:
    """Return who was the interviewer: the name, or the id where no scorecard has the name.

    Dumps from before 2019 know only who submitted the scorecard.
    """
    person = _person(card)
    its_id = id_in(person, "id")
    return people.get(its_id or "") or person_name(person) or its_id


def _person(card: dict[str, Any]) -> dict[str, Any]:
    return object_in(card, "interviewer") or object_in(card, "submitted_by")


def person_name(person: dict[str, Any]) -> str | None:
    """Return the name of a user, whole or in its parts."""
    parts = [text_in(person, key) for key in ("first_name", "last_name")]
    return text_in(person, "name") or " ".join(part for part in parts if part) or None


def _attributes(
    card: dict[str, Any], where: Where, notices: list[Notice]
) -> list[tuple[Where, dict[str, Any]]]:
    """Return the attributes that have a name; the object `ratings` replaces a list that is not there."""
    if isinstance(card.get("attributes"), list):
        listed = [
            (where.at(f"attributes[{index}]"), attribute)
            for index, attribute in objects_in(card, "attributes")
        ]
    else:
        listed = [
            (where.at(f"ratings.{literal}"), {"name": name, "rating": literal})
            for literal, names in object_in(card, "ratings").items()
            for name in (names if isinstance(names, list) else ())
        ]
    named = [(at, attribute) for at, attribute in listed if text_in(attribute, "name")]
    if len(named) < len(listed):
        notices.append(where.at("attributes").notice("not_understood", "attribute_without_name"))
    return named


def _rating(
    attribute: dict[str, Any], where: Where, criteria: dict[str, str], notices: list[Notice]
) -> dict[str, Any]:
    name = one_line(text_in(attribute, "name") or "")
    literal = text_in(attribute, "rating")
    level = greenhouse_level(literal)
    if level is UNKNOWN:
        at = where.at("rating")
        notices.append(
            at.notice("not_understood", "unknown_level", literal=shorten(literal), criterion=shorten(name))
        )
    criterion = criterion_id(name)
    criteria.setdefault(criterion, name)
    return {
        "criterion": criterion,
        "level": None if level is UNKNOWN else level,
        "note": text_in(attribute, "note"),
        "raw": literal,
    }


def _notes(card: dict[str, Any], where: Where, notices: list[Notice]) -> dict[str, object]:
    shared: list[str] = []
    by_assistant: list[str] = []
    private: list[str] = []
    left_out: list[str] = []
    around = False
    for _, question in objects_in(card, "questions"):
        answer, signed = cleaned(text_in(question, "answer") or "")
        heading = one_line(plain_note(text_in(question, "question") or ""))
        around = around or signed
        answer = without_heading(answer, heading)
        if not answer:
            continue
        if is_private(heading):
            private.append(answer)
        elif is_by_assistant(heading):
            by_assistant.append(answer)
        elif _built_in(question, heading) or _written(question, answer):
            shared.append(answer)
        else:
            left_out.append(f"“{shorten(heading, 60)}”")
    if around:
        notices.append(where.notice("left_out", "around_note"))
    if left_out:
        notices.append(
            where.at("questions").notice(
                "left_out", "answers_left_out", questions=choices(left_out, length=62)
            )
        )
    report_left_out(shared, by_assistant, where, notices)
    return {**marked_note(shared, by_assistant), "private_note": "\n".join(private) or None}


def _built_in(question: dict[str, Any], heading: str) -> bool:
    return question.get("id") is None and re.sub(r"[\W_]", "", heading).casefold() == "keytakeaways"


def _written(question: dict[str, Any], answer: str) -> bool:
    """Whether an answer was written and not chosen: v3 says which, v1 does not."""
    kind = text_in(question, "answer_type")
    return is_free_text(answer) if kind is None else kind == "text"


def is_free_text(answer: str) -> bool:
    """Whether the answer to a customer's own question was written and not chosen from a list.

    The export does not say which; chosen answers (yes, no, names, joined by commas) say nothing
    that could be said to a candidate, so a short answer that might be either is left out.
    """
    words = plain_note(answer)
    if "\n" in words or _SENTENCE_END.search(words):
        return True
    parts = [part.split() for part in words.split(",")]
    if len(parts) > 1 and all(len(part) <= LIST_ITEM_WORDS for part in parts):
        return False
    return len(words.split()) >= FREE_TEXT_WORDS
