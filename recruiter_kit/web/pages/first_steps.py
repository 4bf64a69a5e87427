"""The first steps, on the to-do page until they are done or hidden: sender, candidates, one letter, mail."""

from typing import NamedTuple

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.errors import InputError
from recruiter_kit.installation import here
from recruiter_kit.mail.settings import mail_server
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.sender import SenderForm, keep_sender
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import first_steps

place = Blueprint("first_steps", __name__, url_prefix="/first-steps")


class FirstSteps(NamedTuple):
    """Which of the four steps are done; `form` asks who signs, where this person may say so."""

    sender: bool
    imported: bool
    approved: bool
    mail: bool
    mail_later: bool
    form: SenderForm | None
    may_set_mail: bool

    @property
    def done(self) -> int:
        return sum((self.sender, self.imported, self.approved, self.mail))

    @property
    def open(self) -> bool:
        """Whether anything is left that was not put off."""
        return not (self.sender and self.imported and self.approved and (self.mail or self.mail_later))


@place.app_template_global("first_steps")
def steps() -> FirstSteps | None:
    """Return the steps for the person who is signed in; None when they are done, hidden or for others."""
    if not may(g.user, "import"):
        return None
    left = first_steps.left(store(), g.user.id)
    if "all" in left:
        return None
    found = _found(left)
    return found if found.open else None


@place.get("")
@needs("import")
def show() -> str:
    """Show the steps on a page of their own, hidden before or not."""
    return _page(SenderForm(data=_nearest()) if may(g.user, "change_standard") else None)


@place.post("/sender")
@needs("change_standard")
def sender() -> Answer | str:
    """Keep who signs the letters."""
    form = SenderForm()
    if form.validate():
        try:
            keep_sender(form.sender_name.data, form.sender_title.data, form.sender_email.data, g.user.email)
        except InputError as error:
            form.sender_name.errors = [str(error)]
        else:
            flash(say("sender_saved", name=form.sender_name.data), "good")
            return redirect(url_for("queue.show"))
    return _page(form)


@place.post("/<any(all, mail):step>/later")
@needs("import")
def later(step: first_steps.Left) -> Answer:
    """Put the mail server off, or hide the whole list."""
    first_steps.leave(store(), g.user.id, step)
    if step == "all":
        flash(say("first_steps_hidden"), "good")
    return redirect(url_for("queue.show"))


def _page(form: SenderForm | None) -> str:
    return render_template("web/first-steps-page.html", steps=_found(frozenset())._replace(form=form))


def _found(left: frozenset[str]) -> FirstSteps:
    signed = standard().sender is not None
    asks = not signed and may(g.user, "change_standard")
    return FirstSteps(
        sender=signed,
        imported=first_steps.imported(store()),
        approved=first_steps.approved(store()),
        mail=mail_server(here()) is not None,
        mail_later="mail" in left,
        form=SenderForm(formdata=None, data=_nearest()) if asks else None,
        may_set_mail=may(g.user, "change_mail"),
    )


def _nearest() -> dict[str, str]:
    """Return who signs most likely: the person at the keyboard."""
    return {"sender_name": g.user.name, "sender_email": g.user.email}
