"""The agreed feedback on one application, and everything that stays in the organisation beside it.

In: the records of the other files here. Out: one immutable record, written to feedback.json.
"""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from recruiter_kit.feedback.finding import Candour, Finding, Suppression
from recruiter_kit.feedback.observed import LeftToRecruiter, Observation, Release, Withheld
from recruiter_kit.feedback.standing import Closeness, Standing
from recruiter_kit.feedback.statement import Part, Proposal, Statement
from recruiter_kit.model import Candidate, Decision, Id, Name, Reason, Record, Text
from recruiter_kit.standard import Policy, Standard

REASONS_WITH_GAPS = frozenset({Reason.BELOW_BAR, Reason.MISSING_REQUIREMENT, Reason.OTHER})


class Feedback(Record):
    """The agreed statements on one application, and everything that stays in the organisation beside them.

    `drafted_on` is the day from which the candidate's days count, where the decision was taken before it;
    `answers` holds what the recruiter answered, by the id of the question, `releases` the withheld sentences
    that somebody lets go.
    `approved_on` is the day on which an approved one was approved. `corrects` is the day on which an earlier
    letter was sent that this one replaces, `corrected` the criteria on which it says something else.
    `shown_elsewhere` names the language model at an address of another machine that was shown its notes.
    """

    format: Literal["recruiter-kit-feedback/1"] = "recruiter-kit-feedback/1"
    state: Literal["draft", "approved"] = "draft"
    application: Id
    role: Name
    organisation: Name
    candidate: Candidate
    decision: Decision
    drafted_on: date | None = None
    approved_on: date | None = None
    corrects: date | None = None
    corrected: tuple[Id, ...] = ()
    standard: Standard
    policy: Policy = Policy.CALL_AND_WRITTEN
    statements: tuple[Statement, ...]
    standings: tuple[Standing, ...]
    closeness: Closeness | None
    observations: tuple[Observation, ...]
    withheld: tuple[Withheld, ...]
    left_to_recruiter: tuple[LeftToRecruiter, ...]
    answers: Mapping[Id, Text] = Field(default_factory=dict)
    releases: tuple[Release, ...] = ()
    findings: tuple[Finding, ...] = ()
    candour: Candour | None = None
    suppressions: tuple[Suppression, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    shown_elsewhere: Name | None = None

    def said(self, *parts: Part) -> tuple[Statement, ...]:
        """Return the statements of these parts, in reading order."""
        return tuple(statement for statement in self.statements if statement.part in parts)

    def standing(self, criterion_id: str) -> Standing | None:
        """Return what the panel's levels on this criterion can bear, or None when nobody assessed it."""
        return next((standing for standing in self.standings if standing.criterion == criterion_id), None)

    def gaps(self) -> tuple[str, ...]:
        """Return the ids of the criteria that are told as gaps, or wait for a person, heaviest first."""
        gaps = self.said(Part.SEEN, Part.WAITING)
        return tuple(dict.fromkeys(statement.criterion for statement in gaps if statement.criterion))

    def reason_coverage(self) -> float | None:
        """Return the weighted shortfall told as gaps, of all that is to be told: 0 to 1.

        None where there is none, or where gaps are not what decided it. Source: FEEDBACK,
        "Candour, measured on every draft".
        """
        whole = sum(standing.to_tell for standing in self.standings)
        if not whole or self.decision.reason not in REASONS_WITH_GAPS:
            return None
        told = {statement.criterion for statement in self.said(Part.SEEN)}
        return sum(standing.to_tell for standing in self.standings if standing.criterion in told) / whole

    def strengths(self) -> tuple[str, ...]:
        """Return the ids of the criteria that are told as strengths, in reading order."""
        return tuple(
            dict.fromkeys(
                statement.criterion for statement in self.said(Part.STRENGTH) if statement.criterion
            )
        )


def criterion_name(feedback: Feedback, criterion_id: str) -> str:
    """Return the name of a criterion as the role has it."""
    standing = feedback.standing(criterion_id)
    return standing.name if standing else criterion_id
