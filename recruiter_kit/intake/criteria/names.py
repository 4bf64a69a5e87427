"""Names of criteria compared: the same but for how they are written, or near enough to be asked about.

In: names as forms and people write them. Out: whether two are the same, and which of several a name is near.
"1. Data Modeling" is "Data modelling"; "Comms" may be "Communication", and only a person can say so.
"""

import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cache, lru_cache
from importlib.resources import files

from recruiter_kit.files.data_file import read_record
from recruiter_kit.model import Record

MOST_NEAR = 3
NEAR = 0.8
"""How alike two spellings are, from 0 to 1, for one to be a slip or a form of the other."""
LEAST_LETTERS = 4
"""Shorter words are shared, and shorter names are alike, by chance."""

# "1. ", "(2) ", "3 - ", "4.1. ", "a) ", "Q5: ", "#6 "; "3.5 tonne" and "24 hour" are part of a name.
_NUMBERING = re.compile(
    r"^\s*(?:[(\[]?(?:(?:q|question)\s?)?\d{1,2}(?:\.\d{1,2})*\s?[.):\]]+(?!\d)\s*|#\d{1,2}\s+"
    r"|\d{1,2}\s+[-–—]\s+|[(\[]?[a-z][)\]]\s*)(?=\S)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_APOSTROPHES = re.compile(r"['’‘`´]")
_PARTS = frozenset("LMN")
_SIGNS = frozenset("+#")
_MARKS = re.compile("[\u0300-\u036f]")


class NameWords(Record):
    """All of names.yaml."""

    spelling: tuple[tuple[str, str], ...]
    around: str
    alike: tuple[tuple[str, ...], ...]


def folded(name: str) -> str:
    """Return what is equal for two spellings of one name: numbering, punctuation, case, British or American.

    "C++" and "C#" stay two names, and so do "Planning (Tech)" and "Planning". A name of marks only stays.
    """
    return "".join(_words(name)) or name.casefold().strip()


def same(one: str, other: str) -> bool:
    """Whether two names are one name, differently written."""
    return folded(one) == folded(other)


def near(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Return those of `others` that `name` may mean, nearest first; asked, never taken for it."""
    scored = [(closeness(name, other), other) for other in dict.fromkeys(others)]
    ranked = sorted((pair for pair in scored if pair[0] >= NEAR), key=lambda pair: -pair[0])
    return tuple(other for _, other in ranked[:MOST_NEAR])


@lru_cache(maxsize=4096)
def closeness(one: str, other: str) -> float:
    """Return how near two names are: 1 for the same, and at least NEAR for what is worth a question."""
    if same(one, other):
        return 1
    bare, other_bare = _bare(one), _bare(other)
    if bare and bare == other_bare:
        return 0.98
    if _alike(one) & _alike(other):
        return 0.95
    shared = _telling(bare) & _telling(other_bare)
    if shared and (shared in (_telling(bare), _telling(other_bare))):
        return 0.9
    spelling = SequenceMatcher(None, "".join(bare), "".join(other_bare), autojunk=False).ratio()
    return spelling if min(len("".join(bare)), len("".join(other_bare))) >= LEAST_LETTERS else 0.0


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name in one spelling."""
    text = _NUMBERING.sub("", name)
    text = unicodedata.normalize("NFKD", text.casefold())
    text = _APOSTROPHES.sub("", _MARKS.sub("", text)).replace("&", " and ")
    # By category, because the vowels of some scripts are marks and not letters.
    kept = "".join(
        each if unicodedata.category(each)[0] in _PARTS or each in _SIGNS else " " for each in text
    )
    return tuple(_spelled(word) for word in kept.split())


def _spelled(word: str) -> str:
    for pattern, instead in _spelling():
        word = pattern.sub(instead, word)
    return word


def _bare(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others: nothing in brackets, no "skills", no ending."""
    outside = _BRACKETS.sub(" ", name)
    words = _words(outside) or _words(name)
    return tuple(_stem(word) for word in words if word not in _around()) or words


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > LEAST_LETTERS else word


def _telling(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word for word in words if len(word) >= LEAST_LETTERS)


def _alike(name: str) -> frozenset[int]:
    """Return the groups of names.yaml that a name belongs to."""
    return _groups().get(_bare(name), frozenset())


@cache
def _groups() -> dict[tuple[str, ...], frozenset[int]]:
    groups: dict[tuple[str, ...], frozenset[int]] = {}
    for number, names in enumerate(_data().alike):
        for name in names:
            key = _bare(name)
            groups[key] = groups.get(key, frozenset()) | {number}
    return groups


@cache
def _spelling() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), instead) for pattern, instead in _data().spelling)


@cache
def _around() -> frozenset[str]:
    return frozenset(_spelled(word) for word in _data().around.split())


@cache
def _data() -> NameWords:
    return read_record(files("recruiter_kit.intake.criteria") / "names.yaml", NameWords)
