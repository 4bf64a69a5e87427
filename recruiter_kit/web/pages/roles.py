"""Every role: what is missing in it, how many candidates wait, and when it was last changed."""

from typing import NamedTuple

from flask import Blueprint, g, render_template

from recruiter_kit.clock import now
from recruiter_kit.model import Role
from recruiter_kit.people.rights import may
from recruiter_kit.web import signed_in
from recruiter_kit.web.context import store
from recruiter_kit.web.pages.role_view import ToDo, to_do
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import role_versions
from recruiter_kit.workflow import roles as kept

place = Blueprint("roles", __name__)


class Row(NamedTuple):
    """One role of the list."""

    role: Role
    missing: list[ToDo]
    candidates: int
    waiting: int
    version: int
    changed_at: object


@place.get("/roles")
@needs("see_applications")
def show() -> str:
    """Show the roles that this person sees."""
    counted, saved = kept.candidates(store()), role_versions.saved_at(store())
    rows = [
        Row(role, to_do(role), *counted.get(role.id, (0, 0)), *saved.get(role.id, (1, now())))
        for role in signed_in.roles()
    ]
    return render_template("web/roles.html", rows=rows, may_edit=may(g.user, "edit_roles"))
