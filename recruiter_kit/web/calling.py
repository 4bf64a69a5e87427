"""The call: one screen with what to say now, the cards, the notes and how it went; and its rehearsal.

In: an application with approved feedback. Out: pages; a recorded outcome (R18). An allegation of
discrimination ends the call with a stop card and puts everything on hold (R23).
"""

import re
from collections.abc import Sequence
from string import ascii_lowercase
from typing import NamedTuple

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import TextAreaField

from recruiter_kit.composing.call import CallPart, CallScript, call_script
from recruiter_kit.composing.spoken import Line
from recruiter_kit.errors import NotFoundError
from recruiter_kit.store import feedbacks, tellings
from recruiter_kit.web.people import needs
from recruiter_kit.web.rehearsing.moods import Mood, moods
from recruiter_kit.web.stored import store
from recruiter_kit.web.taking_on import taken_on

place = Blueprint("calling", __name__, url_prefix="/applications/<application>")

KEYS = "123456789" + ascii_lowercase
OUTCOMES = {
    "reached": "Told, and it was taken in",
    "voicemail": "Voicemail",
    "no_answer": "No answer",
    "declined": "Wanted no feedback",
    "disputed": "Says a fact is wrong",
    "alleged_discrimination": "Alleged discrimination",
}


class OutcomeForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """How the call went. One button for each outcome, so that one tap ends the call."""

    notes = TextAreaField("Notes of the call")


class Step(NamedTuple):
    """One part of the call with its pauses, and what the candidate of a rehearsal says after it."""

    part: CallPart
    lines: tuple[tuple[Line, int | None], ...]
    answer: str | None


@place.get("/call")
@needs("tell")
@taken_on
def show(application: str) -> str:
    """Show the call; whoever opens it takes on the telling (R14)."""
    return _page(application, OutcomeForm())


@place.post("/call")
@needs("tell")
def end(application: str) -> Answer | str:
    """Record how it went."""
    form = OutcomeForm()
    result = next((each for each in OUTCOMES if request.form.get(each)), None)
    if result is None or not form.validate():
        return _page(application, form)
    notes = form.notes.data or ""
    tellings.record_telling(store(), application, "phone", result, g.user.email, notes)  # type: ignore[arg-type]
    if result == "alleged_discrimination":
        return redirect(url_for("calling.stopped", application=application))
    return redirect(url_for("queue.show"))


@place.get("/stopped")
@needs("tell")
def stopped(application: str) -> str:
    """Show the stop card: what to say last, and who goes on from here."""
    script = call_script(_latest(application).feedback)
    card = next(each for each in script.cards if each.id == "protected")
    return render_template("web/stopped.html", card=card)


@place.get("/rehearse")
@needs("tell")
def rehearse(application: str) -> str:
    """Show the same screen with a candidate who reacts; nothing is recorded."""
    mood = moods().get(request.args.get("mood", "quiet")) or moods()["quiet"]
    return _page(application, None, mood)


def _page(application: str, form: OutcomeForm | None, mood: Mood | None = None) -> str:
    version = _latest(application)
    script = call_script(version.feedback)
    return render_template(
        "web/call.html",
        application=application,
        candidate=version.feedback.candidate.full_name,
        role=version.feedback.role,
        script=script,
        steps=_steps(script, mood),
        cards=list(zip(KEYS, script.cards, strict=False)),
        outcomes=OUTCOMES,
        form=form,
        mood=mood,
        moods=moods(),
        approved=version.state == "approved",
    )


def _latest(application: str) -> feedbacks.Version:
    found = feedbacks.latest(store(), application)
    if found is None:
        raise NotFoundError.of("store_no_version", version=1)
    return found


def _steps(script: CallScript, mood: Mood | None) -> tuple[Step, ...]:
    answers = mood.answers if mood else {}
    return tuple(Step(part, _with_pauses(part.lines), answers.get(part.name)) for part in script.parts)


def _with_pauses(lines: Sequence[Line]) -> tuple[tuple[Line, int | None], ...]:
    return tuple((line, _seconds(line)) for line in lines)


def _seconds(line: Line) -> int | None:
    """Return how long a pause is at most, None for what is no pause."""
    found = re.findall(r"\d+", line.text) if line.kind == "stage" else ()
    return int(found[-1]) if found else None
