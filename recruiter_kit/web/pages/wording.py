"""Wording better: one statement, a letter or many, by the language model that is set; and back as noted.

In: what is to be worded. Out: a new version, or a page that shows how far it is. What was proved is told,
what is to be looked at is offered; nothing is approved.
"""

from collections.abc import Sequence

from flask import Blueprint, Response, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.feedback import Feedback
from recruiter_kit.installation import here
from recruiter_kit.jobs import rewording
from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.review.review import revised
from recruiter_kit.web.context import standard, store, today
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.pages.statements import AT, as_typed, on_newest
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, versions
from recruiter_kit.writing.taking import noted_again, take

place = Blueprint("wording", __name__)
MOST = 40
SECONDS_TO_WAIT = 2.0
"""Shorter work is waited for; longer work has a page with its progress."""


@place.post(f"{AT}/wording")
@needs("draft")
@on_newest
def better(application: str, version: versions.Version) -> Answer:
    """Word the letter better, or the one statement that is named; words typed meanwhile are saved first."""
    statement = request.form.get("statement", "")
    _keep_typed(application, version)
    return _begun((application,), only=(statement,) if statement else None)


@place.post("/wording")
@needs("draft")
def many() -> Answer:
    """Word the letters of all that were selected; approved ones stay as they are."""
    chosen = list(dict.fromkeys(request.form.getlist("application")))[:MOST]
    roles = {each: applications.application(store(), each).role for each in chosen}
    return _begun([each for each in chosen if may(g.user, "draft", roles[each])])


@place.get("/wording/<name>")
@needs("draft")
def show(name: str) -> str | Answer:
    """Show how far it is, and what came of each; one alone leads back to its feedback."""
    progress = rewording.look(name, g.user.email)
    if progress.over and len(progress.results) == 1 and progress.results[0].application:
        (result,) = progress.results
        flash(
            say("wording_done", said=result.said),
            {"worded": "good", "noted": "info", "failed": "error"}[result.came],
        )
        return redirect(url_for("feedback.show", application=result.application))
    return render_template("web/wording.html", progress=progress, name=name)


@place.get("/wording/<name>/state")
@needs("draft")
def how_far(name: str) -> Response:
    """Say how far it is, for the page that waits."""
    progress = rewording.look(name, g.user.email)
    step = "over" if progress.over else "wording"
    return jsonify({"step": step, "done": progress.done, "total": progress.total})


@place.post(f"{AT}/wording/take")
@needs("draft")
@on_newest
def accept(application: str, version: versions.Version) -> Answer:
    """Put an offered proposal in place, as the words of the person who says yes."""
    typed = _typed(version.feedback)
    changed = take(typed, request.form.get("proposal", ""), g.user.email)
    return _saved(application, version, changed, "took a proposal")


@place.post(f"{AT}/wording/noted")
@needs("draft")
@on_newest
def as_noted(application: str, version: versions.Version) -> Answer:
    """Put the notes back that a proposal had replaced."""
    changed = noted_again(version.feedback, request.form.get("statement", ""))
    return _saved(application, version, changed, "as noted again")


def _begun(chosen: Sequence[str], only: Sequence[str] | None = None) -> Answer:
    alone = len(chosen) == 1
    order = rewording.Order(tuple(chosen), g.user.email, standard(), today(), only, again=alone)
    name = rewording.begin(here(), order)
    rewording.look(name, g.user.email, SECONDS_TO_WAIT if alone else 0)
    return redirect(url_for("wording.show", name=name))


def _typed(feedback: Feedback) -> Feedback:
    """Return the feedback with the words of the form."""
    return feedback.model_copy(update={"statements": as_typed(feedback, request.form, g.user.email)})


def _keep_typed(application: str, version: versions.Version) -> None:
    typed = _typed(version.feedback)
    if typed.statements != version.feedback.statements:
        _save(application, version, typed, "reworded")


def _save(application: str, version: versions.Version, changed: Feedback, note: str) -> None:
    found = applications.application(store(), application)
    people = applications.people(store(), found.role)
    judged = revised(changed, changed.statements, people, found)
    versions.save_draft(store(), judged, g.user.email, version.version, note, seen=version.seen)


def _saved(application: str, version: versions.Version, changed: Feedback, note: str) -> Answer:
    _save(application, version, changed, note)
    flash(say("statements_saved_again" if version.state == "approved" else "statements_saved"), "good")
    return redirect(url_for("feedback.show", application=application))
