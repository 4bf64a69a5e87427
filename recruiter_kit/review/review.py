"""The one judge of a feedback: asked when it is drafted, edited, checked, approved and sent.

In: a feedback and the names of the people around it. Out: the same words with every finding and their
candour. There is no second list of what is wrong, so that nothing shown as an error can be approved.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from recruiter_kit.case import Case
from recruiter_kit.composing import draft as composing
from recruiter_kit.composing.own_words import settled
from recruiter_kit.feedback import Feedback, Finding, Statement
from recruiter_kit.model import Application, Role
from recruiter_kit.review import candour, unproved
from recruiter_kit.review.last_look import last_look
from recruiter_kit.review.statements import check_feedback
from recruiter_kit.review.suppressions import standing
from recruiter_kit.review.untold import reason_untold, unseen_but_told
from recruiter_kit.standard import Standard


def review(feedback: Feedback, people: Sequence[str], application: Application | None) -> Feedback:
    """Return `feedback` with what is wrong in it, and how candid it is.

    `people` are the names of everybody around the application (Case.people); it has no default, because a
    review that forgets them approves their names. `application` says who wrote which note, and in which
    exercise: None where nobody knows, as of a feedback in a file. Lasting findings of
    composing are carried over.
    """
    proofs = unproved.proofs(feedback, people, application)
    measured = candour.measure(feedback, unproved.refused(proofs))
    found = (
        *(finding for finding in feedback.findings if finding.lasting),
        *unseen_but_told(feedback),
        *reason_untold(feedback),
        *check_feedback(feedback, people),
        *unproved.findings(feedback, proofs, application),
        *last_look(feedback, people),
        *candour.findings(feedback, measured),
    )
    return feedback.model_copy(update={"findings": found, "candour": measured})


def errors(feedback: Feedback, people: Sequence[str], application: Application | None) -> tuple[Finding, ...]:
    """Return the errors in `feedback` that nobody has dismissed: with one of them it cannot be approved."""
    found = standing(feedback, review(feedback, people, application).findings)
    return tuple(finding for finding in found if finding.severity == "error")


def revised(
    feedback: Feedback,
    statements: Sequence[Statement],
    people: Sequence[str],
    application: Application | None,
) -> Feedback:
    """Return the feedback with these statements instead of its own, judged again.

    Every change goes through here: words of a person that their notes do not bear out lose them (R2).
    """
    own = settled(statements, feedback, application, people)
    return review(feedback.model_copy(update={"statements": own}), people, application)


def draft(case: Case) -> Feedback:
    """Compose the feedback on a case and judge it; raises like composing.draft.compose."""
    composed = composing.compose(case)
    reviewed = review(composed, case.people, case.application)
    also = (finding for finding in reviewed.findings if not finding.lasting)
    return reviewed.model_copy(update={"findings": (*composed.findings, *also)})


def compose(
    application: Application,
    role: Role,
    standard: Standard | None = None,
    *,
    people: Sequence[str] = (),
    drafted_on: date | None = None,
    answers: Mapping[str, str] | None = None,
) -> Feedback:
    """Draft the feedback on one application, with its findings and its candour.

    `people` names everybody in the files (Bundle.people), so that nobody else is named to the candidate
    (R7, R9); `answers` holds what the recruiter answered, by the id of the question. Days to object count
    from the decision, or from `drafted_on` where that is later. The same input gives the same feedback, to
    the letter. Raises UndecidedError without a recorded decision (R1), IncompleteError when the sources lack
    something: scorecards, a required level, a decisive criterion, the organisation.
    """
    standard = standard or Standard()
    return draft(
        Case(
            application=application,
            role=role,
            standard=standard,
            people=tuple(people),
            today=drafted_on,
            answers=answers or {},
        )
    )
