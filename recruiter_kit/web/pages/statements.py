"""Editing the feedback: drafted, reworded, added to, put in another order.

In: what a person typed. Out: a new version, or the working version of a page that saves by itself. The second
of two who edit at once is shown that, and gets every word back.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any, Literal

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.composing import revising
from recruiter_kit.errors import StoreError
from recruiter_kit.feedback import Basis, Feedback, Part, Statement
from recruiter_kit.language.checking.remedies import remedied
from recruiter_kit.messages import say
from recruiter_kit.model import Application
from recruiter_kit.review.review import revised
from recruiter_kit.review.suppressions import suppress
from recruiter_kit.store import audit
from recruiter_kit.store.database import transaction
from recruiter_kit.store.events import Event
from recruiter_kit.web.context import standard, store, today
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import number
from recruiter_kit.web.pages.feedback_waiting import offers
from recruiter_kit.web.pages.resting import chosen, say_lost, with_choices, with_its_note, with_note
from recruiter_kit.web.pages.reviewing import run
from recruiter_kit.web.signed_in import needs, typed
from recruiter_kit.workflow import answering, applications, undoing, versions
from recruiter_kit.workflow.keeping import without_blanks

place = Blueprint("statements", __name__)
AT = "/applications/<application>"
Statements = tuple[Statement, ...]
LONGEST_EDITOR = 40
STEPS = {"undo": -1, "redo": 1}
MOVES: dict[str, Literal["up", "down"]] = {"up": "up", "down": "down"}


def on_newest(view: Callable[..., Answer]) -> Callable[..., Any]:
    """Hand over the newest version when it is the one that the person saw; else give every word back."""

    @wraps(view)
    def asked(application: str, **values: Any) -> Answer | tuple[str, int]:
        version = versions.latest(store(), application)
        if version is None or not _was_seen(version):
            return _overtaken(application), HTTPStatus.CONFLICT
        return view(application=application, version=version, **values)

    return asked


def _was_seen(version: versions.Version) -> bool:
    """Whether the newest version is the one that the person saw, or that this very page has saved."""
    page = editor()
    if page and versions.is_own(version, g.user.email, page):
        return True
    sent = request.form.get("version", 0, type=int), request.form.get("seen", version.seen)
    return sent == (version.version, version.seen)


def editor() -> versions.Editor | None:
    """Return the page that saves by itself while somebody edits on it; None for a form that is sent."""
    page = request.form.get("editor", "")[:LONGEST_EDITOR]
    return versions.Editor(page, request.form.get("turn", 0, type=int)) if page else None


@place.post(f"{AT}/draft")
@needs("draft")
def draft(application: str) -> Answer:
    """Start again from the scorecards and the decision."""
    based_on = request.form.get("version", 0, type=int)
    versions.save_draft(store(), drafted(application), g.user.email, based_on)
    return redirect(url_for("feedback.show", application=application))


def drafted(application: str) -> Feedback:
    """Compose the feedback on an application as it is now, with the answers that were given so far."""
    return answering.drafted(store(), application, standard(), today())


@place.post(f"{AT}/statements")
@needs("draft")
@on_newest
def save(application: str, version: versions.Version) -> Answer:
    """Keep the texts as they were changed, and do what a button asks for: move, drop, take, advise."""
    statements, done, at = _changed(_typed_again(version), request.form, g.user.email)
    note = request.form.get("note", "") or done
    looked_again = versions.outdated(store(), version) and not versions.other_decision(store(), version)
    return _saved(application, version, statements, note, f"text-{at}" if at else "", again=looked_again)


@place.post(f"{AT}/statements/undo")
@needs("draft")
@on_newest
def undo(application: str, version: versions.Version) -> Answer:
    """Undo what was saved last on this page, or do it again."""
    page, by = editor(), STEPS.get(request.form.get("do", ""))
    if page is None or by is None:
        abort(400)
    step = version.step + by
    was = undoing.state(store(), application, version.version, step, version.feedback)
    about, people = around(application)
    judged = revised(was, was.statements, people, about)
    versions.keep_step(store(), judged, g.user.email, page, step)
    return _back(application)


@place.post(f"{AT}/statements/new")
@needs("draft")
@on_newest
def add(application: str, version: versions.Version) -> Answer:
    """Add a statement with its source, or with the reason why it has none (R2)."""
    part, criterion = request.form.get("part", ""), request.form.get("criterion", "")
    role = applications.role(store(), applications.application(store(), application).role)
    if part not in revising.CAN_BE_ADDED or role.criterion(criterion) is None:
        abort(400)
    source = chosen(version.feedback, request.form.get("source"))
    statements = revising.added(
        version.feedback.statements,
        Part(part),
        criterion,
        request.form.get("text-new", ""),
        g.user.email,
        source,
        request.form.get("note-waiver", ""),
    )
    known = {statement.id for statement in version.feedback.statements}
    about, people = around(application)
    rested = [
        each if each.id in known else with_note(each, source, version.feedback, about, people)
        for each in statements
    ]
    return _saved(application, version, without_blanks(rested), "added a statement", "add")


@place.post(f"{AT}/versions/<int:number>")
@needs("draft")
@on_newest
def put_back(application: str, version: versions.Version, number: int) -> Answer:
    """Make the statements of an older version the newest again."""
    older = versions.version(store(), application, number)
    if older.feedback.decision != version.feedback.decision:
        raise StoreError.of("store_other_decision")
    base = version.feedback
    if (older.feedback.answers, older.feedback.releases) != (base.answers, base.releases):
        # Its questions are asked, or answered, as they were then; what was withheld then is withheld again.
        base = answering.drafted(store(), application, standard(), today(), older.feedback)
        base = base.model_copy(update={"suppressions": version.feedback.suppressions})
    changed = version._replace(feedback=base)
    return _saved(application, changed, older.feedback.statements, f"put version {number} back", "")


@place.post(f"{AT}/suppression")
@needs("draft")
@on_newest
def dismiss(application: str, version: versions.Version) -> Answer:
    """Dismiss one warning, with a reason and under the name of the person who does."""
    place_in_list = request.form.get("finding", -1, type=int)
    if not 0 <= place_in_list < len(version.feedback.findings):
        abort(404)
    finding = version.feedback.findings[place_in_list]
    reason = request.form.get(f"note-{place_in_list}") or request.form.get("note", "")
    changed = suppress(version.feedback, finding, reason, g.user.email, today())
    with transaction(store()):
        versions.save_draft(
            store(),
            changed,
            g.user.email,
            version.version,
            f"dismissed a warning: {finding.label}",
            seen=version.seen,
            editor=editor(),
        )
        audit.record(store(), g.user.email, Event.FINDING_SUPPRESSED, application, rule=finding.rule)
    return _back(application, f"text-{finding.statement}" if finding.statement else "")


def _typed_again(version: versions.Version) -> Feedback:
    """Return the feedback in which this page's sentences have the notes that they began with."""
    page, feedback = editor(), version.feedback
    if page is None or not versions.is_own(version, g.user.email, page):
        return feedback
    was = undoing.began(store(), version.application, version.version, feedback)
    texts = {each.id: request.form.get(f"text-{each.id}") for each in feedback.statements}
    again = tuple(
        each if (text := texts[each.id]) is None else with_its_note(each, was, text)
        for each in feedback.statements
    )
    return feedback.model_copy(update={"statements": again})


