"""How much may be said, and in which form (R22).

In: a standard, the stage of an application and the country of its role. Out: the policy that holds,
and the statements that may be written. Keeps R22: what a stage does not allow is not put in writing.
"""

from recruiter_kit.feedback import Feedback, Part, Statement
from recruiter_kit.standard import Policy, PolicyStep, Standard

OUTCOME = (Part.DECISION, Part.DISPUTE, Part.RETENTION, Part.REAPPLY)


def policy_of(standard: Standard, stage: str | None, country: str | None) -> Policy:
    """Return the policy for a stage and a country (the standard's where the role names none).

    The step that names both goes before one that names the stage, that before the country, that
    before a step for all; without a step that fits, everything may be said.
    """
    where = country or standard.country
    fitting = [step for step in standard.policies if _fits(step, stage, where)]
    if not fitting:
        return Policy.CALL_AND_WRITTEN
    return max(fitting, key=lambda step: (step.stage is not None, step.country is not None)).policy


def written(feedback: Feedback) -> tuple[Statement, ...]:
    """Return the statements that a letter or an e-mail may hold, in reading order."""
    if feedback.policy is Policy.CALL_AND_WRITTEN:
        return feedback.statements
    return feedback.said(*OUTCOME)


def _fits(step: PolicyStep, stage: str | None, country: str | None) -> bool:
    same_stage = step.stage is None or step.stage.casefold() == (stage or "").casefold()
    return same_stage and step.country in (None, country)
