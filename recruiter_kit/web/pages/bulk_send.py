"""Sending to many at once: each message seen with every field, the number typed above ten (R16).

In: the applications that were selected. Out: a page with what would leave, and what stays here and why;
messages in the outbox, to be taken back. Who has another teller stays. Where somebody may have another
application, that is asked first (R17).
"""

from collections.abc import Sequence
from email.message import EmailMessage
from typing import NamedTuple

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.installation import here
from recruiter_kit.mail.settings import mail_server
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.web import listing
from recruiter_kit.web.context import store
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.forms import number
from recruiter_kit.web.pages import leaving
from recruiter_kit.web.pages.claim import take_knowing
from recruiter_kit.web.pages.send import approved_message, undo_seconds
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, approval, claims, outbox, samples, status, tellings, versions
from recruiter_kit.workflow.claims import Elsewhere, ElsewhereError

place = Blueprint("bulk_send", __name__)
TYPED_ABOVE = 10
MOST = 200


class Outgoing(NamedTuple):
    """One message as it would leave, or why it stays here; `elsewhere` is what somebody has to know first."""

    application: str
    candidate: str
    version: int = 0
    message: EmailMessage | None = None
    why: str = ""
    elsewhere: Sequence[Elsewhere] = ()

    @property
    def text(self) -> str:
        body = self.message.get_body(("plain",)) if self.message else None
        return str(body.get_content()) if body else ""

    @property
    def attached(self) -> str:
        names = (
            [attachment.get_filename() or "" for attachment in self.message.iter_attachments()]
            if self.message
            else []
        )
        return ", ".join(names)


@place.get("/bulk-send")
@needs("tell")
def show() -> str:
    """Show what would leave."""
    return _page(request.args.getlist("application"))


@place.post("/bulk-send/chosen")
@needs("tell")
def choose() -> Answer:
    """Lead from what was ticked to the page that shows it, at an address without the form's token.

    Those in `known` are taken on first, by a person who has seen their other applications (R17).
    """
    for application in list(dict.fromkeys(request.form.getlist("known")))[:MOST]:
        _take_on(application)
    return redirect(url_for("bulk_send.show", application=listing.chosen("send", MOST)))


@place.post("/bulk-send")
@needs("tell")
def send() -> Answer | str:
    """Put all of it into the outbox, once the number is typed."""
    if mail_server(here()) is None:
        abort(404)
    chosen = list(dict.fromkeys(request.form.getlist("application")))[:MOST]
    shown = request.form.getlist("shown") or chosen
    if not chosen:
        return _page(shown, say("many_none"), chosen)
    if len(chosen) > TYPED_ABOVE and request.form.get("count", "").strip() != str(len(chosen)):
        return _page(shown, say("many_count", count=len(chosen)), chosen)
    seconds = undo_seconds()
    put = sum(_put(each, number(request.form.get(f"version-{each}", "")), seconds) for each in chosen)
    if request.form.get("when") == "morning":
        flash(counted("bulk_send_scheduled", put), "good")
    else:
        flash(counted("bulk_send_leaves", put, wait=counted("seconds", seconds)), "good")
    return redirect(url_for("outbox.show"))


def _take_on(application: str) -> None:
    """Take it on, knowing of the other applications; one that cannot be taken stops no other."""
    name = application
    try:
        found = applications.application(store(), application)
        name = found.candidate.full_name
        if may(g.user, "tell", found.role):
            status.refuse_when_held(store(), application)
            take_knowing(application, request.form.getlist(f"shown-{application}"))
    except RecruiterKitError as error:
        flash(say("about_candidate", candidate=name, why=error), "error")


def _put(application: str, version: int, seconds: int) -> bool:
    """Put the version that was seen into the outbox; one that cannot leave stops no other."""
    letter = _letter(application)
    why = letter.why
    if letter.message:
        try:
            message = letter.message if letter.version == version else approved_message(application, version)
            at = leaving.asked(application)
            outbox.put(store(), application, version, message, g.user.email, undo_seconds=seconds, at=at)
        except RecruiterKitError as error:
            why = str(error)
    if why:
        flash(say("about_candidate", candidate=letter.candidate, why=why), "error")
    return not why


def _page(shown: Sequence[str], wrong: str = "", ticked: Sequence[str] | None = None) -> str:
    letters = _letters(shown)
    ready = [letter for letter in letters if letter.message]
    return render_template(
        "web/bulk-send.html",
        ready=ready,
        asked=[letter for letter in letters if letter.elsewhere],
        staying=[letter for letter in letters if not letter.message and not letter.elsewhere],
        chosen=[letter.application for letter in letters],
        ticked=[letter.application for letter in ready] if ticked is None else ticked,
        typed_above=TYPED_ABOVE,
        offers=[leaving.offered(letter.application) for letter in ready],
        wrong=wrong,
        seconds=undo_seconds(),
        server=mail_server(here()),
    )


def _letters(chosen: Sequence[str]) -> list[Outgoing]:
    return [_letter(application) for application in list(dict.fromkeys(chosen))[:MOST]]


def _letter(application: str) -> Outgoing:
    name = application
    try:
        found = applications.application(store(), application)
        name = found.candidate.full_name
        if not may(g.user, "tell", found.role):
            return Outgoing(application, application, why=say("app_not_allowed"))
        samples.refuse_mail(store(), application)
        version = tellings.ready(store(), application, g.user.email)
        approval.refuse_when_over(versions.version(store(), application, version).feedback)
        message = approved_message(application, version)
        outbox.check_fields(message)
    except ElsewhereError as error:
        others = claims.elsewhere(store(), application)
        return Outgoing(application, name, why=str(error), elsewhere=others)
    except RecruiterKitError as error:
        return Outgoing(application, name, why=str(error))
    return Outgoing(application, name, version, message)
