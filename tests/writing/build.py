"""Drafts to word better."""

from collections.abc import Sequence

from recruiter_kit.feedback import Feedback
from recruiter_kit.model import Application
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Sender, Standard
from recruiter_kit.writing.client import Client
from recruiter_kit.writing.proposing import Worded, worded
from tests.build import application, criterion, rating, role, scorecard
from tests.writing.server import Server, no_wait

STANDARD = Standard(sender=Sender(name="Dana Okafor", email="dana.okafor@example.org"))
PEOPLE = ("Marta Silva", "Ana Reyes", "Tom Baker", "Ines Okoro", "Jonas Weber")
FIRST = "Jumped to the tables before asking what the reports were for."
SECOND = "Missed the window function and needed a hint for the ranking query."
PRAISE = "Explained the migration with a diagram and named its three risks."
TWO_CARDS = application(
    scorecard(rating(2, FIRST), rating(4, PRAISE, "talking")),
    scorecard(rating(1, SECOND), id="s2", interviewer="Tom Baker", interview="Coding exercise"),
)
ROLE = role(criterion(), criterion("talking"))


def you(note: str) -> str:
    """Return a note as a proposal that any prover proves."""
    return f"You {note[0].lower()}{note[1:]}"


def drafted(given: Application = TWO_CARDS, people: Sequence[str] = PEOPLE) -> Feedback:
    return compose(given, ROLE, STANDARD, people=people)


def better(server: Server, given: Application = TWO_CARDS, **more: object) -> Worded:
    client = Client(server.settings(), no_wait)
    return worded(drafted(given), given, PEOPLE, client, **more)  # type: ignore[arg-type]
