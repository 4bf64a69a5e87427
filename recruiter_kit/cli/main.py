"""recruiter-kit: the commands, loaded only when they are called, so that --help answers at once."""

import sys
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import click

from recruiter_kit.errors import RecruiterKitError

COMMANDS = {
    "feedback": "Make a letter, a call script and an e-mail for every application with a decision.",
    "columns": "Say which column of your own tables holds what, and what their values mean.",
    "check": "Find what a fair, plain letter must not hold.",
    "rules": "Say what is checked and why, and test rules of your own.",
    "rewrite": "Turn interviewers' notes, one per line, into what the candidate reads.",
    "language-server": "Check letters and templates in an editor while they are written.",
    "prove": "Say whether texts hold only what the notes hold, word by word.",
    "role": "Write the role file of an export or a table: what is known, and what is left to fill in.",
    "templates": "List, copy and check the templates of letters, call scripts and e-mails.",
    "preview": "Show the letter and the call script of a feedback.json as pictures, page by page.",
    "import": "Read exports into the installation, and say what is new or has changed.",
    "serve": "Run the app in the browser, on this machine only unless told otherwise.",
    "user": "Add and list the people who work with the app, and make their one-time links.",
    "backup": "Copy everything of the installation into the ZIP file FILE, while the app goes on working.",
    "restore": "Put everything in the backup FILE instead of what is in the installation.",
    "audit": "Check that nothing in the audit log was changed.",
    "doctor": "Say whether everything that is needed is on this machine, and how to install what is not.",
}
NOTHING_READABLE = 2


class LazyGroup(click.Group):
    """A group that imports the file of a command when that command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        # A word of Python's own, such as import, cannot name a file or a function.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"recruiter_kit.cli.{name}"), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=LazyGroup,
    epilog="Example: recruiter-kit feedback export.json --role role.yaml --standard house.yaml --out letters",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="recruiter-kit")
@click.option(
    "--instance",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the installation, instead of instance/ or RECRUITER_KIT_INSTANCE.",
)
def recruiter_kit(instance: Path | None) -> None:
    """Scorecards and a decision in; an honest letter, call script and e-mail for the candidate out."""
    if instance:
        from recruiter_kit.installation import settle

        settle(instance)


def main() -> None:
    """Run the command line; an error that the reader can put right ends with code 2 and its sentence."""
    try:
        recruiter_kit()
    except RecruiterKitError as error:
        click.echo(f"recruiter-kit: {error}", err=True)
        sys.exit(NOTHING_READABLE)
