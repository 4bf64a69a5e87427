"""What a typed word says: "didn't" is "did" and "not", "w/out" is "without", "five" is a number.

In: a typed word. Out: its words, each with its meanings.
"""

from functools import lru_cache
from typing import NamedTuple

from recruiter_kit.language.proving.reading import numbers
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import keys, written_out


class Word(NamedTuple):
    """One word in lower case, the keys of its meanings, whether it is a word of content, and its number."""

    low: str
    keys: frozenset[str]
    content: bool
    number: str | None


@lru_cache(16_384)
def words(low: str) -> tuple[Word, ...]:
    """Return the words of one typed word in lower case."""
    known = grammar()
    if (long := written_out(low)) in known.closed:
        low = long
    found = []
    for word in contracted(low):
        value = numbers.of_word(word)
        meanings = keys(word) if value is None else keys(word) | {numbers.key(value)}
        found.append(Word(word, meanings, word not in known.closed and value is None, value))
    return tuple(found)


def contracted(word: str) -> tuple[str, ...]:
    """Return the words of one typed word, written out: "could" and "not" for "couldn't"."""
    low = grammar().unapostrophed.get(word.lower(), word.lower())
    return tuple(part for part in _parts(low) if part)


def _parts(low: str) -> tuple[str, str]:
    """Return "did" and "not" for "didn't", the word and nothing where it is none."""
    if "'" not in low:
        return low, ""
    known = grammar()
    if low.endswith("n't"):
        return known.contracted_not.get(low[:-3], low[:-3]), "not"
    head, _, tail = low.partition("'")
    if tail == "s":
        return head, "is" if head in known.means_is else ""
    return head, known.contracted.get(tail, tail)
