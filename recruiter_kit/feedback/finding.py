"""What checks and measurements say of a feedback, and what somebody lets stand.

In: what review/ found. Out: immutable records.
"""

from datetime import date
from typing import Literal

from recruiter_kit.model import Id, Name, Record, Text


class Finding(Record):
    """What a check says about the characters [start, end) of a text.

    `rule` names the rule, `source` where it comes from, `better` a wording to use instead;
    `statement` is the id of the statement that was checked, None for a text of its own. A `lasting` one
    rests on the scorecards or the standard: no other words put it right, only a new draft.
    """

    label: str
    severity: Literal["error", "warning", "info"]
    start: int
    end: int
    rule: str
    message: str
    better: str | None = None
    source: str | None = None
    statement: Id | None = None
    lasting: bool = False

    @property
    def is_guess(self) -> bool:
        """Whether it was learned from examples and is not what a rule is sure of."""
        return self.rule.endswith(".learned")


class Suppression(Record):
    """A finding that a named person lets stand.

    It holds for the rule on these very `words` of the statement (of all statements together where
    `statement` is None), so that it lapses when they change.
    """

    rule: str
    label: str
    statement: Id | None
    words: str
    reason: Text
    by: Name
    on: date


class Inflation(Record):
    """How a reader would take what is said on a criterion, as against the panel.

    `inferred` and `panel` are levels from the required one; `statements` holds what was read, and is
    empty where a criterion is named only, or not at all.
    """

    criterion: Id
    inferred: float
    panel: float
    statements: tuple[Id, ...] = ()

    @property
    def inflation(self) -> float:
        """Return the inferred level minus the panel's: above zero is sweeter, below is harsher."""
        return self.inferred - self.panel


class Candour(Record):
    """How candid a draft is: shares from 0 to 1, None where there is nothing to tell (docs/candour.md).

    `inflation` is the weighted mean of `by_criterion`, in levels. `untold`, `without_source`,
    `not_whole` name the criteria or statements that keep a share from 1; `without_step` the gaps for which no
    next step fitted; `future` the statements about next time.
    """

    reason_coverage: float | None
    evidence_share: float | None
    action_share: float | None
    future_share: float | None = None
    inflation: float | None = None
    by_criterion: tuple[Inflation, ...] = ()
    untold: tuple[Id, ...] = ()
    without_source: tuple[Id, ...] = ()
    not_whole: tuple[Id, ...] = ()
    without_step: tuple[Id, ...] = ()
    future: tuple[Id, ...] = ()
