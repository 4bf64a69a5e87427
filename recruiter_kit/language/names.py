"""Names of the people around an application, found in a sentence.

In: full names of candidates and interviewers, and the candidate's own. Out: whether a sentence
names somebody else. Keeps R7 and R9: a name counts wherever it has a capital, also one that is a word
("Will", "May") or a particle ("Al"); a word in lower case is a word, and a role ("Hiring Manager") nobody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from recruiter_kit.language.name_or_word import (
    NameWords,
    Reading,
    following,
    is_quality,
    is_word,
    name_words,
    reading,
)
from recruiter_kit.model import Candidate

__all__ = ["NameWords", "Names", "name_parts", "named_alone"]

_PART = re.compile(r"[^\W\d_](?:[\w'’.-]*[^\W_])?")
_ANYBODY = "she"
_HANGS_ON = re.compile(r"['’.-]")
_SHORTEST_IN_LOWER_CASE = 3
_FIRST_UNSPACED = "\u2e80"
# After one of these a capital is no beginning of a sentence.
_INSIDE = re.compile(r"(?:\w|[,&)%'’])\s*\Z")
_LAST_WORD = re.compile(r"(\w+)\W*\Z")
_NUMBER = re.compile(r"\s*\d")


@dataclass(frozen=True)
class Names:
    """Other people's names (R7, R9), without the candidate's own."""

    others: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()

    @classmethod
    def of(cls, people: Iterable[str] = (), own: Candidate | None = None) -> "Names":
        """Return the names of `people` with every part of the candidate's own name taken out."""
        return cls(tuple(people), name_parts((own.full_name,) if own else ()))

    def without_own(self, sentence: str) -> str:
        """Return `sentence` with a pronoun for each part of the candidate's name: no name weighs anything."""
        if not self.own:
            return sentence
        own = self.own
        return _PART.sub(lambda part: _ANYBODY if part[0].casefold() in own else part[0], sentence)

    def found_in(self, sentence: str) -> str | None:
        """Return the first other person's name in `sentence`, or None."""
        if not self.others:
            return None
        index = _index(self.others)
        firsts = index.firsts
        for token in _PART.finditer(sentence):
            text = token.group()
            small = text.casefold()
            if small in firsts:
                if small not in self.own and index.names(sentence, token.start(), text, small):
                    return text
            elif not text.isalpha():
                for word in _pieces(text):
                    piece = word.casefold()
                    if piece in index.parts and piece not in self.own:
                        place = token.start() + text.index(word)
                        if index.names(sentence, place, word, piece):
                            return word
        return next(
            (name for name in index.unspaced if name in sentence and name.casefold() not in self.own), None
        )


def name_parts(names: Iterable[str]) -> frozenset[str]:
    """Return every part of `names` in lower case, whole names included."""
    return frozenset(
        part.casefold() for name in names for part in (name, *_PART.findall(name)) if part.strip()
    )


@lru_cache(maxsize=64)
def named_alone(names: frozenset[str]) -> frozenset[str]:
    """Return those of the parts from `name_parts` that name somebody by themselves: no "de", no "Dr"."""
    split = [[part.casefold() for part in _PART.findall(name)] for name in names]
    in_longer = {part for parts in split if len(parts) > 1 for part in parts}
    return frozenset(
        part for parts in split if len(parts) > 1 or in_longer.isdisjoint(parts) for part in _alone(parts)
    )


