"""The call: one screen with what to say now, the cards, the notes and how it went; and its rehearsal.

In: an application with approved feedback. Out: pages; a recorded outcome (R18). An allegation of
discrimination ends the call with a stop card and puts everything on hold (R23).
"""

import re
from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import TextAreaField

from recruiter_kit import clock
from recruiter_kit.call.script import CallPart, CallScript, call_script
from recruiter_kit.call.spoken import Line, words
from recruiter_kit.composing.promises import over
from recruiter_kit.messages import say
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import Form, number
from recruiter_kit.web.pages.claim import taken_on
from recruiter_kit.web.pages.moods import Mood, moods
from recruiter_kit.web.signed_in import contacts, needs
from recruiter_kit.workflow import applications, claims, status, tellings, versions
from recruiter_kit.workflow.status import Status

place = Blueprint("call", __name__, url_prefix="/applications/<application>")

MOST_LINES = 8
"""More would not fit a screen with the cards, the notes and the outcomes."""
MOST_WORDS = 45
"""Said and to be read beside it; points of more are on a screen of their own."""
KEYS = "123456789" + ascii_lowercase
OUTCOMES: dict[tellings.Result, str] = {
    "reached": "Told",
    "voicemail": "Voicemail",
    "no_answer": "No answer",
    "declined": "Didn't want feedback",
    "disputed": "Disputed a fact",
    "alleged_discrimination": "Alleged discrimination",
}


class OutcomeForm(Form):
    """How the call went. One button for each outcome, so that one tap ends the call."""

    notes = TextAreaField("Notes on the call")


class Step(NamedTuple):
    """What is said in one go, with its pauses, and what the candidate of a rehearsal says after it."""

    name: str
    seconds: int
    lines: tuple[tuple[Line, int | None], ...]
    answer: str | None


@place.get("/call")
@needs("tell")
@taken_on
def show(application: str) -> Answer | str:
    """Show the call; whoever opens it handles the candidate (R14). One that nobody may make is not shown."""
    standing = status.of(store(), application)
    if standing is Status.HELD or standing in claims.OVER:
        flash(sentence(say("store_held" if standing is Status.HELD else "store_told")), "error")
        return redirect(url_for("feedback.show", application=application))
    return _page(application, OutcomeForm())


@place.post("/call")
@needs("tell")
def end(application: str) -> Answer | str:
    """Record how it went."""
    form = OutcomeForm()
    result = next((outcome for outcome in OUTCOMES if request.form.get(outcome)), None)
    if result is None or not form.validate():
        return _page(application, form)
    notes = form.notes.data or ""
    if result == "disputed" and not notes.strip():
        form.notes.errors = [say("call_disputed_what")]
        return _page(application, form)
    seen = number(request.form.get("version", ""))
    standing = tellings.record_telling(
        store(),
        application,
        "phone",
        result,
        g.user.email,
        notes,
        seen,
    )
    if result == "alleged_discrimination":
        return redirect(url_for("call.stopped", application=application))
    if standing is Status.WRITING:
        flash(say("call_writing"), "good")
        return redirect(url_for("send.show", application=application))
    flash(say("call_recorded", outcome=OUTCOMES[result]), "good")
    return redirect(url_for("queue.show"))


@place.get("/stopped")
@needs("tell")
def stopped(application: str) -> Answer | str:
    """Show the stop card: what to say last, and who goes on from here."""
    if status.of(store(), application) is not Status.HELD:
        return redirect(url_for("feedback.show", application=application))
    version = versions.latest(store(), application)
    cards = call_script(version.feedback).cards if version else ()
    card = next((card for card in cards if card.id == "protected"), None)
    role = applications.application(store(), application).role
    return render_template(
        "web/call-stopped.html", application=application, card=card, contacts=contacts(role)
    )


@place.get("/rehearse")
@needs("tell")
def rehearse(application: str) -> str:
    """Show the same screen with a candidate who reacts; nothing is recorded."""
    mood = moods().get(request.args.get("mood", "quiet")) or moods()["quiet"]
    return _page(application, None, mood)


def _page(application: str, form: OutcomeForm | None, mood: Mood | None = None) -> str:
    version = versions.newest(store(), application)
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
        version=version.version,
        approved=version.state == "approved",
        over=over(version.feedback, clock.today(version.feedback.standard.time_zone)),
    )


def _steps(script: CallScript, mood: Mood | None) -> tuple[Step, ...]:
    answers = mood.answers if mood else {}
    return tuple(step for part in script.parts for step in _of_part(part, answers.get(part.name)))


def _of_part(part: CallPart, answer: str | None) -> Iterator[Step]:
    """Yield the part in pieces that fit a screen: a long one is cut at its pauses, and before its points."""
    pieces = list(_pieces(part.lines)) if len(part.lines) > MOST_LINES else [list(part.lines)]
    length = sum(len(line.text) for line in part.lines)
    for turn, lines in enumerate(pieces, start=1):
        name = part.name if len(pieces) == 1 else f"{part.name} {turn} of {len(pieces)}"
        seconds = round(part.seconds * sum(len(line.text) for line in lines) / length)
        timed = tuple((line, _seconds(line)) for line in lines)
        yield Step(name, seconds, timed, answer if turn == len(pieces) else None)


def _pieces(lines: Sequence[Line]) -> Iterator[list[Line]]:
    piece: list[Line] = []
    for line in lines:
        piece.append(line)
        if _seconds(line) or line is lines[-1]:
            yield from _before_points(piece)
            piece = []


def _before_points(piece: list[Line]) -> Iterator[list[Line]]:
    """Yield a piece whole, or in two where it is long; what leads to the points stays with them."""
    first = next((place for place, line in enumerate(piece) if line.kind == "point"), 0)
    if first > 1 and sum(words(f"{line.text} {line.beside or ''}") for line in piece) > MOST_WORDS:
        yield piece[: first - 1]
        yield piece[first - 1 :]
    else:
        yield piece


def _seconds(line: Line) -> int | None:
    """Return how long a pause is at most, None for a line that is not a pause."""
    found = re.findall(r"\d+", line.text) if line.kind == "stage" else ()
    return int(found[-1]) if found else None
