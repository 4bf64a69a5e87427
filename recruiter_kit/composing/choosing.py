"""Choose the units that show how a criterion was met, and what of each is told.

In: the units on one criterion and the required level. Out: pieces of evidence, each a unit with the sentences that
are told. The rating beside a unit says what it explains; its words only object: what plainly contradicts the
rating goes to a person. Keeps R2 and R4. Source: FEEDBACK, "Choosing".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from recruiter_kit.composing.units import Unit, form_of
from recruiter_kit.feedback import Direction, Form, Observation, Source
from recruiter_kit.language.direction import direction, plainly
from recruiter_kit.language.rewriting.sentence import addressed
from recruiter_kit.model import Scale

MOST_UNITS_IN_A_GAP = 3
MOST_WORDS = 70
MOST_WORDS_IN_A_STRENGTH = 35
FEWEST_WORDS = 4


@dataclass(frozen=True)
class Evidence:
    """A unit as the candidate reads it: its sentences, their observations, and every source of the unit."""

    unit: Unit
    text: str
    form: Form
    observations: tuple[str, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the unit."""
        return self.unit.sources


@dataclass(frozen=True)
class Chosen:
    """What is told on a criterion, and the units whose words contradict the rating beside them (R4)."""

    evidence: tuple[Evidence, ...] = ()
    contradicting: tuple[Unit, ...] = ()


def for_gap(units: Sequence[Unit], required: float, most_words: int = MOST_WORDS) -> Chosen:
    """Return what is told of a gap: the units rated below the required level, lowest first.

    A unit without a level counts where its words speak of a failure. Units that only praise contradict.
    """
    below = [unit for unit in units if unit.told and _explains_gap(unit, required)]
    contradicting = [unit for unit in below if _only_praises(unit)]
    fitting = [unit for unit in below if unit not in contradicting]
    fitting.sort(key=lambda unit: (unit.level is None, unit.level or 0.0, -_worth(unit)))
    chosen = fitting[:MOST_UNITS_IN_A_GAP]
    share = most_words // max(1, len(chosen))
    evidence = tuple(_piece(unit, _nearest_to_failure(unit.told, share), gap=True) for unit in chosen)
    return Chosen(evidence, tuple(contradicting))


def for_strength(units: Sequence[Unit], required: float) -> Chosen:
    """Return the one unit that shows a strength best: the highest rated at or above the required level.

    What it says against the candidate is not told under a strength; one that mostly does contradicts.
    """
    able = [unit for unit in units if unit.told and unit.level is not None and unit.level >= required]
    contradicting = [unit for unit in able if _mostly_fails(unit)]
    pieces = []
    for unit in able:
        if unit in contradicting:
            continue
        told = _within([seen for seen in unit.told if not _fails(seen)], MOST_WORDS_IN_A_STRENGTH)
        if _words(told) >= FEWEST_WORDS:
            pieces.append((unit, told))
    pieces.sort(key=lambda piece: (-(piece[0].level or 0.0), -_praise(piece[1]), -_words(piece[1])))
    evidence = tuple(_piece(unit, told) for unit, told in pieces[:1])
    return Chosen(evidence, tuple(contradicting))


def _explains_gap(unit: Unit, required: float) -> bool:
    if unit.level is None:
        return any(_fails(seen) for seen in unit.told)
    return unit.level < required


def _only_praises(unit: Unit) -> bool:
    said = [_by_words(seen) for seen in unit.told]
    return Direction.STRENGTH in said and set(said) == {Direction.STRENGTH}


def _mostly_fails(unit: Unit) -> bool:
    against = sum(_fails(seen) for seen in unit.told)
    return against * 2 > len(unit.told)


def _fails(seen: Observation) -> bool:
    return _by_words(seen) is Direction.GAP


def _by_words(seen: Observation) -> Direction:
    """Return what the words alone say, of the note and of its wording: criticism in either counts."""
    found = {direction(text, None, None, Scale()) for text in (seen.text, seen.source.text)}
    return Direction.GAP if Direction.GAP in found else max(found, key=lambda one: one is Direction.STRENGTH)


def _praise(told: Sequence[Observation]) -> int:
    return sum(plainly(seen.text) is Direction.STRENGTH for seen in told)


def _worth(unit: Unit) -> int:
    """More that was seen to fail goes first among units of one level."""
    return sum(_fails(seen) for seen in unit.told) * 100 + min(_words(unit.told), 99)


def _nearest_to_failure(told: Sequence[Observation], most_words: int) -> tuple[Observation, ...]:
    """Return the run of sentences within the words that speaks most of failure; whole where it fits."""
    if _words(told) <= most_words:
        return tuple(told)
    runs = [
        told[start:end]
        for start in range(len(told))
        for end in range(start + 1, len(told) + 1)
        if _words(told[start:end]) <= most_words
    ]
    if not runs:
        return (max(told, key=lambda seen: (_fails(seen), -len(seen.text))),)
    return tuple(max(runs, key=lambda run: (sum(_fails(seen) for seen in run), _words(run))))


def _within(told: Sequence[Observation], most_words: int) -> tuple[Observation, ...]:
    """Return the sentences, in order, that fit within the words: those that plainly praise first."""
    ranked = sorted(told, key=lambda seen: (plainly(seen.text) is not Direction.STRENGTH, told.index(seen)))
    kept: list[Observation] = []
    for seen in ranked:
        if _words([*kept, seen]) <= most_words:
            kept.append(seen)
    return tuple(seen for seen in told if seen in kept)


def _piece(unit: Unit, told: Sequence[Observation], *, gap: bool = False) -> Evidence:
    texts, forms = [], []
    for seen in told:
        text = addressed(seen.text) if gap and seen.form is Form.NOTED else None
        texts.append(text or seen.text)
        forms.append(seen.model_copy(update={"form": Form.ADDRESSED}) if text else seen)
    return Evidence(unit, " ".join(texts), form_of(forms), tuple(seen.id for seen in told))


def _words(told: Sequence[Observation]) -> int:
    return sum(len(seen.text.split()) for seen in told)
