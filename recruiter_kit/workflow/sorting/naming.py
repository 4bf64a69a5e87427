"""What a heading or a label of a document names: a person, an interview, a criterion, or nothing known.

In: its words, and who and what the document may name. Out: a Named. A name is known only whole, or by a first
name that nobody else has; what only looks like a name is a guess. The words are in words.yaml.
"""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from recruiter_kit.files.data_file import read_record
from recruiter_kit.intake.assistants import is_by_assistant
from recruiter_kit.intake.cleaning.words import WordSet
from recruiter_kit.intake.joining.private import is_private
from recruiter_kit.language.name_or_word import is_word
from recruiter_kit.model import Record
from recruiter_kit.store.folding import folded
from recruiter_kit.workflow.sorting.around import Around, Kind
from recruiter_kit.workflow.sorting.record import OVERALL, Sure

LONGEST = 12
"""Words of a line that can still be a heading by what it names."""
_EDGES = " \t:–—-*_#|.,()[]"
_AFTER_NAME = re.compile(r"\s*[,(|:/]\s*|\s+[–—-]\s+")
_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_NAME = re.compile(r"[^\W\d_a-z][\w'’.-]*(?: (?:(?:de|da|van|von|der|la|al|bin) )*[^\W\d_a-z][\w'’.-]*){1,3}")


class Words(Record):
    """Words of headings and labels, as words.yaml explains them."""

    interviewer: tuple[str, ...]
    candidate: tuple[str, ...]
    interview: tuple[str, ...]
    criterion: tuple[str, ...]
    level: tuple[str, ...]
    overall: tuple[str, ...]
    neutral: tuple[str, ...]
    by: tuple[str, ...]
    noted: tuple[str, ...]
    facts: tuple[str, ...]
    interviews: WordSet


class Named(NamedTuple):
    """What is named; `interview` is one that is named beside a person ("Ana Reyes – Modelling")."""

    kind: Kind
    value: str = ""
    sure: Sure = Sure.SAID
    interview: str = ""


UNKNOWN = Named("unknown", sure=Sure.NONE)


@cache
def words() -> Words:
    """Return the words of words.yaml."""
    return read_record(files("recruiter_kit.workflow.sorting") / "words.yaml", Words)


def named(text: str, around: Around) -> Named:
    """Return what a heading or a label names; one of no known kind is UNKNOWN."""
    bare = text.strip(_EDGES)
    if not bare or len(bare.split()) > LONGEST:
        return UNKNOWN
    if is_by_assistant(bare):
        return Named("assistant", bare)
    if is_private(bare):
        return Named("private", bare)
    return (
        _labelled(bare, around)
        or _criterion(bare, around)
        or _plain_word(bare)
        or _person(bare, around)
        or _interview(bare)
        or UNKNOWN
    )


def is_name(text: str) -> bool:
    """Whether words look like a person's name: capitals, and none is an English word."""
    parts = [part.strip(".,").casefold() for part in text.split()]
    return bool(_NAME.fullmatch(text)) and not any(map(is_word, parts))


def _may_be_name(text: str) -> bool:
    """Whether words may be a name whose last part is a word, such as "Ben Marsh"."""
    return bool(_NAME.fullmatch(text)) and not is_word(text.split()[0].strip(".,").casefold())


def known_person(text: str, around: Around) -> Named | None:
    """Return the person whom these words name, when that is clear."""
    wanted = folded(_POSSESSIVE.sub("", text.strip(_EDGES)))
    whole = around.people.get(wanted, ())
    if whole and len({kind for kind, _ in whole}) == 1:
        return Named(*whole[0])
    part = around.parts.get(wanted, ())
    return Named(*part[0]) if len(part) == 1 and len(wanted) > 1 and not whole else None


