"""recruiter-kit restore: go back to a backup; what was there is kept beside it."""

from pathlib import Path

import click


@click.command(epilog="Example: recruiter-kit restore /media/safe/recruiter-kit-monday.db")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def restore(file: Path) -> None:
    """Put a backup in the place of the database of the installation.

    The database that was there is kept beside it as recruiter-kit.db.before. What was told or sent since the
    backup is not known to it any more: stop the app first, and look into the mailbox before sending again.
    """
    from recruiter_kit.cli.installation import TERMINAL
    from recruiter_kit.installation import here
    from recruiter_kit.workflow.restoring import restore as put_back

    kept = put_back(here().database, file, TERMINAL)
    click.echo(
        f"{here().database} is as it was in {file.name}" + (f"; what was there: {kept}" if kept else "")
    )
