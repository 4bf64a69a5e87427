"""Units: what one interviewer wrote on one criterion, read and told as a whole.

In: an application and what its notes gave. Out: units, in the order of the scorecards, and the sentences that
are not told because the one before them, which they need, is not. Source: FEEDBACK, "The unit".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recruiter_kit.feedback import LeftToRecruiter, Observation, Source, Withheld
from recruiter_kit.language.leaning import begins_alone
from recruiter_kit.language.observing import Observed
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Scorecard
from recruiter_kit.panel.levels import levels_by_card

FEW_WORDS = 4


@dataclass(frozen=True)
class Unit:
    """What one interviewer wrote on one criterion, with the level given beside it.

    `told` holds the sentences that can be told, `sources` the places of all that the unit holds; `waiting`
    counts the sentences that say what was seen and wait for a person, `untold` are their places and those of
    what is withheld: nothing is told across them.
    """

    scorecard: Scorecard
    criterion: str
    level: float | None
    told: tuple[Observation, ...]
    sources: tuple[Source, ...]
    waiting: int
    untold: tuple[Source, ...] = ()

    @property
    def holds_observation(self) -> bool:
        """Whether anything was written on the criterion that may be told, now or by a person."""
        return bool(self.told) or self.waiting > 0


@dataclass(frozen=True)
class Gathered:
    """The units of an application, and the sentences that need one before them which is not told."""

    units: tuple[Unit, ...]
    needing: tuple[LeftToRecruiter, ...]

    def on(self, criterion: str) -> list[Unit]:
        """Return the units on one criterion."""
        return [unit for unit in self.units if unit.criterion == criterion]


def gather(application: Application, observed: Observed, usable: Sequence[Observation]) -> Gathered:
    """Return the units; `usable` are the observations that may be told, `observed` all that was written."""
    needing = list(_needing(observed, usable))
    dropped = {left.source for left in needing}
    told = [observation for observation in usable if observation.source not in dropped]
    waiting = [*(left for left in observed.left if left.observed), *needing]
    units: list[Unit] = []
    given = levels_by_card(application)
    for card in application.scorecards:
        levels = {rating.criterion: rating.level for rating in card.ratings}
        # An answer, and what it adds to, explain one level: the one that the interviewer gave last.
        last = given.get(card.adds_to or card.id, {})
        levels |= {criterion: each[-1] for criterion, each in last.items() if criterion in levels}
        units += [
            _unit(card, criterion, levels.get(criterion), told, waiting, observed.withheld)
            for criterion in _criteria(card, told, waiting)
        ]
    return Gathered(tuple(units), tuple(needing))


def _unit(
    card: Scorecard,
    criterion: str,
    level: float | None,
    told: Sequence[Observation],
    waiting: Sequence[LeftToRecruiter],
    withheld: Sequence[Withheld],
) -> Unit:
    here = tuple(one for one in told if _of(one, card, criterion))
    left = tuple(one.source for one in waiting if _of(one, card, criterion))
    sources = tuple(sorted((*(one.source for one in here), *left), key=_place))
    notes = {(source.scorecard, source.place) for source in sources}
    hidden = (one.source for one in withheld if (one.source.scorecard, one.source.place) in notes)
    # A few words that are not told ("moves like a cat") explain nothing beside them.
    untold = tuple(source for source in (*left, *hidden) if len(source.text.split()) > FEW_WORDS)
    return Unit(card, criterion, level, here, sources, len(left), untold)


def _criteria(card: Scorecard, told: Sequence[Observation], waiting: Sequence[LeftToRecruiter]) -> list[str]:
    """Return the criteria on which a scorecard holds something, in its order."""
    everything: tuple[Observation | LeftToRecruiter, ...] = (*told, *waiting)
    found = [one.criterion for one in everything if one.source.scorecard == card.id and one.criterion]
    rated = [rating.criterion for rating in card.ratings]
    return sorted(
        dict.fromkeys(found), key=lambda criterion: rated.index(criterion) if criterion in rated else 99
    )


def _of(one: Observation | LeftToRecruiter, card: Scorecard, criterion: str) -> bool:
    return one.source.scorecard == card.id and one.criterion == criterion


def _place(source: Source) -> tuple[str, int]:
    return source.place, source.start


def _needing(observed: Observed, usable: Sequence[Observation]) -> Iterator[LeftToRecruiter]:
    """Yield the sentences that begin with what only the sentence before explains, where that is not told."""
    before = _neighbours(observed)
    told = {observation.source for observation in usable}
    for observation in usable:
        earlier = before.get(observation.source)
        if earlier is not None and earlier not in told and not begins_alone(observation.source.text):
            told.discard(observation.source)
            yield LeftToRecruiter(
                source=observation.source,
                criterion=observation.criterion,
                direction=observation.direction,
                reason=say("needs_what_is_before"),
            )


def _neighbours(observed: Observed) -> Mapping[Source, Source]:
    """Return the sentence before each sentence of the same note."""
    # A bare verdict explains nothing, so that what is before it counts.
    left = [one.source for one in observed.left if one.observed]
    everything = [
        *(one.source for one in observed.observations),
        *(one.source for one in observed.withheld),
        *left,
    ]
    everything.sort(key=lambda source: (source.scorecard, source.place, source.start))
    return {
        later: earlier
        for earlier, later in pairwise(everything)
        if (earlier.scorecard, earlier.place) == (later.scorecard, later.place)
    }
