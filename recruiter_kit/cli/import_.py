"""recruiter-kit import: read exports into the installation."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

SOME_LEFT_OUT = 1


@click.command(
    "import",
    epilog="""\b
Examples:
  recruiter-kit import export.json roles.yaml
  recruiter-kit import scorecards.csv roles.yaml decisions.csv

Exit code: 0 all read, 1 something could not be used (each named with why), 2 nothing readable.""",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--columns", type=click.Path(path_type=Path), help="Which column of your own tables is which (YAML)."
)
def import_(files: Sequence[Path], columns: Path | None) -> None:
    """Read exports into the installation, and say what is new or has changed.

    FILES are exports, role files and decisions files, as for recruiter-kit feedback. Files that were imported
    before change nothing; changes to applications that are here already wait until a person accepts them.
    """
    from recruiter_kit.cli.installation import TERMINAL
    from recruiter_kit.installation import here
    from recruiter_kit.intake.opening import open_files
    from recruiter_kit.intake.table.said import read_columns
    from recruiter_kit.jobs.completing import completed
    from recruiter_kit.store.database import open_store
    from recruiter_kit.workflow import headings
    from recruiter_kit.workflow.imports import keep_import, packed

    said = read_columns(columns)
    opened = open_files(files, said=said.tables)
    db = open_store(here().database)
    bundle = completed(
        opened, db, {**headings.criteria(db), **said.criteria}, {**headings.ties(db), **said.ties}
    )
    readable = [(each.name, each.read_bytes()) for each in dict.fromkeys(files) if each.is_file()]
    names = ", ".join(name for name, _ in readable)
    kept = keep_import(db, bundle, packed(readable), names, TERMINAL)
    for notice in bundle.notices:
        place = ": ".join(each for each in (notice.file, notice.place) if each)
        click.echo(f"{notice.kind}: {place}: {notice.message}", err=True)
    click.echo(f"import {kept.import_id}: {kept.new} new, {kept.changed} changed, {kept.same} the same")
    if kept.changed:
        click.echo("Changes wait in the app until a person accepts them.")
    if any(each.kind == "error" for each in bundle.notices):
        sys.exit(SOME_LEFT_OUT)
