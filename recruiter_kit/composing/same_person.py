"""Two forms of a name: one person, or two.

In: names as exports write them ("Ines Duarte", "DUARTE, Ines", "I. Duarte", "Dr Inês Duarte", an address).
Out: whether they are one person, and how many people a list of interviewers holds.
"""

import re
import unicodedata
from collections.abc import Iterable

from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.model import Interviewer

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_APOSTROPHES = re.compile(r"['’‘`´]")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"}
)
# As in German and Danish; "å" is "aa".
_AS_TWO_LETTERS = str.maketrans(
    {letter: f"{plain}e" for letter, plain in zip("äöüø", "aouo", strict=True)} | {"å": "aa"}
)


class DeciderWords(Lexicon):
    """Words by which a name, a post and a group are told apart (deciders.yaml)."""

    honorifics: WordSet
    qualifications: WordSet
    particles: WordSet
    posts: WordSet
    posts_of: WordSet
    not_posts: WordSet
    groups: WordSet
    of_groups: WordSet
    interviewing: WordSet
    departments: WordSet
    nobody: WordSet
    sentences: WordSet


def words() -> DeciderWords:
    """Return the lexicon."""
    return load("deciders", DeciderWords)


def same_person(one: str, other: str) -> bool:
    """Whether two names can be one person's.

    Case, order, accents, honorifics and what is in brackets do not matter; an initial is the name that
    begins with it, and middle names may be left out.
    """
    return any(
        _same(left, right, _joined_up(one) or _joined_up(other))
        for left in _spellings(one)
        for right in _spellings(other)
    )


def count_people(interviewers: Iterable[Interviewer]) -> int:
    """Return how many people filled in these scorecards, one interviewer for each scorecard.

    One without a name is a person of their own. A short form that fits several people is one of them.
    """
    people = list(interviewers)
    names = [person.name for person in people if person.name]
    found: list[str] = []
    # Full forms first, so that a short one finds whom it belongs to.
    for name in sorted(names, key=_fullness, reverse=True):
        if not any(same_person(name, other) or _part_of(name, other) for other in found):
            found.append(name)
    return len(found) + len(people) - len(names)


def find(name: str, interviewers: Iterable[Interviewer]) -> Interviewer | None:
    """Return the interviewer who is this person; None where nobody or more than one person fits."""
    fitting = [person for person in interviewers if person.name and same_person(name, person.name)]
    if not fitting:
        fitting = [person for person in interviewers if person.name and _part_of(name, person.name)]
    if count_people(fitting) != 1:
        return None
    return next((person for person in fitting if person.role), fitting[0])


def _spellings(name: str) -> set[tuple[str, ...]]:
    """Return the words of a name, folded: "ö" is read as "o" and as "oe"."""
    name = name.partition("@")[0] if "@" in name and " " not in name.strip() else _BRACKETED.sub(" ", name)
    small = _APOSTROPHES.sub("", unicodedata.normalize("NFC", name).casefold())
    return {_folded(small), _folded(small.translate(_AS_TWO_LETTERS))}


def _folded(small: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", small.translate(_UNDECOMPOSED))
    bare = (letter for letter in plain if not unicodedata.combining(letter))
    found = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in bare).split()
    return tuple(word for word in found if word not in words().honorifics) or tuple(found)


def _joined_up(name: str) -> bool:
    """Whether it is an address, in which given and family name may be written as one word."""
    return "@" in name


def _same(one: tuple[str, ...], other: tuple[str, ...], joined_up: bool) -> bool:
    short, long = sorted((one, other), key=len)
    if not short or sorted(short) == sorted(long):
        return bool(short)
    if len(short) == 1:
        return joined_up and len(long) > 1 and short[0] in _as_one_word(long)
    return _fits(short, long)


def _fits(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of the short form is a word of the long one, or an initial of one, or has one."""
    left = list(long)
    whole = 0
    for word in sorted(short, key=len, reverse=True):
        found = next((each for each in left if each == word), None)
        if found is None:
            found = next((each for each in left if _initial(each, word)), None)
        else:
            whole += len(word) > 1
        if found is None:
            return False
        left.remove(found)
    return whole > 0


def _initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0] and one[0].isalpha()


def _as_one_word(name: tuple[str, ...]) -> set[str]:
    """Return how an address writes a name: inesduarte, iduarte, inesd, duartei."""
    first, last = name[0], name[-1]
    return {first + last, first[0] + last, first + last[0], last + first, last + first[0]}


def _part_of(name: str, other: str) -> bool:
    """Whether a name of one word is a whole word of the other: "Ines" of "Ines Duarte"."""
    return any(
        len(short) == 1 and len(short[0]) > 1 and short[0] in long
        for short in _spellings(name)
        for long in _spellings(other)
    )


def _fullness(name: str) -> int:
    return max(sum(len(word) for word in spelling if len(word) > 1) for spelling in _spellings(name))
