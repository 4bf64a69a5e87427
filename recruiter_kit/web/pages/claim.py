"""Taking it on to tell a candidate: one person does, the others see who (R14).

Other applications of what may be the same person are asked about first, told or not (R17).
"""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Any

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.messages import say
from recruiter_kit.web.context import store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, claims, status, tellings
from recruiter_kit.workflow.claims import ElsewhereError

place = Blueprint("claim", __name__, url_prefix="/applications/<application>")
PAGES = ("call.show", "call.now", "send.show")


def taken_on(view: Callable[..., Any]) -> Callable[..., Any]:
    """Let a page be seen by whoever tells the candidate, and ask first about other applications."""

    @wraps(view)
    def asked(**values: Any) -> Any:
        application = values["application"]
        if status.of(store(), application) not in tellings.READY:
            # It can be looked at, and nobody tells now.
            return view(**values)
        try:
            claims.claim(store(), application, g.user.email)
        except ElsewhereError:
            return render_template(
                "web/claim.html",
                application=applications.application(store(), application),
                elsewhere=claims.elsewhere(store(), application),
                to=request.endpoint,
            )
        return view(**values)

    return asked


def take_knowing(application: str, shown: Collection[str]) -> bool:
    """Take it on for somebody who was `shown` other applications; False when those here are not the same."""
    known = {other.mark for other in claims.elsewhere(store(), application)}
    if shown and not known <= set(shown):
        return False
    claims.claim(store(), application, g.user.email, knowing=True)
    return True


@place.post("/claim")
@needs("tell")
def take(application: str) -> Answer:
    """Take it on, knowing of the other applications; what has changed since is asked again."""
    status.refuse_when_held(store(), application)
    to = request.form.get("to", "")
    take_knowing(application, request.form.getlist("shown"))
    return redirect(url_for(to if to in PAGES else "feedback.show", application=application))


@place.post("/claim/release")
@needs("tell")
def release(application: str) -> Answer:
    """Hand it back, or take it from somebody who cannot; the audit log says who did."""
    claims.release(store(), application, g.user.email)
    flash(say("claim_released"), "good")
    return redirect(url_for("feedback.show", application=application))
