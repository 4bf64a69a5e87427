"""One rating or comment of Workable in the shape of recruiter-kit/1.

In: an activity, or the body of a request that rates. Out: the value of a scorecard, the names of the traits,
and notices for what was left out or not understood. Restricted comments are private (R9), and what is said to
a colleague is not a note. Source: ats-formats, section 5.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.values import id_in, object_in, objects_in, text_in
from recruiter_kit.intake.workable.scale import workable_level, workable_literal, workable_recommendation
from recruiter_kit.model import Notice

# Who sees a comment that nobody restricted.
_EVERYBODY = frozenset({"admin", "hiring_manager", "recruiting_admin", "reviewer", "simple"})
_MENTION = re.compile(r"(?<![\w.])@\w")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?:\s+|$)|\n\s*|$)|\s+")


@dataclass
class Reading:
    """What is gathered while the ratings of one candidate are read; `broken` says what cannot be read."""

    criteria: dict[str, str] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    broken: list[Notice] = field(default_factory=list)


def addresses_colleague(text: str) -> bool:
    """Whether a text mentions a colleague, as in "@ana_reyes what do you think?"."""
    return bool(_MENTION.search(text))


def restricted(activity: dict[str, Any]) -> bool:
    """Whether only some colleagues may see it; the activities of a job do not say so of a comment."""
    roles = activity.get("visibility_roles")
    if isinstance(roles, list):
        return not _EVERYBODY.issubset(role for role in roles if isinstance(role, str))
    return text_in(activity, "action") == "comment" and "candidate" in activity


def card_value(
    card_id: str | None, said: dict[str, Any], people: Mapping[str, str], where: Where, reading: Reading
) -> dict[str, Any]:
    """Return an activity, or the body of a request, in the shape of recruiter-kit/1."""
    rating = object_in(said, "rating") or {key: said.get(key) for key in ("scale", "grade")}
    recommendation, literal = workable_recommendation(rating), workable_literal(rating)
    if recommendation is UNKNOWN:
        at = where.at("rating") if "rating" in said else where
        fields = {"literal": shorten(literal)}
        reading.notices.append(at.notice("not_understood", "unknown_recommendation", **fields))
    note = _note(text_in(said, "body") or text_in(said, "comment") or "", where, reading)
    member = object_in(said, "member")
    member_id = id_in(member, "id") or id_in(said, "member_id")
    private = restricted(said)
    return {
        "id": card_id,
        "interviewer": {"name": text_in(member, "name") or people.get(member_id or "")},
        "interview": text_in(said, "stage_name"),
        "submitted_at": moment_in(said, "created_at", where, reading.notices),
        "recommendation": None if recommendation is UNKNOWN else recommendation,
        "raw": literal,
        "ratings": traits_of(said, where, reading),
        "note": None if private else note,
        "private_note": note if private else None,
    }


def traits_of(said: dict[str, Any], where: Where, reading: Reading) -> list[dict[str, Any]]:
    """Return the ratings of the traits in a score card."""
    score_card, at = said.get("score_card"), where.at("score_card")
    if score_card is None:
        return []
    if not isinstance(score_card, dict) or not isinstance(score_card.get("sections"), list):
        fields = {"question": "score_card", "found": describe(score_card)}
        reading.broken.append(at.notice("error", "answer_unreadable", **fields))
        return []
    traits = [
        (trait, text_in(section, "name") or "", at.at(f"sections[{index}].traits[{number}]"))
        for index, section in objects_in(score_card, "sections")
        for number, trait in objects_in(section, "traits")
    ]
    names = Counter(one_line(text_in(trait, "name") or "") for trait, _, _ in traits)
    return [
        rating
        for trait, section, place in traits
        if (rating := _trait(trait, section, names, place, reading)) is not None
    ]


def _trait(
    trait: dict[str, Any], section: str, names: Mapping[str, int], where: Where, reading: Reading
) -> dict[str, Any] | None:
    name = one_line(text_in(trait, "name") or "")
    questions = [question for _, question in objects_in(trait, "questions")]
    notes = [text for each in (trait, *questions) if (text := text_in(each, "note"))]
    literal = trait.get("score")
    if not name:
        if notes or literal is not None:
            reading.broken.append(where.notice("error", "trait_without_name"))
        return None
    if names[name] > 1 and section:
        name = f"{name} ({one_line(section)})"
    level = workable_level(literal)
    if level is UNKNOWN:
        fields = {"literal": shorten(literal), "criterion": shorten(name)}
        reading.notices.append(where.at("score").notice("not_understood", "unknown_level", **fields))
    scored = sum(question.get("score") is not None for question in questions)
    if scored:
        at = where.at("questions")
        reading.notices.append(
            at.notice("left_out", "question_scores_left_out", criterion=shorten(name), count=scored)
        )
    criterion = criterion_id(name)
    reading.criteria.setdefault(criterion, name)
    return {
        "criterion": criterion,
        "level": None if level is UNKNOWN else level,
        "note": "\n".join(notes) or None,
        "raw": None if literal is None else str(literal)[:200],
    }


def _note(text: str, where: Where, reading: Reading) -> str | None:
    """Return a text without the sentences that are addressed to a colleague."""
    if not addresses_colleague(text):
        return text or None
    reading.notices.append(where.at("body").notice("left_out", "mention_left_out"))
    return "".join(each for each in _SENTENCE.findall(text) if not addresses_colleague(each)).strip() or None
