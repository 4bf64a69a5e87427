"""recruiter-kit columns: say which column of an organisation's own tables holds what."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recruiter_kit.errors import InputError

if TYPE_CHECKING:
    from recruiter_kit.intake.opening import Opened
    from recruiter_kit.intake.table.asking import Asked, Values
    from recruiter_kit.intake.table.said import Said

SKIP = "-"


@click.command(
    epilog="""\b
Examples:
  recruiter-kit columns ratings.xlsx --out columns.yaml
  recruiter-kit feedback ratings.xlsx roles.yaml decisions.csv --columns columns.yaml --out letters

Exit code: 0 written, 2 nothing to say of these files."""
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Write here, not to the screen.")
def columns(files: Sequence[Path], out: Path | None) -> None:
    """Say which column of your own tables holds what, and what their values mean.

    At a terminal each heading is asked about, with a suggestion: Enter takes it, - leaves the column out.
    Elsewhere the suggestions are written, with what is still to be said as comments: check every line. The
    file that comes of it is for --columns of feedback and import, and goes by the headings: the next file
    with the same headings needs no new one.
    """
    from recruiter_kit.files.whole import write_whole
    from recruiter_kit.intake.opening import open_files
    from recruiter_kit.intake.table.asking import to_ask
    from recruiter_kit.intake.table.columns_file import written

    opened = open_files(files)
    asked = to_ask(opened.other_tables, {})
    if not asked:
        raise opened.failures[0] if opened.failures else InputError.of("columns_nothing_to_say")
    ask = sys.stdin.isatty() and sys.stdout.isatty()
    tables = [(each, *_said(each, opened, asked, ask=ask)) for each in asked]
    text = written(tables)
    if out is None:
        click.echo(text, nl=False)
    else:
        write_whole(out, text.encode())
        click.echo(f"Written to {out}. Check every line, then pass it with --columns.", err=True)


def _said(
    asked: "Asked", opened: "Opened", every: Sequence["Asked"], *, ask: bool
) -> tuple["Said", "Values"]:
    from recruiter_kit.intake.table.asking import certain, values_to_ask
    from recruiter_kit.intake.table.said import Said

    headings = {heading.name for heading in asked.headings}
    sheets = [sheet for sheet in opened.other_tables if set(sheet.columns) == headings]
    said = Said(
        columns=_asked_columns(asked) if ask else {each.name: each.suggested for each in asked.headings}
    )
    with_role = any(each.suggested in ("role", "role_id") for other in every for each in other.headings)
    said = certain(sheets, said)
    values = values_to_ask(sheets, said, with_role=with_role)
    if ask:
        said = _asked_values(said, values)
        return said, values_to_ask(sheets, said, with_role=with_role)
    known = {word.literal: word.suggested for word in values.recommendations if word.suggested}
    update = {"scale": said.scale or values.scale, "recommendations": {**said.recommendations, **known}}
    return Said.model_validate(said.model_dump() | update), values


def _asked_columns(asked: "Asked") -> dict[str, str]:
    from recruiter_kit.intake.table.said import SINGLE_MEANINGS, is_meaning

    click.echo(f"{', '.join(asked.tables)}: what does each column hold?")
    click.echo(f"One of: {', '.join(SINGLE_MEANINGS)}; or “level of” or “note on” and a criterion.")
    said: dict[str, str] = {}
    for heading in asked.headings:
        examples = f" ({'; '.join(heading.values)})" if heading.values else ""
        while True:
            answer = click.prompt(f"{heading.name}{examples}", default=heading.suggested or SKIP).strip()
            meaning = "" if answer == SKIP else answer
            if not meaning or (is_meaning(meaning) and meaning not in said.values()):
                break
            click.echo("Nothing that a column can hold, or said of another column already.")
        said[heading.name] = meaning
    return said


def _asked_values(said: "Said", values: "Values") -> "Said":
    from recruiter_kit.intake.table.said import Said
    from recruiter_kit.model import Recommendation

    update: dict[str, object] = {}
    if values.days:
        choice = click.Choice(["day_first", "month_first"])
        update["days"] = click.prompt(f"Is {values.days} day or month first", type=choice)
    if values.scale:
        lowest = click.prompt("Lowest level of the scale", default=values.scale.lowest, type=int)
        highest = click.prompt("Highest level of the scale", default=values.scale.highest, type=int)
        update["scale"] = {"lowest": lowest, "highest": highest}
    levels = {
        word.literal: click.prompt(f"“{word.literal}” is which level ({SKIP} for not assessed)", default=SKIP)
        for word in values.levels
    }
    update["levels"] = {literal: None if level == SKIP else float(level) for literal, level in levels.items()}
    choice = click.Choice([*Recommendation, SKIP])
    recommended = {
        word.literal: click.prompt(
            f"“{word.literal}” recommends", default=word.suggested or SKIP, type=choice
        )
        for word in values.recommendations
    }
    update["recommendations"] = {
        literal: None if meant == SKIP else meant for literal, meant in recommended.items()
    }
    if values.role:
        update["constant"] = {"role": click.prompt("Role of everybody in the table")}
    if values.formulas:
        update["formulas"] = click.confirm(f"Use the stored values of {values.formulas} cells with formulas")
    return Said.model_validate(said.model_dump() | update)
