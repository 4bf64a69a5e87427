"""What people and language models worded, held against the notes that it claims to rest on.

In: a feedback, the names around it, its application. Out: the proofs by statement, and findings: words that
their notes do not bear out are errors, and words that no note holds are marked for a person. Keeps R2.
Findings name interviewers: they stay in the organisation.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from recruiter_kit.composing.grounds import notes, proof_of
from recruiter_kit.feedback import Feedback, Finding, Statement
from recruiter_kit.language.proving import Proof
from recruiter_kit.messages import say
from recruiter_kit.model import Application

REFUSED = "not-in-the-notes"
ADDED = "added-words"
SOURCE = "PRODUCT, R2"


class Added(NamedTuple):
    """Characters [start, end) that no note holds, and whose note it is that does not hold them."""

    start: int
    end: int
    whose: str


def proofs(feedback: Feedback, people: Sequence[str], application: Application | None) -> dict[str, Proof]:
    """Return the proof of each statement that a person or a model worded and that rests on notes, by id."""
    asked = ((each.id, proof_of(each, feedback, application, people)) for each in feedback.statements)
    return {id: found for id, found in asked if found is not None}


def refused(found: Mapping[str, Proof]) -> frozenset[str]:
    """Return the ids of the statements that their notes do not bear out."""
    return frozenset(id for id, proof in found.items() if proof.verdict == "refused")


def findings(
    feedback: Feedback, found: Mapping[str, Proof], application: Application | None
) -> Iterator[Finding]:
    """Yield what the proofs of a feedback found, in reading order."""
    for statement in feedback.statements:
        if statement.id not in found:
            continue
        proof = found[statement.id]
        if proof.verdict == "refused":
            for fault in proof.faults:
                message = say("unproved", why=fault.why)
                yield _finding(REFUSED, "error", message, statement, fault.start, fault.end)
        elif more := added(proof, statement, feedback, application):
            message = said_of_added(proof.text, more)
            yield _finding(ADDED, "warning", message, statement, more[0].start, more[-1].end)


def added(
    proof: Proof, statement: Statement, feedback: Feedback, application: Application | None
) -> tuple[Added, ...]:
    """Return the words of a statement that no note holds, each with whose note it is."""
    names = [note.interviewer for note in notes(statement.sources, feedback, application)]
    found = []
    for start, end in proof.added:
        here = [each.notes for each in proof.sentences if each.start <= start < each.end]
        places = sorted({place for one in here for place in one if place < len(names)})
        found.append(Added(start, end, _whose([names[place] for place in places] or names)))
    return tuple(found)


def _whose(names: Sequence[str]) -> str:
    known = list(dict.fromkeys(name for name in names if name))
    if not known:
        return say("unproved_the_note")
    if len(known) == 1:
        return say("unproved_note_of", name=known[0])
    return say("unproved_notes_of", names=", ".join(known[:-1]), last=known[-1])


def said_of_added(text: str, more: Sequence[Added]) -> str:
    """Return one sentence on the words that no note holds: which, and whose note it is."""
    by_note: dict[str, list[str]] = {}
    for each in more:
        by_note.setdefault(each.whose, []).append(f"“{text[each.start : each.end]}”")
    parts = [
        say("added_words" if len(words) > 1 else "added_words_one", words=", ".join(words), note=whose)
        for whose, words in by_note.items()
    ]
    return "; ".join(parts)


def said_of_refused(proof: Proof, *, saved: bool) -> str:
    """Say of words that their note does not bear out why not, and what becomes of them, or has become."""
    why = " ".join(dict.fromkeys(fault.why for fault in proof.faults))
    return say("unproved_now" if saved else "unproved_to_be", why=why, text=proof.text)


def _finding(label: str, severity: str, message: str, statement: Statement, start: int, end: int) -> Finding:
    return Finding.model_validate(
        {
            "label": label,
            "severity": severity,
            "start": start,
            "end": end,
            "rule": f"{label}.proof",
            "message": message,
            "source": SOURCE,
            "statement": statement.id,
        }
    )
