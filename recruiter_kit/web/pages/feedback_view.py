"""The words of a feedback as its page shows them: grouped, with what the check found on each statement.

In: a Feedback. Out: the View of it that the templates read.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from recruiter_kit.composing.own_words import is_alone
from recruiter_kit.composing.revising import moved
from recruiter_kit.feedback import (
    Feedback,
    Finding,
    Form,
    LeftToRecruiter,
    Observation,
    Part,
    Source,
    Standing,
    Statement,
    Suppression,
)
from recruiter_kit.language.checking.remedies import remedied
from recruiter_kit.language.proving import Proof
from recruiter_kit.model import Application, Role
from recruiter_kit.review import unproved
from recruiter_kit.review.candour import out_of_bounds
from recruiter_kit.review.suppressions import suppression_of
from recruiter_kit.web.pages import note_pieces
from recruiter_kit.web.pages.feedback_waiting import Waiting, waiting, with_sources
from recruiter_kit.web.pages.marking import Run, of_findings, of_proof, runs
from recruiter_kit.web.pages.resting import Choice, choices


class Marked(NamedTuple):
    """A finding with its number in the list, the words it marks, the text put right, and who dismissed it."""

    number: int
    finding: Finding
    words: str
    remedy: str | None
    dismissed: Suppression | None


class Moves(NamedTuple):
    """Where a statement can go."""

    up: bool
    down: bool


class Shown(NamedTuple):
    """One statement with what the check says of it, its text in runs where something is marked, its moves."""

    statement: Statement
    findings: tuple[Marked, ...]
    runs: Sequence[Run]
    moves: Moves


class Group(NamedTuple):
    """Statements that belong together: a gap, a strength, or what comes before and after them."""

    heading: str
    standing: Standing | None
    shown: list[Shown]


class View(NamedTuple):
    """A feedback as its page shows it.

    `whole` are the findings on the feedback as a whole, `sources` what statements rest on by note, `amiss`
    the figures of candour that are out of bounds, `waiting` what waits for the recruiter, `unborne` the
    statements that no note bears out, `choices` what they may rest on. What was left or is not used has its
    place in pick(). `errors` are the places on the page of what keeps it from approval, `warnings` of what
    somebody should look at.
    """

    groups: Sequence[Group]
    whole: Sequence[Marked]
    sources: Mapping[str, Sequence[Source]]
    left: Sequence[tuple[LeftToRecruiter, bool, int]]
    unused: Sequence[tuple[Observation, int]]
    amiss: Sequence[str]
    waiting: Waiting
    unborne: Sequence[Statement]
    choices: Mapping[str, Sequence[Choice]]
    errors: Sequence[str] = ()
    warnings: Sequence[str] = ()


def view(feedback: Feedback | None, application: Application, role: Role, people: Sequence[str]) -> View:
    """Return the feedback as its page shows it; an empty view before the first draft."""
    if feedback is None:
        return View((), (), {}, (), (), (), Waiting(), (), {})
    marked = _marked(feedback)
    proofs = unproved.proofs(feedback, people, application)
    waits = waiting(feedback, application, role)
    statements = with_sources(feedback.statements, waits.blanks)
    return View(
        groups=_groups(feedback, statements, marked, proofs),
        whole=marked.get(None, ()),
        sources=note_pieces.by_note(statements),
        left=_left(feedback),
        unused=_unused(feedback),
        amiss=out_of_bounds(feedback.candour) if feedback.candour else (),
        waiting=waits,
        unborne=_unborne(feedback, unproved.refused(proofs)),
        choices=choices(feedback, application, role),
        errors=_places(statements, marked, "error"),
        warnings=_places(statements, marked, "warning"),
    )


def form_of(statement: Statement) -> Form | None:
    """Return how an interviewer's words are told: as a person's own once somebody worded them."""
    if statement.part not in (Part.SEEN, Part.STRENGTH):
        return None
    return Form.YOURS if statement.by else statement.form


def _unborne(feedback: Feedback, refused: frozenset[str]) -> list[Statement]:
    """Return what is told of the candidate that no note bears out, with a reason or without."""
    told = feedback.said(Part.SEEN, Part.STRENGTH)
    return [each for each in told if each.id in refused or is_alone(each)]


def _places(
    statements: Sequence[Statement], marked: Mapping[str | None, Sequence[Marked]], severity: str
) -> list[str]:
    """Return the id on the page of each finding that nobody dismissed, in the order of the page."""
    order: list[tuple[str | None, str]] = [(None, "whole")]
    order += [(statement.id, f"text-{statement.id}") for statement in statements]
    return [
        place
        for id, place in order
        for each in marked.get(id, ())
        if each.finding.severity == severity and not each.dismissed
    ]


def _groups(
    feedback: Feedback,
    statements: Sequence[Statement],
    marked: Mapping[str | None, Sequence[Marked]],
    proofs: Mapping[str, Proof],
) -> list[Group]:
    groups: list[Group] = []
    for statement in statements:
        heading = "strength" if statement.part is Part.STRENGTH else "gap" if statement.criterion else ""
        standing = feedback.standing(statement.criterion) if statement.criterion else None
        if not groups or (groups[-1].heading, groups[-1].standing) != (heading, standing):
            groups.append(Group(heading, standing, []))
        found = tuple(marked.get(statement.id, ()))
        marks = _runs(statement, found, proofs.get(statement.id))
        groups[-1].shown.append(Shown(statement, found, marks, _moves(feedback, statement)))
    return groups


def _moves(feedback: Feedback, statement: Statement) -> Moves:
    told = feedback.statements
    return Moves(moved(told, statement.id, "up") != told, moved(told, statement.id, "down") != told)


def _runs(statement: Statement, found: Sequence[Marked], proof: Proof | None) -> list[Run]:
    """Return the text in runs: words that no note holds one by one, and nothing that was dismissed."""
    standing = [each.finding for each in found if not each.dismissed]
    of_words = of_findings(each for each in standing if each.label != unproved.ADDED)
    dismissed = any(each.dismissed for each in found if each.finding.label == unproved.ADDED)
    return runs(statement.text, [*of_words, *(() if dismissed else of_proof(proof))])


def _marked(feedback: Feedback) -> dict[str | None, list[Marked]]:
    texts = {statement.id: statement.text for statement in feedback.statements}
    marked: dict[str | None, list[Marked]] = {}
    for number, finding in enumerate(feedback.findings):
        text = texts.get(finding.statement or "", "")
        remedy = remedied(text, finding) if text else None
        # Its message names the words, which need not stand together.
        words = "" if finding.label == unproved.ADDED else text[finding.start : finding.end]
        dismissed = suppression_of(feedback, finding)
        marked.setdefault(finding.statement, []).append(Marked(number, finding, words, remedy, dismissed))
    return marked


def _left(feedback: Feedback) -> list[tuple[LeftToRecruiter, bool, int]]:
    """Return what was left to the recruiter, each with whether a person's statement rests on it by now.

    A unit names all its sources, so that what waits in it is among those of what is told of it.
    """
    used = {source for each in feedback.statements if each.by for source in each.sources}
    first = len(feedback.observations)
    return [
        (left, left.source in used, number)
        for number, left in enumerate(feedback.left_to_recruiter, start=first)
    ]


def _unused(feedback: Feedback) -> list[tuple[Observation, int]]:
    """Return the observations that are neither in the letter nor left to a person."""
    told = {id for statement in feedback.statements for id in statement.observations}
    used = {seen.source for seen in feedback.observations if seen.id in told}
    used |= {source for statement in feedback.statements if statement.by for source in statement.sources}
    used |= {left.source for left in feedback.left_to_recruiter}
    return [(seen, number) for number, seen in enumerate(feedback.observations) if seen.source not in used]
