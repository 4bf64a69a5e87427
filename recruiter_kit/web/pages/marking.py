"""A text in runs, so that what is wrong in it is marked where it stands: saved, and while it is typed.

In: a text and the characters at fault. Out: runs of it, each with how bad it is, or "". Marks on the whole
text are left out: they would mark nothing.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from recruiter_kit.feedback import Feedback, Finding, Statement
from recruiter_kit.language.proving import Proof
from recruiter_kit.model import Application
from recruiter_kit.review.unproved import added, said_of_added, said_of_refused
from recruiter_kit.web.filters import sentence

KINDS = ("info", "warning", "error")
Span = tuple[int, int, str]
Run = tuple[str, str]


def runs(text: str, spans: Iterable[Span]) -> list[Run]:
    """Return the text in runs; where marks lie on each other the worst is shown. Empty without a mark."""
    kinds = [""] * len(text)
    for start, end, kind in sorted(spans, key=lambda span: KINDS.index(span[2])):
        marked = len(kinds[start:end])
        if marked < len(text.strip()):
            kinds[start:end] = [kind] * marked
    if not any(kinds):
        return []
    letters = groupby(zip(text, kinds, strict=True), key=lambda each: each[1])
    return [("".join(letter for letter, _ in run), kind) for kind, run in letters]


def of_findings(findings: Iterable[Finding]) -> list[Span]:
    """Return what findings mark."""
    return [(each.start, each.end, each.severity) for each in findings]


def of_proof(proof: Proof | None) -> list[Span]:
    """Return what a proof marks: the words at fault, or those that no note holds."""
    if proof is None:
        return []
    faults = [(each.start, each.end, "error") for each in proof.faults]
    return [*faults, *((start, end, "warning") for start, end in proof.added)]


def proof_shown(
    proof: Proof | None, statement: Statement, feedback: Feedback, application: Application
) -> dict[str, Any] | None:
    """Return a proof as a page reads it while somebody types; `line` is what it says under the text."""
    if proof is None:
        return None
    more = added(proof, statement, feedback, application)
    line = sentence(said_of_added(proof.text, more)) if more else ""
    if proof.verdict == "refused":
        line = said_of_refused(proof, saved=False)
    return {
        "verdict": proof.verdict,
        "faults": [
            {"fault": each.fault, "start": each.start, "end": each.end, "why": each.why}
            for each in proof.faults
        ],
        "added": [{"start": each.start, "end": each.end, "whose": each.whose} for each in more],
        "line": line,
    }
