"""The people in a finished text: who is named, and whose a pronoun is.

In: a text. Out: the places of names that may not be there (R7, R9), and of pronouns without an owner in their
own sentence. Simple and strict, and built on nothing that wording or screening use.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from recruiter_kit.language.grammar.dictionary import is_plural, kinds
from recruiter_kit.language.sentences import split
from recruiter_kit.review.last_look_words import known, unquoted

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b|\b(?:{_MONTHS}) \d{{1,4}}\b"
    rf"|\b(?:[Ii]n|[Uu]ntil|[Ss]ince|[Ll]ast|[Nn]ext) (?:{_MONTHS})\b"
)
_APART = re.compile(r"['’-]")
_PRONOUN = re.compile(
    r"\b(?:he|him|his|himself|she|her|hers|herself|they|them|theirs?|themsel(?:ves|f))\b", re.IGNORECASE
)
_SHORT = 2
_FIRST_UNSPACED = "\u2e80"
_AFTER_COMMA = 5
Place = tuple[int, int]


def names_in(text: str, people: frozenset[str], beside: Sequence[str]) -> Iterator[Place]:
    """Yield where one of `people` (from `parts_of`) is named, but not inside one of the phrases `beside`."""
    if not text.isascii() and max(text) >= _FIRST_UNSPACED:
        yield from _unspaced(text, people)
    if people.isdisjoint(folded(piece) for word in _WORD.findall(text) for piece in _APART.split(word)):
        return
    hidden = _DATE.sub(_blanks, text)
    for phrase in sorted(beside, key=len, reverse=True):
        hidden = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", _blanks, hidden)
    for found in _WORD.finditer(hidden):
        for piece in _pieces(found):
            word = hidden[slice(*piece)]
            if folded(word) in people and _is_name(hidden, piece, word):
                yield piece
                break


def _unspaced(text: str, people: frozenset[str]) -> Iterator[Place]:
    for name in people:
        if name >= _FIRST_UNSPACED and (start := text.find(name)) >= 0:
            yield start, start + len(name)


@lru_cache(8)
def parts_of(names: tuple[str, ...]) -> frozenset[str]:
    """Return the given and family names among `names`, folded; a role ("Hiring Manager") has none."""
    return frozenset(part for name in names for part in _parts(folded(name)))


@lru_cache(4_096)
def folded(text: str) -> str:
    """Return `text` in lower case without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(each for each in apart if not unicodedata.combining(each)))


def _parts(name: str) -> Iterable[str]:
    words = [word for found in _WORD.findall(name) for word in (found, *_APART.split(found))]
    last = len(words) - 1
    return [
        word
        for place, word in enumerate(words)
        if word not in known().roles
        and not (0 < place < last and word in known().particles)
        and (len(word) > 1 or word > _FIRST_UNSPACED)
    ]


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _pieces(found: re.Match[str]) -> Iterator[Place]:
    """Yield the place of a word, or of its parts: "Tom's", "Smith-Jones"."""
    yield found.span()
    if not found.group().isalpha():
        for part in re.finditer(r"[^\W\d_]+", found.group()):
            yield found.start() + part.start(), found.start() + part.end()


def _is_name(text: str, place: Place, word: str) -> bool:
    if word[:1].islower() or (word.isupper() and len(word) == _SHORT):
        return False
    if word.lower() in known().capital_anyway:
        return False
    before = text[: place[0]].rstrip(" \t")
    inside = before[-1:].isalnum() or before[-1:] in (",", ")", "’", "'", "&")
    return inside or not word[:1].isupper() or not kinds(word.lower()) - {"PROPN"}


def homeless_pronouns(text: str, *, post_holder: bool, whole: bool) -> Iterator[Place]:
    """Yield the pronouns of the third person whose owner is not in their sentence; quotations are left alone.

    With `post_holder` "they" may be whoever holds the post (what a role needs); with `whole` the owner may be
    in a sentence before it.
    """
    if not _PRONOUN.search(text):
        return
    spoken = unquoted(text)
    pronouns = known().masculine | known().feminine | known().plural
    for start, end in _sentences(text):
        words = list(_WORD.finditer(text, start, end))
        lows = [_low(word.group()) for word in words]
        earlier = [_low(word) for word in _WORD.findall(text[:start])] if whole else []
        for place, low in enumerate(lows):
            quoted = not spoken[slice(*words[place].span())].strip()
            several = low in known().plural
            if low not in pronouns or quoted or (several and post_holder):
                continue
            owned = _owner_in(earlier + lows[:place], several=several) or _owner_after(
                text, words, place, several=several
            )
            if not owned:
                yield words[place].span()


def _sentences(text: str) -> Iterator[Place]:
    """Yield where sentences begin and end; a semicolon does not end one here."""
    pieces = split(text)
    start = 0
    for place, piece in enumerate(pieces):
        following = pieces[place + 1].start if place + 1 < len(pieces) else len(text)
        if following == len(text) or ";" not in text[piece.end : following]:
            yield start, piece.end
            start = following


def _low(word: str) -> str:
    return word.lower().replace("’", "'")


def _owner_in(lows: Sequence[str], *, several: bool) -> bool:
    lists = several and any(
        low == "and" and place and place + 1 < len(lows) and _is_thing(lows[place - 1])
        for place, low in enumerate(lows)
    )
    return lists or any(_can_own(low.removesuffix("'s"), several=several) for low in lows)


def _can_own(low: str, *, several: bool) -> bool:
    """Whether a noun can be the owner of "he" and "she", or of "they"."""
    words = known()
    parts = (low, *low.split("-"))
    if any(part in words.somebody or _is_person(part) for part in parts):
        return True
    return several and (low in words.several or is_plural(low) or is_plural(parts[-1]))


def _is_person(low: str) -> bool:
    words = known()
    if low in words.people or _one(low) in words.people:
        return True
    return low.endswith(tuple(words.person_endings)) and low not in words.no_person


def _one(low: str) -> str:
    """Return the singular of a regular plural: "patients", "ladies", "coaches"."""
    irregular = {"men": "man", "women": "woman", "children": "child", "people": "person", "wives": "wife"}
    if low in irregular:
        return irregular[low]
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    return low.removesuffix("s")


def _is_thing(low: str) -> bool:
    return "NOUN" in kinds(low)


def _owner_after(text: str, words: Sequence[re.Match[str]], place: int, *, several: bool) -> bool:
    """Whether the owner follows at once in the main clause: "When he arrived, the customer …"."""
    if words[0].group().lower() not in known().owner_follows:
        return False
    comma = text.find(",", words[place].end())
    behind = [_low(word.group()) for word in words if word.start() > comma >= 0][:_AFTER_COMMA]
    return "you" not in behind[:1] and any(_can_own(low, several=several) for low in behind)
