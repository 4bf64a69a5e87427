"""recruiter-kit templates: an organisation's own paper, without a programmer."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recruiter_kit.errors import InputError, RenderError
from recruiter_kit.files.whole import make_folder, write_whole
from recruiter_kit.installation import here
from recruiter_kit.messages import say

if TYPE_CHECKING:
    from recruiter_kit.feedback import Feedback


@click.group()
def templates() -> None:
    """List, copy and check the templates of letters, call scripts and e-mails.

    A template in instance/templates/ goes before ours of the same name.

    Example: recruiter-kit templates copy documents/letter.css
    """


@templates.command("list")
def list_templates() -> None:
    """List the templates, and which of them you have replaced."""
    from recruiter_kit.documents.templates import names

    for name in names():
        click.echo(f"{name:32} {'your own' if (here().templates / name).is_file() else 'ours'}")


@templates.command("copy")
@click.argument("name")
@click.option("--force", is_flag=True, help="Begin anew, in the place of the copy that is there.")
def copy_template(name: str, force: bool) -> None:
    """Copy one of our templates to instance/templates/, to be changed there."""
    from recruiter_kit.documents.templates import folder, names

    if name not in names():
        raise InputError(say("template_unknown", name=name, expected=", ".join(names())))
    place = here().templates / name
    if place.exists() and not force:
        raise InputError(say("template_there", file=place))
    make_folder(place.parent)
    write_whole(place, (folder() / name).read_bytes())
    click.echo(f"{place}")


@templates.command("check")
def check_templates() -> None:
    """Make every document of the gold example with your templates, and say what is broken.

    Exit code: 0 when all can be made, 1 when one cannot.
    """
    from recruiter_kit import compose, read
    from recruiter_kit.documents import call_sheet, email, letter

    samples = Path(__file__).parent.parent / "samples" / "gold"
    bundle = read(samples / "marta.json")
    application = bundle.applications[0]
    (role,) = bundle.roles
    feedback = compose(application, role)
    broken = 0
    documents: dict[str, Callable[[Feedback], object]] = {
        "letter": letter.letter_pdf,
        "call script": call_sheet.call_script_pdf,
        "call script as Markdown": call_sheet.call_script_markdown,
        "call script as text": call_sheet.call_script_text,
        "e-mail": email.email_message,
    }
    for name, make in documents.items():
        try:
            make(feedback)
        except RenderError as error:
            broken += 1
            click.echo(f"{name}: {error}")
        else:
            click.echo(f"{name}: can be made")
    if broken:
        sys.exit(1)
