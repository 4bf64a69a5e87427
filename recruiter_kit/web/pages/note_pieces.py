"""The notes of a scorecard cut into pieces, so that the words behind each statement can be lit.

In: a note, the sources that lie in it. Out: pieces of its text with the keys of the sources that cover each;
what is set apart (R13) is a piece of its own without words.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from recruiter_kit.feedback import Source, Statement
from recruiter_kit.messages import say
from recruiter_kit.workflow.quarantine import MASK

_APART = re.compile(f"{MASK}+")


class Piece(NamedTuple):
    """Some characters of a note; `keys` are the sources that cover them, `apart` says words were left out."""

    text: str
    keys: tuple[str, ...] = ()
    apart: bool = False


def key(source: Source) -> str:
    """Return how a source is named in a page."""
    return f"{source.scorecard} {source.place} {source.start}"


def by_note(statements: Iterable[Statement]) -> Mapping[str, Sequence[Source]]:
    """Return the sources of all statements by the note they lie in, as "card place"."""
    found: dict[str, list[Source]] = {}
    for statement in statements:
        for source in statement.sources:
            found.setdefault(f"{source.scorecard} {source.place}", []).append(source)
    return found


def pieces(text: str, sources: Sequence[Source]) -> list[Piece]:
    """Return the note in pieces, in reading order."""
    apart = [match.span() for match in _APART.finditer(text)]
    ends = {0, len(text), *(edge for span in apart for edge in span)}
    ends |= {min(place, len(text)) for source in sources for place in (source.start, source.end)}
    cuts = sorted(ends)
    found = []
    for start, end in pairwise(cuts):
        if any(a <= start < b for a, b in apart):
            found.append(Piece(say("kept_apart"), apart=True))
            continue
        keys = tuple(
            dict.fromkeys(key(source) for source in sources if source.start <= start and end <= source.end)
        )
        found.append(Piece(text[start:end], keys))
    return found
