"""The mail server: where letters leave, how long they can be undone, and how mail is doing just now.

In: what somebody types who may change it. Out: instance/mail.yaml, and the address of the app in
instance/app.yaml; the password in a file of its own, which no page shows.
"""

from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from pydantic import ValidationError
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, IntegerField, PasswordField, SelectField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, NumberRange, Optional, Regexp

from recruiter_kit.errors import InputError, StoreError
from recruiter_kit.files.plain_errors import plain_errors
from recruiter_kit.installation import app_settings, here
from recruiter_kit.mail.notices import deliver, written
from recruiter_kit.mail.settings import MailServer, keep_password, mail_server, password_from
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import NAME, Form, trimmed
from recruiter_kit.web.settings_file import locked, save
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow.mail_state import mail_state
from recruiter_kit.workflow.outbox import UNDO_SECONDS

place = Blueprint("mail", __name__)
PLAIN = ("host", "port", "security", "user", "undo_seconds")
SECURITY = [
    SelectChoice("starttls", "STARTTLS (usual, port 587)"),
    SelectChoice("tls", "TLS from the start (port 465)"),
    SelectChoice("none", "None (a server on this machine only)"),
]


class MailForm(Form):
    """The settings of mail.yaml, the password, and where people open the app."""

    host = StringField("Mail server", [DataRequired(), NAME], [trimmed])
    port = IntegerField("Port", [NumberRange(1, 65535)])
    security = SelectField("Encryption", choices=SECURITY)
    user = StringField("User name", [NAME], [trimmed], render_kw={"autocomplete": "off"})
    password = PasswordField("Password", [NAME], render_kw={"autocomplete": "new-password"})
    forget = BooleanField("Forget the password that is saved")
    undo_seconds = IntegerField("Seconds in which an e-mail can be undone", [NumberRange(0, 3600)])
    address = StringField(
        "Address of Recruiter Kit",
        [Optional(), Regexp(r"^https?://\S+$", message=sentence(say("mail_app_address")))],
        [trimmed],
    )


@place.get("/mail")
@needs("change_mail")
def show() -> str:
    """Show the form with what holds now, and how mail is doing."""
    try:
        return _page(MailForm(data=_now()))
    except InputError as error:
        return _page(MailForm(), wrong=str(error))


@place.post("/mail")
@needs("change_mail")
def change() -> Answer | str:
    """Save; with *send me a test* a message goes out at once, and the page says what the server answered."""
    form = MailForm()
    if not form.validate():
        return _page(form)
    try:
        forgotten = _save(form)
    except ValidationError as error:
        return _page(form, wrong=next(problem for _, problem in plain_errors(error, MailServer)))
    except (InputError, StoreError) as error:
        return _page(form, wrong=str(error))
    if request.form.get("test"):
        try:
            _test()
        except StoreError as error:
            return _page(MailForm(formdata=None, data=_now()), wrong=str(error))
        flash(say("mail_tested", address=g.user.email), "good")
    else:
        flash(say("mail_password_asked" if forgotten else "settings_saved"), "info" if forgotten else "good")
    return redirect(url_for(".show"))


def _save(form: MailForm) -> bool:
    """Write the files; True when the password was forgotten, because another server must not be given it."""
    before = mail_server(here())
    typed: dict[str, Any] = {name: form[name].data for name in PLAIN}
    MailServer.model_validate(typed)
    save(here().mail, typed, mail_server, Event.MAIL_CHANGED)
    if form.address.data != app_settings(here()).address:
        save(here().app, {"address": form.address.data}, app_settings, Event.MAIL_CHANGED)
    if form.password.data:
        keep_password(here(), form.password.data)
        return False
    elsewhere = before is not None and (before.host, before.user) != (typed["host"], typed["user"])
    forgotten = elsewhere and here().mail_password.exists()
    if forgotten or form.forget.data:
        keep_password(here(), "")
    return forgotten and not form.forget.data


def _test() -> None:
    server = mail_server(here())
    sender = standard().sender
    if server is None:
        raise StoreError.of("mail_not_set")
    if sender is None:
        raise StoreError.of("notice_no_sender")
    text = say("mail_test_text", name=g.user.name)
    deliver(server, written(sender, g.user.email, say("mail_test_subject"), text))


def _now() -> dict[str, Any]:
    """Return what holds now, the defaults where nothing is set."""
    server = mail_server(here())
    found = (
        server.model_dump() if server else {"port": 587, "security": "starttls", "undo_seconds": UNDO_SECONDS}
    )
    return found | {"address": app_settings(here()).address}


def _page(form: MailForm, *, wrong: str = "") -> str:
    sender = standard().sender
    return render_template(
        "web/mail.html",
        form=form,
        wrong=wrong,
        locked=locked(here().mail),
        is_set=here().mail.exists(),
        password=password_from(here()),
        state=mail_state(store()),
        sends=bool(sender and sender.email),
        may_tell=may(g.user, "tell"),
        address_here=request.host_url.rstrip("/"),
    )
