"""Signing in and out, and setting a password by a one-time link."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired

from recruiter_kit.errors import StoreError
from recruiter_kit.store import users
from recruiter_kit.team.accounts import SHORTEST_PASSWORD, set_password_by_link, sign_in
from recruiter_kit.web.stored import store

place = Blueprint("signing_in", __name__)


class SignInForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """Who it is."""

    email = StringField("E-mail address", [DataRequired()], render_kw={"autocomplete": "username"})
    password = PasswordField("Password", [DataRequired()], render_kw={"autocomplete": "current-password"})


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """A new password."""

    password = PasswordField("Password", [DataRequired()], render_kw={"autocomplete": "new-password"})


@place.get("/sign-in")
def show() -> str:
    """Show the form."""
    return render_template("web/sign-in.html", form=SignInForm())


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
            _begin(user.id)
            return redirect(_inside(request.args.get("to")))
    return render_template("web/sign-in.html", form=form)


@place.post("/sign-out")
def leave() -> Answer:
    """Forget who it was."""
    session.clear()
    return redirect(url_for("signing_in.show"))


@place.get("/link/<token>")
def first(token: str) -> str:
    """Show the form for a password; the link is used up only when one is set."""
    return render_template(
        "web/link.html", form=PasswordForm(), user=users.of_link(store(), token), shortest=SHORTEST_PASSWORD
    )


@place.post("/link/<token>")
def set_password(token: str) -> Answer | str:
    """Set the password and sign in."""
    form = PasswordForm()
    if form.validate():
        try:
            user = set_password_by_link(store(), token, form.password.data)
        except StoreError as error:
            form.password.errors = [str(error)]
        else:
            _begin(user.id)
            flash(f"Your address to sign in is {user.email}.", "good")
            return redirect(url_for("home.show"))
    user_of_link = users.of_link(store(), token)
    return render_template("web/link.html", form=form, user=user_of_link, shortest=SHORTEST_PASSWORD)


def _begin(user_id: int) -> None:
    session.clear()
    session.permanent = True
    session["user"] = user_id


def _inside(path: str | None) -> str:
    """Return a path of this app; nobody is sent elsewhere."""
    inside = path and path.startswith("/") and not path.startswith(("//", "/\\"))
    return path if inside and path else url_for("home.show")
