"""After the telling: a candidate who asks, and a hold that ends."""

from flask import Blueprint, flash, g, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.store import requests, tellings
from recruiter_kit.web.people import needs
from recruiter_kit.web.stored import store
from recruiter_kit.web.words import moment

place = Blueprint("after", __name__, url_prefix="/applications/<application>")


@place.post("/request")
@needs("tell")
def asked(application: str) -> Answer:
    """Start the clock of a candidate who asks for feedback."""
    found = requests.record_request(store(), application, g.user.email)
    flash(f"The answer is due by {moment(found.due_at)}.", "good")
    return redirect(url_for("reading.show", application=application))


@place.post("/hold")
@needs("end_hold")
def go_on(application: str) -> Answer:
    """End a hold, with the reason."""
    tellings.end_hold(store(), application, g.user.email, request.form.get("note", ""))
    flash("The hold is ended.", "good")
    return redirect(url_for("reading.show", application=application))
