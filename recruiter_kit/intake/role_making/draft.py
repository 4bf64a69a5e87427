"""What an export or a table knows of a role, and what has to be asked.

In: a bundle, and the roles that an organisation has already. Out: for each role what is known, how it was
rated, and a question for whatever is missing, with suggestions. A letter needs the required levels; all else
makes it better and is never an error (composing asks for nothing else).
"""

from collections.abc import Sequence

from recruiter_kit.intake.joining.lacking import has_text
from recruiter_kit.intake.role_making.suggesting import (
    FamilyOf,
    Part,
    Suggestion,
    no_family,
    similar_criteria,
    suggestions,
)
from recruiter_kit.model import Bundle, Criterion, Id, Record, Role

NEEDED = frozenset({Part.REQUIRED})
"""Without these no letter can be made; panel/standing.py raises IncompleteError."""


class Question(Record):
    """One part of a criterion that nobody has said; `needed` where no letter can be made without it."""

    criterion: Id
    part: Part
    needed: bool
    suggestions: tuple[Suggestion, ...] = ()


class Rated(Record):
    """How a criterion was rated: the levels that occur, lowest first, how often, and by how many people."""

    criterion: Id
    levels: tuple[float, ...] = ()
    ratings: int = 0
    interviewers: int = 0


class RoleDraft(Record):
    """A role as far as it is known. `scale_known` is False where no file says what the levels go to."""

    role: Role
    scale_known: bool
    rated: tuple[Rated, ...]
    questions: tuple[Question, ...]

    def questions_on(self, criterion_id: str) -> tuple[Question, ...]:
        """Return what is asked about one criterion, in the order of Part."""
        return tuple(question for question in self.questions if question.criterion == criterion_id)

    @property
    def can_be_told(self) -> bool:
        """Whether a letter can be made with the role as it is."""
        return bool(self.role.criteria) and not any(question.needed for question in self.questions)


def draft_of(
    role: Role, bundle: Bundle, known: Sequence[Role] = (), family_of: FamilyOf = no_family
) -> RoleDraft:
    """Return the draft of one role, rated as the bundle says.

    `known` are other roles of this organisation, from which suggestions come; `family_of` says which family
    of competencies a criterion's name belongs to in a role of a title (composing/families.py).
    """
    questions: list[Question] = []
    for criterion in role.criteria:
        open_parts = missing(criterion)
        alike = similar_criteria(criterion, role, known, family_of) if open_parts else ()
        questions += [
            Question(
                criterion=criterion.id,
                part=part,
                needed=part in NEEDED,
                suggestions=suggestions(part, criterion, role, alike),
            )
            for part in open_parts
        ]
    return RoleDraft(
        role=role,
        scale_known="scale" in role.model_fields_set,
        rated=tuple(_rated(criterion.id, role, bundle) for criterion in role.criteria),
        questions=tuple(questions),
    )


def missing(criterion: Criterion) -> tuple[Part, ...]:
    """Return what nobody has said of a criterion."""
    there = {
        Part.KIND: criterion.kind is not None,
        Part.REQUIRED: criterion.required is not None,
        Part.TEXT: has_text(criterion),
        Part.ADVICE: bool(criterion.advice),
    }
    return tuple(part for part, known in there.items() if not known)


def _rated(criterion_id: str, role: Role, bundle: Bundle) -> Rated:
    levels: list[float] = []
    people: set[str] = set()
    for application in bundle.applications:
        for card in application.scorecards if application.role == role.id else ():
            for rating in card.ratings:
                if rating.criterion == criterion_id and rating.level is not None:
                    levels.append(rating.level)
                    people.add(card.interviewer.name or card.id)
    return Rated(
        criterion=criterion_id,
        levels=tuple(sorted(set(levels))),
        ratings=len(levels),
        interviewers=len(people),
    )
