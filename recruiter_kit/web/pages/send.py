"""Sending: every field seen before it leaves, an undo window, then told, once."""

from email.message import EmailMessage

from flask import Blueprint, Response, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import StringField
from wtforms.validators import DataRequired

from recruiter_kit import clock
from recruiter_kit.composing.promises import over
from recruiter_kit.documents.email import email_message
from recruiter_kit.documents.glyphs import UndrawnError
from recruiter_kit.errors import StoreError
from recruiter_kit.feedback import Feedback
from recruiter_kit.installation import here
from recruiter_kit.mail import notices
from recruiter_kit.mail.settings import mail_server
from recruiter_kit.mail.trial import trial
from recruiter_kit.messages import say
from recruiter_kit.web.context import letter_of, store
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.forms import ADDRESS, Form, number, trimmed
from recruiter_kit.web.headers import MESSAGE_POLICY
from recruiter_kit.web.pages import leaving
from recruiter_kit.web.pages.claim import taken_on
from recruiter_kit.web.signed_in import needs
from recruiter_kit.web.url_ids import inside
from recruiter_kit.workflow import applications, outbox, status, tellings, versions

place = Blueprint("send", __name__, url_prefix="/applications/<application>")
SENT = {"email": "sent", "post": "posted"}
"""How a letter leaves that is not sent from here, and what is recorded then."""


class AddressForm(Form):
    """Where the e-mail goes instead."""

    email = StringField("The candidate's e-mail address", [DataRequired(), ADDRESS], [trimmed])


@place.get("/send")
@needs("tell")
@taken_on
def show(application: str) -> str:
    """Show the message as it would leave."""
    return _page(application, AddressForm())


@place.post("/send/address")
@needs("tell")
def readdress(application: str) -> Answer | str:
    """Keep another address of the candidate; the words need no new approval."""
    form = AddressForm()
    if not form.validate():
        return _page(application, form)
    applications.set_email(store(), application, form.email.data, g.user.email)
    flash(say("send_address"), "good")
    return redirect(url_for(".show", application=application))


def _page(application: str, form: AddressForm) -> str:
    version = versions.newest(store(), application)
    message, letter_waits = _as_it_can_leave(version.feedback)
    body = message.get_body(("plain",))
    return render_template(
        "web/send.html",
        application=application,
        version=version,
        message=message,
        text=body.get_content() if body else "",
        letter_waits=letter_waits,
        attached=[attachment.get_filename() for attachment in message.iter_attachments()],
        mails=outbox.of(store(), application),
        server=mail_server(here()),
        standing=status.of(store(), application),
        may_leave=status.of(store(), application) in tellings.READY,
        seconds=undo_seconds(),
        leaving=leaving.offered(application),
        spoken=status.writing_due(store(), application),
        over=over(version.feedback, clock.today(version.feedback.standard.time_zone)),
        form=form,
    )


@place.post("/send")
@needs("tell")
def send(application: str) -> Answer:
    """Put it into the outbox; it leaves when the undo window has passed, or at the time asked for."""
    if mail_server(here()) is None:
        abort(404)
    at = leaving.asked(application)
    seconds = undo_seconds()
    seen = request.form.get("version", 0, type=int)
    without_letter = request.form.get("without_letter") == "yes"
    message = approved_message(application, seen, without_letter=without_letter)
    outbox.put(store(), application, seen, message, g.user.email, undo_seconds=seconds, at=at)
    if at:
        flash(say("send_scheduled", when=leaving.said(at, application)), "good")
    else:
        flash(say("send_leaves", wait=counted("seconds", seconds)), "good")
    return redirect(url_for(".show", application=application))


