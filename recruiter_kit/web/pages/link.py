"""The one-time link: a new person sets a password with it, and the first administrator a name, too."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, StringField
from wtforms.validators import DataRequired

from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.people import users
from recruiter_kit.people.accounts import NOBODYS_ADDRESS, SHORTEST_PASSWORD, First, set_password_by_link
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import ADDRESS, NAME, PasswordForm
from recruiter_kit.web.sender import keep_sender
from recruiter_kit.web.signed_in import begin

place = Blueprint("link", __name__)


class FirstForm(PasswordForm):
    """The first administrator, who has no name here yet."""

    name = StringField("Your name", [DataRequired()], render_kw={"autocomplete": "name"})
    email = StringField("Your e-mail address", [DataRequired(), ADDRESS], render_kw={"autocomplete": "email"})
    recruits = BooleanField("I'm also a recruiter (I import, draft, approve and send feedback)", default=True)
    signs = BooleanField("I sign the letters to candidates, and they can write back to me", default=True)
    title = StringField(
        "Your title, as a letter shows it", [NAME], render_kw={"autocomplete": "organization-title"}
    )


@place.get("/link/<token>")
def show(token: str) -> str:
    """Show the form for a password; the link is used up only when one is set."""
    user = users.of_link(store(), token)
    return _link_page(_link_form(user), user)


@place.post("/link/<token>")
def set_password(token: str) -> Answer | str:
    """Set the password and sign in."""
    user = users.of_link(store(), token)
    form = _link_form(user)
    if user and form.validate():
        said = None
        if isinstance(form, FirstForm):
            said = First(form.name.data, form.email.data, form.recruits.data)
        try:
            user = set_password_by_link(store(), token, form.password.data, said)
        except StoreError as error:
            form.password.errors = [sentence(str(error))]
        else:
            begin(user)
            if isinstance(form, FirstForm) and form.signs and form.signs.data:
                keep_sender(user.name, form.title.data, user.email, user.email)
            flash(say("link_done", name=user.name), "good")
            return redirect(url_for("home.show"))
    return _link_page(form, user)


def _link_form(user: users.User | None) -> PasswordForm:
    if user is None or user.email != NOBODYS_ADDRESS:
        return PasswordForm()
    form = FirstForm()
    if standard().sender is not None:
        del form.signs, form.title
    return form


def _link_page(form: PasswordForm, user: users.User | None) -> str:
    return render_template("web/link.html", form=form, user=user, shortest=SHORTEST_PASSWORD)
