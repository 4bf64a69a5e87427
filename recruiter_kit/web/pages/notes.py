"""Notes without a form: add a document, confirm its sentences one by one, and save them as scorecards.

In: a Word file, an e-mail, a text or a pasted text. Out: pages; what a person has confirmed is in the store,
and the document is gone. A note that an assistant wrote is confirmed here, too.
"""

from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as Answer
from wtforms import FileField, TextAreaField

from recruiter_kit.clock import now
from recruiter_kit.errors import InputError
from recruiter_kit.installation import here
from recruiter_kit.jobs import loose_notes
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Role
from recruiter_kit.people.rights import may
from recruiter_kit.store import audit
from recruiter_kit.store.database import transaction
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.forms import Form, number
from recruiter_kit.web.pages import notes_form
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, decisions, scorecards, versions
from recruiter_kit.workflow.sorting.around import Around
from recruiter_kit.workflow.sorting.cutting import sort
from recruiter_kit.workflow.sorting.record import Sorting

place = Blueprint("notes", __name__, url_prefix="/applications/<application>/notes")


class NotesForm(Form):
    """A document, or its text."""

    file = FileField("Word file, e-mail or text")
    text = TextAreaField("Or paste the text", name="text-pasted")


@place.route("", methods=["GET", "POST"])
@needs("write_scorecard")
def add(application: str) -> Answer | str:
    """Take a document, or ask for one."""
    about = applications.application(store(), application)
    decisions.may_change(store(), application)
    form = NotesForm()
    if request.method == "POST" and form.validate():
        try:
            return _taken(form, about)
        except InputError as error:
            form.file.errors = [sentence(str(error))]
    return render_template("web/notes.html", form=form, about=about, **_role(about))


@place.get("/<name>")
@needs("write_scorecard")
def show(application: str, name: str) -> str:
    """Show every sentence with what is proposed for it."""
    about, sorting, _ = _sorted(application, name)
    role = applications.role(store(), about.role)
    return _page(name, about, sorting, notes_form.blocks(sorting, role))


@place.post("/<name>")
@needs("write_scorecard")
def settle(application: str, name: str) -> Answer | str:
    """Save what was confirmed, tick a whole block, or cancel."""
    about, sorting, sent_at = _sorted(application, name)
    role = applications.role(store(), about.role)
    do, _, block = request.form.get("do", "").partition(":")
    if do == "cancel":
        loose_notes.drop(here().folder, name)
        flash(say("notes_cancelled"), "good")
        return redirect(url_for("feedback.show", application=application))
    found = notes_form.blocks(sorting, role, request.form)
    if do == "all":
        notes_form.use_all(found, number(block))
        return _page(name, about, sorting, found, at=number(block))
    if not notes_form.check(found):
        nothing = not any(each.is_used for each in found)
        return _page(
            name, about, sorting, found, wrong=say("notes_nothing" if nothing else "notes_incomplete")
        )
    return _saved(name, about, sorting, found, sent_at)


@place.post("/confirm")
@needs("write_scorecard")
def confirm(application: str) -> Answer:
    """Vouch for a note that an assistant wrote."""
    card, where = request.form.get("scorecard", ""), request.form.get("place", "")
    scorecards.confirm(store(), application, card, where, g.user.email, g.user.name)
    flash(say("notes_note_confirmed"), "good")
    return redirect(url_for("feedback.show", application=application, beside="scorecards", _anchor="beside"))


def _taken(form: Any, about: Application) -> Answer:
    file, text = form.file.data, form.text.data or ""
    if isinstance(file, FileStorage) and file.filename:
        shown, content = str(file.filename), file.read()
    elif text.strip():
        shown, content = "", text.encode("utf-8", "replace")
    else:
        raise InputError.of("notes_no_document")
    name = loose_notes.begin(here().folder, about.id, shown, content, g.user.email)
    return redirect(url_for("notes.show", application=about.id, name=name))


def _sorted(application: str, name: str) -> tuple[Application, Sorting, Any]:
    about = applications.application(store(), application)
    decisions.may_change(store(), application)
    written = loose_notes.look(here().folder, name, application, g.user.email)
    others = [other for id, other in applications.of_role(store(), about.role) if id != application]
    around = Around(
        applications.role(store(), about.role),
        about.candidate.full_name,
        tuple(others),
        applications.interviewers(store(), about.role),
    )
    return about, sort(written, around), written.sent_at or now()


def _saved(
    name: str, about: Application, sorting: Sorting, found: list[notes_form.Block], sent_at: Any
) -> Answer:
    cards = notes_form.cards(found, sent_at, g.user.name)
    used = sum(row.used for block in found for row in block.rows)
    drafted = versions.latest(store(), about.id) is not None
    with transaction(store()):
        apart = sum(scorecards.add(store(), about.id, card, g.user.email) for card in cards)
        left = len(sorting.sentences) - used + len(sorting.left)
        audit.record(
            store(),
            g.user.email,
            Event.NOTES_CONFIRMED,
            about.id,
            scorecards=len(cards),
            used=used,
            left=left,
        )
    loose_notes.drop(here().folder, name)
    flash(counted("notes_saved", len(cards)), "good")
    if drafted:
        flash(say("notes_after_draft"), "info")
    if apart:
        flash(counted("scorecard_apart", apart), "info")
    if may(g.user, "see_applications", about.role):
        return redirect(url_for("feedback.show", application=about.id))
    return redirect(url_for("scorecard.choose"))


def _page(
    name: str,
    about: Application,
    sorting: Sorting,
    found: list[notes_form.Block],
    at: int = -1,
    wrong: str = "",
) -> str:
    return render_template(
        "web/notes-sorted.html",
        name=name,
        about=about,
        sorting=sorting,
        blocks=found,
        at=at,
        wrong=wrong,
        levels=notes_form.levels,
        interviewers=applications.interviewers(store(), about.role),
        sees_apart=may(g.user, "see_quarantined", about.role),
        is_apart=notes_form.is_apart,
        **_role(about),
    )


def _role(about: Application) -> dict[str, Role]:
    return {"role": applications.role(store(), about.role)}
