"""recruiter-kit backup: one file with everything, while the app goes on working."""

from pathlib import Path

import click


@click.command(epilog="Example: recruiter-kit backup /media/safe/recruiter-kit-monday.db")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy the database of the installation to FILE while it goes on working."""
    from recruiter_kit.cli.installation import TERMINAL, there
    from recruiter_kit.errors import StoreError
    from recruiter_kit.installation import here
    from recruiter_kit.store import audit
    from recruiter_kit.store.database import backup as copy

    db = there()
    if file.exists() and file.samefile(here().database):
        raise StoreError.of("backup_same")
    copy(db, file)
    audit.record(db, TERMINAL, "backed up")
    click.echo(f"{file}: {file.stat().st_size / 1_000_000:.1f} MB")
