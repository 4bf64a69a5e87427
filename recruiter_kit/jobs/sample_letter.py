"""A sample letter as an organisation's standard makes it look: no candidate's data are in it.

In: a standard, and perhaps a logo that is not saved yet. Out: a picture of the first page.
"""

from datetime import date
from functools import cache
from importlib import resources

from recruiter_kit.composing.promises import dates
from recruiter_kit.documents.letter import letter_page, letter_pdf
from recruiter_kit.documents.preview import picture
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from recruiter_kit.review.review import compose
from recruiter_kit.standard import Standard

SAMPLE = "samples/gold/marta.json"
PER_INCH = 90
SENDER = "Dana Okafor"
REAPPLY = date(2027, 5, 1)


def sample_letter(standard: Standard, logo: str | None = None) -> bytes:
    """Return a PNG of the sample letter; `logo` is a data: URI. Raises RenderError when it cannot be made."""
    feedback = sample_feedback(standard)
    pdf = letter_pdf(feedback, letter_page(feedback, logo))
    return picture(pdf, 1, per_inch=PER_INCH) or b""


def sample_feedback(standard: Standard) -> Feedback:
    """Return the feedback of the sample as this standard words it, as if it were approved."""
    bundle = _sample()
    (application,), (role,) = bundle.applications, bundle.roles
    drafted = compose(application, role, standard, people=bundle.people())
    return drafted.model_copy(update={"state": "approved", "approved_on": drafted.decision.decided_on})


def sample_fields(standard: Standard) -> dict[str, str]:
    """Return what the names in braces of an organisation's own sentences stand for, for the sample."""
    feedback = sample_feedback(standard)
    reapplying = standard.model_copy(update={"reapply_from": standard.reapply_from or REAPPLY})
    return {
        "candidate": feedback.candidate.address_name,
        "sender": standard.sender.name if standard.sender else SENDER,
        "organisation": feedback.organisation or "",
        "role": feedback.role,
        "sign_off": (standard.sign_off or "").rstrip(",") or feedback.organisation or "",
        "sentence": next(each.text for each in feedback.statements if each.part is Part.SEEN),
        **dates(feedback.decision, reapplying, None),
    }


@cache
def _sample() -> Bundle:
    with resources.as_file(resources.files("recruiter_kit").joinpath(SAMPLE)) as path:
        return read(path)