@dataclass(frozen=True)
class _Index:
    """Everybody's names by their parts, in lower case, each with whether it is somebody's given name.

    `lengths` says how long the whole names are that begin with a part, `firsts` holds every word with which
    a name or a part of one can begin; `unspaced` holds names in scripts that put no space between words.
    """

    parts: dict[str, bool]
    firsts: frozenset[str]
    whole: frozenset[str]
    lengths: dict[str, set[int]]
    unspaced: tuple[str, ...]

    def names(self, sentence: str, place: int, word: str, small: str) -> bool:
        """Whether `word`, which begins at `place`, names somebody there."""
        if self._whole_name_at(sentence, place, small):
            return True
        if small not in self.parts:
            return False
        if not word[:1].isupper():
            return not word[:1].islower() or _name_in_lower_case(small)
        if word.isupper() and not sentence.isupper() and len(word) < _SHORTEST_IN_LOWER_CASE:
            return False
        if not is_word(small):
            return True
        if not word.isupper() and _is_inside(sentence, place):
            return not _capital_anyway(sentence, place, place + len(word), small)
        end = place + len(word)
        if sentence[end : end + 2] in ("'s", "’s"):
            end, word = end + 2, f"{word}'s"
        meant = reading(word, following(sentence, end))
        return meant is Reading.NAME or (
            meant is Reading.DOUBT and (self.parts[small] or not is_quality(small))
        )

    def _whole_name_at(self, sentence: str, place: int, first: str) -> bool:
        """Whether a whole name of several parts begins at `place`; one of mere words needs a capital."""
        for length in self.lengths.get(first, ()):
            said = sentence[place : place + length]
            if said.casefold() in self.whole and not sentence[place + length : place + length + 1].isalnum():
                parts = _PART.findall(said)
                if not said.islower() or not all(is_word(part) for part in parts):
                    return True
        return False


@lru_cache(maxsize=4)
def _index(others: tuple[str, ...]) -> _Index:
    """Return the index over everybody in the files; a thousand applications share it."""
    parts: dict[str, bool] = {}
    whole: set[str] = set()
    lengths: dict[str, set[int]] = {}
    for full in others:
        named = [part.casefold() for part in _PART.findall(full)]
        alone = _alone(named)
        if len(named) > 1 and alone:
            small = full.strip().casefold()
            whole.add(small)
            lengths.setdefault(named[0], set()).add(len(small))
        for part in alone:
            parts[part] = parts.get(part, False) or part == alone[0]
            for piece in () if part.isalpha() else _pieces(part):
                if len(piece) >= _SHORTEST_IN_LOWER_CASE and piece not in name_words().particles:
                    parts.setdefault(piece, part == alone[0])
    unspaced = tuple(name for name in others if any(letter > _FIRST_UNSPACED for letter in name))
    return _Index(parts, frozenset((*parts, *lengths)), frozenset(whole), lengths, unspaced)


def _alone(named: list[str]) -> list[str]:
    """Return the parts of a full name, in lower case, that name the person by themselves.

    Particles between others, titles and roles do not; where there is nothing but roles and numbers, nobody
    is named ("Panel member 2").
    """
    known = name_words()
    has_role = not known.roles.isdisjoint(named)
    last = len(named) - 1
    return [
        part
        for place, part in enumerate(named)
        if part not in known.titles
        and not (has_role and (part in known.roles or part in known.beside_roles))
        and not (0 < place < last and part in known.particles)
        and (len(part) > 1 or not part.isascii())
    ]


def _pieces(token: str) -> Iterator[str]:
    """Yield a token without what hangs on to a name ("Tom's", "Tom-style"); "can't" is one word."""
    if token.isalpha() or token.casefold().endswith(("n't", "n’t")):
        return
    yield from (piece for piece in _HANGS_ON.split(token) if piece)


def _name_in_lower_case(small: str) -> bool:
    known = name_words()
    if small in known.hardly_words:
        return True
    if small in known.particles or (len(small) < _SHORTEST_IN_LOWER_CASE and small.isascii()):
        return False
    return not is_word(small)


def _is_inside(sentence: str, place: int) -> bool:
    """Whether a word at `place` has words of its own sentence before it."""
    before = sentence[max(0, place - 24) : place]
    return bool(_INSIDE.search(before)) and not before.strip().isdigit()


def _capital_anyway(sentence: str, start: int, end: int, small: str) -> bool:
    """Whether it has its capital as a month, a day or a language: "in May", "12 May", "the French site"."""
    known = name_words()
    if small not in known.capital_anyway:
        return False
    before = _LAST_WORD.search(sentence, max(0, start - 24), start)
    said = before.group(1).lower() if before else ""
    return said in known.capital_after or said.isdigit() or bool(_NUMBER.match(sentence, end))
