"""The call: what to settle before dialling, what to say, the cards, how it went; on paper, and rehearsed.

In: an application with approved feedback. Out: pages; a recorded outcome (R18). An allegation of
discrimination, once its words are written down, ends the call with a stop card and puts everything on
hold (R23).
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import StringField, TextAreaField

from recruiter_kit import clock
from recruiter_kit.call.moods import moods
from recruiter_kit.call.script import call_script
from recruiter_kit.composing.promises import over
from recruiter_kit.documents.call_sheet import Head, call_script_pdf
from recruiter_kit.errors import StoreError
from recruiter_kit.messages import say
from recruiter_kit.web.context import standard, store, today
from recruiter_kit.web.download import attached
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import Form, number
from recruiter_kit.web.pages import call_view
from recruiter_kit.web.pages.claim import taken_on
from recruiter_kit.web.signed_in import as_seen, contacts, needs
from recruiter_kit.workflow import (
    applications,
    callbacks,
    claims,
    outcomes,
    status,
    telephones,
    tellings,
    versions,
)
from recruiter_kit.workflow.status import Status

place = Blueprint("call", __name__, url_prefix="/applications/<application>")

OUTCOMES: dict[tellings.Result, str] = {
    "reached": "Told",
    "voicemail": "Voicemail",
    "no_answer": "No answer",
    "declined": "Didn't want feedback",
    "ring_back": "Ring back",
    "alleged_discrimination": "Allegation",
}
"""What a button records."""
APART = ("ring_back", "alleged_discrimination")
"""Outcomes whose button is beside the field that they need."""


class TelephoneForm(Form):
    """How the candidate is reached, and how the name is said."""

    number = StringField("Telephone number", render_kw={"type": "tel", "autocomplete": "off"})
    said_as = StringField("How to say the name", render_kw={"autocomplete": "off"})


class OutcomeForm(Form):
    """How the call went. One button for each outcome, so that one tap ends the call."""

    notes = TextAreaField("Notes on the call")
    wrong = TextAreaField("What they say is wrong, in their words")
    alleged = TextAreaField("What they said, in their words")
    ring_at = StringField("Ring back at", render_kw={"type": "datetime-local"})


@place.get("/call")
@needs("tell")
@taken_on
def show(application: str) -> Answer | str:
    """Show what to settle before dialling; whoever opens it handles the candidate (R14)."""
    return _closed(application) or _before(application)


@place.post("/call/number")
@needs("tell")
def reach(application: str) -> Answer | tuple[str, int]:
    """Keep the telephone number, and how the name is said."""
    form = TelephoneForm()
    try:
        telephones.save(store(), application, form.number.data or "", form.said_as.data or "", g.user.email)
    except StoreError as error:
        if status.of(store(), application) is Status.HELD:
            raise
        form.number.errors = [sentence(str(error))]
        return _before(application, form), 422
    return redirect(url_for(".show", application=application))


@place.get("/call/now")
@needs("tell")
@taken_on
def now(application: str) -> Answer | str:
    """Show the call itself. One that nobody may make is not shown."""
    return _closed(application) or _now(application, OutcomeForm())


@place.post("/call")
@needs("tell")
def end(application: str) -> Answer | str:
    """Record how it went, and raise the dispute where a fact was said to be wrong."""
    form = OutcomeForm()
    result = next((outcome for outcome in OUTCOMES if request.form.get(outcome)), None)
    if result is None or not form.validate() or not _whole(form, result):
        return _now(application, form)
    ring_at = local_moment(form.ring_at.data)
    if result == "reached" and request.form.get("choice") == "writing":
        result = "in_writing"
    standing = tellings.record_telling(
        store(),
        application,
        "phone",
        result,
        g.user.email,
        (form.alleged.data if result == "alleged_discrimination" else form.notes.data) or "",
        number(request.form.get("version", "")),
        wrong=(form.wrong.data or "") if request.form.get("wrong_said") else "",
        ring_at=ring_at,
    )
    if standing is Status.HELD:
        return redirect(url_for(".stopped", application=application))
    change = url_for("outcome.show", application=application)
    if standing is Status.WRITING:
        flash(say("call_writing"), "good", (change, say("outcome_change")))
        return redirect(url_for("send.show", application=application))
    outcome = say("call_told_in_writing") if result == "in_writing" else OUTCOMES[result]
    flash(say("call_recorded", outcome=outcome), "good", (change, say("outcome_change")))
    return redirect(url_for("queue.show"))


@place.get("/call-script.pdf")
@needs("tell")
def script(application: str) -> Response:
    """Return script and cards for the desk, with whom they are for; the file's name names nobody."""
    status.refuse_when_held(store(), application)
    feedback = versions.newest(store(), application).feedback
    telephone = telephones.of(store(), application)
    head = Head(telephone=telephone.number, said_as=telephone.said_as, day=today())
    return attached(call_script_pdf(feedback, head), "call-script.pdf", "application/pdf")


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
    version = versions.newest(store(), application)
    said = call_script(version.feedback)
    return render_template(
        "web/call-rehearse.html",
        application=application,
        candidate=version.feedback.candidate.full_name,
        role=version.feedback.role,
        script=said,
        steps=call_view.steps(said, mood),
        cards=call_view.keyed(said),
        mood=mood,
        moods=moods(),
    )


