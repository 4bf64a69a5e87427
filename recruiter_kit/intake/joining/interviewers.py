"""One name for each interviewer, in whatever form the forms have it.

In: what was found. Out: the same, with "Lee, Sam", "SAM LEE", "Sam Lee (Acme)" and sam.lee@example.org under
the one name that reads best. A letter counts people by their names, and keeps them out (R9): what might be
two people stays two, and a name of which there is one form stays as it is, but for its order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Annotated
from unicodedata import combining, normalize

from pydantic import BeforeValidator

from recruiter_kit.files.data_file import read_record
from recruiter_kit.intake.joining.found import Found, FoundApplication
from recruiter_kit.model import Record, Scorecard

_ADDRESS = re.compile(r"^(?:(?P<before>[^<>@]*?)\s*<)?(?:mailto:)?(?P<local>[^\s<>@]+)@[^\s<>@]+>?$")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_MOST_PARTS = 3

WordSet = Annotated[frozenset[str], BeforeValidator(lambda value: value.split())]


class PostWords(Record):
    """Words that make a name none, as posts.yaml explains them."""

    posts: WordSet
    suffixes: WordSet


def one_name_each(found: Found) -> None:
    """Give every interviewer one name in all scorecards that were found."""
    cards = (card for each in found.applications for card in each.application.scorecards)
    names = same_people(card.interviewer.name for card in cards if card.interviewer.name)
    if any(name != other for name, other in names.items()):
        found.applications = [_renamed(each, names) for each in found.applications]


def same_people(names: Iterable[str | None]) -> dict[str, str]:
    """Return for each name the one by which its person goes in all of them."""
    people: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in dict.fromkeys(filter(None, names)):
        people[_key(name)].append(name)
    return {name: _best(forms) for forms in people.values() for name in forms}


def _renamed(found: FoundApplication, names: Mapping[str, str]) -> FoundApplication:
    cards = tuple(_card(card, names) for card in found.application.scorecards)
    if all(new is old for new, old in zip(cards, found.application.scorecards, strict=True)):
        return found
    return replace(found, application=found.application.model_copy(update={"scorecards": cards}))


def _card(card: Scorecard, names: Mapping[str, str]) -> Scorecard:
    name = card.interviewer.name
    if not name or names[name] == name:
        return card
    interviewer = card.interviewer.model_copy(update={"name": names[name]})
    return card.model_copy(update={"interviewer": interviewer})


def _best(forms: list[str]) -> str:
    """Return the form that reads as a name does: in its order, with capitals, nothing around it."""
    plain = [form for form in forms if _plain(form) == form]
    mixed = [form for form in plain if form != form.upper() and form != form.lower()]
    if mixed or plain:
        return (mixed or plain)[0]
    if len(forms) > 1 or not _BRACKETS.search(forms[0]):
        return _plain(forms[0])
    return forms[0]


def _plain(name: str) -> str:
    """Return a name in its order, without address and brackets; a post or a group stays as it is."""
    address = _ADDRESS.match(name)
    if address:
        parts = [re.sub(r"\d+$", "", part) for part in re.split(r"[._+-]+", address["local"]) if part]
        whole = len(parts) in (2, 3) and all(part.isalpha() for part in parts)
        name = address["before"] or (" ".join(part.capitalize() for part in parts) if whole else name)
        return _plain(name) if address["before"] else name
    bare = _BRACKETS.sub("", name)
    if bare and bare != name and _is_name(bare):
        name = bare
    family, comma, given = name.partition(",")
    if comma and given.strip() and "," not in given:
        if given.strip().replace(".", "").casefold() in _words().suffixes:
            return name
        if _is_name(family) and _is_name(given):
            return f"{given.strip()} {family.strip()}"
    return name


def _key(name: str) -> tuple[str, ...]:
    """Return what is equal for all forms of one name: its words without accents, case and middle initials."""
    letters = normalize("NFKD", _plain(name).casefold())
    words = "".join(letter for letter in letters if not combining(letter)).split()
    return tuple(
        word for at, word in enumerate(words) if not 0 < at < len(words) - 1 or len(word.strip(".")) > 1
    )


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _MOST_PARTS and all(
        _WORD.fullmatch(word) and word.casefold() not in _words().posts for word in words
    )


@cache
def _words() -> PostWords:
    return read_record(files("recruiter_kit.intake.joining") / "posts.yaml", PostWords)
