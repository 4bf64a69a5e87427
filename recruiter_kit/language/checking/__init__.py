"""What a fair, plain text to a candidate must not hold.

In: a text. Out: findings, each with its exact characters, a reason, a source and where there is one a
better wording. A whole feedback is judged by review/.
Keeps R4, R6, R7, R8, R9, R10 and R11. No word is in the code: rules are data in ../rules/.
"""

from recruiter_kit.feedback import Finding
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.jurisdictions import Jurisdiction

__all__ = ["check"]


def check(text: str, *, document: bool = False, jurisdiction: Jurisdiction | None = None) -> list[Finding]:
    """Return what is wrong in `text`, in reading order.

    `document` says that the text is a whole letter or e-mail: then what it is missing and how long it
    is counts too. `jurisdiction` leaves out rules that hold only elsewhere. The same text gives the
    same findings. Raises DataFileError for a broken rule.
    """
    scopes = ("sentence", "paragraph", "document") if document else ("sentence", "paragraph")
    return list(run(text, packs().of(*scopes, jurisdiction=jurisdiction)))
