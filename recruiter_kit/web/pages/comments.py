"""Comments between colleagues on a sentence of the feedback, or on the letter: written, replied to, resolved.

In: what a person typed on the page of the feedback. Out: the same page again, at the comment.
"""

from collections.abc import Sequence

from flask import Blueprint, g, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.feedback import Statement
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, comments, quarantine
from recruiter_kit.workflow.comments import Placed

place = Blueprint("comments", __name__, url_prefix="/applications/<application>/comments")
LETTER = "letter"
"""Where comments on the letter as a whole are shown."""


@place.post("")
@needs("see_applications")
def add(application: str) -> Answer:
    """Comment on a sentence, or without one on the letter."""
    statement = request.form.get("statement") or None
    text = request.form.get(f"note-on-{statement or LETTER}", "")
    if text.strip():
        comments.add(store(), application, statement, text, g.user.email)
    return _back(application, text, statement or LETTER)


@place.post("/<int:number>/reply")
@needs("see_applications")
def reply(application: str, number: int) -> Answer:
    """Reply to a comment."""
    text = request.form.get(f"note-reply-{number}", "")
    if text.strip():
        comments.reply(store(), application, number, text, g.user.email)
    return _back(application, text, str(number))


@place.post("/<int:number>/<any(resolved, open):state>")
@needs("see_applications")
def resolve(application: str, number: int, state: str) -> Answer:
    """Resolve a comment, or open it again."""
    comments.resolve(store(), application, number, g.user.email, resolved=state == "resolved")
    flash(say("comment_resolved" if state == "resolved" else "comment_opened"), "good")
    return redirect(_address(application, str(number)))


def shown(application: str, statements: Sequence[Statement]) -> Placed:
    """Return the comments on an application as this person may see them (R13), by where they are shown."""
    found = comments.threads(store(), application)
    if found and not may(g.user, "see_quarantined", applications.application(store(), application).role):
        found = [
            thread._replace(said=tuple(each._replace(text=each.masked) for each in thread.said))
            for thread in found
        ]
    return comments.placed(found, statements)


def _back(application: str, text: str, at: str) -> Answer:
    if not text.strip():
        flash(sentence(say("comment_words")), "error")
    elif quarantine.masked(text) != text:
        flash(say("comment_apart"), "info")
    else:
        flash(say("comment_saved"), "good")
    return redirect(_address(application, at))


def _address(application: str, at: str) -> str:
    return url_for("feedback.show", application=application, _anchor=f"comments-{at}")
