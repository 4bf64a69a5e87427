"""Names of the people around an application, found in a sentence.

In: full names of candidates and interviewers, and the candidate's own. Out: whether a sentence
names somebody else. Keeps R7 and R9; a part of a name that is also a word ("Will", "May") only
counts where it can be nothing but a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from recruiter_kit.language.lexicons import Lexicon, Pattern, WordSet, load
from recruiter_kit.model import Candidate

_PART = re.compile(r"[^\W\d_](?:[\w'’.-]*[^\W_])?")
_SHORTEST_PART = 3


class NameWords(Lexicon):
    """Words that are names too, and what tells the two apart.

    `also_words` count as names only with a capital inside a sentence or before `acts`;
    `never` are no evidence of a person on their own; `not_after` stands before a word that is
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
        full = own.full_name if own else ""
        kept = tuple(dict.fromkeys(each for each in people if each.casefold() != full.casefold()))
        return cls(kept, name_parts((full,)))

    def found_in(self, sentence: str) -> str | None:
        """Return the first other person's name in `sentence`, or None."""
        if not self.others:
            return None
        sure, capital = _patterns(self)
        found = sure.search(sentence)
        if found:
            return found.group()
        return next((each.group() for each in capital.finditer(sentence) if _is_name(sentence, each)), None)


def name_parts(names: Iterable[str]) -> frozenset[str]:
    """Return every part of `names` in small letters, whole names included."""
    return frozenset(
        part.casefold() for name in names for part in (name, *_PART.findall(name)) if part.strip()
    )


@lru_cache(maxsize=256)
def _patterns(names: Names) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return a pattern for what is surely a name, and one for words that may be one."""
    words = load("names", NameWords)
    sure: set[str] = set()
    capital: set[str] = set()
    for full in names.others:
        if full.casefold() not in names.own:
            (sure if " " in full.strip() else set()).add(full.strip())
        for part in _PART.findall(full):
            small = part.casefold()
            short = len(part) < _SHORTEST_PART and part.isascii()
            if small in names.own or small in words.never or short:
                continue
            (capital if small in words.also_words else sure).add(part)
    return _either(sure, re.IGNORECASE), _either({each[:1].upper() + each[1:] for each in capital}, 0)


def _either(names: set[str], flags: int) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda each: (-len(each), each))
    return re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)" if names else "(?!)", flags
    )


@lru_cache(maxsize=1)
def _acts() -> re.Pattern[str]:
    return re.compile("|".join(load("names", NameWords).acts))


def _is_name(sentence: str, found: re.Match[str]) -> bool:
    """Whether a word that can also be a name is meant as one here."""
    before = sentence[max(0, found.start() - 20) : found.start()].lower().split()
    if before and not sentence[: found.start()].rstrip().endswith((".", "!", "?", ":", "-", "•", ",")):
        return before[-1] not in load("names", NameWords).not_after
    return bool(_acts().match(sentence, found.end()))
