"""Notes that an assistant wrote: evidence only once a named person has confirmed them.

In: scorecards. Out: the same with who confirmed a note, which lasts as long as the note says the same.
"""

from collections.abc import Callable, Mapping

from recruiter_kit.model import Application, Rating, Scorecard

Named = dict[tuple[str, str, str], str]


def confirmed(card: Scorecard, place: str, by: str) -> Scorecard | None:
    """Return the scorecard with the note at `place` ("note", "ratings[0].note") confirmed by this person.

    None where no note there waits to be confirmed.
    """
    waits = dict(unconfirmed(card))
    if place not in waits:
        return None
    return _with(card, lambda here, _: by if here == place else None)


def unconfirmed(card: Scorecard) -> Mapping[str, str]:
    """Return the notes of a scorecard that an assistant wrote and nobody has confirmed, by their place."""
    found = {
        f"ratings[{number}].note": rating.note
        for number, rating in enumerate(card.ratings)
        if rating.is_unconfirmed
    }
    if card.is_unconfirmed:
        found["note"] = card.note
    return {place: note for place, note in found.items() if note}


def with_confirmed(newer: Application, here: Application) -> Application:
    """Return the newer state of an application with what was confirmed here of notes that are the same."""
    known: Named = {}
    for card in here.scorecards:
        known |= {(card.id, rating.criterion, rating.note or ""): rating.confirmed_by
                  for rating in card.ratings if rating.confirmed_by}  # fmt: skip
        known |= {(card.id, "", card.note or ""): card.confirmed_by} if card.confirmed_by else {}
    if not known:
        return newer
    cards = tuple(_confirmed_again(card, known) for card in newer.scorecards)
    return newer.model_copy(update={"scorecards": cards})


def _confirmed_again(card: Scorecard, known: Named) -> Scorecard:
    def by(_: str, rating: Rating | None) -> str | None:
        note = rating.note if rating else card.note
        return known.get((card.id, rating.criterion if rating else "", note or ""))

    return _with(card, by)


def _with(card: Scorecard, by: Callable[[str, Rating | None], str | None]) -> Scorecard:
    """Return the scorecard with who confirmed each note that waits, where `by` names somebody."""
    ratings = tuple(
        rating.model_copy(update={"confirmed_by": by(f"ratings[{number}].note", rating)})
        if rating.is_unconfirmed
        else rating
        for number, rating in enumerate(card.ratings)
    )
    whole = by("note", None) if card.is_unconfirmed else card.confirmed_by
    return card.model_copy(update={"ratings": ratings, "confirmed_by": whole})
