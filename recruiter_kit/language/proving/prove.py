"""One proof: the text is read, aligned with the notes, and asked for each fault."""

import re
from collections.abc import Sequence

from recruiter_kit.language.proving.record import Note, Person, Proof, Sentence, Word


def prove(
    text: str,
    units: Sequence[Note | str],
    people: Sequence[Person | str] = (),
    withheld: Sequence[str] = (),
) -> Proof:
    """Return whether `text` says what the notes hold.

    `units` are the notes it claims to rest on, `people` whoever must not be named (and the candidate, as a
    Person), `withheld` sentences that must not reach the candidate. Never raises for any text.
    """
    return _stub(text, units)


def prove_step(
    text: str,
    units: Sequence[Note | str],
    people: Sequence[Person | str] = (),
    withheld: Sequence[str] = (),
) -> Proof:
    """Return whether `text` can stand as a next step: it begins with what to do (R12), promises and compares
    nothing (R7, R8), and takes nothing for granted that no note holds. A step is "proved" without a fault.
    """
    return _stub(text, units)


def _stub(text: str, units: Sequence[Note | str]) -> Proof:
    held = " ".join(unit if isinstance(unit, str) else unit.text for unit in units).lower()
    words = tuple(
        Word(match.start(), match.end(), "held" if match.group().lower() in held else "added")
        for match in re.finditer(r"\w+", text)
    )
    verdict = "look" if any(word.standing == "added" for word in words) else "proved"
    return Proof(text, verdict, (), words, (Sentence(0, len(text), verdict, tuple(range(len(units)))),))
