"""The audit log: who did what, newest first, and whether anybody has changed it since."""

from flask import Blueprint, render_template

from recruiter_kit.store import audit
from recruiter_kit.web.context import store
from recruiter_kit.web.signed_in import needs

place = Blueprint("audit", __name__)


@place.get("/audit")
@needs("see_audit")
def show() -> str:
    """Show the newest entries of the log, and whether it is whole."""
    return render_template("web/audit.html", entries=audit.entries(store()), verified=audit.verify(store()))
