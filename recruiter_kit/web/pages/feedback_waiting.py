"""What waits for the recruiter on the page of a feedback: questions, blanks, and gaps without a next step.

In: a feedback, its application and role. Out: what the templates offer, each with the interviewers by name:
only the organisation's own pages name them.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recruiter_kit.composing import advice
from recruiter_kit.composing.voice import Voice
from recruiter_kit.feedback import Feedback, LeftToRecruiter, Observation, Part, Question, Source, Statement
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Role

FEW = 3


class Sentence(NamedTuple):
    """A sentence of a note that waits: who wrote it, on which criterion, why it waits, what would settle it.

    `number` is its place in pick(), by which an addition names it.
    """

    source: Source
    interviewer: str
    criterion: str
    reason: str
    question: Question | None
    number: int


class Waiting(NamedTuple):
    """What waits for a person.

    `questions` come with those first that fill a blank, then those on a gap; `at_once` of them are shown
    before a person asks for more. `blanks` has what each blank holds, `offers` advice to choose from, by
    criterion.
    """

    questions: Sequence[Sentence] = ()
    at_once: int = 0
    blanks: Mapping[str, Sequence[Sentence]] = {}
    offers: Mapping[str, Sequence[str]] = {}


def waiting(feedback: Feedback, application: Application, role: Role) -> Waiting:
    """Return what waits for a person."""
    sentences = _sentences(feedback, application, role)
    blank = {statement.criterion for statement in feedback.said(Part.WAITING)}
    gaps = feedback.gaps()
    asked = [(one.criterion, each) for one, each in sentences if each.question]
    asked.sort(key=lambda pair: (pair[0] not in blank, pair[0] not in gaps))
    first = max(FEW, sum(criterion in blank for criterion, _ in asked))
    return Waiting(
        questions=[each for _, each in asked],
        at_once=first if len(asked) > first + 1 else len(asked),
        blanks={
            criterion: _blank(sentences, criterion, application, role) for criterion in blank if criterion
        },
        offers=offers(feedback, role),
    )


def offers(feedback: Feedback, role: Role) -> dict[str, tuple[str, ...]]:
    """Return the nearest pieces of advice for each gap that has no next step; none is told by itself."""
    advised = {statement.criterion for statement in feedback.said(Part.ADVICE)}
    voice = Voice(standard=feedback.standard)
    found = {}
    for id in feedback.gaps():
        criterion = role.criterion(id)
        if criterion and id not in advised:
            found[id] = tuple(voice.spell(piece) for piece in advice.nearest(criterion, role))
    return {id: pieces for id, pieces in found.items() if pieces}


def with_sources(
    statements: Sequence[Statement], blanks: Mapping[str, Sequence[Sentence]]
) -> list[Statement]:
    """Return the statements, each blank with the places of the notes that wait in it."""
    shown = []
    for statement in statements:
        held = blanks.get(statement.criterion or "", ()) if statement.part is Part.WAITING else ()
        sources = tuple(each.source for each in held)
        shown.append(statement.model_copy(update={"sources": sources}) if sources else statement)
    return shown


def _sentences(
    feedback: Feedback, application: Application, role: Role
) -> list[tuple[Observation | LeftToRecruiter, Sentence]]:
    """Return everything that may be told, in the order of pick()."""
    names = {card.id: card.interviewer.name for card in application.scorecards}
    found: list[tuple[Observation | LeftToRecruiter, Sentence]] = []
    everything: list[Observation | LeftToRecruiter] = [*feedback.observations, *feedback.left_to_recruiter]
    for number, one in enumerate(everything):
        card = one.source.scorecard
        criterion = role.criterion(one.criterion) if one.criterion else None
        left = one if isinstance(one, LeftToRecruiter) else None
        sentence = Sentence(
            source=one.source,
            interviewer=names.get(card) or say("unnamed_interviewer", scorecard=card),
            criterion=criterion.name if criterion else "",
            reason=left.reason if left else "",
            question=left.question if left else None,
            number=number,
        )
        found.append((one, sentence))
    return found


def _blank(
    sentences: Sequence[tuple[Observation | LeftToRecruiter, Sentence]],
    criterion: str,
    application: Application,
    role: Role,
) -> list[Sentence]:
    held = [(one, each) for one, each in sentences if one.criterion == criterion]
    # What needs the sentence before it is there twice: as it was worded, and with the reason why it waits.
    once = {each.source: each for one, each in held if _below(one, application, role)}
    places = [card.id for card in application.scorecards]
    return sorted(
        once.values(),
        key=lambda each: (places.index(each.source.scorecard), each.source.place, each.source.start),
    )


def _below(one: Observation | LeftToRecruiter, application: Application, role: Role) -> bool:
    """Whether a sentence belongs to what a blank waits for: it holds what was seen, rated below the bar."""
    if isinstance(one, LeftToRecruiter) and not one.observed:
        return False
    criterion = role.criterion(one.criterion) if one.criterion else None
    levels = [
        rating.level
        for card in application.scorecards
        for rating in card.ratings
        if card.id == one.source.scorecard and rating.criterion == one.criterion
    ]
    level = next(iter(levels), None)
    return level is None or criterion is None or criterion.required is None or level < criterion.required
