"""One rating or comment of Workable in the shape of recruiter-kit/1.

In: an activity, or the body of a request that rates. Out: the value of a scorecard, the names of the traits,
and notices for what was left out or not understood. Restricted comments are private (R9), and what is said to
a colleague is not a note. Source: ats-formats, section 5.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.plain_errors import describe
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.export import Export
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scales import criterion_id
from recruiter_kit.intake.scorecards import Card, rating_of, recommended
from recruiter_kit.intake.values import id_in, object_in, objects_in, text_in
from recruiter_kit.intake.workable.scale import workable_level, workable_literal, workable_recommendation

# Who sees a comment that nobody restricted.
_EVERYBODY = frozenset({"admin", "hiring_manager", "recruiting_admin", "reviewer", "simple"})
_MENTION = re.compile(r"(?<![\w.])@\w")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?]+(?:\s+|$)|\n\s*|$)|\s+")


def addresses_colleague(text: str) -> bool:
    """Whether a text mentions a colleague, as in "@ana_reyes what do you think?"."""
    return bool(_MENTION.search(text))


def restricted(activity: dict[str, Any]) -> bool:
    """Whether only some colleagues may see it; the activities of a job do not say so of a comment."""
    roles = activity.get("visibility_roles")
    if isinstance(roles, list):
        return not _EVERYBODY.issubset(role for role in roles if isinstance(role, str))
    return text_in(activity, "action") == "comment" and "candidate" in activity


def workable_card(
    card_id: str | None, said: dict[str, Any], people: Export, where: Where, found: Found
) -> Card:
    """Return an activity, or the body of a request, as a scorecard."""
    rating = object_in(said, "rating") or {key: said.get(key) for key in ("scale", "grade")}
    literal = workable_literal(rating)
    at = where.at("rating") if "rating" in said else where
    note = _note(text_in(said, "body") or text_in(said, "comment") or "", where, found)
    member = object_in(said, "member")
    member_id = id_in(member, "id") or id_in(said, "member_id")
    name = text_in(member, "name") or text_in(people.value("user", member_id), "name")
    private = restricted(said)
    ratings, criteria = traits_of(said, where, found)
    value = {
        "id": card_id,
        "interviewer": {"name": name},
        "interview": text_in(said, "stage_name"),
        "submitted_at": moment_in(said, "created_at", where, found.notices),
        **recommended(workable_recommendation(rating), literal, at, found),
        "ratings": ratings,
        "note": None if private else note,
        "private_note": note if private else None,
    }
    return Card(value, where, criteria, named=name is not None)


def traits_of(
    said: dict[str, Any], where: Where, found: Found
) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Return the ratings of the traits in a score card, and the names of the traits by id."""
    score_card, at = said.get("score_card"), where.at("score_card")
    if score_card is None:
        return [], {}
    if not isinstance(score_card, dict) or not isinstance(score_card.get("sections"), list):
        fields = {"question": "score_card", "found": describe(score_card)}
        found.refuse(at.notice("error", "answer_unreadable", **fields))
        return [], {}
    traits = [
        (trait, text_in(section, "name") or "", at.at(f"sections[{index}].traits[{number}]"))
        for index, section in objects_in(score_card, "sections")
        for number, trait in objects_in(section, "traits")
    ]
    names = Counter(one_line(text_in(trait, "name") or "") for trait, _, _ in traits)
    criteria: dict[str, str] = {}
    ratings = [_trait(trait, section, names, place, criteria, found) for trait, section, place in traits]
    return [rating for rating in ratings if rating is not None], criteria


def _trait(
    trait: dict[str, Any],
    section: str,
    names: Mapping[str, int],
    where: Where,
    criteria: dict[str, str],
    found: Found,
) -> dict[str, Any] | None:
    name = one_line(text_in(trait, "name") or "")
    questions = [question for _, question in objects_in(trait, "questions")]
    notes = [text for each in (trait, *questions) if (text := text_in(each, "note"))]
    literal = trait.get("score")
    if not name:
        if notes or literal is not None:
            found.refuse(where.notice("error", "trait_without_name"))
        return None
    if names[name] > 1 and section:
        name = f"{name} ({one_line(section)})"
    scored = sum(question.get("score") is not None for question in questions)
    if scored:
        fields = {"criterion": shorten(name), "count": scored}
        at = where.at("questions")
        found.notices.append(at.notice("left_out", "question_scores_left_out", **fields))
    criteria.setdefault(criterion_id(name), name)
    note = "\n".join(notes) or None
    return rating_of(name, workable_level(literal), literal, where.at("score"), found, note)


def _note(text: str, where: Where, found: Found) -> str | None:
    """Return a text without the sentences that are addressed to a colleague."""
    if not addresses_colleague(text):
        return text or None
    found.notices.append(where.at("body").notice("left_out", "mention_left_out"))
    return "".join(each for each in _SENTENCE.findall(text) if not addresses_colleague(each)).strip() or None
