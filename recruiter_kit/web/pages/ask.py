"""One question to an interviewer, by a link that works once: no account, no menu, nobody else's words.

In: the token of the link. Out: what that interviewer wrote on one criterion, and a form for what is missing;
afterwards what was answered, to be looked at. The link shows nothing else of the app.
"""

from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, g, jsonify, make_response, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import RadioField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from recruiter_kit.clock import now
from recruiter_kit.composing.sifting import doubt
from recruiter_kit.errors import StoreError
from recruiter_kit.language.entry import look_at
from recruiter_kit.language.sentences import LONGEST_NOTE
from recruiter_kit.model import Criterion, Role
from recruiter_kit.web.context import address, store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.forms import Form, trimmed
from recruiter_kit.web.pages.marking import of_findings, runs
from recruiter_kit.web.request import said
from recruiter_kit.workflow import applications, asks

place = Blueprint("ask", __name__, url_prefix="/ask")
NOT_ASSESSED = "-"


class AnswerForm(Form):
    """What an interviewer adds to a note."""

    level = RadioField("Level")
    note = TextAreaField(
        "What you saw or heard", [DataRequired(), Length(max=LONGEST_NOTE)], [trimmed], render_kw={"rows": 5}
    )


@place.before_request
def _nobody() -> None:
    """Whoever follows the link is nobody here, also in a browser in which somebody is signed in."""
    g.user = None


@place.after_request
def _unlisted(answer: Response) -> Response:
    # Only our own pages get the address as referrer, which the check of forms over https needs.
    answer.headers["Referrer-Policy"] = "same-origin"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@place.get("/<token>")
def show(token: str) -> Answer:
    """Show the question, or what became of it."""
    found = asks.of_token(store(), token)
    if found is None or found.standing() != "waiting":
        return _over(found)
    return make_response(_page(found, token, _form(found)))


@place.post("/<token>")
def answer(token: str) -> Answer:
    """Keep the answer; the link works no more."""
    found = asks.of_token(store(), token)
    if found is None or found.standing() != "waiting":
        return _over(found)
    form = _form(found)
    if form.validate():
        level = None if form.level.data == NOT_ASSESSED else float(form.level.data)
        try:
            done = asks.answer(store(), token, level, form.note.data, _page_of(found))
        except StoreError as error:
            form.note.errors = [sentence(str(error))]
        else:
            return _over(done, thanks=True)
    return make_response(_page(found, token, form), HTTPStatus.OK)


@place.post("/<token>/check")
def look(token: str) -> Response | tuple[Response, int]:
    """Say what in an answer cannot be used while it is typed, for as long as the link works."""
    found = asks.of_token(store(), token)
    if found is None or found.standing() != "waiting":
        return jsonify(findings=[], runs=[]), HTTPStatus.NOT_FOUND
    text = str(said().get("text", ""))[:LONGEST_NOTE]
    about = applications.application(store(), found.application)
    role = applications.role(store(), about.role)
    # Nobody else's name is looked for: a finding on one would say that they have applied here.
    findings = look_at(text, role, (), about.candidate, doubt)
    shown = {"label", "severity", "start", "end", "message", "better"}
    return jsonify(
        findings=[finding.model_dump(include=shown) for finding in findings],
        runs=runs(text, of_findings(findings)),
    )


def _page_of(found: asks.Ask) -> str:
    """Return the address of the page on which whoever asked finds the answer."""
    if found.dispute is not None:
        return address() + url_for("after.show", _anchor=f"dispute-{found.dispute}")
    return address() + url_for("feedback.show", application=found.application, _anchor="asks")


def _form(found: asks.Ask) -> AnswerForm:
    role, _ = _of(found)
    level = asks.written(store(), found).level
    form = AnswerForm()
    scale = range(role.scale.lowest, role.scale.highest + 1)
    form.level.choices = [
        *(SelectChoice(str(each)) for each in scale),
        SelectChoice(NOT_ASSESSED, "Not assessed"),
    ]
    if form.level.data is None:
        form.level.data = f"{level:g}" if level is not None and level in scale else NOT_ASSESSED
    return form


def _of(found: asks.Ask) -> tuple[Role, Criterion | None]:
    role = applications.role(store(), applications.application(store(), found.application).role)
    return role, role.criterion(found.criterion)


def _page(found: asks.Ask, token: str, form: AnswerForm) -> str:
    return render_template("web/ask.html", form=form, token_of_link=token, **_shown(found))


def _shown(found: asks.Ask) -> dict[str, Any]:
    role, criterion = _of(found)
    return {
        "ask": found,
        "role": role,
        "criterion": criterion,
        "candidate": applications.application(store(), found.application).candidate,
        "written": asks.written(store(), found),
    }


def _over(found: asks.Ask | None, *, thanks: bool = False) -> Answer:
    """Say kindly what became of the question; the answer is shown for as long as the link would work."""
    standing = found.standing() if found else "unknown"
    shown: dict[str, Any] = {}
    if found and standing == "answered" and found.expires_at > now():
        shown = _shown(found) | {"came_back": asks.answered(store(), found)}
    typed = request.form.get("note", "")[:LONGEST_NOTE]
    codes = {"unknown": HTTPStatus.NOT_FOUND, "answered": HTTPStatus.OK}
    page = render_template(
        "web/ask-over.html", standing=standing, found=found, thanks=thanks, typed=typed, **shown
    )
    return make_response(page, codes.get(standing, HTTPStatus.GONE))
