"""Who assessed the candidate: those who gave a level, a note or a recommendation on at least one scorecard.

In: an application. Out: its scorecards that hold something. An empty one says nothing of the candidate, so a
letter does not count its interviewer among the people whose notes it rests on.
"""

from recruiter_kit.model import Application, Scorecard


def assessing(application: Application) -> tuple[Scorecard, ...]:
    """Return the scorecards that hold a level, a note or a recommendation."""
    return tuple(card for card in application.scorecards if _holds_something(card))


def _holds_something(card: Scorecard) -> bool:
    notes = (card.note, card.private_note, *(rating.note for rating in card.ratings))
    return (
        card.recommendation is not None
        or any(rating.level is not None for rating in card.ratings)
        or any(note and note.strip() for note in notes)
    )
