"""What waits for the person who is signed in: the list behind the number in the header."""

from itertools import groupby

from flask import Blueprint, g, render_template

from recruiter_kit.web.context import store, time_zone
from recruiter_kit.workflow import waiting

place = Blueprint("waiting", __name__)
MOST_SHOWN = 50
"""Of each kind: the page is read at a glance."""


@place.get("/waiting")
def show() -> str:
    """Show it by kind, each with the page where it is done."""
    found = waiting.items(store(), g.user, time_zone())
    groups = [(kind, list(things)) for kind, things in groupby(found, key=lambda item: item.kind)]
    return render_template("web/waiting.html", groups=groups, most=MOST_SHOWN)
