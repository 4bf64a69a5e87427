"""The outbox: messages that have not left, and those that a person must look at."""

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.web.context import store
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, outbox

place = Blueprint("outbox", __name__)


@place.get("/outbox")
@needs("tell")
def show() -> str:
    """Show the messages that have not left, and those that a person must look at."""
    mails = [*outbox.waiting(store()), *outbox.troubled(store())]
    names = applications.names(store(), (mail.application for mail in mails))
    return render_template("web/outbox.html", mails=mails, names=names)


@place.post("/outbox")
@needs("tell")
def take_back() -> Answer:
    """Take back everything of one's own that has not left."""
    taken = late = 0
    for mail in outbox.waiting(store()):
        if mail.by == g.user.email:
            try:
                outbox.cancel(store(), mail.id, g.user.email)
                taken += 1
            except RecruiterKitError:
                late += 1
    flash(counted("outbox_undone", taken) + (" " + counted("outbox_late", late) if late else ""), "good")
    return redirect(url_for("outbox.show"))
