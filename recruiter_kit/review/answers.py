"""What is wrong in the answer to a dispute: what a letter may not say, other people's names, blanks.

In: the words of an answer and the names of everybody around the application. Out: findings. An answer leaves
like a letter, so that R6, R7, R9 and R16 hold for it too.
"""

import re
from collections.abc import Sequence

from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking import check
from recruiter_kit.messages import say
from recruiter_kit.model import Candidate
from recruiter_kit.review.names import named_in
from recruiter_kit.standard import Standard

_BLANK = re.compile(r"\[[^\[\]]*\]")


def answer_findings(
    words: str, candidate: Candidate, people: Sequence[str], standard: Standard | None
) -> tuple[Finding, ...]:
    """Return what is wrong in `words`, in reading order; the candidate and the sender may be named."""
    allowed = [candidate.full_name]
    if standard and standard.sender:
        allowed.append(standard.sender.name)
    found = [*check(words), *named_in(words, people, allowed), *map(_blank, _BLANK.finditer(words))]
    return tuple(sorted(found, key=lambda finding: finding.start))


def _blank(found: re.Match[str]) -> Finding:
    return Finding(
        label="blank",
        severity="error",
        start=found.start(),
        end=found.end(),
        rule="answers.blank",
        message=say("answer_blank"),
        source="PRODUCT, R16",
    )
