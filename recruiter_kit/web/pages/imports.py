"""Import: drop files, say which column is which if asked, see what was read and why not all, confirm.

In: files. Out: pages; what is confirmed is in the store. Changes to what is there already wait.
"""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, g, jsonify, redirect, render_template, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response as Answer
from wtforms import MultipleFileField
from wtforms.validators import DataRequired

from recruiter_kit.errors import NotFoundError, RecruiterKitError
from recruiter_kit.installation import here
from recruiter_kit.intake.table.asking import Values
from recruiter_kit.intake.table.columns_file import written
from recruiter_kit.intake.table.template import XLSX, example_rows, table_template
from recruiter_kit.jobs import uploads
from recruiter_kit.messages import say
from recruiter_kit.model import Recommendation
from recruiter_kit.web.context import store
from recruiter_kit.web.download import attached
from recruiter_kit.web.filters import sentence
from recruiter_kit.web.flashes import counted, flash
from recruiter_kit.web.forms import Form, number
from recruiter_kit.web.pages.import_changes import Change, changes
from recruiter_kit.web.pages.import_names import NONE, chosen_for, untied_in
from recruiter_kit.web.pages.own_tables import chosen, column_choices, columns_said, values_said
from recruiter_kit.web.signed_in import needs
from recruiter_kit.workflow import applications, imports, quarantine, roles, rows

place = Blueprint("imports", __name__)
SECONDS_TO_WAIT = 2.0
"""Most imports are done by then, and nobody sees a progress bar for a moment."""
SHOWN = 50
ORDER = ("new", "changed", "same")


class ImportForm(Form):
    """The files that belong together."""

    files = MultipleFileField("Exports, role files and decisions files", [DataRequired()])


@place.get("/import")
@needs("import")
def show() -> str:
    """Show the form and what waits to be accepted."""
    return _page(ImportForm())


@place.post("/import")
@needs("import")
def take() -> Answer | str:
    """Put the files aside and begin to read them."""
    form = ImportForm()
    files = [file for file in form.files.data or () if isinstance(file, FileStorage) and file.filename]
    if not form.validate() or not files:
        return _page(form)
    name = uploads.begin(here().folder, [(str(file.filename), file.read()) for file in files], g.user.email)
    uploads.look(here().folder, name, SECONDS_TO_WAIT)
    return redirect(url_for("imports.upload", name=name))


@place.get("/import/files/<name>")
@needs("import")
def upload(name: str) -> Answer | str:
    """Show how far it is: what has to be asked, what was read, or what was imported."""
    state = _own(name)
    if state.step == "asking":
        return _columns_page(name, state)
    if state.step == "values":
        return _values_page(name, state)
    if state.step == "read":
        return _what_was_read(name, state)
    if state.step == "kept":
        return _after(state)
    return render_template("web/import-state.html", name=name, state=state)


@place.get("/import/files/<name>/state")
@needs("import")
def how_far(name: str) -> Answer:
    """Return how far it is, for the progress bar."""
    state = _own(name)
    return jsonify({"step": state.step, "done": state.done, "total": state.total})


@place.post("/import/files/<name>/columns")
@needs("import")
def columns(name: str) -> Answer | str:
    """Accept which column is which, and read again."""
    state = _own(name)
    said, wrong = columns_said(state.asked, state.said, request.form)
    if wrong:
        return _columns_page(name, state, request.form, wrong)
    uploads.say_columns(here().folder, name, said)
    return _read_on(name)


@place.post("/import/files/<name>/values")
@needs("import")
def values(name: str) -> Answer | str:
    """Accept what the values of the tables mean, and read again."""
    state = _own(name)
    said, wrong = values_said(state.said, state.values, request.form)
    if wrong:
        return _values_page(name, state, request.form, wrong)
    uploads.say_values(here().folder, name, said)
    return _read_on(name)


@place.post("/import/files/<name>/ties")
@needs("import")
def ties(name: str) -> Answer:
    """Accept which criteria names mean and notes belong to, and read again."""
    _own(name)
    untied = chosen_for("heading", "criterion")
    uploads.tie(
        here().folder,
        name,
        store(),
        {heading: criterion for heading, criterion in untied.items() if criterion},
        {
            named: "" if meant == NONE else meant
            for named, meant in chosen_for("name", "meant").items()
            if meant
        },
    )
    return _read_on(name)


@place.post("/import/files/<name>/back")
@needs("import")
def back(name: str) -> Answer:
    """Ask again which column is which."""
    _own(name)
    uploads.ask_again(here().folder, name)
    return redirect(url_for("imports.upload", name=name))


@place.get("/import/files/<name>/columns.yaml")
@needs("import")
def columns_file(name: str) -> Answer:
    """Return what was said of the tables as a file for --columns."""
    state = _own(name)
    by_headings = {frozenset(said.by_heading()): said for said in state.said}
    tables = [
        (asked, said, Values())
        for asked in state.asked
        if (said := by_headings.get(frozenset(heading.name for heading in asked.headings))) is not None
    ]
    return attached(written(tables).encode(), "columns.yaml", "application/yaml")


@place.get("/import/template.xlsx")
@needs("import")
def template() -> Answer:
    """Return an empty scorecard table with lists and notes, for Excel."""
    titles = [role.title for role in applications.roles(store())]
    return attached(table_template(titles), "scorecards.xlsx", XLSX)


@place.get("/import/example.xlsx")
@needs("import")
def example() -> Answer:
    """Return a scorecard table that is filled in, to see what goes where."""
    return attached(table_template((), example_rows()), "example-scorecards.xlsx", XLSX)


