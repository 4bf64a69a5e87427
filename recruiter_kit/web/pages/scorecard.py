"""A scorecard written in the app: a level for each criterion beside its text, notes looked at while typing.

In: a role, a candidate who is here or new, what an interviewer saw. Out: a scorecard in the store. Nothing
keeps anybody from saving a note; what cannot be used, and what is missing, is said at once.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, Response, abort, g, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer
from wtforms import RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length, Optional

from recruiter_kit.clock import now
from recruiter_kit.composing.sifting import doubt
from recruiter_kit.language.entry import look_at
from recruiter_kit.language.sentences import LONGEST_NOTE
from recruiter_kit.messages import say
from recruiter_kit.model import Candidate, Interviewer, Rating, Recommendation, Role, Scorecard
from recruiter_kit.people.rights import may
from recruiter_kit.store.database import transaction
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import plain
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.forms import ADDRESS, NAME, Form, trimmed
from recruiter_kit.web.pages.marking import of_findings, runs
from recruiter_kit.web.request import said
from recruiter_kit.web.signed_in import needs, roles
from recruiter_kit.workflow import applications, decisions, scorecards, versions

place = Blueprint("scorecard", __name__)
NOT_ASSESSED = "-"
SOMEBODY_NEW = ""
NOTE = Length(max=LONGEST_NOTE)


class CardForm(Form):
    """What every scorecard has; the criteria of the role are added to it."""

    interviewer = StringField("Interviewer", [DataRequired(), NAME], [trimmed])
    interview = StringField("Interview or exercise", [DataRequired(), NAME], [trimmed])
    recommendation = SelectField(
        "Recommendation (never shared)",
        choices=[
            SelectChoice("", "None"),
            *(SelectChoice(recommendation.value, plain(recommendation)) for recommendation in Recommendation),
        ],
    )
    note_overall = TextAreaField("Overall note", [NOTE])
    note_private = TextAreaField("Private note (never shared, never used)", [NOTE])

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Refuse a scorecard that says nothing: it would still count as an interviewer."""
        fits = super().validate(extra_validators)
        said = (field for field in self if field.name.startswith(("level_", "note_", "recommendation")))
        if any(field.data not in (None, "", NOT_ASSESSED) for field in said):
            return bool(fits)
        self.note_overall.errors = [*self.note_overall.errors, say("card_empty")]
        return False


class CandidateForm(CardForm):
    """The same for a candidate who is chosen, or met for the first time."""

    candidate = SelectField("Candidate")
    given_name = StringField("Given name", [NAME], [trimmed])
    family_name = StringField("Family name", [NAME], [trimmed])
    email = StringField("E-mail address", [Optional(), ADDRESS], [trimmed])
    stage = StringField("Stage", [NAME], [trimmed])


@place.get("/scorecards/new")
@needs("write_scorecard")
def choose() -> str:
    """Show the roles that a scorecard can be written for."""
    return render_template("web/scorecard-roles.html", roles=roles(), may_import=may(g.user, "import"))


@place.route("/roles/<role>/scorecard", methods=["GET", "POST"])
@needs("write_scorecard")
def for_role(role: str) -> Answer | str:
    """Write a scorecard for a candidate of this role, who may be new."""
    found = applications.role(store(), role)
    form = _form(CandidateForm, found)
    known = [SelectChoice(id, name) for id, name in applications.of_role(store(), role)]
    form.candidate.choices = [SelectChoice(SOMEBODY_NEW, "A new candidate"), *known]
    if request.method == "GET":
        return _page(form, found)
    if form.candidate.data == SOMEBODY_NEW and not (form.given_name.data or form.family_name.data):
        form.given_name.errors = [say("scorecard_name")]
        return _page(form, found)
    if not form.validate():
        return _page(form, found)
    with transaction(store()):
        return _saved(form.candidate.data or _met(form, role), form, found)


