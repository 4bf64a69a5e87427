"""One finding that a named person has looked at and lets stand, with the reason.

In: a feedback, one of its findings, why, who and when. Out: the feedback with that kept in it. A suppression
holds for one rule on the very words it was given for, so that it lapses when they change.
Raises InputError where there may be none.
"""

from collections.abc import Iterable
from datetime import date

from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Feedback, Finding, Suppression
from recruiter_kit.language.checking.packs.rule_file import NEVER_OFF
from recruiter_kit.messages import say


def suppress(feedback: Feedback, finding: Finding, reason: str, by: str, on: date) -> Feedback:
    """Return `feedback` with `finding` suppressed by the person `by`, for `reason`.

    `finding` is one that `review` returned for this very feedback. Raises InputError for a label of
    NEVER_OFF, for a missing reason or name, and for a finding on words that the feedback does not hold.
    Suppressing the same finding again replaces the reason.
    """
    if not can_be_suppressed(finding):
        raise InputError.of("suppressing_never", label=finding.label)
    if not reason.strip():
        raise InputError.of("suppressing_reason")
    if not by.strip():
        raise InputError.of("suppressing_name")
    new = Suppression(
        rule=finding.rule,
        label=finding.label,
        statement=finding.statement,
        words=_words(feedback, finding),
        reason=reason.strip(),
        by=by.strip(),
        on=on,
    )
    kept = tuple(suppression for suppression in feedback.suppressions if not _same(suppression, new))
    return feedback.model_copy(update={"suppressions": (*kept, new)})


def can_be_suppressed(finding: Finding) -> bool:
    """Whether a person may let `finding` stand: where it is a guess, or its label is none of NEVER_OFF."""
    return finding.label not in NEVER_OFF or finding.is_guess


def suppression_of(feedback: Feedback, finding: Finding) -> Suppression | None:
    """Return what lets `finding` stand, or None. Labels that nobody suppresses never have one."""
    if not can_be_suppressed(finding):
        return None
    return next(
        (suppression for suppression in feedback.suppressions if _fits(suppression, feedback, finding)), None
    )


def standing(feedback: Feedback, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those of `findings` that nobody has suppressed."""
    return tuple(finding for finding in findings if suppression_of(feedback, finding) is None)


def _fits(kept: Suppression, feedback: Feedback, finding: Finding) -> bool:
    return (
        kept.rule == finding.rule
        and kept.statement == finding.statement
        and kept.words == _text(feedback, finding)
    )


def _same(one: Suppression, other: Suppression) -> bool:
    return (one.rule, one.statement, one.words) == (other.rule, other.statement, other.words)


def _words(feedback: Feedback, finding: Finding) -> str:
    words = _text(feedback, finding)
    if words is None:
        raise InputError.of("suppressing_nothing", place=say("statement", id=finding.statement))
    return words


def _text(feedback: Feedback, finding: Finding) -> str | None:
    """Return the words that `finding` marks; for one on the whole, all that is said."""
    if finding.statement is None:
        return "\n".join(statement.text for statement in feedback.statements)
    text = next(
        (statement.text for statement in feedback.statements if statement.id == finding.statement), None
    )
    if text is None or not 0 <= finding.start <= finding.end <= len(text):
        return None
    return text[finding.start : finding.end]