def local_moment(text: str | None) -> datetime | None:
    """Return a moment typed as a page asks for it, on the clock of the organisation; None for none."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    if found.tzinfo:
        return found
    zone = standard().time_zone
    return found.replace(tzinfo=ZoneInfo(zone)) if zone else found.astimezone()


def _closed(application: str) -> Answer | None:
    """Return where a call leads that nobody may make: on hold, and once the candidate has been told."""
    standing = status.of(store(), application)
    if standing is not Status.HELD and standing not in claims.OVER:
        return None
    flash(sentence(say("store_held" if standing is Status.HELD else "store_told")), "error")
    return redirect(url_for("feedback.show", application=application))


def _whole(form: OutcomeForm, result: tellings.Result) -> bool:
    """Whether everything is there that this outcome needs; what is missing is said beside its field."""
    if result == "alleged_discrimination" and not (form.alleged.data or "").strip():
        form.alleged.errors = [sentence(say("store_hold_words"))]
    if request.form.get("wrong_said") and not (form.wrong.data or "").strip():
        form.wrong.errors = [say("call_disputed_what")]
    if result == "ring_back":
        try:
            callbacks.refuse_unfit(local_moment(form.ring_at.data))
        except StoreError as error:
            form.ring_at.errors = [sentence(str(error))]
    return not (form.alleged.errors or form.wrong.errors or form.ring_at.errors)


def _before(application: str, form: TelephoneForm | None = None) -> str:
    version = versions.newest(store(), application)
    feedback, about = version.feedback, as_seen(applications.application(store(), application))
    telephone = telephones.of(store(), application)
    said = call_script(feedback)
    return render_template(
        "web/call.html",
        application=application,
        candidate=feedback.candidate,
        role=feedback.role,
        telephone=telephone,
        form=form or TelephoneForm(number=telephone.number, said_as=telephone.said_as),
        notes=call_view.to_read(feedback, about),
        before=said.before,
        left=len(feedback.left_to_recruiter),
        elsewhere=claims.elsewhere(store(), application),
        attempts=outcomes.attempts(store(), [application]).get(application),
        callback=callbacks.of(store(), application),
        approved=version.state == "approved",
        over=over(feedback, clock.today(feedback.standard.time_zone)),
        minutes=call_view.minutes(said),
    )


def _now(application: str, form: OutcomeForm) -> str:
    version = versions.newest(store(), application)
    said = call_script(version.feedback)
    return render_template(
        "web/call-now.html",
        application=application,
        candidate=version.feedback.candidate.full_name,
        role=version.feedback.role,
        telephone=telephones.of(store(), application),
        script=said,
        steps=call_view.steps(said, None),
        cards=call_view.keyed(said),
        by_id={card.id: card for card in said.cards},
        outcomes={name: label for name, label in OUTCOMES.items() if name not in APART},
        form=form,
        mood=None,
        version=version.version,
        approved=version.state == "approved",
        over=over(version.feedback, clock.today(version.feedback.standard.time_zone)),
    )
