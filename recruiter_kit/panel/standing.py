"""How the panel's levels on one criterion compare with the required level.

In: an application and its role. Out: one Standing per criterion that somebody assessed. Severity
is carried over from the levels, never adjusted (FEEDBACK, "Severity is carried over").
"""

from collections.abc import Sequence
from statistics import fmean

from recruiter_kit.errors import IncompleteError
from recruiter_kit.feedback import Band, Standing
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Criterion, Role, Scale
from recruiter_kit.panel.agreement import agreement, within_group
from recruiter_kit.panel.levels import levels_by_card

FIVE_POINT_SPAN = 4.0

WELL_BELOW = -1.25
BELOW = -0.25
ABOVE = 0.5


def band(distance: float, scale: Scale) -> Band:
    """Return the band of a mean that lies `distance` from the required level.

    `distance` is mean minus required level, in points of `scale`. The cut-offs are stated for
    a five-point scale (well below: -1.25 or lower; below: to -0.25; at: to +0.5; above: +0.5 and
    higher); a longer or shorter scale is stretched to five points first.
    Source: FEEDBACK, "Severity is carried over, never adjusted".
    """
    points = round(distance * FIVE_POINT_SPAN / (scale.highest - scale.lowest), 9)
    if points <= WELL_BELOW:
        return Band.WELL_BELOW
    if points <= BELOW:
        return Band.BELOW
    return Band.AT if points < ABOVE else Band.ABOVE


def levels_for(application: Application, criterion_id: str) -> tuple[float, ...]:
    """Return every level given for the criterion, lowest first; "not assessed" is left out."""
    given = levels_by_card(application)
    return tuple(sorted(level for levels in given.values() for level in levels.get(criterion_id, ())))


def standings(application: Application, role: Role) -> tuple[Standing, ...]:
    """Return the standing of each assessed criterion, in the order of the role.

    Raises IncompleteError when an assessed criterion has no required level: it is never guessed.
    """
    assessed = []
    for criterion in role.criteria:
        levels = levels_for(application, criterion.id)
        if levels:
            assessed.append(_standing(criterion, levels, role))
    return tuple(assessed)


def _standing(criterion: Criterion, levels: Sequence[float], role: Role) -> Standing:
    if criterion.required is None:
        what = f"the required level of the criterion {criterion.name} in the role {role.title}"
        raise IncompleteError(say("lacking", what=what))
    mean = fmean(levels)
    return Standing(
        criterion=criterion.id,
        name=criterion.name,
        required=criterion.required,
        weight=criterion.weight,
        levels=tuple(levels),
        mean=mean,
        shortfall=max(0.0, criterion.required - mean),
        band=band(mean - criterion.required, role.scale),
        agreement=agreement(levels, role.scale),
        within_group=within_group(levels, role.scale),
        stretch=FIVE_POINT_SPAN / (role.scale.highest - role.scale.lowest),
    )
