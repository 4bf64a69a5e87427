"""What a person's statement rests on, as the form of the letter says it: a note that was chosen, or a reason.

In: statements as they were typed, and the form. Out: the statements with what was chosen for them, and what
the next page says of those that lost their note.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recruiter_kit.composing.grounds import proof_of
from recruiter_kit.composing.own_words import is_alone, rested
from recruiter_kit.feedback import Feedback, LeftToRecruiter, Observation, Source, Statement
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Role
from recruiter_kit.review.unproved import said_of_refused
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import number

MOST_TOLD = 3


class Choice(NamedTuple):
    """A sentence of a note that a statement may rest on: its place in pick(), its words, who wrote it."""

    number: int
    text: str
    interviewer: str


def pick(feedback: Feedback) -> Sequence[Observation | LeftToRecruiter]:
    """Return what an addition may rest on: what was observed and what was left to a person."""
    return [*feedback.observations, *feedback.left_to_recruiter]


def choices(feedback: Feedback, application: Application, role: Role) -> dict[str, list[Choice]]:
    """Return the sentences that a statement may rest on, by the name of their criterion, each once."""
    cards = {card.id: card.interviewer.name or "" for card in application.scorecards}
    found: dict[str, list[Choice]] = {criterion.name: [] for criterion in role.criteria}
    seen: set[Source] = set()
    for place, one in enumerate(pick(feedback)):
        if one.source in seen or not may_bear(one):
            continue
        seen.add(one.source)
        criterion = role.criterion(one.criterion) if one.criterion else None
        name = criterion.name if criterion else say("resting_overall")
        choice = Choice(place, one.source.text, cards.get(one.source.scorecard, ""))
        found.setdefault(name, []).append(choice)
    return {name: sentences for name, sentences in found.items() if sentences}


def chosen(feedback: Feedback, place: str | int | None) -> Source | None:
    """Return the sentence that a field names by its place in pick(), None where it names none."""
    told = pick(feedback)
    wanted = number(str(place))
    return told[wanted].source if 0 <= wanted < len(told) and may_bear(told[wanted]) else None


def may_bear(one: Observation | LeftToRecruiter) -> bool:
    """Whether words may rest on it: not on what an assistant wrote and nobody has confirmed."""
    return isinstance(one, Observation) or not one.unconfirmed


def with_note(
    statement: Statement,
    source: Source | None,
    feedback: Feedback,
    application: Application,
    people: Sequence[str],
) -> Statement:
    """Return a statement of a person's with the note that was chosen for it, where one was."""
    if source is None:
        return statement
    told = (each.source for each in pick(feedback))
    return rested(statement, source, told, feedback, application, people)


def with_its_note(statement: Statement, began: Iterable[Statement], text: str) -> Statement:
    """Return a statement that is typed again with the note that it began with.

    Half a sentence is saved, too, and no note bears it out; the whole one is held against the note again.
    The words that it began with are nobody's rewording.
    """
    was = next((each for each in began if each.id == statement.id), None)
    if was is None or (statement.text == was.text and not is_alone(statement)):
        return statement
    if " ".join(text.split()) == was.text or (is_alone(statement) and not statement.waiver):
        return was
    return statement


def with_choices(
    statements: Iterable[Statement],
    form: Mapping[str, str],
    feedback: Feedback,
    application: Application,
    people: Sequence[str],
    by: str,
) -> tuple[Statement, ...]:
    """Return the statements with the notes and the reasons that a form gives to those that rest on none."""
    given = []
    for statement in statements:
        if is_alone(statement) and f"note-waiver-{statement.id}" in form:
            reason = " ".join(form[f"note-waiver-{statement.id}"].split()) or None
            if reason != statement.waiver:
                statement = statement.model_copy(update={"waiver": reason, "by": by})
            source = chosen(feedback, form.get(f"source-{statement.id}"))
            statement = with_note(statement, source, feedback, application, people)
        given.append(statement)
    return tuple(given)


def say_lost(
    typed: Iterable[Statement],
    kept: Feedback,
    application: Application,
    people: Sequence[str],
) -> str:
    """Say on the next page which words lost their note, and why; return the id of the first, or ""."""
    alone = {statement.id for statement in kept.statements if is_alone(statement)}
    lost = [statement for statement in typed if statement.id in alone and statement.sources]
    for statement in lost[:MOST_TOLD]:
        found = proof_of(statement, kept, application, people)
        if found is not None:
            flash(said_of_refused(found, saved=True), "error")
    return lost[0].id if lost else ""
