"""A case: everything that a feedback on one application is made from.

In: what intake or the store holds. Out: one record, handed on whole, so that nobody can forget the people
whom no letter may name. Raises UndecidedError and IncompleteError for what is missing.
"""

from collections.abc import Mapping
from datetime import date

from pydantic import Field

from recruiter_kit.errors import IncompleteError, UndecidedError
from recruiter_kit.feedback import Release
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Decision, Reason, Record, Role
from recruiter_kit.standard import Standard

NEED_A_DECISIVE_CRITERION = frozenset({Reason.BELOW_BAR, Reason.MISSING_REQUIREMENT})


class Case(Record):
    """An application, the role it is for, the organisation's standard, and the people and the day around it.

    `people` are the names of everybody in the files, whom nobody names to the candidate (R7, R9). `today` is
    the day on which it is drafted; days to object count from the decision, or from it where that is later.
    `answers` holds what the recruiter answered to questions of an earlier draft, by the id of the question,
    `releases` the withheld sentences that somebody lets go.
    """

    application: Application
    role: Role
    standard: Standard = Standard()
    people: tuple[str, ...] = ()
    today: date | None = None
    answers: Mapping[str, str] = Field(default_factory=dict)
    releases: tuple[Release, ...] = ()

    @property
    def decision(self) -> Decision:
        """The recorded decision; raises UndecidedError without one (R1), IncompleteError if too bare."""
        decision = self.application.decision
        if decision is None:
            raise UndecidedError(say("undecided", application=self.application.id))
        if not self.application.scorecards:
            raise IncompleteError(say("no_scorecards", application=self.application.id))
        if decision.reason in NEED_A_DECISIVE_CRITERION and not decision.decisive:
            reason = decision.reason.value
            raise IncompleteError(say("needs_decisive", application=self.application.id, reason=reason))
        if gone := [each for each in decision.decisive if self.role.criterion(each) is None]:
            raise IncompleteError(say("decisive_gone", criteria=", ".join(gone), **self._which(decision)))
        return decision

    def _which(self, decision: Decision) -> dict[str, object]:
        return {
            "application": self.application.id,
            "by": decision.decided_by,
            "date": decision.decided_on,
            "role": self.role.title,
        }

    @property
    def organisation(self) -> str:
        """The organisation that tells the candidate; raises IncompleteError where nothing names it."""
        organisation = self.standard.organisation or self.role.organisation
        if organisation is None:
            raise IncompleteError(say("lacking", what=f"the organisation of the role {self.role.title}"))
        return organisation
