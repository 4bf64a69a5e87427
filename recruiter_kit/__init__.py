"""Recruiter Kit: scorecards and a decision in, honest feedback for the candidate out.

The public functions, loaded on first use so that a program which needs one does not pay for all.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recruiter_kit.call.script import call_script
    from recruiter_kit.documents.email import email_message
    from recruiter_kit.documents.letter import letter_pdf
    from recruiter_kit.intake import read
    from recruiter_kit.language.checking import check
    from recruiter_kit.language.proving import prove
    from recruiter_kit.language.rewriting import rewrite
    from recruiter_kit.review.review import compose

__all__ = ["call_script", "check", "compose", "email_message", "letter_pdf", "prove", "read", "rewrite"]

_HOMES = {
    "call_script": "recruiter_kit.call.script",
    "check": "recruiter_kit.language.checking",
    "compose": "recruiter_kit.review.review",
    "email_message": "recruiter_kit.documents.email",
    "letter_pdf": "recruiter_kit.documents.letter",
    "prove": "recruiter_kit.language.proving",
    "read": "recruiter_kit.intake",
    "rewrite": "recruiter_kit.language.rewriting",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'recruiter_kit' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
