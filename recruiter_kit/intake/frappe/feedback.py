"""One interview feedback of Frappe HR as a scorecard.

In: the document and its skill assessments. Out: a scorecard whose ratings are the skills. Drafts and
cancelled feedback are left out; feedback without its skill assessments is a part, and stops its application.
Source: docs/formats.md.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.files.text import one_line
from recruiter_kit.intake.export import Export, Placed
from recruiter_kit.intake.frappe.scale import frappe_level, frappe_recommendation
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.moments import moment_in
from recruiter_kit.intake.scales import criterion_id
from recruiter_kit.intake.scorecards import Answers, Card, entries, rating_of, recommended
from recruiter_kit.intake.values import text_in

_SUBMITTED, _CANCELLED = 1, 2


def is_submitted(feedback: dict[str, Any], where: Where, found: Found) -> bool:
    """Whether a feedback is one to be read; report why it is not."""
    status = feedback.get("docstatus")
    if status == _SUBMITTED and not isinstance(status, bool):
        return True
    if "docstatus" not in feedback:
        found.refuse(where.notice("error", "docstatus_absent"))
    else:
        found.notices.append(where.notice("left_out", "cancelled" if status == _CANCELLED else "draft"))
    return False


def skills_of(feedback: dict[str, Any], where: Where, export: Export, found: Found) -> list[Placed] | None:
    """Return the skill assessments in a feedback or listed elsewhere for it, or None where there are none."""
    if "skill_assessment" in feedback:
        listed = entries(feedback, "skill_assessment", where, found)
        return [(skill, where.at(f"skill_assessment[{index}]")) for index, skill in listed]
    elsewhere = export.pointing("skill", "parent", text_in(feedback, "name") or "")
    return [(skill, at.of(where.application)) for skill, at in elsewhere] or None


def feedback_card(
    feedback: dict[str, Any], where: Where, export: Export, found: Found, *, fractions: bool | None
) -> Card:
    """Return the scorecard of one feedback."""
    skills = skills_of(feedback, where, export, found)
    if skills is None:
        found.refuse(where.notice("error", "skills_absent"))
    criteria: dict[str, str] = {}
    ratings = [_rating(skill, at, criteria, found, fractions=fractions) for skill, at in skills or ()]
    result = feedback.get("result")
    name = text_in(export.value("user", text_in(feedback, "interviewer")), "full_name")
    answers = Answers(where)
    answers.write(text_in(feedback, "feedback"))
    answers.report(found.notices)
    value: dict[str, Any] = {
        "id": text_in(feedback, "name"),
        "interviewer": {"name": name or text_in(feedback, "interviewer")},
        "interview": text_in(feedback, "interview_type") or text_in(feedback, "interview_round"),
        "submitted_at": moment_in(feedback, "creation", where, found.notices),
        **recommended(frappe_recommendation(result), result, where.at("result"), found),
        "ratings": [rating for rating in ratings if rating is not None],
        **answers.notes,
    }
    return Card(value, where, criteria, text_in(feedback, "interview"), name is not None)


def _rating(
    skill: dict[str, Any], where: Where, criteria: dict[str, str], found: Found, *, fractions: bool | None
) -> dict[str, Any] | None:
    name = one_line(text_in(skill, "skill") or "")
    if not name:
        found.refuse(where.notice("error", "attribute_without_name"))
        return None
    criteria.setdefault(criterion_id(name), name)
    rating = skill.get("rating")
    level = frappe_level(rating, fractions=fractions)
    return rating_of(name, level, rating, where.at("rating"), found)
