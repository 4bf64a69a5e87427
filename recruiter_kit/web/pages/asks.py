"""Asking an interviewer about a note: one click where the address is known, one field where it is not.

In: a scorecard and a criterion, from the feedback or from a dispute. Out: a mail with a link that works once,
and the link itself to be handed over; what was asked, and what came back, on the candidate's page.
"""

import json
from typing import Any

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import here
from recruiter_kit.mail.settings import mail_server
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Scorecard
from recruiter_kit.web.context import address, standard, store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.pages.asks_view import of_application
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, asks

place = Blueprint("asks", __name__, url_prefix="/applications/<application>")
LONGEST_QUESTION = 500


@place.app_context_processor
def _everywhere() -> dict[str, object]:
    """Let each page show what was asked with one line: {% include "web/asks.html" %}."""
    return {"asks_of": lambda application: of_application(store(), application)}


@place.post("/asks")
@needs("draft")
def ask(application: str) -> Answer | str:
    """Ask at once where the interviewer's address is known, or no mail is sent from here; else ask for it."""
    about = _about()
    found = applications.application(store(), application)
    card = next((card for card in found.scorecards if card.id == about.scorecard), None)
    if card is None:
        raise StoreError.of("ask_nothing")
    by_hand = request.form.get("by_hand") == "yes" or not _mails()
    email = request.form.get("email", "").strip() or asks.address_of(store(), card.interviewer.name or "")
    if not (email or by_hand):
        return _form(found, card, about)
    try:
        made, link = asks.ask(
            store(),
            application,
            about,
            g.user.email,
            address(),
            email=None if by_hand else email,
            question=request.form.get("question", "")[:LONGEST_QUESTION] or _question(about),
            asker=g.user.name,
        )
    except StoreError as error:
        if request.form.get("email"):
            return _form(found, card, about, wrong=sentence(str(error)))
        raise
    return render_template("web/asks-made.html", made=made, link=link, back=_back(application, about))


@place.post("/asks/<int:number>/close")
@needs("draft")
def close(application: str, number: int) -> Answer:
    """Close a question; its link no longer works."""
    found = asks.get(store(), number)
    if found.application != application:
        abort(404)
    asks.withdraw_ask(store(), number, g.user.email)
    flash(say("ask_withdrawn"), "good")
    return redirect(_back(application, asks.About(found.scorecard, found.criterion, dispute=found.dispute)))


def _about() -> asks.About:
    """Return what a button or the form asks about; 400 for anything else."""
    try:
        said: Any = json.loads(request.form.get("ask", ""))
        about = asks.About(**said)
    except (ValueError, TypeError):
        abort(400)
    texts = (about.scorecard, about.criterion, about.sentence)
    if not all(isinstance(text, str) for text in texts) or not isinstance(about.dispute, int | None):
        abort(400)
    return about


def _mails() -> bool:
    """Whether mail to colleagues leaves from here."""
    sender = standard().sender
    return bool(sender and sender.email and mail_server(here()))


def _question(about: asks.About) -> str:
    if about.dispute is not None:
        return say("ask_question_dispute")
    return say("ask_question_sentence") if about.sentence else say("ask_question_example")


def _form(found: Application, card: Scorecard, about: asks.About, wrong: str = "") -> str:
    role = applications.role(store(), found.role)
    criterion = role.criterion(about.criterion)
    return render_template(
        "web/asks-address.html",
        application=found,
        name=card.interviewer.name or "",
        criterion=criterion.name if criterion else "",
        ask=json.dumps(about._asdict()),
        email=request.form.get("email", ""),
        question=request.form.get("question") or _question(about),
        wrong=wrong,
        back=_back(found.id, about),
    )


def _back(application: str, about: asks.About) -> str:
    if about.dispute is not None:
        return url_for("after.show", _anchor=f"dispute-{about.dispute}")
    return url_for("feedback.show", application=application, _anchor="asks")
