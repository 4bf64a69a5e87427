"""What a typed word says: "didn't" is "did" and "not", "w/out" is "without", "five" is a number.

In: a typed word. Out: its words, each with its meanings.
"""

from functools import lru_cache
from typing import NamedTuple

from recruiter_kit.language.proving.reading import numbers
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import keys, written_out

_KEPT = 16_384
_LONGEST_SHORT = 5


class Word(NamedTuple):
    """One word in lower case, and what is known of it wherever it stands; a Token says what each is."""

    low: str
    keys: frozenset[str]
    content: bool
    number: str | None
    capital: bool
    capitals: bool


@lru_cache(_KEPT)
def words(typed: str) -> tuple[Word, ...]:
    """Return the words of one word as it was typed."""
    known = grammar()
    capital, capitals = _capitals(typed)
    low = typed.lower()
    if (long := written_out(low)) in known.closed:
        low = long
    found = []
    for word in contracted(low):
        value = numbers.of_word(word)
        meanings = keys(word) if value is None else keys(word) | {numbers.key(value)}
        content = word not in known.closed and value is None
        found.append(Word(word, meanings, content, value, capital, capitals))
    return tuple(found)


def _capitals(typed: str) -> tuple[bool, bool]:
    """Return whether a word has one capital, as a name has, and whether it is all capitals ("HCA")."""
    if not typed[0].isupper():
        return False, False
    short = typed.removesuffix("s")
    return typed[1:].islower(), 1 < len(short) <= _LONGEST_SHORT and short.isupper()


def contracted(word: str) -> tuple[str, ...]:
    """Return the words of one typed word, written out: "could" and "not" for "couldn't"."""
    low = grammar().unapostrophed.get(word.lower(), word.lower())
    return tuple(part for part in _parts(low) if part)


def _parts(low: str) -> tuple[str, str]:
    """Return "did" and "not" for "didn't", the word and nothing where it is not contracted."""
    if "'" not in low:
        return low, ""
    known = grammar()
    if low.endswith("n't"):
        return known.contracted_not.get(low[:-3], low[:-3]), "not"
    head, _, tail = low.partition("'")
    if tail == "s":
        return head, "is" if head in known.means_is else ""
    return head, known.contracted.get(tail, tail)
