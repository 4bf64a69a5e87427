"""recruiter-kit rewrite: interviewers' notes, one per line, as the candidate reads them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from recruiter_kit.cli.contents import content
from recruiter_kit.errors import InputError

if TYPE_CHECKING:
    from recruiter_kit.language.rewriting import Rewrite


@click.command(
    epilog="""\b
Examples:
  recruiter-kit rewrite notes.txt
  recruiter-kit rewrite notes.txt --name "Marta Silva" > rewritten.jsonl
  echo "Struggled w/ SQL joins, had to be prompted twice." | recruiter-kit rewrite -

Each line of the output is one JSON object: note, form (addressed, noted, asked, yours), text, questions,
reason and withheld. Without a text a person has to answer a question or write it."""
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--name", "names", multiple=True, help="The candidate's name; may be given several times.")
@click.option("--pronouns", help='The candidate\'s pronouns as stated, such as "she/her".')
@click.option(
    "--trade", "trades", multiple=True, help="A trade whose shorthand the notes use (docs/language.md)."
)
def rewrite(file: Path, names: Sequence[str], pronouns: str | None, trades: Sequence[str]) -> None:
    """Turn interviewers' notes, one per line, into what the candidate reads.

    FILE holds the notes as UTF-8 text; "-" reads them from the standard input.
    """
    import json

    from recruiter_kit.language.rewriting import rewrite as reword

    for note in _lines(file):
        result = reword(note, names, pronouns=pronouns, trades=trades)
        click.echo(json.dumps(_as_json(result), ensure_ascii=False))


def _lines(file: Path) -> Iterator[str]:
    """Yield every line that holds something; raises InputError."""
    name = "standard input" if str(file) == "-" else str(file)
    try:
        text = content(file, name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError.of("not_utf8", file=name, offset=error.start) from error
    return (line for line in text.split("\n") if line.strip())


def _as_json(result: "Rewrite") -> dict[str, Any]:
    withheld = result.withheld
    return {
        "note": result.note.rstrip("\r"),
        "form": result.form.value,
        "text": result.text,
        "questions": [
            {"text": asked.text, "choices": [choice.model_dump() for choice in asked.choices]}
            for asked in result.questions
        ],
        "reason": result.reason,
        "withheld": withheld
        and {"rule": withheld.rule, "label": withheld.label, "quarantined": withheld.quarantined},
    }
