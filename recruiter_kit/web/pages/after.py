"""Follow-up: who was told, who asks, who says that a fact is wrong, when a hold ends.

In: the store. Out: pages, and the answers that people give. A request has 24 hours, a dispute the day that
the letter promises.
"""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.clock import now
from recruiter_kit.messages import say
from recruiter_kit.web.context import standard, store, today
from recruiter_kit.web.filters import day, moment
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, disputes, holds, requests, tellings

place = Blueprint("after", __name__)
AT = "/applications/<application>"
A_PAGE = 50


@place.get("/after")
@needs("tell")
def show() -> str:
    """Show open requests and disputes, the one due first first, and the log of tellings, newest first."""
    number = max(1, request.args.get("page", 1, type=int))
    log = tellings.log(store(), limit=A_PAGE + 1, offset=(number - 1) * A_PAGE)
    asking, disputing = requests.open_requests(store()), disputes.open_disputes(store())
    ids = {wish.application for wish in asking} | {dispute.application for dispute in disputing}
    return render_template(
        "web/after.html",
        requests=asking,
        disputes=disputing,
        names=applications.names(store(), ids),
        log=log[:A_PAGE],
        more=len(log) > A_PAGE,
        page=number,
        now=now(),
        today=today(),
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
    dispute = disputes.raise_dispute(store(), application, request.form.get("note", ""), g.user.email)
    flash(say("after_disputed", due=day(dispute.due_on)), "good")
    return redirect(url_for("feedback.show", application=application))


@place.post(f"{AT}/allegation")
@needs("tell")
def alleged(application: str) -> Answer:
    """Put everything on hold when the candidate alleges discrimination, whenever that is (R23)."""
    holds.hold(store(), application, g.user.email, request.form.get("note", ""))
    return redirect(url_for("call.stopped", application=application))


@place.post(f"{AT}/dispute/<int:number>")
@needs("tell")
def answered(application: str, number: int) -> Answer:
    """Answer what the candidate says is wrong: the fact stands, or it is corrected and sent again."""
    verdict: disputes.Verdict = "corrected" if request.form.get("verdict") == "corrected" else "stands"
    if disputes.get(store(), number).application != application:
        abort(404)
    disputes.answer(store(), number, verdict, request.form.get("note", ""), g.user.email)
    if verdict == "corrected":
        flash(say("after_corrected"), "good")
        return redirect(url_for("feedback.show", application=application))
    flash(say("after_answered"), "good")
    return redirect(url_for("feedback.show", application=application))


@place.post(f"{AT}/hold")
@needs("end_hold")
def go_on(application: str) -> Answer:
    """End a hold, with the reason."""
    holds.end_hold(store(), application, g.user.email, request.form.get("note", ""))
    flash(say("after_hold_ended"), "good")
    return redirect(url_for("feedback.show", application=application))
