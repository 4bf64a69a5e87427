"""The samples, read and composed once for all tests.

`python -m tests.samples.made` renews the golden files.
"""

from functools import cache
from pathlib import Path

from recruiter_kit.documents.email import email_message
from recruiter_kit.feedback import Feedback
from recruiter_kit.intake import read, read_standard
from recruiter_kit.model import Bundle
from recruiter_kit.review.review import compose
from tests.places import SAMPLES

GOLDEN = Path(__file__).parent / "golden"
GOLD = {"marta": "standard.yaml", "ward-sister": "standard-hospital.yaml"}


@cache
def northgate() -> Bundle:
    folder = SAMPLES / "northgate"
    exports = (
        "bundle.json",
        *(f"greenhouse-{each}.json" for each in ("scorecards", "applications", "candidates")),
    )
    return read(
        *(folder / each for each in (*exports, "scorecards.csv")),
        role_file=folder / "roles.yaml",
        decisions_file=folder / "decisions.csv",
    )


@cache
def feedbacks() -> dict[str, Feedback]:
    """Return the feedback of every sample by its application's id."""
    found = _composed(northgate(), "northgate/standard.yaml")
    for name, standard in GOLD.items():
        found |= _composed(read(SAMPLES / "gold" / f"{name}.json"), f"gold/{standard}")
    return found


def letter_text(feedback: Feedback) -> str:
    """Return the text of the letter as the e-mail carries it."""
    body = email_message(feedback).get_body(("plain",))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def _composed(bundle: Bundle, standard: str) -> dict[str, Feedback]:
    house = read_standard(SAMPLES / standard)
    found = {}
    for application in bundle.applications:
        role = bundle.role(application.role)
        assert role is not None
        found[application.id] = compose(application, role, house, people=bundle.people())
    return found


if __name__ == "__main__":
    for name, feedback in feedbacks().items():
        (GOLDEN / f"{name}.txt").write_text(letter_text(feedback), encoding="utf-8")
