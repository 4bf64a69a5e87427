"""A learned second opinion on whether a sentence of a note may reach a candidate.

In: a sentence as written. Out: how suspicious it is, and of what. Adds up weights of words, pairs of words,
kinds of words and parts of words that `make train` learned from labelled notes; the card in
lexicon/suspicion.json says from which, and how well it does. Nothing here asks a rule.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from math import exp
from typing import NamedTuple

from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.model import Record

SHORTEST_PART, LONGEST_PART = 3, 5
FEWEST_WORDS = 3
"""A sentence of fewer words gives too little to go by; only the rules speak of it."""
WEIGHTS = "suspicion.json"
_PACKAGE = "recruiter_kit.language.lexicon"
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[£$€%?!:;\"&]")
_START = "^"
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_KEPT = 8192
_LARGEST = 50.0


class Kind(Record):
    """What a suspicion may be of: the rule that forbids it, its label, and how it is said."""

    rule: str
    label: str
    said: str
    quarantined: bool = False


class SuspicionWords(Lexicon):
    """Words that mean the same kind of thing, shorthand written out, and what may be suspected.

    `why` is the reason given; `doubt` is the kind where none is likely enough.
    """

    why: str
    doubt: str
    kinds: dict[str, Kind]
    shorthand: dict[str, str]
    classes: dict[str, WordSet]


class Figures(Record):
    """An author's notes, judged by rules and weights that never saw that author."""

    unfit: int
    leaked: int
    leaked_by_rules_alone: int
    fit: int
    held_back: int
    held_back_by_rules_alone: int


class Card(Record):
    """When the weights were learned, how many notes of each source, and the figures by author left out."""

    date: str
    data: dict[str, int]
    figures: dict[str, Figures]


class Weights(Record):
    """What was learned, as whole numbers of which `scale` make one.

    A feature is "w:" and a word or a pair, "c:" and part of a word, or "k:" and a class. Above
    `threshold` a sentence is withheld, below `release` it speaks against a rule that found something.
    `sure` is the least likelihood of a kind that is named.
    """

    card: Card
    scale: int
    bias: float
    threshold: float
    release: float
    sure: float
    features: dict[str, int]
    kinds: dict[str, dict[str, int]]


class Suspicion(NamedTuple):
    """How suspicious a sentence is: `score` is above 0 where it is more likely than not to be unfit."""

    score: float
    withheld: bool
    contradicts: bool


@lru_cache(maxsize=_KEPT)
def suspect(sentence: str) -> Suspicion:
    """Return how suspicious `sentence` is; the same sentence always has the same score."""
    known = weights()
    words, score = words_of(sentence), known.bias
    # Whole numbers are added up, so that the order of the words cannot change the last digit.
    for total, count in _sums(words):
        if count:
            score += total / (known.scale * count**0.5)
    enough = len(words) >= FEWEST_WORDS
    return Suspicion(score, enough and score > known.threshold, enough and score < known.release)


def kind_of(sentence: str) -> Kind:
    """Return what `sentence` is most likely suspected of, or the doubt where nothing is likely enough."""
    known, said = weights(), load("suspicion", SuspicionWords)
    words = words_of(sentence)
    likely = {kind: _likelihood(learned, words) for kind, learned in known.kinds.items()}
    best = max(likely, key=lambda kind: (likely[kind], kind))
    certain = likely[best] / sum(likely.values())
    return said.kinds[best if certain >= known.sure else said.doubt]


def why(kind: Kind) -> str:
    """Return the reason that is given for a suspicion of `kind`."""
    return load("suspicion", SuspicionWords).why.format(said=kind.said)


def words_of(sentence: str) -> list[str]:
    """Return the words of `sentence` in lower case, shorthand written out, and the marks that count."""
    shorthand = load("suspicion", SuspicionWords).shorthand
    return [shorthand.get(word, word) for word in _WORD.findall(sentence.translate(_SAME).lower())]


def pairs_of(words: list[str]) -> list[str]:
    """Return each word with the one before it; the first has the beginning before it."""
    return [f"{before} {word}" for before, word in zip([_START, *words], words, strict=False)]


def parts_of(word: str) -> list[str]:
    """Return the parts of a word with its edges, from three characters to five."""
    edged = f" {word} "
    return [
        edged[start : start + length]
        for length in range(SHORTEST_PART, min(LONGEST_PART, len(edged)) + 1)
        for start in range(len(edged) - length + 1)
    ]


def classes_of(word: str) -> tuple[str, ...]:
    """Return the kinds of words to which `word` belongs."""
    known = _classes()
    if word.isdigit():
        return ("number",)
    return known.get(word) or (known.get(word[:-1], ()) if word.endswith("s") else ())


@cache
def weights() -> Weights:
    """Return what was learned; read once."""
    return Weights.model_validate_json(files(_PACKAGE).joinpath(WEIGHTS).read_bytes())


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    classes = load("suspicion", SuspicionWords).classes
    words = sorted({word for members in classes.values() for word in members})
    return {word: tuple(sorted(kind for kind in classes if word in classes[kind])) for word in words}


class _Word(NamedTuple):
    """What one word weighs by itself, by its parts and by its classes, and how many of each there are."""

    itself: int
    parts: int
    part_count: int
    classes: int
    class_count: int


@lru_cache(maxsize=_KEPT)
def _weighed(word: str) -> _Word:
    known = weights().features
    parts, classes = parts_of(word), classes_of(word)
    return _Word(
        known.get(f"w:{word}", 0),
        sum(known.get(f"c:{part}", 0) for part in parts),
        len(parts),
        sum(known.get(f"k:{kind}", 0) for kind in classes),
        len(classes),
    )


def _sums(words: list[str]) -> tuple[tuple[int, int], ...]:
    """Return what words with pairs, what parts and what classes weigh together, and how many they are."""
    known = weights().features
    itself = parts = part_count = classes = class_count = 0
    for word in words:
        weighed = _weighed(word)
        itself += weighed.itself
        parts += weighed.parts
        part_count += weighed.part_count
        classes += weighed.classes
        class_count += weighed.class_count
    itself += sum(known.get(f"w:{pair}", 0) for pair in pairs_of(words))
    return (itself, 2 * len(words)), (parts, part_count), (classes, class_count)


def _likelihood(learned: dict[str, int], words: list[str]) -> float:
    features = (f"k:{kind}" for word in words for kind in classes_of(word))
    total = sum(learned.get(feature, 0) for feature in ("", *(f"w:{word}" for word in words), *features))
    return exp(min(_LARGEST, total / weights().scale))
