"""A person's own account: who is signed in, and another password."""

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import PasswordField
from wtforms.validators import DataRequired

from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.people.accounts import SHORTEST_PASSWORD, change_password
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import PasswordForm
from recruiter_kit.web.signed_in import begin

place = Blueprint("account", __name__)


class ChangeForm(PasswordForm):
    """Another password, by a person who knows the old one."""

    old = PasswordField("Current password", [DataRequired()], render_kw={"autocomplete": "current-password"})


@place.get("/account")
def show() -> str:
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
            form.old.errors = [sentence(str(error))]
        else:
            flash(say("account_saved"), "good")
            return redirect(url_for("home.show"))
    return render_template("web/account.html", form=form, shortest=SHORTEST_PASSWORD)
