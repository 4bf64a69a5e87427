"""One interview feedback of Frappe HR as a scorecard.

In: the document and its skill assessments. Out: a scorecard whose ratings are the skills. Drafts and
cancelled feedback are left out; feedback without its skill assessments is a part, and stops its application.
Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import one_line, shorten
from recruiter_kit.intake.cards import Answers, Card, entries, not_on_scale, time_in
from recruiter_kit.intake.frappe.scale import frappe_level, frappe_recommendation
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.parts import Parts, Placed
from recruiter_kit.intake.scales import UNKNOWN, criterion_id
from recruiter_kit.intake.values import text_in

_SUBMITTED, _CANCELLED = 1, 2


def is_submitted(feedback: dict[str, Any], where: Where, found: Found) -> bool:
    """Whether a feedback is one to be read; report why it is not."""
    status = feedback.get("docstatus")
    if status == _SUBMITTED and not isinstance(status, bool):
        return True
    if "docstatus" not in feedback:
        found.notices.append(where.notice("error", "docstatus_absent"))
        found.broken_applications.add(where.application or "")
    else:
        found.notices.append(where.notice("left_out", "cancelled" if status == _CANCELLED else "draft"))
    return False


def interviewer(feedback: dict[str, Any], parts: Parts) -> str | None:
    """Return the name of who gave a feedback, or None where the files have only the user's address."""
    return text_in(parts.value("user", text_in(feedback, "interviewer")), "full_name")


def skills_of(feedback: dict[str, Any], where: Where, parts: Parts, found: Found) -> list[Placed] | None:
    """Return the skill assessments in a feedback or listed elsewhere for it, or None where there are none."""
    if "skill_assessment" in feedback:
        listed = entries(feedback, "skill_assessment", where, found)
        return [(skill, where.at(f"skill_assessment[{index}]")) for index, skill in listed]
    elsewhere = parts.pointing("skill", "parent", text_in(feedback, "name") or "")
    return [(skill, at.of(where.application)) for skill, at in elsewhere] or None


def feedback_card(
    feedback: dict[str, Any], where: Where, parts: Parts, found: Found, *, fractions: bool | None
) -> Card:
    """Return the scorecard of one feedback."""
    skills = skills_of(feedback, where, parts, found)
    if skills is None:
        found.notices.append(where.notice("error", "skills_absent"))
        found.broken_applications.add(where.application or "")
    criteria: dict[str, str] = {}
    ratings = [_rating(skill, at, criteria, found, fractions=fractions) for skill, at in skills or ()]
    result = feedback.get("result")
    recommendation = frappe_recommendation(result)
    if recommendation is UNKNOWN:
        found.notices.append(not_on_scale(result, where.at("result")))
    answers = Answers(where)
    answers.write(text_in(feedback, "feedback"))
    answers.report(found)
    value: dict[str, Any] = {
        "id": text_in(feedback, "name"),
        "interviewer": {"name": interviewer(feedback, parts) or text_in(feedback, "interviewer")},
        "interview": text_in(feedback, "interview_type") or text_in(feedback, "interview_round"),
        "submitted_at": time_in(feedback, "creation", where, found),
        "recommendation": None if recommendation is UNKNOWN else recommendation,
        "raw": None if result in (None, "") else str(result)[:200],
        "ratings": [rating for rating in ratings if rating is not None],
        **answers.notes,
    }
    return Card(value, where, criteria, text_in(feedback, "interview"))


def _rating(
    skill: dict[str, Any], where: Where, criteria: dict[str, str], found: Found, *, fractions: bool | None
) -> dict[str, Any] | None:
    name = one_line(text_in(skill, "skill") or "")
    if not name:
        found.notices.append(where.notice("error", "attribute_without_name"))
        found.broken_applications.add(where.application or "")
        return None
    criterion = criterion_id(name)
    criteria.setdefault(criterion, name)
    rating = skill.get("rating")
    level = frappe_level(rating, fractions=fractions)
    if level is UNKNOWN:
        fields = {"literal": shorten(rating), "criterion": shorten(name)}
        found.notices.append(where.at("rating").notice("not_understood", "unknown_level", **fields))
    return {
        "criterion": criterion,
        "level": None if level is UNKNOWN else level,
        "note": None,
        "raw": None if rating is None else str(rating)[:200],
    }
