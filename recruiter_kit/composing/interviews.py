"""The name of an interview as it reads well in a letter.

In: the name that a source or an interviewer gave. Out: a label of at most five words, such as "Modelling
exercise" or "HR interview", or None where it is a code or says nothing. Days, times, numbers and names in
brackets are never in it. What the words are is interviews.yaml.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated

from pydantic import BeforeValidator

from recruiter_kit.files.data_file import read_record
from recruiter_kit.files.text import one_line
from recruiter_kit.intake.plain_note import plain_note
from recruiter_kit.model import Record

MOST_WORDS = 5
LONGEST_ACRONYM = 5
INTERVIEW = "interview"
_BRACKETS = re.compile(r"[(\[{<]([^()\[\]{}<>]*)(?:[)\]}>]|$)")
_BETWEEN_PARTS = re.compile(r"\s+[-–—/·•>|]+\s+|\s*[|:;•·]\s*|\s+[-–—]|[-–—]\s+")
_WITH = re.compile(r"(?:^|\s)(?:w/|with|by)\s+(?:the |our |a )?(.*)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?|our|my)\s+", re.IGNORECASE)
_ENDS = " \t-–—:;,.|/\\_*#'\"“”‘’@&+!?<>()[]{}"


def _split(value: object) -> object:
    return value.split() if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_split)]


class InterviewWords(Record):
    """How names of interviews are read, as interviews.yaml explains it."""

    left_out: tuple[str, ...]
    aliases: Mapping[str, str]
    endings: Mapping[str, str]
    topics: frozenset[str]
    kinds: Words
    empty: Words
    cut_before: Words
    written: Words


@cache
def lexicon() -> InterviewWords:
    """Return the words of interviews.yaml."""
    return read_record(files("recruiter_kit.composing") / "interviews.yaml", InterviewWords)


@lru_cache(maxsize=4096)
def interview_label(name: str | None) -> str | None:
    """Return the name of an interview as it reads well in front of a colon, or None when it says nothing."""
    whole = one_line(plain_note(name or ""))
    whole = whole.replace("_", " ")
    if re.fullmatch(r"[^\W\d]+(?:-[^\W\d_]+)+", whole):
        last = whole.split("-")[-1].casefold()
        divided = last in lexicon().kinds or last in lexicon().endings
        whole = whole.replace("-", " ") if divided and whole.casefold() not in lexicon().kinds else whole
    shouted = whole.isupper() and " " in whole
    outside = _BRACKETS.sub(" ", whole)
    label = _best([_label(part, shouted) for part in _parts(outside)])
    if label is None:
        inside = [found[1] for found in _BRACKETS.finditer(whole) if _known(found[1])]
        label = _best([_label(part, shouted) for part in inside])
    return label


def _parts(name: str) -> list[str]:
    """Return the parts of a name, the times taken out before a colon divides it."""
    return [part for part in _BETWEEN_PARTS.split(_without_noise(name)) if part.strip(_ENDS)]


def _best(labels: list[str | None]) -> str | None:
    """Return the last label that names a kind of interview, else the first."""
    telling = [label for label in labels if label]
    kinds = set(lexicon().kinds)
    named = [label for label in telling if kinds & set(label.casefold().split())]
    return named[-1] if named else next(iter(telling), None)


def _label(part: str, shouted: bool) -> str | None:
    topic = ""
    if found := _WITH.search(part):
        topic = _said_otherwise(found[1].strip(_ENDS))
        part = part[: found.start()]
    words = _said_otherwise(_ARTICLE.sub("", _tidy(part))).split()
    if len(words) > MOST_WORDS:
        ends = (at for at, word in enumerate(words) if at and word.casefold() in lexicon().cut_before)
        words = words[: next(ends, len(words))]
    if words[:1] and words[0].casefold() == INTERVIEW:
        words = _said_of_interview(words[1:])
    if _says_nothing(words):
        words = topic.split() if topic.casefold() in lexicon().topics else []
    if " ".join(words).casefold() in lexicon().topics:
        words.append(INTERVIEW)
    if not words or len(words) > MOST_WORDS:
        return None
    return _in_a_sentence([_cased(word, shouted) for word in words])


def _said_of_interview(words: list[str]) -> list[str]:
    """Return what follows "interview" in front of it, where it is a topic and nobody's name."""
    return [*words, INTERVIEW] if " ".join(words).casefold() in lexicon().topics else []


def _without_noise(name: str) -> str:
    before = ""
    while name != before:
        before, name = name, _noise().sub(" ", name)
    return name


def _tidy(part: str) -> str:
    """Return a part without what is left around what was taken out."""
    part = re.sub(r"\s&\s", " and ", re.sub(r"[()\[\]{}<>]", " ", part))
    return one_line(re.sub(r"(?:\s*,)+", ",", part)).strip(_ENDS)


def _said_otherwise(part: str) -> str:
    """Return a part with one way of saying what is said in several."""
    part = _aliases().sub(lambda found: _aliased()[found[0].casefold()], part)
    return _endings().sub(lambda found: lexicon().endings[found[0].casefold()], part)


def _says_nothing(words: list[str]) -> bool:
    empty = set(lexicon().empty)
    return all(
        word.casefold().strip(_ENDS) in empty or not re.search(r"[^\W\d_]", word) for word in words
    ) or not re.search(r"[^\W\d_]{2}", " ".join(words))


def _known(inside: str) -> bool:
    """Whether every word in brackets is one of ours, so that it is nobody's name."""
    known = {word for topic in lexicon().topics for word in topic.split()} | {*lexicon().kinds, *_written()}
    words = _said_otherwise(_tidy(_without_noise(inside))).casefold().split()
    return bool(words) and all(word.strip(_ENDS) in known for word in words)


def _cased(word: str, shouted: bool) -> str:
    bare = word.strip(_ENDS)
    if bare.casefold() in _written():
        return word.replace(bare, _written()[bare.casefold()])
    return "-".join(_cased_part(part, shouted) for part in word.split("-"))


def _cased_part(part: str, shouted: bool) -> str:
    """Return a part of a word in lower case, unless its capitals say that it is written so."""
    letters = re.sub(r"\W|\d", "", part)
    if letters.isupper():
        return part if 1 < len(letters) <= LONGEST_ACRONYM and not shouted else part.lower()
    return part if letters[1:] != letters[1:].lower() else part.lower()


def _in_a_sentence(words: list[str]) -> str:
    first = words[0]
    written = first.casefold() in _written()
    return " ".join([first if written else first[:1].upper() + first[1:], *words[1:]])


@cache
def _written() -> dict[str, str]:
    return {word.casefold(): word for word in lexicon().written}


@cache
def _aliased() -> dict[str, str]:
    return dict(lexicon().aliases)


def _any_of(phrases: Mapping[str, str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


@cache
def _aliases() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any_of(lexicon().aliases)})(?![\w-])", re.IGNORECASE)


@cache
def _endings() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any_of(lexicon().endings)})$", re.IGNORECASE)


@cache
def _noise() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w&])(?:{'|'.join(lexicon().left_out)})(?![\w&])", re.IGNORECASE)
