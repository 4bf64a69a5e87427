"""The second opinion on whether a sentence of a note may leave, and of what it is suspected.

In: a sentence as written. Out: how much speaks against telling it, and whether that is enough to ask a person
or to withhold it. The weights are in notes.npz, the card and the thresholds in notes.json, both written by
`make train`; what may be suspected is in lexicon/suspicion.yaml. Nothing here asks a rule.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from recruiter_kit.language.learned.features import plain_words
from recruiter_kit.language.learned.weights import Card, Weights, read, read_thresholds, weighed
from recruiter_kit.language.lexicons import Lexicon, load
from recruiter_kit.model import Record

NOTES = "notes"
UNFIT = "unfit"
_KEPT = 8192


class Kind(Record):
    """What a suspicion may be of: the rule that forbids it, its label, and how it is said."""

    rule: str
    label: str
    said: str
    quarantined: bool = False


class SuspicionWords(Lexicon):
    """What may be suspected, and how a reason is given; `doubt` is the kind where none is likely enough.

    `overruled` asks about what a rule found, `nothing` is said where no single word can be quoted.
    """

    why: str
    asked: str
    overruled: str
    nothing: str
    doubt: str
    kinds: Mapping[str, Kind]


class NoteThresholds(Record):
    """A sentence is asked about from one score on and withheld from another on.

    `asked_overall` is for notes without a rating beside them. Below `overrules` what a rule finds is only
    asked about, of a protected characteristic below `overrules_sensitive`; below `harmless` it is told where
    it is about somebody in an exercise, as is what a rule knows as harmless. `sure` is the least score of a
    kind that is named.
    """

    card: Card
    asked: float
    asked_overall: float
    withheld: float
    overrules: float
    overrules_sensitive: float
    harmless: float
    sure: float


class Suspicion(NamedTuple):
    """How suspicious a sentence is: `score` is above 0 where it is more likely than not to be unfit."""

    score: float
    asked: bool
    asked_overall: bool
    withheld: bool
    overrules: bool
    overrules_sensitive: bool
    harmless: bool


def weights() -> Weights:
    """Return what was learned of notes: first of what must not leave at all, then of each kind."""
    return read(NOTES)


@cache
def thresholds() -> NoteThresholds:
    """Return where a score begins to count; read once."""
    return read_thresholds(NOTES, NoteThresholds)


@lru_cache(maxsize=_KEPT)
def suspect(sentence: str) -> Suspicion:
    """Return how suspicious `sentence` is; the same sentence always has the same score."""
    known = thresholds()
    # What has no words says nothing, whatever the weights begin with.
    score = float(weights().most_telling(sentence)[0]) if plain_words(sentence) else -inf
    return Suspicion(
        score,
        asked=score >= known.asked,
        asked_overall=score >= known.asked_overall,
        withheld=score >= known.withheld,
        overrules=score < known.overrules,
        overrules_sensitive=score < known.overrules_sensitive,
        harmless=score < known.harmless,
    )


def kind_of(sentence: str) -> Kind:
    """Return what `sentence` is most likely suspected of, or the doubt where nothing is likely enough."""
    said = load("suspicion", SuspicionWords)
    scores = weights().scores([sentence])[0, 1:]
    best = int(scores.argmax())
    sure = scores[best] >= thresholds().sure
    return said.kinds[weights().names[1 + best] if sure else said.doubt]


def why(sentence: str, kind: Kind, written: str, *, asked: bool = False) -> str:
    """Return the reason that is given for a suspicion, with the words that weighed most.

    `sentence` is as it was judged, without the candidate's name; quoted is only what was `written`.
    """
    said = load("suspicion", SuspicionWords)
    heaviest = weighed(weights(), sentence, UNFIT).words
    words = ", ".join(f'"{word}"' for word in heaviest if word in written) or said.nothing
    return (said.asked if asked else said.why).format(said=kind.said, words=words)


def whether(why_of_rule: str) -> str:
    """Return the question that is asked about what a rule found and the second opinion contradicts."""
    return load("suspicion", SuspicionWords).overruled.format(why=why_of_rule)