def _changed(feedback: Feedback, form: Mapping[str, str], by: str) -> tuple[Statements, str, str]:
    """Return the statements as typed and as one of the buttons asks for, what was done, and where.

    What was done is a word or two; where is the id of the statement that the button changed, or "".
    """
    do, _, what = form.get("do", "").partition(":")
    taken = _taken(feedback, number(what)) if do == "take" else {}
    statements = as_typed(feedback, {**form, **{f"text-{id}": text for id, text in taken.items()}}, by)
    if do == "advise":
        return _advised(feedback, statements, what, by), "added a next step", ""
    if do in MOVES:
        return revising.moved(statements, what, MOVES[do]), "moved", what
    if do == "drop" and what not in _blanks(feedback):
        return revising.dropped(statements, what), "dropped", ""
    return statements, "reworded", next(iter(taken), "")


def as_typed(feedback: Feedback, form: Mapping[str, str], by: str) -> Statements:
    """Return the statements with what a form says of them: texts, and what those without a note rest on.

    A blank is filled by a statement, never typed over.
    """
    texts = {name.removeprefix("text-"): text for name, text in form.items() if name.startswith("text-")}
    texts = {id: text for id, text in texts.items() if id not in _blanks(feedback)}
    reworded = revising.reworded(feedback.statements, texts, by)
    return with_choices(reworded, form, feedback, *around(feedback.application), by)