@place.post("/import/files/<name>")
@needs("import")
def settle_upload(name: str) -> Answer:
    """Keep what was read, or drop it."""
    _own(name)
    if request.form.get("answer") != "keep":
        uploads.drop(here().folder, name)
        flash(say("import_cancelled"), "good")
        return redirect(url_for("imports.show"))
    uploads.confirm(here().folder, name)
    uploads.look(here().folder, name, SECONDS_TO_WAIT)
    return redirect(url_for("imports.upload", name=name))


@place.post("/import/changes/accept")
@needs("import")
def settle_all() -> Answer:
    """Take over everything that was seen; what cannot be taken over stays, and says why."""
    note, accepted = request.form.get("note", ""), 0
    for seen in request.form.getlist("seen"):
        import_id, _, application = seen.partition(" ")
        try:
            imports.accept_changes(store(), application, g.user.email, note, number(import_id))
            accepted += 1
        except RecruiterKitError as error:
            flash(sentence(str(error)), "error")
    flash(counted("import_accepted_all", accepted), "good")
    return redirect(url_for("imports.show"))


@place.post("/import/changes/<application>/<any(accept, refuse):answer>")
@needs("import")
def settle(application: str, answer: str) -> Answer:
    """Take over or leave what a newer import says."""
    if answer == "accept":
        seen = number(request.form.get("seen", ""))
        imports.accept_changes(store(), application, g.user.email, request.form.get("note", ""), seen)
        flash(say("import_accepted"), "good")
    else:
        imports.refuse_changes(store(), application, g.user.email)
        flash(say("import_ignored"), "good")
    return redirect(url_for("imports.show"))


def _after(state: uploads.State) -> Answer | str:
    """Say what was imported where work goes on: updates to accept, a role to complete, or the list."""
    counts = state.counts
    words = {"new": "import_new", "changed": "import_changed", "same": "import_same"}
    said = [say(key, count=counts[name]) for name, key in words.items() if counts[name] or name == "new"]
    flash(say("import_done", said=", ".join(said)), "good")
    if counts["apart"]:
        flash(counted("import_done_apart", counts["apart"]), "info")
    if counts["changed"]:
        flash(counted("import_done_changed", counts["changed"]), "info")
        return redirect(url_for("imports.show"))
    incomplete = roles.incomplete(store())
    if len(incomplete) > 1:
        return render_template("web/import-roles.html", incomplete=incomplete)
    if incomplete:
        flash(say("import_then_role", role=incomplete[0].title), "info")
        came: dict[str, Any] = {"from": "import"}
        return redirect(url_for("role.show", role=incomplete[0].id, **came))
    return redirect(url_for("queue.show"))


def _read_on(name: str) -> Answer:
    uploads.look(here().folder, name, SECONDS_TO_WAIT)
    return redirect(url_for("imports.upload", name=name))


def _columns_page(
    name: str, state: uploads.State, form: Mapping[str, str] | None = None, wrong: str = ""
) -> str:
    said = {frozenset(each.by_heading()): each for each in state.said}
    begun = [
        [
            chosen(
                said.get(frozenset(heading.name for heading in asked.headings)),
                heading.name,
                heading.suggested,
            )
            for heading in asked.headings
        ]
        for asked in state.asked
    ]
    return render_template(
        "web/import-columns.html",
        name=name,
        asked=state.asked,
        begun=begun,
        form=form,
        wrong=wrong,
        column_choices=column_choices(),
    )


def _values_page(
    name: str, state: uploads.State, form: Mapping[str, str] | None = None, wrong: str = ""
) -> str:
    titles = sorted({role.title for role in applications.roles(store())})
    return render_template(
        "web/import-values.html",
        name=name,
        state=state,
        form=form or {},
        wrong=wrong,
        titles=titles,
        recommendations=list(Recommendation),
    )


def _page(form: ImportForm) -> str:
    return render_template(
        "web/import.html",
        form=form,
        pending=[(pending_change, _changes(pending_change)) for pending_change in imports.pending(store())],
    )


def _changes(waiting: imports.Pending) -> list[Change]:
    here = applications.application(store(), waiting.application)
    newer = rows.with_written(waiting.newer, here)
    return changes(
        quarantine.without(here, quarantine.places(store(), here.id)),
        quarantine.without(newer, list(quarantine.find(newer))),
        _names(here.role, newer.role),
    )


def _names(*ids: str) -> dict[str, str]:
    """Return the titles of roles, and the names of their criteria, by id."""
    found = [role for role in applications.roles(store()) if role.id in ids]
    criteria = {criterion.id: criterion.name for role in found for criterion in role.criteria}
    return criteria | {role.id: role.title for role in found}


def _own(name: str) -> uploads.State:
    """Return the state of an upload of the person who asks, and of nobody else."""
    state = uploads.look(here().folder, name)
    if state.by != g.user.email:
        raise NotFoundError.of("upload_gone")
    return state


def _what_was_read(name: str, state: uploads.State) -> str:
    found = uploads.bundle(here().folder, name)
    titles = {role.id: role.title for role in found.roles}
    kinds = imports.kinds_of(store(), found)
    new_first = sorted(found.applications, key=lambda each: ORDER.index(kinds[each.id]))
    rows = [
        (
            kinds[application.id],
            application.candidate.full_name,
            titles.get(application.role, application.role),
            len(application.scorecards),
            application.decision,
        )
        for application in new_first[:SHOWN]
    ]
    return render_template(
        "web/import-read.html",
        name=name,
        state=state,
        rows=rows,
        notices=found.notices,
        total=state.total,
        untied=untied_in(found),
        unclear=found.unclear,
        none=NONE,
    )
