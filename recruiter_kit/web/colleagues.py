"""The people of the house, and the audit log."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Regexp
from wtforms.widgets import CheckboxInput, ListWidget

from recruiter_kit.store import applications, audit, users
from recruiter_kit.team.accounts import LINK_PATH, new_link
from recruiter_kit.team.rights import Post
from recruiter_kit.web.forms import Form
from recruiter_kit.web.people import needs
from recruiter_kit.web.stored import store
from recruiter_kit.web.words import plain

place = Blueprint("colleagues", __name__)
ADDRESS = Regexp(r"^[!-?A-~]{1,200}@[A-Za-z0-9.-]{1,100}$", message="This is no address.")


class PersonForm(Form):
    """Somebody to let in."""

    name = StringField("Name", [DataRequired()])
    email = StringField("E-mail address", [DataRequired(), ADDRESS])
    post = SelectField("What they do", choices=[SelectChoice(each.value, plain(each)) for each in Post])
    roles = SelectMultipleField(
        "Roles that a hiring manager sees",
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


@place.get("/people")
@needs("manage_users")
def show() -> str:
    """Show everybody and the form for one more."""
    return _page(_form())


@place.post("/people")
@needs("manage_users")
def add() -> str:
    """Let somebody in; the link to set a password is shown once."""
    form = _form()
    link = None
    if form.validate():
        user = users.add(
            store(),
            form.name.data,
            form.email.data,
            form.post.data,
            g.user.email,
            tuple(form.roles.data or ()),
        )
        form = _form(empty=True)
        link = request.host_url.rstrip("/") + LINK_PATH + new_link(store(), user, g.user.email)
    return _page(form, link)


@place.post("/people/<int:person>/<any(link, out, in):answer>")
@needs("manage_users")
def change(person: int, answer: str) -> Answer | str:
    """Make a new link, or let somebody out or in again."""
    if answer == "link":
        token = new_link(store(), users.get(store(), person), g.user.email)
        return _page(_form(), request.host_url.rstrip("/") + LINK_PATH + token)
    users.change(store(), person, g.user.email, active=answer == "in")
    flash("Changed.", "good")
    return redirect(url_for(".show"))


@place.get("/audit")
@needs("see_audit")
def log() -> str:
    """Show the newest lines of the log, and whether it is whole."""
    return render_template("web/audit.html", entries=audit.entries(store()), verified=audit.verify(store()))


def _form(empty: bool = False) -> PersonForm:
    form = PersonForm(formdata=None) if empty else PersonForm()
    form.roles.choices = [SelectChoice(each.id, each.title) for each in applications.roles(store())]
    return form


def _page(form: PersonForm, link: str | None = None) -> str:
    return render_template("web/people.html", form=form, people=users.all_users(store()), link=link)
