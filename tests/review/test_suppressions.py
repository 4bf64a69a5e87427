"""A named person may let one finding stand, for a reason; not every finding."""

from collections.abc import Callable
from datetime import date

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Feedback, Finding, Part
from recruiter_kit.model import Reason
from recruiter_kit.review.statements import check_feedback
from recruiter_kit.review.suppressions import can_be_suppressed, standing, suppress, suppression_of
from recruiter_kit.review.untold import reason_untold, unseen_but_told
from tests.gold import gold

ON = date(2026, 11, 13)


def worse(text: str = "You were slightly late with the joins.") -> Feedback:
    said = gold().statements
    return gold(statements=(*said[:4], said[4].model_copy(update={"text": text}), *said[5:]))


def hedge(feedback: Feedback) -> Finding:
    return next(each for each in check_feedback(feedback, ()) if each.label == "hedge")


def test_a_suppressed_finding_is_kept_with_reason_name_and_date() -> None:
    feedback = worse()
    found = hedge(feedback)
    kept = suppress(feedback, found, "  Four minutes by the clock. ", "Dana Okafor", ON)
    (suppression,) = kept.suppressions
    assert (suppression.reason, suppression.by, suppression.on) == (
        "Four minutes by the clock.", "Dana Okafor", ON,
    )  # fmt: skip
    assert suppression_of(kept, found) == suppression
    assert found not in standing(kept, check_feedback(kept, ()))
    assert Feedback.model_validate_json(kept.model_dump_json()) == kept


def test_it_holds_for_that_finding_only_and_lapses_when_the_words_change() -> None:
    feedback = worse("You were slightly late. Perhaps you rushed.")
    first, second = (each for each in check_feedback(feedback, ()) if each.label == "hedge")
    kept = suppress(feedback, first, "By the clock.", "Dana Okafor", ON)
    assert second in standing(kept, check_feedback(kept, ()))
    changed = kept.model_copy(update={"statements": worse("You were somewhat late.").statements})
    assert suppression_of(changed, hedge(changed)) is None


def test_suppressing_again_replaces_the_reason() -> None:
    feedback = worse()
    once = suppress(feedback, hedge(feedback), "First.", "Dana Okafor", ON)
    (kept,) = suppress(once, hedge(feedback), "Second.", "Ines Okoro", ON).suppressions
    assert (kept.reason, kept.by) == ("Second.", "Ines Okoro")


@pytest.mark.parametrize("label", ["protected", "disclosure", "comparison", "last-look", "not-in-the-notes"])
def test_what_protects_people_cannot_be_suppressed(label: str) -> None:
    found = hedge(worse()).model_copy(update={"label": label})
    with pytest.raises(InputError, match=label):
        suppress(worse(), found, "It is fine.", "Dana Okafor", ON)


def contradicting() -> Feedback:
    """The gold feedback that says of a gap that nobody wrote an example."""
    unseen = {"id": "u1", "part": Part.UNSEEN, "text": "On SQL, your interviewers wrote no example."}
    return gold(statements=(*gold().statements, gold().statements[0].model_copy(update=unseen)))


def without_reason() -> Feedback:
    decision = gold().decision.model_copy(update={"reason": Reason.OTHER, "decisive": ()})
    return gold(decision=decision)


@pytest.mark.parametrize(
    ("feedback", "look"), [(contradicting(), unseen_but_told), (without_reason(), reason_untold)]
)
def test_what_the_letter_says_wrongly_or_not_at_all_of_its_reasons_cannot_be_suppressed(
    feedback: Feedback, look: Callable[[Feedback], tuple[Finding, ...]]
) -> None:
    (found,) = look(feedback)
    assert found.severity == "error"
    with pytest.raises(InputError, match=found.label):
        suppress(feedback, found, "It is fine.", "Dana Okafor", ON)


@pytest.mark.parametrize(("reason", "by", "told"), [(" ", "Dana", "reason"), ("It is fine.", " ", "person")])
def test_reason_and_name_are_mandatory(reason: str, by: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        suppress(worse(), hedge(worse()), reason, by, ON)


def test_a_finding_on_other_words_is_refused() -> None:
    found = hedge(worse()).model_copy(update={"end": 5000})
    with pytest.raises(InputError, match="no longer in the feedback"):
        suppress(worse(), found, "It is fine.", "Dana Okafor", ON)


def test_a_guess_may_be_dismissed_whatever_its_label_and_a_rule_that_is_sure_may_not() -> None:
    sure = Finding(
        label="comparison", severity="error", start=0, end=3, rule="comparison.other-people", message="Why."
    )
    assert not can_be_suppressed(sure)
    assert can_be_suppressed(sure.model_copy(update={"rule": "comparison.learned"}))
