"""Signing in and out."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import PasswordField, StringField
from wtforms.validators import DataRequired

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import here
from recruiter_kit.people.accounts import nobody_yet, sign_in
from recruiter_kit.people.provider import provider
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.forms import Form
from recruiter_kit.web.signed_in import begin, end
from recruiter_kit.web.url_ids import inside

place = Blueprint("sign_in", __name__)


class SignInForm(Form):
    """Who it is."""

    email = StringField("E-mail address", [DataRequired()], render_kw={"autocomplete": "username"})
    password = PasswordField("Password", [DataRequired()], render_kw={"autocomplete": "current-password"})


@place.get("/sign-in")
def show() -> str:
    """Show the form."""
    return _page(SignInForm())


@place.post("/sign-in")
def enter() -> Answer | str:
    """Sign in; the same words whether the person or the password is wrong."""
    form = SignInForm()
    if form.validate():
        try:
            user = sign_in(store(), form.email.data, form.password.data, request.remote_addr or "")
        except StoreError as error:
            form.password.errors = [sentence(str(error))]
        else:
            begin(user)
            return redirect(inside(request.args.get("to")) or url_for("home.show"))
    return _page(form)


@place.post("/sign-out")
def leave() -> Answer:
    """Forget who it was."""
    end()
    return redirect(url_for("sign_in.show"))


def _page(form: SignInForm) -> str:
    return render_template(
        "web/sign-in.html", form=form, provider=provider(here()), nobody_yet=nobody_yet(store())
    )