@place.route("/applications/<application>/scorecard", methods=["GET", "POST"])
@needs("write_scorecard")
def show(application: str) -> Answer | str:
    """Write a scorecard for this candidate."""
    here = applications.application(store(), application)
    decisions.may_change(store(), application)
    role = applications.role(store(), here.role)
    form = _form(CardForm, role)
    if request.method == "POST" and form.validate():
        return _saved(application, form, role)
    return _page(form, role, here.id, here.candidate.full_name)


@place.post("/check-note")
@needs("write_scorecard")
def look() -> Response:
    """Say what in a note cannot be used, and what is missing, while it is typed."""
    sent = said()
    role = applications.role(store(), str(sent.get("role", "")))
    if not may(g.user, "write_scorecard", role.id):
        abort(403)
    text = str(sent.get("text", ""))[:LONGEST_NOTE]
    candidate = _candidate(str(sent.get("application") or ""), role)
    found = look_at(text, role, applications.people(store(), role.id), candidate, doubt)
    shown = {"label", "severity", "start", "end", "message", "better"}
    return jsonify(
        findings=[finding.model_dump(include=shown) for finding in found],
        runs=runs(text, of_findings(found)),
    )


def _candidate(application: str, role: Role) -> Candidate | None:
    """Return whose note it is, when the application is one of the role that the person may write for."""
    if not application:
        return None
    found = applications.application(store(), application)
    return found.candidate if found.role == role.id else None


def _form(kind: type[CardForm], role: Role) -> Any:
    levels = range(role.scale.lowest, role.scale.highest + 1)
    choices = [*(SelectChoice(str(level)) for level in levels), SelectChoice(NOT_ASSESSED, "Not assessed")]

    class OfRole(kind):  # type: ignore[misc,valid-type]
        pass

    for number, criterion in enumerate(role.criteria):
        setattr(OfRole, f"level_{number}", RadioField(criterion.name, choices=choices, default=NOT_ASSESSED))
        setattr(OfRole, f"note_{number}", TextAreaField("What was seen", [NOTE]))
    form = OfRole()
    if request.method == "GET":
        form.interviewer.data = g.user.name
    return form


def _page(form: Any, role: Role, application: str = "", candidate: str = "") -> str:
    return render_template(
        "web/scorecard.html", form=form, role=role, application=application, candidate=candidate
    )


def _met(form: Any, role: str) -> str:
    candidate = Candidate(
        given_name=form.given_name.data,
        family_name=form.family_name.data,
        email=form.email.data,
    )
    return scorecards.meet(store(), role, candidate, form.stage.data, g.user.email)


def _saved(application: str, form: Any, role: Role) -> Answer:
    card = _card(form, role)
    drafted = versions.latest(store(), application) is not None
    apart = scorecards.add(store(), application, card, g.user.email)
    flash(say("scorecard_saved_after_draft" if drafted else "scorecard_saved"), "good")
    if apart:
        flash(counted("scorecard_apart", apart), "info")
    if may(g.user, "see_applications", role.id):
        return redirect(url_for("feedback.show", application=application))
    return redirect(url_for("scorecard.choose"))


def _card(form: Any, role: Role) -> Scorecard:
    ratings = []
    for number, criterion in enumerate(role.criteria):
        level, note = form[f"level_{number}"].data, (form[f"note_{number}"].data or "").strip()
        if level != NOT_ASSESSED or note:
            value = None if level == NOT_ASSESSED else float(level)
            ratings.append(Rating(criterion=criterion.id, level=value, note=note or None))
    recommendation = form.recommendation.data
    return Scorecard(
        id=scorecards.new_id(),
        interviewer=Interviewer(name=form.interviewer.data),
        interview=form.interview.data,
        submitted_at=now(),
        recommendation=Recommendation(recommendation) if recommendation else None,
        ratings=tuple(ratings),
        note=form.note_overall.data or None,
        private_note=form.note_private.data or None,
    )
