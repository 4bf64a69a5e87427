"""The first page of each person: the first place that the account may go to."""

from flask import Blueprint, abort, redirect, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.web.signed_in import allowed_places

place = Blueprint("home", __name__)


@place.get("/")
def show() -> Answer:
    """Go there."""
    places = allowed_places()
    if not places:
        abort(403)
    return redirect(url_for(places[0][0]))
