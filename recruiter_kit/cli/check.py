"""recruiter-kit check: find in a text what a fair, plain letter must not hold."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from recruiter_kit.cli.contents import content
from recruiter_kit.cli.findings import SHAPES, Checked
from recruiter_kit.errors import InputError
from recruiter_kit.language.jurisdictions import JURISDICTIONS, Jurisdiction

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
@click.option("--jurisdiction", type=click.Choice(JURISDICTIONS), help="Leave out rules that hold elsewhere.")
def check(
    files: Sequence[Path], shape: str, fail_on: str, notes: bool, jurisdiction: Jurisdiction | None
) -> None:
    """Find what a fair, plain letter must not hold.

    FILES are texts, Markdown, HTML, .eml, .docx or feedback.json; "-" reads text from the standard input.
    """
    checked: list[Checked] = []
    unreadable = 0
    for file in files:
        name = STANDARD_INPUT if str(file) == "-" else str(file)
        try:
            checked += _checked(name, content(file, name), notes, jurisdiction)
        except InputError as error:
            click.echo(f"recruiter-kit: {error}", err=True)
            unreadable += 1
    click.echo(SHAPES[shape](checked), nl=False)
    worst = SEVERITIES[SEVERITIES.index(fail_on) :]
    if unreadable == len(files):
        sys.exit(NOTHING_READABLE)
    if unreadable or any(finding.severity in worst for each in checked for finding in each.standing()):
        sys.exit(FOUND)


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
