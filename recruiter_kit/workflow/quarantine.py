"""Words on health, family, union, crime and belief, kept from all but those who may see them (R13).

In: an application as it is kept. Out: its places found and written down when it comes in, and the application
with those words left out for everybody without the right. The scorecards themselves are never changed.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recruiter_kit.language.screening import screen
from recruiter_kit.language.sentences import split
from recruiter_kit.model import Application, Scorecard
from recruiter_kit.store.database import Database

NOTES = ("note", "private_note", "interview")
DECISION_NOTE, STAGE = "decision.note", "stage"
MASK = "\u2592"


class Place(NamedTuple):
    """The characters [start, end) of one text.

    `place` is "note", "private_note", "interview" or "ratings[0].note" of a scorecard, or, where `scorecard`
    is empty, the decision's note or the stage.
    """

    scorecard: str
    place: str
    start: int
    end: int
    label: str


def find(application: Application) -> Iterator[Place]:
    """Yield every sentence that must be set apart, in whatever a person may have written it."""
    for card, place, text in _texts(application):
        for sentence in split(text):
            found = screen(sentence.text)
            if found and found.quarantined:
                yield Place(card, place, sentence.start, sentence.end, found.label)


def set_apart(db: Database, application: Application, found: Sequence[Place] | None = None) -> None:
    """Write the places down instead of older ones: `found`, or what find() finds.

    Call inside a transaction.
    """
    db.execute("DELETE FROM quarantine WHERE application = ?", (application.id,))
    for place in find(application) if found is None else found:
        db.execute("INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?, ?)", (application.id, *place))


def places(db: Database, application_id: str) -> list[Place]:
    """Return what was set apart, in the order of the notes."""
    rows = db.execute(
        'SELECT scorecard, place, start, "end", label FROM quarantine WHERE application = ?'
        " ORDER BY scorecard, place, start",
        (application_id,),
    )
    return [Place(*row) for row in rows]


def without(application: Application, apart: list[Place]) -> Application:
    """Return the application with each character at these places replaced by MASK, so that places stay."""
    if not apart:
        return application
    cards = tuple(
        _card_without(card, [place for place in apart if place.scorecard == card.id])
        for card in application.scorecards
    )
    own = [place for place in apart if not place.scorecard]
    decision = application.decision
    if decision:
        decision = decision.model_copy(update={"note": _cut(decision.note, own, DECISION_NOTE)})
    stage = _cut(application.stage, own, STAGE)
    return application.model_copy(update={"scorecards": cards, "decision": decision, "stage": stage})


def masked(text: str) -> str:
    """Return a text that a colleague typed with each sentence that must be set apart replaced by MASK."""
    for part in split(text):
        found = screen(part.text)
        if found and found.quarantined:
            text = text[: part.start] + MASK * (part.end - part.start) + text[part.end :]
    return text


def _card_without(card: Scorecard, apart: list[Place]) -> Scorecard:
    ratings = tuple(
        rating.model_copy(update={"note": _cut(rating.note, apart, f"ratings[{number}].note")})
        for number, rating in enumerate(card.ratings)
    )
    notes = {name: _cut(getattr(card, name), apart, name) for name in NOTES}
    return card.model_copy(update={"ratings": ratings, **notes})


def _cut(text: str | None, apart: list[Place], place: str) -> str | None:
    here = [cut for cut in apart if cut.place == place]
    for cut in here:
        text = (text or "")[: cut.start] + MASK * (cut.end - cut.start) + (text or "")[cut.end :]
    return text


def _texts(application: Application) -> Iterator[tuple[str, str, str]]:
    decision = application.decision
    own = {STAGE: application.stage, DECISION_NOTE: decision.note if decision else None}
    yield from (("", place, text) for place, text in own.items() if text)
    for card in application.scorecards:
        found = {f"ratings[{number}].note": rating.note for number, rating in enumerate(card.ratings)}
        found |= {name: getattr(card, name) for name in NOTES}
        yield from ((card.id, place, text) for place, text in found.items() if text)
