"""recruiter-kit prove: texts beside the notes they rest on, and what the prover says of each.

In: JSON Lines. Out: JSON Lines.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from pydantic import ValidationError

from recruiter_kit.cli.contents import content
from recruiter_kit.errors import InputError
from recruiter_kit.files.plain_errors import plain_errors

if TYPE_CHECKING:
    from recruiter_kit.cli.prove_lines import Asked
    from recruiter_kit.language.proving import Proof


@click.command(
    epilog="""\b
Examples:
  recruiter-kit prove texts.jsonl
  echo '{"text": "You did not open the stack trace.", "sources": ["never opened the stack trace"]}' \\
      | recruiter-kit prove -

A line holds a text and its sources: notes as text, or objects with text, exercise (or interview),
criterion and interviewer. It may hold people (names, or objects with name, part and pronouns; part is
candidate, interviewer or other) and withheld (sentences that must not be told). Anything else in it
is left alone.

Each line of the output has the verdict (proved, look, refused), the faults with the characters
[start, end) of the text, and every word: held (in which source, where), frame or added."""
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def prove(file: Path) -> None:
    """Say whether texts hold only what the notes hold, word by word.

    FILE holds JSON Lines; "-" reads them from the standard input.
    """
    from recruiter_kit.language.proving import prove as proof_of

    # All lines are read before the first is answered, so that a broken one leaves no half of an output.
    for asked in list(_asked(file)):
        proof = proof_of(asked.text, asked.notes(), asked.around(), asked.withheld)
        click.echo(json.dumps(_as_json(proof), ensure_ascii=False))


def _asked(file: Path) -> Iterator["Asked"]:
    """Yield what each line asks; raises InputError with its number."""
    from recruiter_kit.cli.prove_lines import Asked

    name = "standard input" if str(file) == "-" else str(file)
    try:
        lines = content(file, name).decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise InputError.of("not_utf8", file=name, offset=error.start) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield Asked.model_validate(json.loads(line))
        except ValueError as error:
            if not isinstance(error, ValidationError):
                raise InputError.of("prove_json", file=name, place=f"line {number}") from error
            raise _wrong(error, name, number) from error


def _wrong(error: ValidationError, name: str, number: int) -> InputError:
    """Return the first thing that is wrong in a line, with its place."""
    from recruiter_kit.cli.prove_lines import Asked

    where, problem = next(iter(plain_errors(error, Asked)))
    return InputError(problem, file=name, place=f"line {number}" + (f", {where}" if where else ""))


def _as_json(proof: "Proof") -> dict[str, Any]:
    return {
        "verdict": proof.verdict,
        "faults": [
            {"fault": fault.fault, "start": fault.start, "end": fault.end, "why": fault.why}
            for fault in proof.faults
        ],
        "words": [
            {"start": word.start, "end": word.end, "standing": word.standing}
            | ({} if word.note is None else {"source": word.note, "begins": word.begins, "ends": word.ends})
            for word in proof.words
        ],
    }
