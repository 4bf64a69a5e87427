"""What the panel's levels can bear, on one criterion and over all.

In: what panel/ found. Out: immutable records that stay in the organisation (R9).
"""

from enum import StrEnum

from recruiter_kit.model import Id, Name, Record


class Band(StrEnum):
    """Panel mean minus required level, in points of the scale (FEEDBACK, "Severity is carried over")."""

    WELL_BELOW = "well_below"
    BELOW = "below"
    AT = "at"
    ABOVE = "above"


BELOW_BAR = frozenset({Band.BELOW, Band.WELL_BELOW})


class Agreement(StrEnum):
    """How far the panel's levels on one criterion lie apart (feedback-science, section 6, formula 7)."""

    AGREED = "agreed"
    MIXED = "mixed"
    SPLIT = "split"


class Verdict(StrEnum):
    """How close the panel's levels came to the bar (feedback-science, section 6, formula 5)."""

    CLEAR = "clear"
    CLOSE = "close"
    TOO_CLOSE = "too_close"


CLOSE_VERDICTS = frozenset({Verdict.CLOSE, Verdict.TOO_CLOSE})


class Standing(Record):
    """What the panel's levels on one criterion can bear. Stays in the organisation (R9).

    `mean`, `required` and `shortfall` are points of the role's scale; `levels` are sorted, so
    that they name nobody. `within_group` is a_wg (panel/agreement.py), None for a single level.
    `stretch` is how many points of a five-point scale one point of the role's makes.
    """

    criterion: Id
    name: Name
    required: float
    weight: float
    levels: tuple[float, ...]
    mean: float
    shortfall: float
    band: Band
    agreement: Agreement
    within_group: float | None = None
    stretch: float = 1.0

    @property
    def to_tell(self) -> float:
        """Return weight times shortfall where that is a reason to tell; zero at the bar or split."""
        told = self.band in BELOW_BAR and self.agreement is not Agreement.SPLIT
        return self.weight * self.shortfall if told else 0.0


class Closeness(Record):
    """How close it was over the whole panel. Internal (R9); "close" is said only where it was computed (H5).

    `margin` is the mean distance from the bar in points of the scale, `standard_error` in the same.
    """

    verdict: Verdict
    margin: float
    standard_error: float
