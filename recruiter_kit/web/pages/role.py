"""A role, criterion by criterion: what an export did not say is asked, with what other roles say of it.

In: what a person answers. Out: the role in the store. A required level is what a letter needs; a kind, a text
and advice make it better and may wait.
"""

from collections.abc import Mapping

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.composing.families import family_of
from recruiter_kit.intake.role_making.answering import Asked, answered
from recruiter_kit.intake.role_making.draft import draft_of
from recruiter_kit.intake.role_making.suggesting import Part
from recruiter_kit.messages import say
from recruiter_kit.model import Bundle, CriterionKind, Role
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, roles

place = Blueprint("role", __name__)


@place.get("/roles/<role>")
@needs("import")
def show(role: str) -> str:
    """Show what is known of a role and what is asked."""
    return _page(applications.role(store(), role))


@place.post("/roles/<role>")
@needs("import")
def save(role: str) -> Answer | str:
    """Save the answers, or say which one is wrong."""
    seen = applications.role(store(), role)
    if request.form.get("seen") != _mark(seen):
        return _page(seen, wrong=say("role_changed_meanwhile", role=seen.title))
    answers = {
        (criterion.id, part): request.form.get(f"{part.value}-{at}", "")
        for at, criterion in enumerate(seen.criteria)
        for part in Part
    }
    done = answered(seen, answers)
    if done.role is None:
        return _page(seen, answers, done.problems)
    organisation = " ".join(request.form.get("organisation", "").split())[:300]
    completed = done.role.model_copy(update={"organisation": organisation or seen.organisation})
    if roles.complete(store(), completed, seen, g.user.email):
        flash(say("role_saved", role=seen.title), "good")
    return redirect(url_for("queue.show"))


def _page(
    role: Role,
    answers: Mapping[Asked, str] | None = None,
    problems: Mapping[Asked, str] | None = None,
    wrong: str = "",
) -> str:
    every = [applications.application(store(), id) for id, _ in applications.of_role(store(), role.id)]
    others = [other for other in applications.roles(store()) if other.id != role.id]
    draft = draft_of(role, Bundle(roles=(role,), applications=tuple(every)), others, family_of)
    suggested = {(question.criterion, question.part): question.suggestions for question in draft.questions}
    return render_template(
        "web/role.html",
        role=role,
        mark=_mark(role),
        rated={rated.criterion: rated for rated in draft.rated},
        known={**_known(role), **(answers or {})},
        suggested=suggested,
        problems=problems or {},
        kinds=list(CriterionKind),
        part=Part,
        wrong=wrong,
        ask_organisation=not role.organisation and not standard().organisation,
    )


def _known(role: Role) -> dict[Asked, str]:
    """Return what is known of each criterion, as it would be answered."""
    known: dict[Asked, str] = {}
    for criterion in role.criteria:
        texts = {float(level): text for level, text in criterion.levels.items()}
        required = criterion.required
        known[criterion.id, Part.KIND] = criterion.kind or ""
        known[criterion.id, Part.REQUIRED] = "" if required is None else f"{required:g}"
        known[criterion.id, Part.TEXT] = "" if required is None else texts.get(required, "")
        known[criterion.id, Part.ADVICE] = "\n".join(criterion.advice)
    return known


def _mark(role: Role) -> str:
    from hashlib import sha256

    return sha256(role.model_dump_json().encode()).hexdigest()[:16]
