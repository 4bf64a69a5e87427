"""recruiter-kit check: find in a text what a fair, plain letter must not hold."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from recruiter_kit.cli.findings import SHAPES, Checked
from recruiter_kit.errors import InputError

FOUND = 1
NOTHING_READABLE = 2
SEVERITIES = ("info", "warning", "error")
SUFFIXES = frozenset({".txt", ".md", ".json", ""})


@click.command(
    epilog="""\b
Examples:
  recruiter-kit check letter.txt
  recruiter-kit check letters/a1/feedback.json --format sarif > findings.sarif
  echo "We had many strong candidates." | recruiter-kit check - --fail-on warning

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
def check(files: Sequence[Path], shape: str, fail_on: str) -> None:
    """Find what a fair, plain letter must not hold.

    FILES are texts, Markdown or feedback.json; "-" reads the standard input.
    """
    checked: list[Checked] = []
    unreadable = 0
    for file in files:
        name = "standard input" if str(file) == "-" else str(file)
        try:
            checked += _checked(name, file.suffix, _content(file, name))
        except InputError as error:
            click.echo(f"recruiter-kit: {error}", err=True)
            unreadable += 1
    click.echo(SHAPES[shape](checked), nl=False)
    worst = SEVERITIES[SEVERITIES.index(fail_on) :]
    if unreadable == len(files):
        sys.exit(NOTHING_READABLE)
    if unreadable or any(finding.severity in worst for each in checked for finding in each.findings):
        sys.exit(FOUND)


def _checked(name: str, suffix: str, content: str) -> list[Checked]:
    """Check one file: a text as it stands, a feedback statement by statement and as a whole.

    Raises InputError when it is JSON but no feedback.
    """
    from pydantic import ValidationError

    from recruiter_kit.feedback import Feedback
    from recruiter_kit.language.checking import check as find
    from recruiter_kit.language.checking import check_feedback

    if suffix != ".json":
        return [Checked(name, "", content, find(content, document=True))]
    try:
        feedback = Feedback.model_validate_json(content)
    except ValidationError as error:
        raise InputError.of("not_feedback", file=name) from error
    found = check_feedback(feedback)
    texts = [("", ""), *((each.id, each.text) for each in feedback.statements)]
    return [
        Checked(name, place, text, [each for each in found if (each.statement or "") == place])
        for place, text in texts
    ]


def _content(file: Path, name: str) -> str:
    if str(file) != "-" and file.suffix not in SUFFIXES:
        raise InputError.of("not_checked", file=name, suffix=file.suffix)
    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError.of("not_utf8", file=name, offset=error.start) from error
    except FileNotFoundError as error:
        raise InputError.of("file_missing", file=name) from error
    except OSError as error:
        raise InputError.of("file_unreadable", file=name, reason=error.strerror) from error