@place.post("/send/test")
@needs("tell")
def attempt(application: str) -> Answer:
    """Send it to the person who is about to send it, at once; nothing is recorded as told."""
    server = mail_server(here())
    if server is None:
        abort(404)
    status.refuse_when_held(store(), application)
    message, _ = _as_it_can_leave(versions.newest(store(), application).feedback)
    notices.deliver(server, trial(message, g.user.email))
    outbox.record_test(store(), application, g.user.email)
    flash(say("trial_sent", email=g.user.email), "good")
    to = request.form.get("to", "")
    return redirect(inside(to) or url_for(".show", application=application))


@place.get("/send/as-seen")
@needs("tell")
def as_seen(application: str) -> Response:
    """Return the message as its reader sees it, for a frame that runs nothing."""
    message, _ = _as_it_can_leave(versions.newest(store(), application).feedback)
    body = message.get_body(("html", "plain"))
    text = body.get_content() if body else ""
    headers = {"Content-Security-Policy": MESSAGE_POLICY, "X-Frame-Options": "SAMEORIGIN"}
    return Response(text, mimetype="text/html", headers=headers)


@place.post("/send/<int:mail>/<any(undo, settle):answer>")
@needs("tell")
def settle(application: str, mail: int, answer: str) -> Answer:
    """Take a message back, or say what the mailbox shows of one that nobody is sure of."""
    if outbox.get(store(), mail).application != application:
        abort(404)
    if answer == "undo":
        outbox.cancel(store(), mail, g.user.email)
        flash(say("send_undone"), "good")
        if request.form.get("to") == "outbox":
            return redirect(url_for("outbox.show"))
    else:
        outbox.settle(store(), mail, request.form.get("sent") == "yes", g.user.email)
        flash(say("send_settled"), "good")
    return redirect(url_for(".show", application=application))


@place.post("/send/elsewhere")
@needs("tell")
def sent_elsewhere(application: str) -> Answer:
    """Record that the message was sent by another program, or the letter by post."""
    channel = request.form.get("channel", "")
    if channel not in SENT:
        abort(400)
    result, seen = SENT[channel], number(request.form.get("version", ""))
    tellings.record_telling(
        store(),
        application,
        channel,  # type: ignore[arg-type]
        result,  # type: ignore[arg-type]
        g.user.email,
        version=seen,
    )
    flash(say("send_recorded"), "good")
    return redirect(url_for("queue.show"))


@place.get("/email.eml")
@needs("tell")
def download(application: str) -> Response:
    """Return the message as an unsent draft, for a mail program."""
    status.refuse_when_held(store(), application)
    message, _ = _as_it_can_leave(versions.newest(store(), application).feedback)
    headers = {"Content-Disposition": "attachment; filename=feedback.eml"}
    return Response(message.as_bytes(), mimetype="message/rfc822", headers=headers)


def undo_seconds() -> int:
    """Return how long a message waits before it leaves."""
    server = mail_server(here())
    return server.undo_seconds if server else 0


def approved_message(application: str, version: int, *, without_letter: bool = False) -> EmailMessage:
    """Return the e-mail of a version that is approved now; one that is not carries the mark of a draft.

    Raises StoreError when it is not approved, UndrawnError when the letter to be attached cannot be made.
    """
    found = versions.version(store(), application, version)
    if found.state != "approved":
        raise StoreError.of("mail_draft", version=version)
    return _message(found.feedback, without_letter=without_letter)


def _as_it_can_leave(feedback: Feedback) -> tuple[EmailMessage, str]:
    """Return the e-mail, and why the letter that belongs to it cannot be attached: "" when it is."""
    try:
        return _message(feedback), ""
    except UndrawnError as error:
        return _message(feedback, without_letter=True), str(error)


def _message(feedback: Feedback, *, without_letter: bool = False) -> EmailMessage:
    """Return the e-mail to the address that the candidate has now."""
    email = applications.application(store(), feedback.application).candidate.email
    addressed = feedback.candidate.model_copy(update={"email": email})
    feedback = feedback.model_copy(update={"candidate": addressed})
    attach = feedback.standard.attach_letter and not without_letter
    letter = letter_of(feedback) if attach else None
    return email_message(feedback, attach_pdf=attach, letter=letter)
