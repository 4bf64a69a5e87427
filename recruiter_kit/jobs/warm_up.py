"""Making the first draft of a day as quick as the second: rules, lexicons and fonts read ahead.

In: nothing. Out: a thread that drafts and lays out a sample, which reads and compiles what every draft needs.
"""

from importlib import resources
from threading import Thread

from recruiter_kit.documents.letter import letter_pdf
from recruiter_kit.intake import read
from recruiter_kit.review.review import compose

SAMPLE = "samples/gold/marta.json"


def warm() -> Thread:
    """Begin, and return the thread; a process that ends waits for it, for Pango must not be cut off."""
    thread = Thread(target=draft_a_sample, name="warming")
    thread.start()
    return thread


def draft_a_sample() -> None:
    """Draft a sample and lay it out; nothing of it is kept."""
    with resources.as_file(resources.files("recruiter_kit").joinpath(SAMPLE)) as path:
        bundle = read(path)
    (application,), (role,) = bundle.applications, bundle.roles
    letter_pdf(compose(application, role, people=bundle.people()))
