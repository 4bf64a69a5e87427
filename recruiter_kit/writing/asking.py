"""What a model is asked, and all that it is shown: one criterion, its notes that may be told, and no more.

In: a drafted feedback and its application. Out: questions, and the message of each. Keeps R6, R7, R9 and R13:
nothing withheld, quarantined or left to a person is in it, no private note, no name, no level.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from recruiter_kit.composing.grounds import as_answered
from recruiter_kit.composing.statements import interview_names
from recruiter_kit.feedback import Basis, Direction, Feedback, Form, Part, Source, Statement, criterion_name
from recruiter_kit.language.screening import Names, is_withheld
from recruiter_kit.model import Application
from recruiter_kit.writing.placeholders import Placeholders
from recruiter_kit.writing.prompt import prompt

MOST_SENTENCES = {Part.SEEN: 4, Part.STRENGTH: 2}
SCHEMA: Mapping[str, object] = {
    "type": "object",
    "properties": {"text": {"type": "string"}, "next_step": {"type": "string"}},
    "required": ["text", "next_step"],
    "additionalProperties": False,
}
Message = Mapping[str, str]


@dataclass(frozen=True)
class Question:
    """What is told of one criterion in one part, to be worded better.

    `statements` are those that a proposal may replace, `sources` what the model is shown: theirs, and what
    else was observed that explains the same. A next step is asked for where `wants_step`; `step` is the one
    of the library that a better one would replace.
    """

    part: Part
    criterion: str
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    wants_step: bool = False
    step: Statement | None = None


def questions(
    feedback: Feedback, application: Application, people: Sequence[str], only: Collection[str] | None = None
) -> list[Question]:
    """Return what to ask: a question for each gap and each strength, in reading order.

    `only` limits it to the statements with these ids; then no next step is asked for. What a person has
    worded is theirs and not asked; nor where the panel differed, for two views are not told as one. A note
    about which a question was answered is shown in the words that the answer gave it.
    """
    differing = {statement.criterion for statement in feedback.said(Part.DIFFERING)}
    found: dict[tuple[Part, str], list[Statement]] = {}
    for statement in feedback.said(*MOST_SENTENCES):
        if _may_be_reworded(statement, only) and statement.criterion not in differing and statement.criterion:
            found.setdefault((statement.part, statement.criterion), []).append(statement)
    names = _names(application, people)
    asked = (
        _question(feedback, application, part, criterion, told, names, whole=only is None)
        for (part, criterion), told in found.items()
    )
    return [question for question in asked if question is not None]


def message(
    question: Question,
    feedback: Feedback,
    application: Application,
    people: Sequence[str],
    placeholders: Placeholders,
) -> list[Message]:
    """Return the two messages of a question: what the model has to do, and the notes as data."""
    interviews = interview_names(application, people)
    texts: dict[tuple[str, str], list[str]] = {}
    for source in as_answered(question.sources, feedback):
        texts.setdefault((source.scorecard, source.place), []).append(source.text)
    needs = [each.text for each in feedback.said(Part.NEEDS) if each.criterion == question.criterion]
    asked = {
        "criterion": placeholders.hide(criterion_name(feedback, question.criterion)),
        "most_sentences": MOST_SENTENCES[question.part],
        "next_step_wanted": question.wants_step,
        "role_needs": placeholders.hide(" ".join(needs)),
        "notes": [
            {"exercise": interviews.get(card, ""), "text": placeholders.hide(" ".join(held))}
            for (card, _), held in texts.items()
        ],
    }
    return [
        {"role": "system", "content": prompt().wording},
        {"role": "user", "content": json.dumps(asked, ensure_ascii=False)},
    ]


def _may_be_reworded(statement: Statement, only: Collection[str] | None) -> bool:
    return (
        statement.basis is Basis.OBSERVATION
        and statement.by is None
        and statement.proposal is None
        and statement.form is not Form.YOURS
        and not statement.lacks_source
        and (only is None or statement.id in only)
    )


def _question(
    feedback: Feedback,
    application: Application,
    part: Part,
    criterion: str,
    told: Sequence[Statement],
    names: Names,
    *,
    whole: bool,
) -> Question | None:
    kept = [(statement, _shown(statement, feedback, names)) for statement in told]
    kept = [(statement, sources) for statement, sources in kept if sources]
    if not kept:
        return None
    shown = [source for _, sources in kept for source in sources]
    if whole:
        shown += _may_be_told(_beside(feedback, application, part, criterion), feedback, names)
    steps = [each for each in feedback.said(Part.ADVICE) if each.criterion == criterion]
    library = [each for each in steps if each.basis is Basis.LIBRARY and each.by is None]
    return Question(
        part,
        criterion,
        tuple(statement for statement, _ in kept),
        tuple(dict.fromkeys(shown)),
        wants_step=whole and part is Part.SEEN and len(steps) == len(library) <= 1,
        step=library[0] if library else None,
    )


def _shown(statement: Statement, feedback: Feedback, names: Names) -> tuple[Source, ...]:
    """Return the sources of a statement that may be told, looked at once more before they leave this room.

    What an interviewer wrote against the candidate stays out of a strength: there, only what is told.
    """
    told = {seen.source for seen in feedback.observations if seen.id in statement.observations}
    strength = statement.part is Part.STRENGTH
    sources = (source for source in statement.sources if source in told or not strength)
    return _may_be_told(sources, feedback, names)


def _beside(feedback: Feedback, application: Application, part: Part, criterion: str) -> Iterator[Source]:
    """Yield what else was observed on the criterion: by whoever rated it below the level, or at and above."""
    standing = feedback.standing(criterion)
    if standing is None:
        return
    levels = {
        card.id: rating.level
        for card in application.scorecards
        for rating in card.ratings
        if rating.criterion == criterion and rating.level is not None
    }
    for seen in feedback.observations:
        level = levels.get(seen.source.scorecard)
        if seen.criterion == criterion and level is not None:
            below = level < standing.required
            against = seen.direction is Direction.GAP
            if below if part is Part.SEEN else not below and not against:
                yield seen.source


def _may_be_told(sources: Iterable[Source], feedback: Feedback, names: Names) -> tuple[Source, ...]:
    hidden = [one.source for one in feedback.withheld]
    hidden += [one.source for one in feedback.left_to_recruiter]
    return tuple(
        source
        for source in sources
        if not any(_overlap(source, other) for other in hidden) and not is_withheld(source.text, names)
    )


def _overlap(one: Source, other: Source) -> bool:
    same = (one.scorecard, one.place) == (other.scorecard, other.place)
    return same and one.start < other.end and other.start < one.end


def _names(application: Application, people: Sequence[str]) -> Names:
    interviewers = (card.interviewer.name for card in application.scorecards if card.interviewer.name)
    return Names.of((*people, *interviewers), own=application.candidate)


def texts_shown(messages: Sequence[Message]) -> Iterator[str]:
    """Yield what messages hold beside our own words: the texts that came from an organisation."""
    yield from (each["content"] for each in messages if each["role"] == "user")
