"""The levels that each interviewer gave, with those of an answer counted where it belongs.

In: an application. Out: levels by scorecard and criterion. An interviewer who was asked again is one
interviewer: what the answer says instead replaces what the scorecard said, and adds no second opinion.
"""

from collections.abc import Mapping, Sequence

from recruiter_kit.model import Application, Scorecard

Levels = Mapping[str, Sequence[float]]


def levels_by_card(application: Application) -> Mapping[str, Levels]:
    """Return the levels on each criterion by the id of the scorecard, of those that are not an answer."""
    given: dict[str, dict[str, list[float]]] = {}
    known = {card.id for card in application.scorecards}
    for card in application.scorecards:
        here = given.setdefault(card.adds_to if card.adds_to in known else card.id, {})
        here |= _levels(card)
    return given


def _levels(card: Scorecard) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for rating in card.ratings:
        if rating.level is not None:
            found.setdefault(rating.criterion, []).append(rating.level)
    return found
