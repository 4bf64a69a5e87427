"""Observations: what interviewers wrote, sentence by sentence, ready for composing.

In: an application, its role and the names of everybody around it. Out: observations worded for the
candidate, sentences withheld with their rule, sentences left to the recruiter with a reason.
Nothing that was written is lost; a private note is never read (R9), and nothing is observed in what an
assistant wrote before a person has confirmed it. Keeps R2, R3, R6, R7, R13.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from recruiter_kit.feedback import Direction, Form, LeftToRecruiter, Observation, Question, Source, Withheld
from recruiter_kit.language.criteria import criterion_of
from recruiter_kit.language.direction import direction
from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.gate import foreign
from recruiter_kit.language.grammar.candidate import pronoun_in, pronoun_of
from recruiter_kit.language.names import name_parts
from recruiter_kit.language.opinions import why_opinion
from recruiter_kit.language.proving import Note, prove
from recruiter_kit.language.proving import Person as ProvedPerson
from recruiter_kit.language.rewriting import Context, Person, reword
from recruiter_kit.language.rewriting.record import MAY_LEAVE, Asking, Unclear, Wording, may_it_leave
from recruiter_kit.language.rewriting.shorthand import BRITISH, trades_for
from recruiter_kit.language.screening import Names, Screened, screen
from recruiter_kit.language.sentences import LONGEST_NOTE, Sentence, split
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Criterion, Role

LONGEST_BEFORE = 600
_ASIDE = re.compile(r"\(([^()\W\d]+(?: [^()\W\d]+)+)\)")
DOUBT = "doubt"
NOTHING_SEEN = frozenset({"nothing", "rating", "heading"})


@dataclass(frozen=True)
class Observed:
    """Everything that the notes of one application gave, in reading order."""

    observations: tuple[Observation, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    left: tuple[LeftToRecruiter, ...] = ()


@dataclass(frozen=True)
class _Place:
    """A sentence with its place, the level given beside it, and the note before it."""

    scorecard: str
    place: str
    sentence: Sentence
    criterion: Criterion | None
    level: float | None
    before: str
    context: Context
    language: str | None
    unconfirmed: bool = False

    @property
    def source(self) -> Source:
        part = self.sentence
        return Source(
            scorecard=self.scorecard, place=self.place, start=part.start, end=part.end, text=part.text
        )

    @property
    def question_id(self) -> str:
        """An id that the same words in the same place always get, so that an answer lasts."""
        return self._id("")

    @property
    def leaving_id(self) -> str:
        """The same for whether these words may leave at all."""
        return self._id("leaving\n")

    def _id(self, of: str) -> str:
        text = f"{of}{self.scorecard}\n{self.place}\n{self.sentence.text}"
        return sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass
class _Reading:
    """The reading of one application."""

    role: Role
    names: Names
    person: Person
    answers: Mapping[str, str]
    around: tuple[ProvedPerson, ...]
    released: frozenset[str]
    observations: list[Observation] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    left: list[LeftToRecruiter] = field(default_factory=list)

    def read(self, place: _Place) -> None:
        """Put one sentence where it belongs."""
        text = place.sentence.text
        screened = screen(text, self.names, overall=place.place == "note")
        doubt = screened if screened and screened.asked else None
        opinion = why_opinion(text)
        if screened and not doubt and not self._is_released(place, screened):
            if screened.label == DOUBT and opinion:
                # Nobody is told an opinion; that it is one says more than a doubt.
                self._leave(place, opinion, observed=False)
            else:
                self._withhold(place, screened)
        elif place.unconfirmed:
            self._leave(place, say("unconfirmed_note"), observed=False, unconfirmed=True)
        elif language := place.language or _language_in_brackets(text):
            self._leave(place, Doubt("other_language", language).reason)
        elif opinion:
            self._leave(place, opinion, observed=False)
        else:
            self._word(place, doubt)

    def _is_released(self, place: _Place, found: Screened) -> bool:
        return found.can_be_released and place.leaving_id in self.released

    def _word(self, place: _Place, doubted: Screened | None) -> None:
        """Word a sentence; where it is doubted, only once somebody has said that it may leave."""
        answer = self.answers.get(place.question_id)
        try:
            worded = reword(place.sentence.text, self.person, place.before, answer, place.context)
        except Unclear as unclear:
            if self._may_leave(place, doubted):
                self._ask(place, place.question_id, unclear.asking)
        except Doubt as doubt:
            self._leave(place, doubt.reason, observed=doubt.key not in NOTHING_SEEN)
        else:
            if not self._may_leave(place, doubted):
                return
            if self._is_borne_out(place, worded):
                self._observe(place, worded)
            else:
                self._leave(place, Doubt("not_proved").reason)

    def _may_leave(self, place: _Place, doubted: Screened | None) -> bool:
        """Whether nobody doubts it, or somebody has said that it may; if not, ask or withhold."""
        answer = self.answers.get(place.leaving_id) if doubted else MAY_LEAVE
        if doubted and answer is None:
            self._ask(place, place.leaving_id, may_it_leave(doubted))
        elif doubted and answer != MAY_LEAVE:
            self._withhold(place, doubted)
        return answer == MAY_LEAVE

    def _ask(self, place: _Place, id: str, asking: Asking) -> None:
        self._leave(place, asking.text, question=Question(id=id, text=asking.text, choices=asking.choices))

    def _is_borne_out(self, place: _Place, worded: Wording) -> bool:
        """Whether the prover refuses nothing in a wording that says who acts; a noted one puts nothing in."""
        if worded.form is not Form.ADDRESSED:
            return True
        return prove(worded.text, [Note(place.sentence.text)], self.around).verdict != "refused"

    def _withhold(self, place: _Place, found: Screened) -> None:
        self.withheld.append(
            Withheld(
                source=place.source,
                rule=found.rule,
                label=found.label,
                reason=found.reason,
                quarantined=found.quarantined,
                id=place.leaving_id if found.can_be_released else None,
            )
        )

    def _leave(
        self,
        place: _Place,
        reason: str,
        *,
        observed: bool = True,
        question: Question | None = None,
        unconfirmed: bool = False,
    ) -> None:
        self.left.append(
            LeftToRecruiter(
                source=place.source,
                criterion=place.criterion.id if place.criterion else None,
                direction=self._direction(place),
                reason=reason,
                observed=observed,
                question=question,
                unconfirmed=unconfirmed,
            )
        )

    def _observe(self, place: _Place, worded: Wording) -> None:
        self.observations.append(
            Observation(
                id=f"o{len(self.observations) + 1}",
                criterion=place.criterion.id if place.criterion else None,
                direction=self._direction(place),
                source=place.source,
                text=worded.text,
                form=worded.form,
            )
        )

    def _direction(self, place: _Place) -> Direction:
        required = place.criterion.required if place.criterion else None
        return direction(place.sentence.text, place.level, required, self.role.scale)


def observe(
    application: Application,
    role: Role,
    people: Sequence[str] = (),
    spelling: str = BRITISH,
    answers: Mapping[str, str] | None = None,
    released: Iterable[str] = (),
) -> Observed:
    """Return what the notes of `application` give; `people` are all candidates and interviewers.

    `answers` holds what the recruiter answered, by the id of the question; `released` are the ids of withheld
    sentences that somebody with that right lets go.
    """
    own = application.candidate
    interviewers = [card.interviewer.name for card in application.scorecards if card.interviewer.name]
    person = Person(
        name_parts((own.full_name,)),
        pronoun_of(own.pronouns) or pronoun_in(_notes(application)),
        trades_for(role.title),
        spelling,
    )
    around = (ProvedPerson(own.full_name, "candidate", own.pronouns),)
    names = Names.of((*people, *interviewers), own=own)
    reading = _Reading(role, names, person, answers or {}, around, frozenset(released))
    for place in _places(application, role):
        reading.read(place)
    return Observed(tuple(reading.observations), tuple(reading.withheld), tuple(reading.left))


def _places(application: Application, role: Role) -> Iterator[_Place]:
    """Yield every sentence of every note but private ones, in reading order."""
    for card in application.scorecards:
        for number, rating in enumerate(card.ratings):
            criterion = role.criterion(rating.criterion)
            for sentence, before, language in _sentences(rating.note):
                place = f"ratings[{number}].note"
                context = Context(rating.note or "", card.interview or "")
                yield _Place(
                    card.id, place, sentence, criterion, rating.level, before, context, language,
                    rating.is_unconfirmed,
                )  # fmt: skip
        for sentence, before, language in _sentences(card.note):
            found = criterion_of(sentence.text, role)
            criterion = role.criterion(found) if found else None
            level = next(
                (rating.level for rating in card.ratings if criterion and rating.criterion == criterion.id),
                None,
            )
            context = Context(card.note or "", card.interview or "")
            yield _Place(
                card.id, "note", sentence, criterion, level, before, context, language, card.is_unconfirmed
            )


def _sentences(note: str | None) -> Iterator[tuple[Sentence, str, str | None]]:
    """Yield the sentences of a note, each with what is before it and the language if it is not English.

    A very long note is cut where reading it would take too long; what is beyond is left to a person.
    """
    if not note:
        return
    language = foreign(note[:LONGEST_NOTE])
    before = ""
    for sentence in split(note[:LONGEST_NOTE]):
        yield sentence, before, language
        before = f"{before} {sentence.text}"[-LONGEST_BEFORE:]
    if len(note) > LONGEST_NOTE:
        yield Sentence(LONGEST_NOTE, len(note), note[LONGEST_NOTE:]), before, language


def _language_in_brackets(text: str) -> str | None:
    """Return the language of what is in brackets where it is not English: "(czyli po fakcie)"."""
    aside = (foreign(found[1]) for found in _ASIDE.finditer(text)) if "(" in text else ()
    return next(filter(None, aside), None)


def _notes(application: Application) -> list[str]:
    notes = [card.note for card in application.scorecards if not card.is_unconfirmed]
    ratings = [rating for card in application.scorecards for rating in card.ratings]
    notes += [rating.note for rating in ratings if not rating.is_unconfirmed]
    return [note[:LONGEST_NOTE] for note in notes if note]
