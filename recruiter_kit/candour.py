"""The figures on how candid a draft is, with what stands behind each. They stay in the house.

In: what composing/candour.py measured. Out: immutable records, written to feedback.json.
"""

from recruiter_kit.model import Id, Record


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
        """Return the inferred level minus the panel's: above nought is sweeter, below is harsher."""
        return self.inferred - self.panel


class Candour(Record):
    """How candid a draft is: shares from 0 to 1, None where there is nothing to tell (docs/candour.md).

    `inflation` is the weighted mean of `by_criterion`, in levels. `untold`, `without_source`,
    `not_whole` name the criteria or statements that keep a share from 1; `future` those about next time.
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
    future: tuple[Id, ...] = ()
