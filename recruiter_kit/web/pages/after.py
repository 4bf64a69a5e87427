"""Follow-up: who was told, who asks, who says that a fact is wrong, when a hold ends.

In: the store. Out: pages, and the answers that people give. A request has 24 hours, a dispute the day that
the letter promises. An answer that the fact was right leaves as a message of its own; where it was wrong, the
corrected letter is the answer.
"""

from flask import Blueprint, Response, abort, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.clock import now
from recruiter_kit.documents.answer import answer_message
from recruiter_kit.errors import StoreError
from recruiter_kit.installation import here
from recruiter_kit.mail.settings import mail_server
from recruiter_kit.messages import say
from recruiter_kit.web.context import standard, store, today
from recruiter_kit.web.filters import day, moment
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.pages.after_view import answered as answered_of
from recruiter_kit.web.pages.after_view import disputed as shown_of
from recruiter_kit.web.pages.after_view import told
from recruiter_kit.web.pages.marking import of_findings, runs
from recruiter_kit.web.pages.send import undo_seconds
from recruiter_kit.web.request import said
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import answer_mail, applications, disputes, holds, outbox, requests, tellings

place = Blueprint("after", __name__)
AT = "/applications/<application>"
A_PAGE = 50
BY_HAND = ("phone", "post", "email")
"""How somebody may have given an answer that did not leave from here."""
LONGEST = 5000


@place.app_context_processor
def _everywhere() -> dict[str, object]:
    """Let the candidate's page offer the sentences that were told."""
    return {"told_sentences": lambda application: told(store(), application)}


@place.get("/after")
@needs("tell")
def show() -> str:
    """Show open requests and disputes, the one due first first, and the log of tellings, newest first."""
    number = max(1, request.args.get("page", 1, type=int))
    log = tellings.log(store(), limit=A_PAGE + 1, offset=(number - 1) * A_PAGE)
    asking = requests.open_requests(store())
    letters, on = standard(), today()
    return render_template(
        "web/after.html",
        requests=asking,
        disputes=[shown_of(store(), each, letters, on) for each in disputes.open_disputes(store())],
        answered=answered_of(store(), disputes.answered(store())),
        names=applications.names(store(), {wish.application for wish in asking}),
        mails=bool(mail_server(here()) and letters.sender and letters.sender.email),
        seconds=undo_seconds(),
        log=log[:A_PAGE],
        more=len(log) > A_PAGE,
        page=number,
        now=now(),
        reapply=standard().reapply_from,
    )


@place.post(f"{AT}/request")
@needs("tell")
def asked(application: str) -> Answer:
    """Start the clock of a candidate who asks for feedback."""
    asked_for = requests.record_request(store(), application, g.user.email)
    flash(say("after_asked", due=moment(asked_for.due_at)), "good")
    return redirect(url_for("feedback.show", application=application))


@place.post(f"{AT}/dispute")
@needs("tell")
def disputed(application: str) -> Answer:
    """Write down what the candidate says is wrong."""
    dispute = disputes.raise_dispute(
        store(),
        application,
        request.form.get("note", ""),
        g.user.email,
        request.form.get("sentence") or None,
    )
    flash(say("after_disputed", due=day(dispute.due_on)), "good")
    return redirect(url_for("feedback.show", application=application))


@place.post(f"{AT}/allegation")
@needs("tell")
def alleged(application: str) -> Answer:
    """Put everything on hold when the candidate alleges discrimination, whenever that is (R23)."""
    holds.hold(store(), application, g.user.email, request.form.get("note", ""))
    return redirect(url_for("call.stopped", application=application))


@place.post(f"{AT}/dispute/<int:number>/sentence")
@needs("tell")
def picked(application: str, number: int) -> Answer:
    """Say which sentence is meant."""
    _own(application, number)
    disputes.pick(store(), number, request.form.get("sentence", ""))
    return redirect(url_for("after.show", _anchor=f"dispute-{number}"))


@place.post(f"{AT}/dispute/<int:number>")
@needs("tell")
def answered(application: str, number: int) -> Answer | tuple[str, int]:
    """Answer what the candidate says is wrong: the fact was right, or it is corrected and sent again.

    The first leaves as mail, or was given some other way already.
    """
    found = _own(application, number)
    words, how = request.form.get("note", "")[:LONGEST], request.form.get("how", "")
    if request.form.get("verdict") == "corrected":
        disputes.answer(store(), number, "corrected", words, g.user.email)
        flash(say("after_corrected"), "good")
        sentence = f"text-{found.statement}" if found.statement else None
        return redirect(url_for("feedback.show", application=application, _anchor=sentence))
    if how == "send":
        _send(found, words)
        flash(say("dispute_leaves", wait=counted("seconds", undo_seconds())), "good")
    elif how in BY_HAND:
        tellings.record_answer(store(), number, words, how, g.user.email)  # type: ignore[arg-type]
        flash(say("dispute_given"), "good")
    else:
        abort(400)
    return redirect(url_for("after.show", _anchor=f"dispute-{number}"))


@place.post(f"{AT}/dispute/<int:number>/undo")
@needs("tell")
def undo(application: str, number: int) -> Answer:
    """Take back an answer that has not left; the dispute is open again, with its words."""
    _own(application, number)
    waiting = [mail for mail in outbox.of(store(), application) if mail.dispute == number]
    if not waiting:
        raise StoreError.of("mail_gone")
    outbox.cancel(store(), waiting[-1].id, g.user.email)
    flash(say("send_undone"), "good")
    return redirect(url_for("after.show", _anchor=f"dispute-{number}"))


@place.post(f"{AT}/dispute/check")
@needs("tell")
def look(application: str) -> Response:
    """Say what in an answer may not leave, while it is typed."""
    text = str(said().get("text", ""))[:LONGEST]
    found = disputes.findings(store(), application, text)
    shown = {"label", "severity", "start", "end", "message", "better"}
    return jsonify(
        findings=[finding.model_dump(include=shown) for finding in found], runs=runs(text, of_findings(found))
    )


def _own(application: str, number: int) -> disputes.Dispute:
    """Return a dispute of this application; 404 for one of another."""
    found = disputes.get(store(), number)
    if found.application != application:
        abort(404)
    return found


def _send(found: disputes.Dispute, words: str) -> None:
    if mail_server(here()) is None:
        abort(404)
    version = disputes.told(store(), found.application)
    if version is None:
        raise StoreError.of("store_nothing_to_dispute")
    candidate = applications.application(store(), found.application).candidate
    message = answer_message(words, version.feedback, candidate.email, standard())
    answer_mail.put_answer(store(), found.id, words, message, g.user.email, undo_seconds=undo_seconds())


@place.post(f"{AT}/hold")
@needs("end_hold")
def go_on(application: str) -> Answer:
    """End a hold, with the reason."""
    holds.end_hold(store(), application, g.user.email, request.form.get("note", ""))
    flash(say("after_hold_ended"), "good")
    return redirect(url_for("feedback.show", application=application))
