"""What Lever says became of an opportunity, and whether its candidate may be e-mailed.

In: the opportunity and the objects it points to. Out: what is said, remembered with its place. An
opportunity that is not archived is open, and is said to be so only with the day on which it was.
Source: ats-formats, section 3.
"""

from typing import Any

from recruiter_kit.files.place import Where
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.lever.export import Export
from recruiter_kit.intake.values import day_in, has, id_in, object_in, text_in


def hear_status(
    opportunity: dict[str, Any], stage: str | None, where: Where, export: Export, found: Found
) -> None:
    """Remember what an opportunity says: the kind and text of its archive reason, or its stage."""
    application = id_in(opportunity, "id") or ""
    archived = object_in(opportunity, "archived")
    if archived:
        reason = id_in(archived, "reason") or ""
        listed, _ = export.parts["archive_reason"].get(reason, ({}, None))
        for literal in (text_in(listed, "type"), text_in(listed, "text") or reason):
            found.hear_reason(application, literal, where.at("archived"))
        found.hear(application, "archived", where.at("archived"))
    found.hear_stage(application, stage, where.at("stage"), closed=bool(archived))
    days = [day for key in ("updatedAt", "lastInteractionAt") if (day := day_in(opportunity, key))]
    if days and not archived and has(opportunity, "archived"):
        found.hear(application, "active", where.at("archived"), max(days))


def may_be_emailed(opportunity: dict[str, Any], where: Where, found: Found) -> bool:
    """Return whether the candidate has not refused to be contacted; a refusal is told."""
    said = object_in(object_in(opportunity, "dataProtection"), "contact").get("allowed")
    return found.may_be_emailed(said, where.at("dataProtection"))
