"""Names and notes of an import that a person ties to criteria.

In: what was read, and what a form sent. Out: what is asked, and what was chosen.
"""

from flask import request

from recruiter_kit.intake.joining.ties import Untied, untied
from recruiter_kit.model import Bundle, Role

NONE = "-"
"""A name that means none of the criteria that it is near."""


def chosen_for(listed: str, answer: str) -> dict[str, str]:
    """Return what was chosen for each entry of a list in the form that was sent."""
    entries = request.form.getlist(listed)
    return {entry: request.form.get(f"{answer}-{at}", "") for at, entry in enumerate(entries)}


def untied_in(found: Bundle) -> list[tuple[Role, Untied]]:
    """Return the headings of notes that are on no criterion, by role; what has no heading cannot be tied."""
    return [
        (role, entry)
        for role in found.roles
        if role.criteria
        for entry in untied(found, role.id)
        if entry.heading
    ]
