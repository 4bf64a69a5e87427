"""What a stage allows to be said (R22)."""

import pytest

from recruiter_kit.call.script import call_script
from recruiter_kit.composing.policy import policy_of, written
from recruiter_kit.documents.view import letter_values
from recruiter_kit.feedback import Part
from recruiter_kit.standard import Policy, PolicyStep, Standard
from tests.gold import gold

STEPS = (
    PolicyStep(policy=Policy.CALL_ONLY),
    PolicyStep(country="DE", policy=Policy.OUTCOME_ONLY),
    PolicyStep(stage="Final interview", policy=Policy.CALL_AND_WRITTEN),
    PolicyStep(stage="Final interview", country="DE", policy=Policy.CALL_ONLY),
)


@pytest.mark.parametrize(
    ("stage", "country", "expected"),
    [
        (None, None, Policy.CALL_ONLY),
        ("Screening", "FR", Policy.CALL_ONLY),
        ("Screening", "DE", Policy.OUTCOME_ONLY),
        ("final interview", "GB", Policy.CALL_AND_WRITTEN),
        ("Final interview", "DE", Policy.CALL_ONLY),
    ],
)
def test_the_step_that_fits_best_holds(stage: str | None, country: str | None, expected: Policy) -> None:
    assert policy_of(Standard(policies=STEPS), stage, country) is expected


def test_the_country_of_the_standard_holds_where_the_role_names_none() -> None:
    assert policy_of(Standard(policies=STEPS, country="DE"), "Screening", None) is Policy.OUTCOME_ONLY
    assert policy_of(Standard(policies=STEPS, country="DE"), "Screening", "GB") is Policy.CALL_ONLY


def test_without_a_policy_everything_may_be_said() -> None:
    assert policy_of(Standard(), "Screening", "GB") is Policy.CALL_AND_WRITTEN
    assert written(gold()) == gold().statements


@pytest.mark.parametrize("policy", [Policy.CALL_ONLY, Policy.OUTCOME_ONLY])
def test_nothing_but_the_outcome_is_written_where_the_policy_says_so(policy: Policy) -> None:
    feedback = gold(policy=policy)
    parts = {statement.part for statement in written(feedback)}
    assert parts == {Part.DECISION, Part.DISPUTE, Part.RETENTION}
    values = letter_values(feedback)
    assert (values["gaps"], values["strengths"]) == ([], [])
    assert values["subject"] == "Your interviews for Data Engineer: our decision"


def test_reasons_are_said_but_not_promised_in_writing_on_a_call_only_stage() -> None:
    script = call_script(gold(policy=Policy.CALL_ONLY))
    said = " ".join(line.text for part in script.parts for line in part.lines)
    assert "The first was data modelling." in said
    assert "Would you like the reasons now, or would you rather not have them?" in said
    assert "I'll send you the decision in writing today." in said
    cards = {card.id: card for card in script.cards}
    assert cards["in-writing"].first.startswith("I'll send you the decision in writing.")


def test_no_reason_is_anywhere_in_the_script_of_an_outcome_only_stage() -> None:
    script = call_script(gold(policy=Policy.OUTCOME_ONLY))
    assert "Reasons" not in [part.name for part in script.parts]
    assert script.questions == ()
    lines = [line.text for part in (*script.parts, script.short) for line in part.lines]
    everything = " ".join([*lines, *(f"{card.first} {card.then}" for card in script.cards)])
    for word in ("modelling", "SQL", "refund", "window functions", "schema"):
        assert word not in everything
    assert "Any reason: at this stage we tell only the decision." in script.do_not_say
