"""Choose the units that show how a criterion was met, and what of each is told.

In: the units on one criterion and the required level. Out: pieces of evidence, each a unit with the sentences
that are told. The rating beside a unit says what it explains; its words only object: what plainly contradicts
the rating goes to a person. Keeps R2 and R4. Source: FEEDBACK, "Choosing".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recruiter_kit.composing.units import Unit
from recruiter_kit.feedback import Direction, Form, Observation, Source, weakest
from recruiter_kit.language.direction import direction, plainly
from recruiter_kit.language.leaning import begins_alone
from recruiter_kit.language.rewriting.sentence import addressed
from recruiter_kit.model import Scale

MOST_UNITS_IN_A_GAP = 3
MOST_WORDS = 70
MOST_WORDS_IN_A_STRENGTH = 40
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

    A unit without a level counts where its words speak of a failure. Units that only praise contradict; one
    of which a part waits for a person, or is withheld, is told only where the rest speaks of a failure.
    """
    below = [unit for unit in units if unit.told and _explains_gap(unit, required)]
    contradicting = [unit for unit in below if _only_praises(unit.told) and not unit.waiting]
    fitting = [unit for unit in below if unit not in contradicting and _says_why(unit)]
    # Beside one that speaks of a failure, one that names none is evidence only where it is rated as low.
    failing = [unit for unit in fitting if any(_fails(seen) for seen in unit.told)]
    lowest = min((unit.level for unit in failing if unit.level is not None), default=None)
    if failing:
        as_low = (unit for unit in fitting if unit not in failing and unit.level == lowest)
        fitting = [*failing, *(unit for unit in as_low if not _praise(unit.told))]
    fitting.sort(key=lambda unit: (unit.level is None, unit.level or 0.0, -_worth(unit)))
    evidence: list[Evidence] = []
    left = most_words
    for unit in fitting[:MOST_UNITS_IN_A_GAP]:
        told = _nearest_to_failure(unit, left if evidence else most_words)
        if _words(told) >= FEWEST_WORDS and not _only_praises(told):
            evidence.append(_piece(unit, told, gap=True))
            left -= _words(told)
    return Chosen(tuple(evidence), tuple(contradicting))


def for_strength(units: Sequence[Unit], required: float) -> Chosen:
    """Return the one unit that shows a strength best: the highest rated at or above the required level.

    What it says against the candidate is not told under a strength; one that plainly fails contradicts.
    """
    able = [unit for unit in units if unit.told and unit.level is not None and unit.level >= required]
    contradicting = [unit for unit in able if _plainly_fails(unit)]
    pieces = []
    for unit in able:
        told = _good_run(unit) if unit not in contradicting else ()
        # What says neither is a strength by a rating above the level only, and only as a whole.
        above = unit.level is not None and unit.level > required and len(told) == len(unit.sources)
        praised = _praise(told) and (not unit.untold or any(map(_praises_plainly, told)))
        if _words(told) > FEWEST_WORDS and (praised or above):
            pieces.append((unit, told))
    pieces.sort(key=lambda piece: (-(piece[0].level or 0.0), -_praise(piece[1]), -_words(piece[1])))
    evidence = tuple(_piece(unit, told) for unit, told in pieces[:1])
    return Chosen(evidence, tuple(contradicting))


def _explains_gap(unit: Unit, required: float) -> bool:
    if unit.level is None:
        return any(_fails(seen) for seen in unit.told)
    return unit.level < required


def _says_why(unit: Unit) -> bool:
    """Whether what can be told explains the rating: whole, or mostly there and with a failure in it."""
    if not (unit.waiting or unit.untold):
        return True
    told = [seen for seen in unit.told if _fails(seen)]
    mostly = _words(unit.told) >= sum(len(source.text.split()) for source in unit.untold)
    return bool(told) if mostly else any(plainly(seen.source.text) is Direction.GAP for seen in told)


def _only_praises(told: Sequence[Observation]) -> bool:
    return {_by_words(seen) for seen in told} == {Direction.STRENGTH}


def _plainly_fails(unit: Unit) -> bool:
    said = {plainly(seen.source.text) for seen in unit.told}
    return Direction.GAP in said and not any(_by_words(seen) is Direction.STRENGTH for seen in unit.told)


