"""Import: drop files, see what was read and what was not and why; changes wait to be accepted."""

import tempfile
from pathlib import Path

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask_wtf import FlaskForm
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Response as Answer
from wtforms import MultipleFileField
from wtforms.validators import DataRequired

from recruiter_kit.intake import read
from recruiter_kit.store import imports
from recruiter_kit.web.people import needs
from recruiter_kit.web.stored import store

place = Blueprint("imports", __name__)


class ImportForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """The files that belong together."""

    files = MultipleFileField("Exports, role files and decisions files", [DataRequired()])


@place.get("/import")
@needs("import")
def show() -> str:
    """Show the form and what waits to be accepted."""
    return render_template("web/import.html", form=ImportForm(), pending=imports.pending(store()))


@place.post("/import")
@needs("import")
def take() -> str:
    """Read the files and say what came of it."""
    form = ImportForm()
    bundle = kept = None
    if form.validate():
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for number, each in enumerate(form.files.data):
                path = Path(folder) / (secure_filename(each.filename or "") or f"file-{number}")
                each.save(path)
                paths.append(path)
            bundle = read(*paths)
            contents = [(path.name, path.read_bytes()) for path in paths]
        names = ", ".join(name for name, _ in contents)
        kept = imports.keep_import(store(), bundle, imports.packed(contents), names, g.user.email)
    return render_template(
        "web/import.html", form=form, bundle=bundle, kept=kept, pending=imports.pending(store())
    )


@place.post("/import/<application>/<answer>")
@needs("import")
def settle(application: str, answer: str) -> Answer:
    """Take over or leave what a newer import says."""
    if answer == "accept":
        imports.accept_changes(store(), application, g.user.email, request.form.get("note", ""))
        flash("The newer values were taken over; an approval of the older ones is withdrawn.", "good")
    else:
        imports.refuse_changes(store(), application, g.user.email)
        flash("The application stays as it is.", "good")
    return redirect(url_for("imports.show"))
