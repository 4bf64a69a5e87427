"""The agreed feedback on one application: the one truth that every document is a view of.

In: what panel/, language/, composing/ and review/ found. Out: immutable records, written to feedback.json.
Keeps R2 (a statement carries its sources) and R5 (documents have nothing else to draw on) in its shape.
"""

from recruiter_kit.feedback.feedback import REASONS_WITH_GAPS, Feedback, criterion_name
from recruiter_kit.feedback.finding import Candour, Finding, Inflation, Suppression
from recruiter_kit.feedback.observed import (
    Choice,
    Direction,
    Form,
    LeftToRecruiter,
    Observation,
    Question,
    Release,
    Source,
    Withheld,
    weakest,
)
from recruiter_kit.feedback.standing import (
    BELOW_BAR,
    CLOSE_VERDICTS,
    Agreement,
    Band,
    Closeness,
    Standing,
    Verdict,
)
from recruiter_kit.feedback.statement import Basis, Part, Proposal, Statement

__all__ = [
    "BELOW_BAR",
    "CLOSE_VERDICTS",
    "REASONS_WITH_GAPS",
    "Agreement",
    "Band",
    "Basis",
    "Candour",
    "Choice",
    "Closeness",
    "Direction",
    "Feedback",
    "Finding",
    "Form",
    "Inflation",
    "LeftToRecruiter",
    "Observation",
    "Part",
    "Proposal",
    "Question",
    "Release",
    "Source",
    "Standing",
    "Statement",
    "Suppression",
    "Verdict",
    "Withheld",
    "criterion_name",
    "weakest",
]