def around(id: str) -> tuple[Application, Sequence[str]]:
    """Return an application and the names of everybody around it."""
    application = applications.application(store(), id)
    return application, applications.people(store(), application.role)


def _blanks(feedback: Feedback) -> set[str]:
    return {statement.id for statement in feedback.said(Part.WAITING)}


def _advised(feedback: Feedback, statements: Statements, what: str, by: str) -> Statements:
    """Return the statements with the piece of advice that a person chose for a gap without a next step."""
    criterion, _, chosen = what.rpartition(":")
    role = applications.role(store(), applications.application(store(), feedback.application).role)
    pieces = offers(feedback, role).get(criterion, ())
    if not 0 <= number(chosen) < len(pieces):
        abort(400)
    known = {statement.id for statement in statements}
    more = revising.added(statements, Part.ADVICE, criterion, pieces[number(chosen)], by, waiver=by)
    library = {"basis": Basis.LIBRARY, "waiver": None}
    return tuple(each if each.id in known else each.model_copy(update=library) for each in more)


def _taken(feedback: Feedback, place_in_list: int) -> dict[str, str]:
    if not 0 <= place_in_list < len(feedback.findings):
        abort(404)
    finding = feedback.findings[place_in_list]
    text = next(
        (statement.text for statement in feedback.statements if statement.id == finding.statement), ""
    )
    better = remedied(text, finding)
    return {finding.statement: better} if better and finding.statement else {}


def _saved(
    application: str,
    version: versions.Version,
    statements: Statements,
    note: str,
    at: str,
    *,
    again: bool = True,
) -> Answer:
    """Save the statements; unless they are saved `again` as they were, say so where nothing was changed."""
    found, people = around(application)
    changed = revised(version.feedback, statements, people, found)
    same = changed.statements == version.feedback.statements and not again
    page = editor()
    if not same:
        was_approved = version.state == "approved"
        by, number = g.user.email, version.version
        versions.save_draft(store(), changed, by, number, note, seen=version.seen, editor=page)
        if not page:
            flash(say("statements_saved_again" if was_approved else "statements_saved"), "good")
    if page:
        # It says so itself, beside the words.
        return _back(application)
    lost = say_lost(statements, changed, found, people)
    if same and not lost:
        flash(say("statements_same"), "info")
    return _back(application, f"text-{lost}" if lost else "" if same else at)


def _back(application: str, at: str = "") -> Answer:
    """Go back to the letter, at a place in it."""
    return redirect(url_for("feedback.show", application=application, _anchor=at or None, **run()))


def _overtaken(application: str) -> str:
    """Tell the second of two that another was first, and give back every word that this one changed."""
    known = {
        statement.text
        for version in versions.history(store(), application)
        for statement in version.feedback.statements
    }
    texts = [text for text in typed() if text not in known]
    found = applications.application(store(), application)
    return render_template("web/statements-overtaken.html", application=found, texts=texts)
