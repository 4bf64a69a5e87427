"""recruiter-kit preview: the pages of a feedback as pictures."""

from pathlib import Path

import click

from recruiter_kit.errors import InputError
from recruiter_kit.files.whole import make_folder, write_whole
from recruiter_kit.messages import say


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("preview"),
    show_default=True,
    help="Where the pictures go.",
)
@click.option(
    "--per-inch", type=click.IntRange(30, 600), default=100, show_default=True, help="Dots an inch."
)
def preview(file: Path, out: Path, per_inch: int) -> None:
    """Show the letter and the call script of a feedback.json as pictures, page by page.

    Example: recruiter-kit preview letters/a1/feedback.json --out pictures
    """
    from pydantic import ValidationError

    from recruiter_kit.documents import call_sheet, letter
    from recruiter_kit.documents.preview import pictures
    from recruiter_kit.feedback import Feedback

    try:
        feedback = Feedback.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise InputError(say("not_feedback"), file=file.name) from error
    make_folder(out)
    pdfs = {"letter": letter.letter_pdf(feedback), "call-script": call_sheet.call_script_pdf(feedback)}
    for name, pdf in pdfs.items():
        for number, picture in enumerate(pictures(pdf, per_inch=per_inch), start=1):
            place = out / f"{name}-{number}.png"
            write_whole(place, picture)
            click.echo(f"{place}")
