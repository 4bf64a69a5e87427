"""What a paragraph begins with: a label ("Planning:", "Ana:", "Score 3"), or is as a whole: a heading.

In: a paragraph. Out: what its label or its whole line names, and where that ends. A label is one only where
it names something that is known; anything else is part of the sentence.
"""

import re
from typing import NamedTuple

from recruiter_kit.intake.documents.written import Paragraph
from recruiter_kit.workflow.sorting.around import Around
from recruiter_kit.workflow.sorting.levels import Written, level_last
from recruiter_kit.workflow.sorting.naming import UNKNOWN, Named, named, words
from recruiter_kit.workflow.sorting.record import Sure

LONGEST_OPEN = 6
"""Words of a line that is a heading only because it ends with a colon."""
_LABEL = re.compile(r"(?P<label>[^:.!?\n]{1,80}?)(?P<sign>\s*:|\s+[–—-](?=\s))\s*")
_BEHIND = re.compile(r"\s*[:–—-]*\s*")
_SENTENCE = (".", "!", "?", ";", "…")


class Label(NamedTuple):
    """What is named by the characters [0, end) of a paragraph, and the level that is written among them."""

    end: int
    names: tuple[Named, ...]
    level: Written | None = None


def heading(paragraph: Paragraph, around: Around) -> Label | None:
    """Return what a paragraph names when it is a heading as a whole, None when it is not."""
    text = paragraph.text
    if paragraph.label == text and ":" in text.rstrip(": "):
        # The headings of the columns of a table; each is beside what is in its column.
        return Label(len(text), ())
    whole = Label(len(text), *_names(text, around))
    known = [each for each in whole.names if each.kind != "unknown"]
    if paragraph.heading or (paragraph.label and paragraph.label == text):
        return whole
    if text.endswith(_SENTENCE) or not whole.names:
        return None
    opens = text.endswith(":") and not paragraph.item
    if not known:
        return whole if opens and len(text.split()) <= LONGEST_OPEN else None
    if any(each.kind == "level" for each in known):
        return None
    loose = [each for each in known if each.sure is not Sure.SAID or each.kind in ("interview", "private")]
    labelled = len(known) == 1 and known[0].kind in ("interview", "interviewer") and ":" in text[:-1]
    return (
        whole
        if opens or labelled or (not loose and _is_whole(text, known)) or _apart(paragraph, known)
        else None
    )


def label(paragraph: Paragraph, around: Around) -> Label | None:
    """Return the label that a paragraph begins with, None where it begins with a sentence."""
    text = paragraph.text
    if paragraph.label and text.startswith(paragraph.label):
        parts = [part for part in paragraph.label.split(":") if part.strip()]
        names, level = zip_names([_names(part, around) for part in parts])
        if len(parts) > 1 or any(each.kind != "unknown" for each in names):
            behind = _BEHIND.match(text, len(paragraph.label))
            return Label(behind.end() if behind else len(paragraph.label), names, level)
    if level_label := _level_label(text):
        return level_label
    found = _LABEL.match(text)
    if not found:
        return None
    names, level = _names(found["label"], around)
    fits = names and all(_can_label(each, found) for each in names)
    return Label(found.end(), names, level) if fits else None


def zip_names(
    found: list[tuple[tuple[Named, ...], Written | None]],
) -> tuple[tuple[Named, ...], Written | None]:
    """Return what all parts of a label name, and the last level written in one."""
    names = tuple(each for part, _ in found for each in part)
    return names, next((level for _, level in reversed(found) if level), None)


def _names(text: str, around: Around) -> tuple[tuple[Named, ...], Written | None]:
    """Return what a heading names, without a level at its end: one thing, or two with a dash between."""
    one = named(text, around)
    if one.kind != "unknown":
        return _both(text, one, around), None
    level = level_last(text.rstrip(" :"), around.role)
    if level is not None:
        before = named(text[: level.start], around)
        if before.kind != "unknown":
            return (before,), level
    parts = [part for part in re.split(r"\s*[:|]\s*|\s+[–—-]\s+", text) if part.strip()]
    several = tuple(named(part, around) for part in parts) if len(parts) == 2 else ()
    if several and all(each.kind != "unknown" for each in several):
        return several, None
    return (UNKNOWN._replace(value=text),), None


def _both(text: str, person: Named, around: Around) -> tuple[Named, ...]:
    """Return a person with the criterion that is named beside the name: "Ana Reyes – Data modelling"."""
    if person.kind not in ("interviewer", "candidate", "other"):
        return (person,)
    parts = [named(part, around) for part in re.split(r"\s*[:|,]\s*|\s+[–—-]\s+", text) if part.strip()]
    return (person, *(each for each in parts if each.kind == "criterion"))


def _is_whole(text: str, known: list[Named]) -> bool:
    """Whether a line without a colon is a heading by what it names alone."""
    return all(each.kind in ("criterion", "interviewer", "candidate", "other", "fact", "assistant", "neutral")
               for each in known) and len(text.split()) <= LONGEST_OPEN * 2  # fmt: skip


def _apart(paragraph: Paragraph, known: list[Named]) -> bool:
    """Whether a short line below an empty one is the heading of an interview or a person."""
    return (
        paragraph.alone
        and not paragraph.item
        and len(paragraph.text.split()) <= LONGEST_OPEN
        and known[0].kind != "private"
        and paragraph.text[:1].isupper()
    )


def _can_label(name: Named, found: re.Match[str]) -> bool:
    short = len(found["label"].split()) <= LONGEST_OPEN
    if name.kind in ("candidate", "other", "interviewer", "criterion", "level"):
        return short
    if name.kind in ("neutral", "private", "assistant"):
        return short and ":" in found["sign"]
    return False


def _level_label(text: str) -> Label | None:
    """Return "Score", "Rating –", "Bewertung:" before a level."""
    known = "|".join(map(re.escape, sorted(words().level, key=len, reverse=True)))
    found = re.match(rf"(?:{known})(?:\s*[:–—=-]\s*|\s+(?=\d))", text, re.IGNORECASE)
    return Label(found.end(), (Named("level"),)) if found else None
