"""What a text rests on, as the prover reads it.

In: places in scorecards, the application they are of, the people around it. Out: a Proof. Keeps R2. Where
only the feedback is at hand, as in a file of it, nobody knows who wrote a note, and in which exercise.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from recruiter_kit.feedback import Feedback, Form, Part, Source, Statement, criterion_name
from recruiter_kit.language.proving import Note, Person, Proof, prove, prove_step
from recruiter_kit.model import Application, Scorecard

_WORD = re.compile(r"\w+")


def notes(sources: Iterable[Source], feedback: Feedback, application: Application | None) -> tuple[Note, ...]:
    """Return the sources as notes, those of one scorecard's place together, in the order given."""
    cards = {card.id: card for card in application.scorecards} if application else {}
    held: dict[tuple[str, str], list[str]] = {}
    for source in sources:
        held.setdefault((source.scorecard, source.place), []).append(source.text)
    return tuple(
        Note(
            " ".join(texts),
            exercise=(cards[card].interview or "") if card in cards else "",
            criterion=_criterion(cards[card], place, feedback) if card in cards else "",
            interviewer=cards[card].interviewer.name or "" if card in cards else "",
        )
        for (card, place), texts in held.items()
    )


def _criterion(card: Scorecard, place: str, feedback: Feedback) -> str:
    """Return the name of what a note was written on, "" for one on the whole interview."""
    on = {f"ratings[{number}].note": rating.criterion for number, rating in enumerate(card.ratings)}
    return criterion_name(feedback, on[place]) if place in on else ""


def as_answered(sources: Iterable[Source], feedback: Feedback) -> tuple[Source, ...]:
    """Return the sources in their order, each in the words of the answer that settled whom it means."""
    settled = {seen.source: seen.text for seen in feedback.observations if seen.form is Form.ASKED}
    return tuple(
        source.model_copy(update={"text": settled[source]}) if source in settled else source
        for source in sources
    )


def around(application: Application, people: Sequence[str]) -> tuple[Person, ...]:
    """Return everybody around the application, each with the part they play."""
    candidate = application.candidate
    interviewers = {card.interviewer.name for card in application.scorecards if card.interviewer.name}
    others = [name for name in people if name not in interviewers and name != candidate.full_name]
    return (
        Person(candidate.full_name, "candidate", candidate.pronouns),
        *(Person(name, "interviewer") for name in sorted(interviewers)),
        *(Person(name) for name in others),
    )


def proof(
    text: str,
    sources: Iterable[Source],
    feedback: Feedback,
    application: Application | None,
    people: Sequence[str],
    *,
    step: bool = False,
) -> Proof:
    """Return what the prover says of a text that rests on these sources, or of a next step after them."""
    ask = prove_step if step else prove
    withheld = [each.source.text for each in feedback.withheld]
    told = notes(as_answered(sources, feedback), feedback, application)
    met = _met(people, (text, *(note.text for note in told), *withheld))
    return ask(text, told, _known(feedback, application, met), withheld)


def _met(people: Sequence[str], texts: Iterable[str]) -> list[str]:
    """Return those of whose names a word is in the texts: of thousands around a role, hardly any."""
    found = _by_word(tuple(people))
    words = {word.casefold() for text in texts for word in _WORD.findall(text)}
    places = sorted({place for word in words for place in found.get(word, ())})
    return [people[place] for place in places]


@lru_cache(32)
def _by_word(people: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
    """Return the places of names by their words."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(people):
        for word in _WORD.findall(name):
            found.setdefault(word.casefold(), []).append(place)
    return found


def proof_of(
    statement: Statement, feedback: Feedback, application: Application | None, people: Sequence[str]
) -> Proof | None:
    """Return what the prover says of a statement that a person or a language model worded.

    None where nobody did, and where it rests on no note.
    """
    if not statement.sources or not (statement.by or statement.proposal):
        return None
    step = statement.part is Part.ADVICE
    return proof(statement.text, statement.sources, feedback, application, people, step=step)


def _known(feedback: Feedback, application: Application | None, people: Sequence[str]) -> tuple[Person, ...]:
    if application is not None:
        return around(application, people)
    candidate = feedback.candidate
    return (Person(candidate.full_name, "candidate", candidate.pronouns), *map(Person, people))
