"""Takes from the notes of every source what does not belong to them.

In: what was found. Out: the same with plain notes, and a notice for each scorecard of which whole lines, such
as a signature, were left out.
"""

from dataclasses import replace

from recruiter_kit.intake.joining.found import Found, FoundApplication
from recruiter_kit.intake.plain_card import plain_card
from recruiter_kit.intake.plain_note import plain_note


def clean_notes(found: Found) -> None:
    """Replace the notes of all applications by their plain words."""
    found.applications = [_cleaned(found_application, found) for found_application in found.applications]


def _cleaned(found_application: FoundApplication, found: Found) -> FoundApplication:
    application, where = found_application.application, found_application.where
    cards = []
    for index, card in enumerate(application.scorecards):
        plain, left_out = plain_card(card)
        cards.append(plain)
        if left_out:
            found.notices.append(where.at(f"scorecards[{index}]").notice("left_out", "around_note"))
    changed: dict[str, object] = {}
    if any(new is not old for new, old in zip(cards, application.scorecards, strict=True)):
        changed["scorecards"] = tuple(cards)
    decision = application.decision
    if decision and decision.note and (note := plain_note(decision.note)) != decision.note:
        changed["decision"] = decision.model_copy(update={"note": note or None})
    if not changed:
        return found_application
    return replace(found_application, application=application.model_copy(update=changed))
