"""One decision for many: the same reason, decider, day and note, and for each candidate what decided it.

In: the applications that were selected. Out: a page with those that have no decision, and a decision on
each that stays ticked (R1). What decided it is never chosen for anybody.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.case import NEED_A_DECISIVE_CRITERION
from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.messages import say
from recruiter_kit.model import Application, Criterion, Decision, Reason, Role
from recruiter_kit.people.rights import may
from recruiter_kit.web import listing
from recruiter_kit.web.context import store
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.pages.decision import DecisionForm
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, decisions

place = Blueprint("bulk_decision", __name__)
MOST = 200


class SharedForm(DecisionForm):
    """What is the same for all."""

    decisive = None
    note_change = None


class Rated(NamedTuple):
    """A criterion with the levels that the interviewers gave this candidate."""

    criterion: Criterion
    levels: Sequence[float]


class Undecided(NamedTuple):
    """One candidate without a decision, and what the panel rated."""

    application: str
    candidate: str
    role: str
    rated: Sequence[Rated]


@place.post("/bulk-decision/chosen")
@needs("decide")
def choose() -> Answer:
    """Lead from what was ticked to the page that shows it, at an address without the form's token."""
    return redirect(url_for("bulk_decision.show", application=listing.chosen("decide", MOST)))


@place.get("/bulk-decision")
@needs("decide")
def show() -> str:
    """Show the form, and who has no decision yet."""
    return _page(request.args.getlist("application"), SharedForm(decided_by=g.user.name))


@place.post("/bulk-decision")
@needs("decide")
def take() -> Answer | str:
    """Record the decision on each that stays ticked; one that cannot be recorded stops no other."""
    form = SharedForm()
    chosen = list(dict.fromkeys(request.form.getlist("application")))[:MOST]
    shown = request.form.getlist("shown") or chosen
    form.validate()
    wrong = {} if chosen else {"": sentence(say("many_decided_none"))}
    if form.reason.data in NEED_A_DECISIVE_CRITERION:
        missing = sentence(say("many_decided_decisive"))
        wrong |= {each: missing for each in chosen if not request.form.getlist(f"decisive-{each}")}
    if form.errors or wrong:
        return _page(shown, form, wrong, chosen)
    saved = sum(_recorded(each, form) for each in chosen)
    flash(counted("many_decided", saved), "good" if saved else "info")
    return redirect(url_for("queue.show", tab="draft" if saved else "decide"))


def _recorded(application: str, form: SharedForm) -> bool:
    name = application
    try:
        found = applications.application(store(), application)
        name = found.candidate.full_name
        if not may(g.user, "decide", found.role):
            return False
        decision = Decision(
            outcome="not_offered",
            reason=Reason(form.reason.data),
            decisive=tuple(request.form.getlist(f"decisive-{application}")),
            note=form.note.data or None,
            decided_by=form.decided_by.data,
            decided_on=form.decided_on.data,
        )
        decisions.record_first(store(), application, decision, g.user.email)
    except RecruiterKitError as error:
        flash(say("about_candidate", candidate=name, why=error), "error")
        return False
    return True


def _page(
    shown: Sequence[str],
    form: SharedForm,
    wrong: Mapping[str, str] | None = None,
    chosen: Sequence[str] | None = None,
) -> str:
    undecided, staying = _sorted(list(dict.fromkeys(shown))[:MOST])
    return render_template(
        "web/bulk-decision.html",
        form=form,
        undecided=undecided,
        staying=staying,
        wrong=wrong or {},
        chosen=[each.application for each in undecided] if chosen is None else chosen,
        decisive={
            each.application: request.form.getlist(f"decisive-{each.application}") for each in undecided
        },
        needing=[reason.value for reason in NEED_A_DECISIVE_CRITERION],
    )


def _sorted(shown: Sequence[str]) -> tuple[list[Undecided], list[str]]:
    """Return those without a decision, and the names of the others."""
    undecided, staying = [], []
    roles: dict[str, Role] = {}
    for each in shown:
        try:
            found = applications.application(store(), each)
        except RecruiterKitError:
            continue
        if not may(g.user, "decide", found.role):
            continue
        if found.decision is not None:
            staying.append(found.candidate.full_name)
            continue
        role = roles.setdefault(found.role, applications.role(store(), found.role))
        undecided.append(Undecided(each, found.candidate.full_name, role.title, _rated(found, role)))
    return undecided, staying


def _rated(found: Application, role: Role) -> list[Rated]:
    return [
        Rated(
            criterion,
            [
                rating.level
                for card in found.scorecards
                for rating in card.ratings
                if rating.criterion == criterion.id and rating.level is not None
            ],
        )
        for criterion in role.criteria
    ]
