"""A person's own account: who is signed in, another password, and which e-mails they get."""

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import PasswordField
from wtforms.validators import DataRequired

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import here
from recruiter_kit.messages import say
from recruiter_kit.people import notifications
from recruiter_kit.people.accounts import SHORTEST_PASSWORD, change_password
from recruiter_kit.people.notifications import How
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import PasswordForm
from recruiter_kit.web.signed_in import begin

place = Blueprint("account", __name__)


class ChangeForm(PasswordForm):
    """Another password, by a person who knows the old one."""

    password = PasswordField("New password", [DataRequired()], render_kw={"autocomplete": "new-password"})
    old = PasswordField("Current password", [DataRequired()], render_kw={"autocomplete": "current-password"})


@place.get("/account")
def show() -> str:
    """Show the form for another password."""
    return _page(ChangeForm())


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
    return _page(form)


@place.post("/account/notifications")
def notify() -> Answer:
    """Keep which e-mails this person gets; anything that is not a choice leaves it as it was."""
    kinds = notifications.choices(store(), g.user)
    said = {kind: request.form.get(f"notify-{kind}") for kind in kinds}
    chosen = {kind: How(how) for kind, how in said.items() if how in set(How)}
    notifications.choose(store(), g.user, chosen)
    flash(say("settings_saved"), "good")
    return redirect(url_for(".show", _anchor="notifications"))


def _page(form: ChangeForm) -> str:
    current = standard()
    sends = here().mail.exists() and current.sender is not None and current.sender.email is not None
    return render_template(
        "web/account.html",
        form=form,
        shortest=SHORTEST_PASSWORD,
        notifications=notifications.choices(store(), g.user),
        hows=list(How),
        summary_at=current.working_hours.starts,
        sends=sends,
    )
