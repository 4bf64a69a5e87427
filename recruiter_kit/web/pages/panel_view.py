"""The panel at a glance: criteria by interviewers, with the level needed and where the panel stands.

In: an application as the person may see it, and its role. Out: what web/feedback-panel.html shows. Levels and
names never leave the organisation (R9).
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from recruiter_kit.feedback import BELOW_BAR, Agreement, Band, Standing
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Criterion, Role, Scorecard
from recruiter_kit.panel.assessing import assessing
from recruiter_kit.panel.levels import Levels, levels_by_card
from recruiter_kit.panel.standing import band, standings

Against = Literal["below", "at", "above"]


class Level(NamedTuple):
    """One level that somebody gave, and how it lies against the level needed, None where none is set."""

    level: float
    against: Against | None


class Line(NamedTuple):
    """One criterion: the levels by interviewer, none where it was not rated, and the panel's standing."""

    criterion: Criterion
    levels: Sequence[Sequence[Level]]
    standing: Standing | None
    against: Against | None
    split: bool
    decisive: bool


class Panel(NamedTuple):
    """The panel: the names over the columns, and a line for each criterion of the role, in its order."""

    people: Sequence[str]
    lines: Sequence[Line]


def panel(application: Application, role: Role) -> Panel | None:
    """Return the panel at a glance, None where nobody rated anything."""
    columns = _columns(application)
    complete = [each for each in role.criteria if each.required is not None]
    found = standings(application, role.model_copy(update={"criteria": tuple(complete)}))
    by_id = {standing.criterion: standing for standing in found}
    decisive = application.decision.decisive if application.decision else ()
    cards = [of_one for _, of_one in columns]
    given = levels_by_card(application)
    lines = [_line(each, cards, given, role, by_id.get(each.id), decisive) for each in role.criteria]
    if not any(any(line.levels) for line in lines):
        return None
    return Panel([name for name, _ in columns], lines)


def _columns(application: Application) -> list[tuple[str, list[Scorecard]]]:
    """Return the scorecards by whom they are from; one without a name is a column of its own."""
    columns: dict[tuple[str | None, str], tuple[str, list[Scorecard]]] = {}
    for number, card in enumerate(assessing(application), start=1):
        name = card.interviewer.name
        label = name or card.interview or say("panel_interviewer", number=number)
        columns.setdefault((name, "" if name else card.id), (label, []))[1].append(card)
    return list(columns.values())


def _line(
    criterion: Criterion,
    columns: Sequence[Sequence[Scorecard]],
    given: Mapping[str, Levels],
    role: Role,
    standing: Standing | None,
    decisive: Sequence[str],
) -> Line:
    levels = [
        [
            Level(level, _against(criterion, level, role))
            for card in cards
            for level in given.get(card.id, {}).get(criterion.id, ())
        ]
        for cards in columns
    ]
    return Line(
        criterion,
        levels,
        standing,
        _of_band(standing.band) if standing else None,
        standing is not None and standing.agreement is Agreement.SPLIT,
        criterion.id in decisive,
    )


def _against(criterion: Criterion, level: float, role: Role) -> Against | None:
    if criterion.required is None:
        return None
    return _of_band(band(level - criterion.required, role.scale))


def _of_band(found: Band) -> Against:
    if found in BELOW_BAR:
        return "below"
    return "at" if found is Band.AT else "above"