def _fails(seen: Observation) -> bool:
    return _by_words(seen) is Direction.GAP


def _by_words(seen: Observation) -> Direction:
    """Return what the words alone say, of the note and of its wording: criticism in either counts."""
    found = {direction(text, None, None, Scale()) for text in (seen.text, seen.source.text)}
    return Direction.GAP if Direction.GAP in found else max(found, key=lambda one: one is Direction.STRENGTH)


def _praises_plainly(seen: Observation) -> bool:
    return plainly(seen.source.text) is Direction.STRENGTH


def _praise(told: Sequence[Observation]) -> int:
    return sum(_by_words(seen) is Direction.STRENGTH for seen in told)


def _worth(unit: Unit) -> int:
    """More that was seen to fail goes first among units of one level."""
    return sum(_fails(seen) for seen in unit.told) * 100 + min(_words(unit.told), 99)


def _nearest_to_failure(unit: Unit, most_words: int) -> tuple[Observation, ...]:
    """Return the run of sentences within the words that speaks most of failure; whole where it fits."""
    told = _answered(unit.told)
    if _words(told) <= most_words and _is_whole(unit, told):
        return tuple(told)
    first = unit.told[0]
    runs = [run for run in map(_answered, _runs(unit.told, most_words)) if run and _is_whole(unit, run)]
    # What is told from the beginning needs nothing before it: that is worth a failure more.
    best = max(
        runs,
        key=lambda run: (sum(_fails(seen) for seen in run) + (run[0] is first), _words(run)),
        default=(),
    )
    return tuple(best) if any(_fails(seen) for seen in best) else ()


def _is_whole(unit: Unit, run: Sequence[Observation]) -> bool:
    """Whether nothing that is not told comes between the sentences of a run, or right before it."""
    first, last = run[0].source, run[-1].source
    told = [seen.source.start for seen in unit.told if seen.source.place == first.place]
    before = max((start for start in told if start < first.start), default=-1)
    if any(source.place == first.place and before < source.start < first.start for source in unit.untold):
        return False
    return not any(
        source.place == last.place
        and source.start < last.start
        and (first.place != last.place or source.start > first.start)
        for source in unit.untold
    )


def _good_run(unit: Unit) -> tuple[Observation, ...]:
    """Return the run of sentences, none of which fails, that praises most; nothing in between is left out."""
    runs: list[tuple[Observation, ...]] = []
    for run in _runs(unit.told, MOST_WORDS_IN_A_STRENGTH):
        told = tuple(_answered(run))
        if told and _after_a_failure(unit, told):
            continue
        if told and _is_whole(unit, told) and not any(map(_fails, told)):
            runs.append(told)
    return max(runs, key=lambda run: (_praise(run), _words(run)), default=())


def _after_a_failure(unit: Unit, told: Sequence[Observation]) -> bool:
    """Whether what is told follows on a failure, which it may be about."""
    place = unit.told.index(told[0])
    return place > 0 and _fails(unit.told[place - 1])


def _answered(run: Sequence[Observation]) -> Sequence[Observation]:
    """Return a run without the questions at its end, whose answers are not in it."""
    end = len(run)
    while end and run[end - 1].text.endswith("?"):
        end -= 1
    return run[:end]


def _runs(told: Sequence[Observation], most_words: int) -> Iterator[Sequence[Observation]]:
    """Yield every run of neighbours within the words that can be understood without what is before it."""
    for start in range(len(told)):
        if start and not begins_alone(told[start].source.text):
            continue
        for end in range(start + 1, len(told) + 1):
            if _words(told[start:end]) <= most_words:
                yield told[start:end]


def _piece(unit: Unit, told: Sequence[Observation], *, gap: bool = False) -> Evidence:
    texts, forms = [], []
    for seen in told:
        text = addressed(seen.text) if gap and seen.form is Form.NOTED else None
        texts.append(text or seen.text)
        forms.append(Form.ADDRESSED if text else seen.form)
    return Evidence(unit, " ".join(texts), weakest(forms), tuple(seen.id for seen in told))


def _words(told: Sequence[Observation]) -> int:
    return sum(len(seen.text.split()) for seen in told)
