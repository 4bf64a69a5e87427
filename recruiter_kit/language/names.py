"""Names of the people around an application, found in a sentence.

In: full names of candidates and interviewers, and the candidate's own. Out: whether a sentence
names somebody else. Keeps R7 and R9; a part of a name that is also a word ("Will", "May") only
counts where it can be nothing but a name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, load
from recruiter_kit.model import Candidate

_PART = re.compile(r"[^\W\d_](?:[\w'’.-]*[^\W_])?")
_HANGS_ON = re.compile(r"['’.-]")
_SHORTEST_PART = 3
_FIRST_UNSPACED = "\u2e80"


class NameWords(Lexicon):
    """Words that are names too, and what distinguishes the two.

    `also_words` count as names only with a capital inside a sentence or before `acts`;
    `never` are no evidence of a person on their own; `not_after` comes before a word that is
    meant as one ("in May").
    """

    also_words: WordSet
    never: WordSet
    acts: tuple[Pattern, ...]
    not_after: WordSet


@dataclass(frozen=True)
class Names:
    """Other people's names (R7, R9), without the candidate's own."""

    others: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()

    @classmethod
    def of(cls, people: Iterable[str] = (), own: Candidate | None = None) -> "Names":
        """Return the names of `people` with every part of the candidate's own name taken out."""
        return cls(tuple(people), name_parts((own.full_name,) if own else ()))

    def found_in(self, sentence: str) -> str | None:
        """Return the first other person's name in `sentence`, or None."""
        if not self.others:
            return None
        index = _index(self.others)
        for token in _PART.finditer(sentence):
            for word in _words_of(token.group()):
                small = word.casefold()
                if small in self.own:
                    continue
                if small in index.sure or index.whole_name_at(sentence, token.start(), small):
                    return word
                if small in index.also_words and word[:1].isupper() and _is_name(sentence, token):
                    return word
        return next(
            (name for name in index.unspaced if name in sentence and name.casefold() not in self.own), None
        )


def name_parts(names: Iterable[str]) -> frozenset[str]:
    """Return every part of `names` in lower case, whole names included."""
    return frozenset(
        part.casefold() for name in names for part in (name, *_PART.findall(name)) if part.strip()
    )


@dataclass(frozen=True)
class _Index:
    """Everybody's names by their parts, in lower case: what is surely a name, what is a word too.

    `lengths` says how long the whole names are that begin with a part; `unspaced` holds names in scripts
    that put no space between words.
    """

    sure: frozenset[str]
    also_words: frozenset[str]
    whole: frozenset[str]
    lengths: dict[str, set[int]]
    unspaced: tuple[str, ...]

    def whole_name_at(self, sentence: str, place: int, first: str) -> bool:
        """Whether a whole name of several parts begins at `place`."""
        return any(
            sentence[place : place + length].casefold() in self.whole
            and not sentence[place + length : place + length + 1].isalnum()
            for length in self.lengths.get(first, ())
        )


@lru_cache(maxsize=4)
def _index(others: tuple[str, ...]) -> _Index:
    """Return the index over everybody in the files; a thousand applications share it."""
    words = load("names", NameWords)
    sure: set[str] = set()
    also_words: set[str] = set()
    whole: set[str] = set()
    lengths: dict[str, set[int]] = {}
    for full in others:
        parts = [part.casefold() for part in _PART.findall(full)]
        if len(parts) > 1:
            small = full.strip().casefold()
            whole.add(small)
            lengths.setdefault(parts[0], set()).add(len(small))
        for part in parts:
            if part in words.never or (len(part) < _SHORTEST_PART and part.isascii()):
                continue
            (also_words if part in words.also_words else sure).add(part)
    unspaced = tuple(name for name in others if any(letter > _FIRST_UNSPACED for letter in name))
    return _Index(frozenset(sure), frozenset(also_words), frozenset(whole), lengths, unspaced)


def _words_of(token: str) -> Iterator[str]:
    """Yield a token whole, and without what hangs on to a name: "Tom's", "Tom-style"."""
    yield token
    if len(parts := _HANGS_ON.split(token)) > 1:
        yield from parts


@lru_cache(maxsize=1)
def _acts() -> re.Pattern[str]:
    return re.compile("|".join(load("names", NameWords).acts))


def _is_name(sentence: str, found: re.Match[str]) -> bool:
    """Whether a word that can also be a name is meant as one here."""
    before = sentence[max(0, found.start() - 20) : found.start()].lower().split()
    if before and not sentence[: found.start()].rstrip().endswith((".", "!", "?", ":", "-", "•", ",")):
        return before[-1] not in load("names", NameWords).not_after
    return bool(_acts().match(sentence, found.end()))
