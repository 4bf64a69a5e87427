"""What a fair, plain text to a candidate must not hold.

In: a text, or a drafted feedback with the names of the people around it. Out: findings, each with
its exact characters, a reason, a source and where there is one a better wording.
Keeps R4, R6, R7, R8, R9, R10 and R11. No word stands in the code: rules are data in ../rules/.
"""

from collections.abc import Sequence

from recruiter_kit.feedback import Feedback, Finding
from recruiter_kit.language.checking.loading import packs
from recruiter_kit.language.checking.rule import Jurisdiction
from recruiter_kit.language.checking.running import run

__all__ = ["check", "check_feedback"]


def check(text: str, *, document: bool = False, jurisdiction: Jurisdiction | None = None) -> list[Finding]:
    """Return what is wrong in `text`, in reading order.

    `document` says that the text is a whole letter or e-mail: then what it lacks and how long it
    is counts too. `jurisdiction` leaves out rules that hold only elsewhere. The same text gives the
    same findings. Raises DataFileError for a broken rule.
    """
    scopes = ("sentence", "paragraph", "document") if document else ("sentence", "paragraph")
    return list(run(text, packs().of(*scopes, jurisdiction=jurisdiction)))


def check_feedback(feedback: Feedback, people: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Return what is wrong in the statements of `feedback` and in the whole.

    `people` are the names that must not be said to the candidate (R7, R9); the candidate's own
    and the sender's are fine. A finding on one statement carries its id and offsets in its text.
    """
    from recruiter_kit.language.checking.whole import findings

    return findings(feedback, people)
