"""The sample: loaded into an empty app to try everything on, and removed again."""

from flask import Blueprint, g, redirect, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.jobs.sample import load
from recruiter_kit.messages import say
from recruiter_kit.web.context import store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import samples

place = Blueprint("sample", __name__)


@place.app_template_global()
def is_sample(application: str) -> bool:
    """Whether this candidate is one of the sample, to whom no mail leaves."""
    return samples.is_sample(store(), application)


@place.app_template_global()
def sample_can_be_loaded() -> bool:
    """Whether the app is empty, so that the sample may be offered."""
    return samples.can_be_loaded(store())


@place.app_template_global()
def sample_here() -> bool:
    """Whether the sample is here, so that it can be removed."""
    return samples.here(store())


@place.post("/sample")
@needs("import")
def add() -> Answer:
    """Load it."""
    flash(say("sample_loaded", count=load(store(), g.user.email)), "good")
    return redirect(url_for("queue.show"))


@place.post("/sample/remove")
@needs("import")
def remove() -> Answer:
    """Remove it, with everything that was done on it."""
    samples.remove(store(), g.user.email)
    flash(say("sample_removed"), "good")
    return redirect(url_for("queue.show"))
