"""The library of next steps, and which of its families a criterion names.

In: a criterion's name and the title of the role. Out: a family, or None. A family is named by the whole
name or by its head ("negotiation" in "negotiation with suppliers"), never by a word inside it and never
by the text of a level; and never where the trade means something else by the same name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import Self

from pydantic import Field, model_validator

from recruiter_kit.composing.phrasing import wording_file
from recruiter_kit.files.data_file import read_record
from recruiter_kit.messages import say
from recruiter_kit.model import CriterionKind, Record

FILE = "advice.yaml"
Words = tuple[str, ...]


class Family(Record):
    """A family of competencies: the names criteria give it, the trades, and one piece per kind."""

    names: Words = ()
    in_trades: Mapping[str, Words] = Field(default_factory=dict)
    not_for: Words = ()
    near: Words = Field(min_length=1)
    interview_performance: str | None = None
    experience_and_skills: str | None = None
    preparation: str | None = None

    def advice(self) -> Words:
        """Return every piece, skills first."""
        pieces = (self.experience_and_skills, self.preparation, self.interview_performance)
        return tuple(piece for piece in pieces if piece)

    def piece(self, kind: CriterionKind | None) -> str:
        """Return the piece for this kind, or the first one where there is none for the kind."""
        return (getattr(self, kind.value) if kind else None) or self.advice()[0]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not (self.names or self.in_trades):
            raise ValueError(say("advice_no_names"))
        if not self.advice():
            raise ValueError(say("advice_no_piece"))
        return self


class Reading(Record):
    """How a criterion's name is read: words at its ends, and words that make it a requirement."""

    before: Words
    after: Words
    knowing: Words
    joints: Words
    requirement: Words


class Library(Record):
    """All of advice.yaml."""

    reading: Reading
    trades: Mapping[str, Words]
    families: Mapping[str, Family]

    @model_validator(mode="after")
    def _trades_exist(self) -> Self:
        for family in self.families.values():
            for trade in (*family.in_trades, *family.not_for):
                if trade not in self.trades:
                    raise ValueError(say("advice_unknown_trade", trade=trade))
        return self


def families() -> Mapping[str, Family]:
    """Return the families by name."""
    return library().families


@cache
def library() -> Library:
    """Return our own library."""
    return read(wording_file(FILE))


def read(file: Traversable) -> Library:
    """Return the library in `file`. Raises DataFileError with file, place and reason."""
    return read_record(file, Library)


def family_of(name: str, title: str) -> str | None:
    """Return the family that a criterion's name and the role's title agree on; None where none or two do."""
    if is_requirement(name):
        return None
    trades = _trades(title)
    for form in _forms(plain(name)):
        named = _families_named(form, trades)
        if named:
            return named.pop() if len(named) == 1 else None
    return _one_family_of_a_list(plain(name), trades)


def closeness(family: str, name: str, levels: str, title: str) -> int:
    """Return how near a family is to a criterion: the words it shares, those of the name most of all, and
    its trade. The family that the criterion names is nearer than any other."""
    words = _anywhere(families()[family].near)
    told = 100 * (family_of(name, title) == family)
    shared = 4 * len(set(words.findall(plain(name)))) + len(set(words.findall(plain(levels))))
    in_title = len(set(words.findall(plain(title))))
    return told + shared + in_title + bool(_trades(title).intersection(families()[family].in_trades))


def is_requirement(name: str) -> bool:
    """Return whether a criterion is something to hold (a licence, a registration), not something to do."""
    return bool(_anywhere(library().reading.requirement).search(plain(name)))


def plain(text: str) -> str:
    """Return words in lower case with one space between them; "and" for every way to join two."""
    text = re.sub(r"\([^)]*\)", " ", text.casefold())
    text = re.sub(r"[/&,;]|\s\+\s", " and ", text)
    text = re.sub(r"[^\w#+’']|^\d+[.)]", " ", text).replace("’", "'")
    return " ".join(text.split())


def _forms(name: str) -> Iterator[str]:
    """Yield what a name may be read as, from the whole of it to its head."""
    yield name
    bare = _bare(name)
    yield bare
    reading = library().reading
    known = _at_start(reading.knowing).sub("", name)
    if known != name:
        yield _bare(known)
    whole, _, part = bare.partition(" of ")
    if part:
        yield f"{_bare(part)} {whole}"
    head = _at_joint(reading.joints).split(bare, maxsplit=1)[0]
    if head != bare:
        yield _bare(head)


def _bare(name: str) -> str:
    reading = library().reading
    before, after = _at_start(reading.before), _at_end(reading.after)
    while (shorter := after.sub("", before.sub("", name))) != name:
        name = shorter
    return name


def _one_family_of_a_list(name: str, trades: frozenset[str]) -> str | None:
    parts = name.split(" and ")
    if len(parts) < 2:
        return None
    named = [frozenset().union(*(_families_named(form, trades) for form in _forms(part))) for part in parts]
    return next(iter(named[0])) if len(named[0]) == 1 and len(set(named)) == 1 else None


def _families_named(form: str, trades: frozenset[str]) -> set[str]:
    return {
        name
        for name, family in families().items()
        if not trades.intersection(family.not_for)
        and any(pattern.fullmatch(form) for trade, pattern in _names(name) if trade in (None, *trades))
    }


@cache
def _names(name: str) -> tuple[tuple[str | None, re.Pattern[str]], ...]:
    family = families()[name]
    by_trade = [(None, family.names), *family.in_trades.items()]
    return tuple((trade, re.compile(_any_of(names))) for trade, names in by_trade if names)


@cache
def _trades(title: str) -> frozenset[str]:
    words = plain(title)
    return frozenset(trade for trade, named in library().trades.items() if _anywhere(named).search(words))


@cache
def _anywhere(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\b{_any_of(words)}(?!\w)")


@cache
def _at_start(words: Words) -> re.Pattern[str]:
    return re.compile(rf"^{_any_of(words)} ")


@cache
def _at_end(words: Words) -> re.Pattern[str]:
    return re.compile(rf" {_any_of(words)}$")


@cache
def _at_joint(words: Words) -> re.Pattern[str]:
    return re.compile(rf" {_any_of(words)} ")


def _any_of(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(_pattern(name) for name in names)})"


def _pattern(name: str) -> str:
    """Return a name of the library as an expression: `*` an ending or one word, `?` a letter, `...` words."""
    return " ".join(
        r"(?!and )\w\S*(?: (?!and )\S+)*?" if word == "..." else _word(word) for word in name.split()
    )


def _word(word: str) -> str:
    if word == "*":
        return r"\w+"
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w")
