"""Observations: what interviewers wrote, sentence by sentence, ready for composing.

In: an application, its role and the names of everybody around it. Out: observations worded for the
candidate, sentences withheld with their rule, sentences left to the recruiter with a reason.
Nothing that was written is lost; a private note is never read (R9). Keeps R2, R3, R6, R7, R13.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from recruiter_kit.feedback import Direction, LeftToRecruiter, Observation, Source, Withheld
from recruiter_kit.language.criteria import criterion_of
from recruiter_kit.language.direction import direction, halves
from recruiter_kit.language.grammar.candidate import pronoun_of, seen_pronouns
from recruiter_kit.language.grammar.tokens import tokenise
from recruiter_kit.language.names import name_parts
from recruiter_kit.language.opinions import why_opinion
from recruiter_kit.language.rewriting import Person, Rewrite, rewrite_sentence
from recruiter_kit.language.rewriting.shorthand import BRITISH, trades_for
from recruiter_kit.language.screening import Names, Screened, screen
from recruiter_kit.language.sentences import LONGEST_NOTE, Sentence, split
from recruiter_kit.model import Application, Criterion, Role


@dataclass(frozen=True)
class Observed:
    """Everything that the notes of one application gave, in reading order."""

    observations: tuple[Observation, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    left: tuple[LeftToRecruiter, ...] = ()


@dataclass(frozen=True)
class _Place:
    """A sentence with its place, and the level given beside it."""

    scorecard: str
    place: str
    sentence: Sentence
    criterion: Criterion | None
    level: float | None

    def source(self, sentence: Sentence | None = None) -> Source:
        part = sentence or self.sentence
        return Source(
            scorecard=self.scorecard, place=self.place, start=part.start, end=part.end, text=part.text
        )


@dataclass
class _Reading:
    """The reading of one application."""

    role: Role
    names: Names
    person: Person
    observations: list[Observation] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    left: list[LeftToRecruiter] = field(default_factory=list)

    def read(self, place: _Place) -> None:
        """Put one sentence where it belongs."""
        screened = screen(place.sentence.text, self.names)
        if screened:
            self._withhold(place, screened)
            return
        opinion = why_opinion(place.sentence.text)
        if opinion:
            self._leave(place, opinion)
            return
        for sentence, worded in self._worded(place):
            if worded.text is None:
                self._leave(place, worded.reason or "", sentence)
            else:
                self._observe(place, sentence, worded)

    def _worded(self, place: _Place) -> Iterator[tuple[Sentence, Rewrite]]:
        """Yield the sentence, or its halves where each makes sense on its own, with their wordings."""
        parts = halves(place.sentence)
        worded = [rewrite_sentence(part.text, self.person) for part in parts]
        if len(parts) > 1 and all(_stands_alone(wording) for wording in worded):
            yield from zip(parts, worded, strict=True)
        else:
            yield place.sentence, rewrite_sentence(place.sentence.text, self.person)

    def _withhold(self, place: _Place, found: Screened) -> None:
        self.withheld.append(
            Withheld(
                source=place.source(),
                rule=found.rule,
                label=found.label,
                reason=found.reason,
                quarantined=found.quarantined,
            )
        )

    def _leave(self, place: _Place, reason: str, sentence: Sentence | None = None) -> None:
        part = sentence or place.sentence
        self.left.append(
            LeftToRecruiter(
                source=place.source(part),
                criterion=place.criterion.id if place.criterion else None,
                direction=self._direction(place, part),
                reason=reason,
            )
        )

    def _observe(self, place: _Place, sentence: Sentence, worded: Rewrite) -> None:
        self.observations.append(
            Observation(
                id=f"o{len(self.observations) + 1}",
                criterion=place.criterion.id if place.criterion else None,
                direction=self._direction(place, sentence),
                source=place.source(sentence),
                text=worded.text or "",
                tier=worded.tier,
                rules=worded.rules,
                inserted=worded.inserted,
            )
        )

    def _direction(self, place: _Place, sentence: Sentence) -> Direction:
        required = place.criterion.required if place.criterion else None
        if sentence != place.sentence:
            # Halves were cut because they point in two ways; the level cannot hold for both.
            return direction(sentence.text, None, None, self.role.scale)
        return direction(sentence.text, place.level, required, self.role.scale)


def observe(
    application: Application, role: Role, people: Sequence[str] = (), spelling: str = BRITISH
) -> Observed:
    """Return what the notes of `application` give; `people` are all candidates and interviewers."""
    own = application.candidate
    interviewers = [card.interviewer.name for card in application.scorecards if card.interviewer.name]
    person = Person(
        name_parts((own.full_name,)),
        pronoun_of(own.pronouns) or _pronoun_in_notes(application),
        trades_for(role.title),
        spelling,
    )
    reading = _Reading(role, Names.of((*people, *interviewers), own=own), person)
    for place in _places(application, role):
        reading.read(place)
    return Observed(tuple(reading.observations), tuple(reading.withheld), tuple(reading.left))


def _places(application: Application, role: Role) -> Iterator[_Place]:
    """Yield every sentence of every note but private ones, in reading order."""
    for card in application.scorecards:
        for number, rating in enumerate(card.ratings):
            criterion = role.criterion(rating.criterion)
            for sentence in _sentences(rating.note):
                yield _Place(card.id, f"ratings[{number}].note", sentence, criterion, rating.level)
        for sentence in _sentences(card.note):
            found = criterion_of(sentence.text, role)
            criterion = role.criterion(found) if found else None
            level = next(
                (rating.level for rating in card.ratings if criterion and rating.criterion == criterion.id),
                None,
            )
            yield _Place(card.id, "note", sentence, criterion, level)


def _sentences(note: str | None) -> tuple[Sentence, ...]:
    """Return the sentences of a note; a very long one is cut where reading it would take too long."""
    if not note:
        return ()
    if len(note) <= LONGEST_NOTE:
        return split(note)
    rest = Sentence(LONGEST_NOTE, len(note), note[LONGEST_NOTE:])
    return (*split(note[:LONGEST_NOTE]), rest)


def _pronoun_in_notes(application: Application) -> str | None:
    """Return "he" or "she" when the notes of the application use only that one, else None."""
    notes = [card.note for card in application.scorecards]
    notes += [rating.note for card in application.scorecards for rating in card.ratings]
    seen = seen_pronouns(
        token.low for note in notes if note for token in tokenise(note[:LONGEST_NOTE].replace("’", "'"))
    )
    singular = seen - {"they"}
    return next(iter(singular)) if len(singular) == 1 else None


@cache
def _yours() -> frozenset[str]:
    return frozenset({"you", "your", "you're", "you've", "you'd", "you'll"})


def _stands_alone(worded: Rewrite) -> bool:
    """Whether a half makes sense without the other: it speaks to the candidate by itself."""
    return worded.text is not None and any(token.low in _yours() for token in tokenise(worded.text))
