"""recruiter-kit check: find in a text what a fair, plain letter must not hold."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recruiter_kit.cli.contents import content
from recruiter_kit.cli.findings import SHAPES, Checked
from recruiter_kit.errors import InputError, ModelError
from recruiter_kit.language.jurisdictions import JURISDICTIONS, Jurisdiction

if TYPE_CHECKING:
    from recruiter_kit.writing.client import Client

FOUND = 1
NOTHING_READABLE = 2
SEVERITIES = ("info", "warning", "error")
STANDARD_INPUT = "standard input"


@click.command(
    epilog="""\b
Examples:
  recruiter-kit check letter.txt
  recruiter-kit check letters/a1/feedback.json --format sarif > findings.sarif
  echo "We had many strong candidates." | recruiter-kit check - --fail-on warning
  recruiter-kit check --notes notes.txt

Exit code: 0 nothing of that severity or above, 1 something, 2 nothing readable."""
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "shape",
    type=click.Choice(list(SHAPES)),
    default="text",
    show_default=True,
)
@click.option("--fail-on", type=click.Choice(SEVERITIES), default="error", show_default=True)
@click.option("--notes", is_flag=True, help="FILES hold interviewers' notes: say what makes them usable.")
@click.option("--model", "by_model", is_flag=True, help="Let the model of instance/model.yaml read it, too.")
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Leave out rules that hold elsewhere.")
def check(
    files: Sequence[Path],
    shape: str,
    fail_on: str,
    notes: bool,
    by_model: bool,
    jurisdiction: Jurisdiction | None,
) -> None:
    """Find what a fair, plain letter must not hold.

    FILES are texts, Markdown, HTML, .eml, .docx or feedback.json; "-" reads text from the standard input.
    With --model, a language model reads each text, too; what it finds is marked as its own (docs/model.md).
    """
    reader = _reader() if by_model and not notes else None
    checked: list[Checked] = []
    unreadable = 0
    for file in files:
        name = STANDARD_INPUT if str(file) == "-" else str(file)
        try:
            here = _checked(name, content(file, name), notes, jurisdiction)
            checked += [_read(each, reader) for each in here] if reader else here
        except InputError as error:
            click.echo(f"recruiter-kit: {error}", err=True)
            unreadable += 1
    click.echo(SHAPES[shape](checked), nl=False)
    worst = SEVERITIES[SEVERITIES.index(fail_on) :]
    if unreadable == len(files):
        sys.exit(NOTHING_READABLE)
    if unreadable or any(finding.severity in worst for each in checked for finding in each.standing()):
        sys.exit(FOUND)


def _reader() -> "Client":
    from recruiter_kit.installation import here
    from recruiter_kit.jobs.wording import the_model
    from recruiter_kit.writing.client import Client

    return Client(the_model(here()))


def _read(checked: Checked, reader: "Client") -> Checked:
    """Return what was checked with the findings of the second reader; nothing is taken away."""
    from recruiter_kit.writing.second_reader import read_text

    try:
        found = read_text(checked.text.text, reader)
    except ModelError as error:
        click.echo(f"Not read by the model: {checked.file}: {error}", err=True)
        return checked
    found = [finding.model_copy(update={"statement": checked.statement}) for finding in found]
    return replace(checked, findings=(*checked.findings, *found))


def _checked(name: str, content: bytes, notes: bool, jurisdiction: Jurisdiction | None) -> list[Checked]:
    """Check one file: a text as it stands, a feedback statement by statement and as a whole.

    Raises InputError when it cannot be read.
    """
    from recruiter_kit.composing.sifting import doubt
    from recruiter_kit.language.checking import check as find
    from recruiter_kit.language.checking.formats import read_text
    from recruiter_kit.language.entry import look_at

    if name.lower().endswith(".json") and not notes:
        return _checked_feedback(name, content)
    text = read_text("" if name == STANDARD_INPUT else name, content)
    found = (
        look_at(text.text, doubt=doubt)
        if notes
        else find(text.text, document=True, jurisdiction=jurisdiction)
    )
    return [Checked(name, None, text, found)]


def _checked_feedback(name: str, content: bytes) -> list[Checked]:
    from pydantic import ValidationError

    from recruiter_kit.feedback import Feedback
    from recruiter_kit.language.checking.formats import Traced
    from recruiter_kit.review.review import review
    from recruiter_kit.review.suppressions import suppression_of

    try:
        feedback = Feedback.model_validate_json(content)
    except ValidationError as error:
        raise InputError.of("not_feedback", file=name) from error
    # The file names nobody but the candidate and the sender: other people are known to the app only.
    found = review(feedback, (), None).findings
    checked = []
    for statement, text in ((None, ""), *((each.id, each.text) for each in feedback.statements)):
        here = [each for each in found if each.statement == statement]
        kept = ((place, suppression_of(feedback, each)) for place, each in enumerate(here))
        suppressed = {place: each for place, each in kept if each}
        checked.append(Checked(name, statement, Traced.whole(text), here, suppressed))
    return checked
