"""recruiter-kit user: the people who work with the app."""

from collections.abc import Sequence

import click

from recruiter_kit.people.posts import Post

ADDRESS = click.option(
    "--address", default="http://127.0.0.1:8400", show_default=True, help="Where the app answers."
)


@click.group(
    epilog="""\b
Examples:
  recruiter-kit user add "Ines Okoro" ines@example.org --as recruiter
  recruiter-kit user link ines@example.org"""
)
def user() -> None:
    """Add and list the people who work with the app, and make their one-time links."""


@user.command()
@click.argument("name")
@click.argument("email")
@click.option(
    "--as",
    "post",
    type=click.Choice([post.value for post in Post]),
    required=True,
    help="What the person is.",
)
@click.option("--role", "roles", multiple=True, help="The id of a role that a hiring manager may see.")
@ADDRESS
def add(name: str, email: str, post: str, roles: Sequence[str], address: str) -> None:
    """Add NAME with the address EMAIL, and print the link with which to set a password."""
    from recruiter_kit.cli.installation import TERMINAL
    from recruiter_kit.installation import here
    from recruiter_kit.people import users
    from recruiter_kit.people.accounts import LINK_PATH, new_link
    from recruiter_kit.store.database import open_store, transaction

    db = open_store(here().database)
    with transaction(db):
        token = new_link(db, users.add(db, name, email, post, TERMINAL, tuple(roles)), TERMINAL)
    click.echo(f"{address.rstrip('/')}{LINK_PATH}{token}")


@user.command("list")
def list_() -> None:
    """List everybody: address, what they are, whether they can sign in, name."""
    from recruiter_kit.cli.installation import there
    from recruiter_kit.people.users import all_users

    for user in all_users(there()):
        ready = "ready" if user.password_hash or user.subject else "no password yet"
        state = ready if user.active else "not active"
        click.echo("\t".join((user.email, user.post, state, user.name)))


@user.command()
@click.argument("email")
@ADDRESS
def link(email: str, address: str) -> None:
    """Print a new one-time link for the person with this EMAIL, for a password that was lost or never set."""
    from recruiter_kit.cli.installation import TERMINAL, there
    from recruiter_kit.errors import NotFoundError
    from recruiter_kit.people.accounts import LINK_PATH, new_link
    from recruiter_kit.people.users import by_email

    db = there()
    found = by_email(db, email)
    if found is None:
        raise NotFoundError.of("user_unknown", user=email)
    click.echo(f"{address.rstrip('/')}{LINK_PATH}{new_link(db, found, TERMINAL)}")
