"""The versions of a role: looked at, compared in words, restored; and which of them a draft rests on."""

from datetime import datetime

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.messages import say
from recruiter_kit.people.rights import may
from recruiter_kit.web.context import store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.forms import number as read_number
from recruiter_kit.web.pages.role_view import differences
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import role_versions, roles
from recruiter_kit.workflow.role_versions import Behind

place = Blueprint("role_versions", __name__)


@place.get("/roles/<role>/versions")
@needs("see_applications")
def show(role: str) -> str:
    """Show every version with what changed in it."""
    history = role_versions.history(store(), role)
    newest = history[0] if history else role_versions.newest(store(), role)
    older = [*history[1:], None]
    changes = [
        differences(before.role, each.role) if before else []
        for each, before in zip(history, older, strict=True)
    ]
    return render_template(
        "web/role-versions.html", role=newest.role, versions=list(zip(history, changes, strict=True))
    )


@place.get("/roles/<role>/versions/<int:number>")
@needs("see_applications")
def version(role: str, number: int) -> str:
    """Show one version, and how it differs from the one that counts now."""
    found, newest = role_versions.version(store(), role, number), role_versions.newest(store(), role)
    return render_template(
        "web/role-versions-one.html",
        role=found.role,
        version=found,
        newest=newest,
        changes=differences(found.role, newest.role),
        may_edit=may(g.user, "edit_roles", role),
    )


@place.post("/roles/<role>/versions/<int:number>")
@needs("edit_roles")
def restore(role: str, number: int) -> Answer:
    """Make an earlier version the next one, with the questions that any change is asked."""
    found = role_versions.version(store(), role, number)
    seen = read_number(request.form.get("seen", ""))
    note, done = request.form.get("note", ""), say("role_restored_note", version=number)
    roles.save(store(), found.role, seen, g.user.email, note, done)
    flash(say("role_restored", version=number), "good")
    return redirect(url_for("role.show", role=role))


@place.app_template_global()
def criteria_behind(role: str, made_at: datetime) -> Behind | None:
    """Return the version of a role that words of this time rest on."""
    return role_versions.behind(store(), role, made_at)
