"""recruiter-kit restore: go back to a backup; what was there is saved first."""

from pathlib import Path

import click


@click.command(epilog="Example: recruiter-kit restore /media/safe/recruiter-kit-monday.zip")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def restore(file: Path) -> None:
    """Put everything in the backup FILE instead of what is in the installation.

    What was there is saved first, as a backup in the folder of the installation. What was told or sent since
    FILE was made is not known any more: stop the app first, and look into the mailbox before sending again.
    """
    from recruiter_kit.cli.installation import TERMINAL
    from recruiter_kit.installation import here
    from recruiter_kit.workflow.backup import restore as go_back

    saved = go_back(here(), file, TERMINAL)
    click.echo(f"{here().folder} is as it was in {file.name}")
    if saved:
        click.echo(f"What was there is in {saved}")
