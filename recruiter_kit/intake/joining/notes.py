"""Takes from the notes of every source what does not belong to them.

In: what was found. Out: the same with plain notes, and a notice for each scorecard of which whole lines, such
as a signature, were left out; without the scorecards of reference checks (R7).
"""

from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator

from recruiter_kit.files.data_file import read_record
from recruiter_kit.files.text import one_line
from recruiter_kit.intake.joining.found import Found, FoundApplication
from recruiter_kit.intake.plain_card import plain_card
from recruiter_kit.intake.plain_note import plain_note
from recruiter_kit.model import Record


class Referees(Record):
    """Names of reference checks, as referees.yaml explains them."""

    names: Annotated[frozenset[str], BeforeValidator(lambda text: [each.strip() for each in text.split("|")])]


def is_of_referees(interview: str | None) -> bool:
    """Whether the name of an interview says that it was with people outside, about the candidate (R7)."""
    return bool(interview) and one_line(interview or "").strip(" .:-").casefold() in _referees().names


def clean_notes(found: Found) -> None:
    """Replace the notes of all applications by their plain words."""
    found.applications = [_cleaned(found_application, found) for found_application in found.applications]


def _cleaned(found_application: FoundApplication, found: Found) -> FoundApplication:
    application, where = found_application.application, found_application.where
    cards = []
    for index, card in enumerate(application.scorecards):
        if is_of_referees(card.interview):
            found.notices.append(where.at(f"scorecards[{index}]").notice("left_out", "reference_left_out"))
            continue
        plain, left_out = plain_card(card)
        cards.append(plain)
        if left_out:
            found.notices.append(where.at(f"scorecards[{index}]").notice("left_out", "around_note"))
    changed: dict[str, object] = {}
    if len(cards) < len(application.scorecards) or any(
        new is not old for new, old in zip(cards, application.scorecards, strict=True)
    ):
        changed["scorecards"] = tuple(cards)
    decision = application.decision
    if decision and decision.note and (note := plain_note(decision.note)) != decision.note:
        changed["decision"] = decision.model_copy(update={"note": note or None})
    if not changed:
        return found_application
    return replace(found_application, application=application.model_copy(update=changed))


@cache
def _referees() -> Referees:
    return read_record(files("recruiter_kit.intake.joining") / "referees.yaml", Referees)
