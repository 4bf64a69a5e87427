"""One role: read by all who see its applications, changed by those who may, criterion by criterion.

In: what a person typed. Out: the role's next version in the store. A required level is what a letter needs; a
kind, texts and next steps make it better and may wait.
"""

from collections.abc import Mapping
from http import HTTPStatus

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.composing.families import family_of
from recruiter_kit.errors import ConflictError, StoreError
from recruiter_kit.intake.role_making.draft import draft_of
from recruiter_kit.intake.role_making.editing import Field, RoleSheet, edited, shown
from recruiter_kit.intake.role_making.suggesting import Part, Suggestion
from recruiter_kit.messages import say
from recruiter_kit.model import FORMAT, Bundle, BundleFile, CriterionKind, Role
from recruiter_kit.people.rights import may
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.download import attached
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import number
from recruiter_kit.web.pages.role_form import filled, pressed, read_sheet
from recruiter_kit.web.pages.role_view import to_do
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, role_versions, roles
from recruiter_kit.workflow.role_ratings import ratings

place = Blueprint("role", __name__)
LONGEST_NOTE = 1000


@place.get("/roles/<role>")
@needs("see_applications")
def show(role: str) -> str:
    """Show a role: as a form to those who may change it."""
    newest = role_versions.newest(store(), role)
    if not may(g.user, "edit_roles", role):
        return render_template(
            "web/role-read.html", role=newest.role, version=newest, missing=to_do(newest.role)
        )
    return _page(newest, shown(newest.role))


@place.post("/roles/<role>")
@needs("edit_roles")
def save(role: str) -> Answer | str | tuple[str, int]:
    """Save the form as the next version, or do what another of its buttons says and save nothing yet."""
    newest = role_versions.newest(store(), role)
    seen = number(request.form.get("seen", ""))
    before = role_versions.version(store(), role, seen) if 0 < seen <= newest.version else newest
    sheet = read_sheet(before.role)
    button = request.form.get("do", "save")
    if button.startswith("fill:"):
        return _page(before, _filled(before.role, sheet, button.removeprefix("fill:")))
    if button != "save":
        sheet, key = pressed(sheet, button, before.role)
        return _page(before, sheet, go_on=key)
    used = {
        each.id: each.name
        for old in reversed(role_versions.history(store(), role))
        for each in old.role.criteria
    }
    done = edited(before.role, sheet, used)
    if done.role is None:
        return _page(before, sheet, done.problems), HTTPStatus.UNPROCESSABLE_ENTITY
    note = request.form.get("note", "").strip()[:LONGEST_NOTE]
    try:
        saved = roles.save(store(), done.role, before.version, g.user.email, note)
    except ConflictError as error:
        # The next save is made from their version, so that it is seen to replace it.
        return _page(newest, sheet, wrong=str(error), other=newest.version), HTTPStatus.CONFLICT
    except StoreError as error:
        return _page(before, sheet, {("", "note"): str(error)}), HTTPStatus.UNPROCESSABLE_ENTITY
    flash(say("role_saved", version=saved, role=done.role.title) if saved else say("role_same"), "good")
    return redirect(
        url_for("queue.show") if request.form.get("from") == "import" else url_for(".show", role=role)
    )


@place.post("/roles/<role>/delete")
@needs("edit_roles")
def remove(role: str) -> Answer:
    """Delete a role that nobody has applied for."""
    title = applications.role(store(), role).title
    roles.remove(store(), role, g.user.email)
    flash(say("role_removed", role=title), "good")
    return redirect(url_for("roles.show"))


@place.get("/roles/<role>/download")
@needs("edit_roles")
def download(role: str) -> Answer:
    """Return the role as a file that another installation reads."""
    found = BundleFile(format=FORMAT, roles=(applications.role(store(), role),))
    return attached(found.model_dump_json(indent=1).encode(), "role.json", "application/json")


def _page(
    version: role_versions.RoleVersion,
    sheet: RoleSheet,
    problems: Mapping[Field, str] | None = None,
    *,
    wrong: str = "",
    other: int = 0,
    go_on: str = "",
) -> str:
    role = version.role
    given = ratings(store(), role.id)
    known = {each.id: each for each in role.criteria}
    return render_template(
        "web/role.html",
        role=role,
        version=version,
        sheet=sheet,
        problems=problems or {},
        wrong=wrong,
        other=other,
        go_on=go_on,
        note=request.form.get("note", ""),
        came_from=request.values.get("from", ""),
        given=given,
        names={id: each.name for id, each in known.items()},
        scale_stays=any(each.levels for each in given.values()),
        gone=[
            each
            for each in role.criteria
            if each.id in given and each.id not in {it.id for it in sheet.criteria}
        ],
        suggested=_suggested(role),
        part=Part,
        kinds=list(CriterionKind),
        missing=to_do(role),
        earlier=role_versions.history(store(), role.id)[1:4],
        can_go=not roles.has_candidates(store(), role.id),
        organisation=standard().organisation,
    )


def _filled(role: Role, sheet: RoleSheet, key: str) -> RoleSheet:
    """Return the form with one criterion filled in as other roles have it."""
    was = {each.id: each for each in shown(role).criteria}
    suggested = _suggested(role)
    criteria = []
    for each in sheet.criteria:
        said = {part: suggested[each.id, part][0].value for part in Part if suggested.get((each.id, part))}
        criteria.append(filled(each, was.get(each.id), said) if each.key == key else each)
    return sheet._replace(criteria=tuple(criteria))


def _suggested(role: Role) -> dict[tuple[str, Part], tuple[Suggestion, ...]]:
    """Return what other roles say of what is missing in this one."""
    others = [each for each in applications.roles(store()) if each.id != role.id]
    draft = draft_of(role, Bundle(roles=(role,)), others, family_of)
    return {(each.criterion, each.part): each.suggestions for each in draft.questions}
