"""The people of the organisation: who may come in, and what they do here."""

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import here
from recruiter_kit.mail.notices import deliver, written
from recruiter_kit.mail.settings import mail_server
from recruiter_kit.messages import say
from recruiter_kit.people import users
from recruiter_kit.people.accounts import LINK_HOURS, LINK_PATH, new_link
from recruiter_kit.people.posts import Post
from recruiter_kit.web.context import address, standard, store
from recruiter_kit.web.filters import plain, sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import ADDRESS, Form
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications

place = Blueprint("people", __name__)


class PersonForm(Form):
    """Somebody to let in."""

    def validate_roles(self, field: SelectMultipleField) -> None:
        """Ask for the roles of a hiring manager, who sees nothing without."""
        if self.post.data == Post.HIRING_MANAGER and not field.data:
            raise ValidationError(sentence(say("manager_roles")))

    name = StringField("Name", [DataRequired()])
    email = StringField("E-mail address", [DataRequired(), ADDRESS])
    post = SelectField("Role", choices=[SelectChoice(post.value, plain(post).capitalize()) for post in Post])
    roles = SelectMultipleField(
        "Jobs this hiring manager can see",
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
    """Let somebody in; the link to set a password is sent, and shown once."""
    form = _form()
    if form.validate():
        named = tuple(form.roles.data or ())
        try:
            user = users.add(store(), form.name.data, form.email.data, form.post.data, g.user.email, named)
        except StoreError as error:
            form.email.errors = [sentence(str(error))]
        else:
            return _page(_form(empty=True), user)
    return _page(form)


@place.post("/people/<int:person>/roles")
@needs("manage_users")
def name_roles(person: int) -> Answer:
    """Name the only roles whose applications a hiring manager sees."""
    known = {role.id for role in applications.roles(store())}
    named = tuple(role_id for role_id in request.form.getlist("roles") if role_id in known)
    users.change(store(), person, g.user.email, roles_seen=named)
    flash(say("people_saved"), "good")
    return redirect(url_for(".show"))


@place.post("/people/<int:person>/<any(link, out, in):answer>")
@needs("manage_users")
def change(person: int, answer: str) -> Answer | str:
    """Make a new link, or let somebody out or in again."""
    if answer == "link":
        return _page(_form(), users.get(store(), person))
    users.change(store(), person, g.user.email, active=answer == "in")
    flash(say("people_saved"), "good")
    return redirect(url_for(".show"))


def _form(empty: bool = False) -> PersonForm:
    form = PersonForm(formdata=None) if empty else PersonForm()
    form.roles.choices = [SelectChoice(role.id, role.title) for role in applications.roles(store())]
    return form


def _page(form: PersonForm, let_in: users.User | None = None) -> str:
    """Show everybody; for somebody who is `let_in` with a new link, which is sent, and shown this once."""
    link = let_in and address() + LINK_PATH + new_link(store(), let_in, g.user.email)
    sent, why = _sent(let_in, link) if let_in and link else (False, "")
    return render_template(
        "web/people.html",
        form=form,
        people=users.all_users(store()),
        roles=applications.roles(store()),
        link=link,
        link_for=let_in,
        sent=sent,
        why=why,
        hours=LINK_HOURS,
    )


def _sent(user: users.User, link: str) -> tuple[bool, str]:
    """Send a person their link, and return whether it left, and why it did not where it was tried.

    It is not put with the notices, which are kept until they have left: only hashes of links are kept.
    """
    server = mail_server(here())
    sender = standard().sender
    if server is None or sender is None or not sender.email:
        return False, ""
    known = user.password_hash or user.subject
    text = say(
        "people_link_text" if known else "people_invitation_text",
        name=user.name,
        by=g.user.name,
        link=link,
        hours=LINK_HOURS,
    )
    subject = say("people_link_subject" if known else "people_invitation_subject")
    try:
        deliver(server, written(sender, user.email, subject, text))
    except StoreError as error:
        return False, str(error)
    return True, ""
