"""A new role: from a few answers, from a file, or as a copy of another. It is completed on its own page."""

from collections.abc import Mapping

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from recruiter_kit.errors import InputError
from recruiter_kit.intake.role_making.asking import Answers, asked_role
from recruiter_kit.jobs import role_files
from recruiter_kit.messages import say
from recruiter_kit.web.context import standard, store
from recruiter_kit.web.flashes import flash
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, roles

place = Blueprint("new_role", __name__)


@place.get("/new-role")
@needs("edit_roles")
def show() -> str:
    """Show the ways to a new role."""
    return _page(Answers(organisation=standard().organisation or ""))


@place.post("/new-role")
@needs("edit_roles")
def make() -> Answer | tuple[str, int]:
    """Make a role from a few answers."""
    answers = Answers(**{name: request.form.get(name, "") for name in Answers._fields})
    made = asked_role(answers)
    if made.role is None:
        return _page(answers, made.problems), 422
    return _added(roles.add(store(), made.role, g.user.email).id)


@place.post("/new-role/file")
@needs("edit_roles")
def take() -> Answer | str | tuple[str, int]:
    """Make the roles of a file; of a document, offer its lines as criteria to choose from."""
    file = request.files.get("file")
    if file is None or not file.filename:
        return _page(Answers(), wrong=say("role_file_needed")), 422
    try:
        found = role_files.found_in(store(), file.filename, file.read())
    except InputError as error:
        return _page(Answers(), wrong=str(error)), 422
    if found.criteria:
        return _page(Answers(title=found.title, criteria="\n".join(found.criteria)), from_file=file.filename)
    note = say("role_file_note", file=file.filename)
    made = [roles.add(store(), role, g.user.email, note) for role in found.roles]
    if len(made) == 1:
        return _added(made[0].id)
    flash(say("roles_added", count=len(made)), "good")
    return redirect(url_for("roles.show"))


@place.post("/new-role/copy")
@needs("edit_roles")
def copy() -> Answer:
    """Duplicate a role under a new id."""
    like = applications.role(store(), request.form.get("role", ""))
    title = say("role_copy_title", role=like.title)[:300]
    made = like.model_copy(update={"title": title})
    return _added(roles.add(store(), made, g.user.email, say("role_copied_note", role=like.title)).id)


def _added(role: str) -> Answer:
    flash(say("role_added", role=applications.role(store(), role).title), "good")
    return redirect(url_for("role.show", role=role))


def _page(
    answers: Answers, problems: Mapping[str, str] | None = None, *, wrong: str = "", from_file: str = ""
) -> str:
    return render_template(
        "web/new-role.html",
        answers=answers,
        problems=problems or {},
        wrong=wrong,
        from_file=from_file,
        roles=applications.roles(store()),
    )
