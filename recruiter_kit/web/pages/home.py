"""The first page of each person: the first place that the account may go to."""

from flask import Blueprint, redirect, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.web.signed_in import allowed_places

place = Blueprint("home", __name__)


@place.get("/")
def show() -> Answer:
    """Go there."""
    return redirect(url_for(allowed_places()[0][0]))
