"""recruiter-kit backup: one file with everything of an installation, while the app goes on working."""

from pathlib import Path

import click


@click.command(epilog="Example: recruiter-kit backup /media/safe/recruiter-kit-monday.zip")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Copy everything of the installation into the ZIP file FILE, while the app goes on working.

    That is the database and what you have written yourselves: standard, mail and sign-in settings, rules,
    shorthand, templates, logo. Passwords of servers are in the environment and not in it.
    """
    from recruiter_kit.cli.installation import TERMINAL, there
    from recruiter_kit.errors import StoreError
    from recruiter_kit.installation import here
    from recruiter_kit.workflow.backup import back_up

    there().conn.close()
    if file.exists() and file.samefile(here().database):
        raise StoreError.of("backup_same")
    back_up(here(), file, TERMINAL)
    click.echo(f"{file}: {file.stat().st_size / 1_000_000:.1f} MB")
