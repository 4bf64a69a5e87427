"""Levels that are written beside a criterion: "2/5", "3 out of 5", "Score 3", "Rating – Meets".

In: the words behind a label, or of a heading. Out: the level as written, and its value where it is on the
role's scale. A word counts as a level only where the role says which it is; none is worked out from praise.
"""

import re
from typing import NamedTuple

from recruiter_kit.model import Criterion, Role

_OF = r"\s*(?:/|out of|of|von|sur|su|van|de)\s*"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_FIRST = re.compile(
    rf"\s*[(\[]?(?P<level>{_NUMBER})(?:{_OF}(?P<highest>\d{{1,3}}))?[)\]]?(?=\s*(?:$|[-–—:;,(]|\.(?:\s|$)))"
)
_LAST = re.compile(rf"[\s:(\[–—-]+(?P<level>{_NUMBER})(?:{_OF}(?P<highest>\d{{1,3}}))?[)\]]?\s*$")
_WORDS = re.compile(r"\s*(?P<words>[^\W\d_][^.;:,\n–—(]{0,40}?)\s*(?=$|[.;,(]|[–—])")
LONGEST = 4


class Written(NamedTuple):
    """The characters [start, end) of a text that write a level, and its value where it is on the scale."""

    start: int
    end: int
    raw: str
    value: float | None


def level_first(text: str, role: Role, criterion: Criterion | None, labelled: bool) -> Written | None:
    """Return the level that a text begins with; `labelled` says that "Score" or the like is before it."""
    found = _FIRST.match(text)
    if found:
        return _written(found, role)
    said = _WORDS.match(text)
    if said is None or len(said["words"].split()) > LONGEST:
        return None
    value = _by_words(said["words"], criterion)
    if value is None and not labelled:
        return None
    return Written(said.start("words"), said.end("words"), said["words"], value)


def level_last(text: str, role: Role) -> Written | None:
    """Return the level that a heading ends with: "Planning (2/5)", "Planning – 3"."""
    found = _LAST.search(text)
    return _written(found, role) if found else None


def _written(found: re.Match[str], role: Role) -> Written:
    value = float(found["level"].replace(",", "."))
    highest = found["highest"]
    fits = role.scale.holds(value) and (highest is None or int(highest) == role.scale.highest)
    raw = found.string[found.start("level") : found.end()].strip(" ()[]")
    return Written(found.start(), found.end(), raw, value if fits else None)


def _by_words(said: str, criterion: Criterion | None) -> float | None:
    """Return the level whose text in the role is these very words."""
    levels = criterion.levels if criterion else {}
    same = [level for level, text in levels.items() if text.strip(" .").casefold() == said.strip().casefold()]
    return float(same[0]) if len(same) == 1 else None
