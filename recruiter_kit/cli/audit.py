"""recruiter-kit audit: whether the audit log is as it was written."""

import sys

import click

BROKEN = 1


@click.group()
def audit() -> None:
    """Check that nothing in the audit log was changed."""


@audit.command(epilog="Exit code: 0 nothing was changed, 1 something was, 2 there is no database.")
def verify() -> None:
    """Recompute the chain of hashes over the whole log.

    Note the last hash somewhere else: a log that was replaced as a whole ends in another.
    """
    from recruiter_kit.cli.installation import there
    from recruiter_kit.store.audit import verify as verify_log

    found = verify_log(there())
    if found.broken_at is not None:
        click.echo(f"line {found.broken_at} of the audit log is not as it was written, or is missing")
        sys.exit(BROKEN)
    click.echo(f"{found.entries} lines, none changed; the last hash is {found.last_hash}")
