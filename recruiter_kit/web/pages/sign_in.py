"""Signing in and out, and setting a password by a one-time link."""

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import DataRequired

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import here
from recruiter_kit.people import users
from recruiter_kit.people.accounts import (
    NOBODYS_ADDRESS,
    SHORTEST_PASSWORD,
    First,
    change_password,
    set_password_by_link,
    sign_in,
)
from recruiter_kit.people.provider import provider
from recruiter_kit.web.context import store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import ADDRESS, Form
from recruiter_kit.web.signed_in import begin, end
from recruiter_kit.web.url_ids import inside

place = Blueprint("sign_in", __name__)


class SignInForm(Form):
    """Who it is."""

    email = StringField("E-mail address", [DataRequired()], render_kw={"autocomplete": "username"})
    password = PasswordField("Password", [DataRequired()], render_kw={"autocomplete": "current-password"})


class PasswordForm(Form):
    """A new password."""

    password = PasswordField("Password", [DataRequired()], render_kw={"autocomplete": "new-password"})


class FirstForm(PasswordForm):
    """The first administrator, who has no name here yet."""

    name = StringField("Your name", [DataRequired()], render_kw={"autocomplete": "name"})
    email = StringField("Your e-mail address", [DataRequired(), ADDRESS], render_kw={"autocomplete": "email"})
    recruits = BooleanField("I recruit here, too: import, draft, approve and tell", default=True)


class ChangeForm(PasswordForm):
    """Another password, by a person who knows the old one."""

    old = PasswordField(
        "Password until now", [DataRequired()], render_kw={"autocomplete": "current-password"}
    )


@place.get("/sign-in")
def show() -> str:
    """Show the form."""
    return render_template("web/sign-in.html", form=SignInForm(), provider=provider(here()))


@place.post("/sign-in")
def enter() -> Answer | str:
    """Sign in; the same words whether the person or the password is wrong."""
    form = SignInForm()
    if form.validate():
        try:
            user = sign_in(store(), form.email.data, form.password.data, request.remote_addr or "")
        except StoreError as error:
            form.password.errors = [str(error)]
        else:
            begin(user)
            return redirect(inside(request.args.get("to")) or url_for("home.show"))
    return render_template("web/sign-in.html", form=form, provider=provider(here()))


@place.post("/sign-out")
def leave() -> Answer:
    """Forget who it was."""
    end()
    return redirect(url_for("sign_in.show"))


@place.get("/link/<token>")
def first(token: str) -> str:
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
            form.password.errors = [str(error)]
        else:
            begin(user)
            flash(f"Your address to sign in is {user.email}.", "good")
            return redirect(url_for("home.show"))
    return _link_page(form, user)


@place.get("/account")
def account() -> str:
    """Show the form for another password."""
    return render_template("web/account.html", form=ChangeForm(), shortest=SHORTEST_PASSWORD)


@place.post("/account")
def change() -> Answer | str:
    """Set another password; other sessions of the person end."""
    form = ChangeForm()
    if form.validate():
        try:
            begin(change_password(store(), g.user, form.old.data, form.password.data))
        except StoreError as error:
            form.old.errors = [str(error)]
        else:
            flash("The password is changed; everywhere else you are signed out.", "good")
            return redirect(url_for("home.show"))
    return render_template("web/account.html", form=form, shortest=SHORTEST_PASSWORD)


def _link_form(user: users.User | None) -> PasswordForm:
    return FirstForm() if user and user.email == NOBODYS_ADDRESS else PasswordForm()


def _link_page(form: PasswordForm, user: users.User | None) -> str:
    return render_template("web/link.html", form=form, user=user, shortest=SHORTEST_PASSWORD)