def _labelled(text: str, around: Around) -> Named | None:
    """Read "Interviewer: Ana Reyes", "Candidate – Marta Silva", "Feedback from Ana", "Ana's notes"."""
    known = words()
    label, _, rest = (part.strip(_EDGES) for part in _partition(text))
    low = folded(label)
    if rest and low in map(folded, known.interviewer):
        person = _person(rest, around)
        return person if person and person.kind != "unknown" else Named("interviewer", rest)
    if rest and low in map(folded, known.candidate):
        person = known_person(rest, around)
        return person if person and person.kind == "candidate" else Named("other", rest)
    if rest and low in map(folded, known.interview):
        return Named("interview", rest)
    if rest and low in map(folded, known.criterion):
        return _criterion(rest, around)
    if rest and low in map(folded, known.facts):
        return Named("fact", rest)
    noted, by = "|".join(map(re.escape, known.noted)), "|".join(map(re.escape, known.by))
    found = re.fullmatch(rf"(?:\w+ )?(?:{noted}) (?:{by}) (.+)", text, re.IGNORECASE) or re.fullmatch(
        rf"(.+?)['’]s? (?:interview )?(?:{noted})", text, re.IGNORECASE
    )
    if not found:
        about = re.fullmatch(
            rf"(?:{noted})(?:\s*[:–—-]|\s+(?:on|for|about|zu|über|sur|sobre|su))?\s+(.+)", text, re.IGNORECASE
        )
        person = known_person(about[1], around) if about else None
        return person if person and person.kind in ("candidate", "other") else None
    person = _person(found[1].strip(_EDGES), around)
    return person or (Named("interviewer", found[1], Sure.GUESSED) if found[1][:1].isupper() else None)


def _partition(text: str) -> tuple[str, str, str]:
    found = re.search(r"\s*:\s*|\s+[–—-]\s+", text)
    return (text[: found.start()], found[0], text[found.end() :]) if found else (text, "", "")


def _criterion(text: str, around: Around) -> Named | None:
    low = folded(text)
    for criterion in around.role.criteria:
        if low in (folded(criterion.name), folded(criterion.id)):
            return Named("criterion", criterion.id)
    return None


def _plain_word(text: str) -> Named | None:
    known, low = words(), folded(text)
    if low in map(folded, known.level):
        return Named("level")
    if low in map(folded, known.overall):
        return Named("criterion", OVERALL)
    if low in map(folded, (*known.neutral, *known.interviewer, *known.candidate, *known.criterion)):
        return Named("neutral", text)
    return None


def _person(text: str, around: Around) -> Named | None:
    """Return the person named first, with an interview behind the name where one is."""
    for cut in [None, *_AFTER_NAME.finditer(text)]:
        name, rest = (text, "") if cut is None else (text[: cut.start()], text[cut.end() :].strip(_EDGES))
        person = known_person(name, around)
        about = _interview(rest)
        if person is None and (is_name(name) or (about and _may_be_name(name))):
            person = Named("interviewer", name, Sure.GUESSED)
        if person:
            return person._replace(interview=about.value) if about else person
        behind = known_person(rest, around) if rest else None
        about = _interview(name) if behind else None
        if behind and about:
            return behind._replace(interview=about.value)
    return _named_inside(text, around)


def _named_inside(text: str, around: Around) -> Named | None:
    """Return the one known person whose whole name is in a heading, such as "Interview with Ana Reyes"."""
    low = _spaced(folded(text))
    inside = {
        person
        for name, people in around.people.items()
        if " " in name and _spaced(name) in low
        for person in people
    }
    if len(inside) != 1:
        return None
    person = Named(*inside.pop())
    about = _interview(text) if person.kind == "interviewer" else None
    return person._replace(interview=about.value) if about else person


def _spaced(text: str) -> str:
    return f" {' '.join(_WORD.findall(text))} "


def _interview(text: str) -> Named | None:
    low = set(re.findall(r"\w+(?:-\w+)*", text.casefold()))
    fits = low & words().interviews or any(word.endswith("gespräch") for word in low)
    return Named("interview", text, Sure.SAID) if fits and len(text.split()) <= 8 else None
