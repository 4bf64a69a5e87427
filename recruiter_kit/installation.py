"""Every file of an installation, named once.

In: a folder. Out: the paths in it. The folder is instance/ where the program is started, or the one that
RECRUITER_KIT_INSTANCE names. `settle` sets it for this process and for those it starts; nothing else reads
or writes that variable, so that pages, commands, rules, templates and worker processes cannot disagree
(docs/decisions/12-installation.md).
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import StringConstraints

from recruiter_kit.errors import DataFileError
from recruiter_kit.files.data_file import read_record
from recruiter_kit.messages import say
from recruiter_kit.model import Record

VARIABLE = "RECRUITER_KIT_INSTANCE"
USUAL = "instance"
Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True)
class Installation:
    """The files of the installation in `folder`. None of them needs to be there."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / "recruiter-kit.db"

    @property
    def standard(self) -> Path:
        return self.folder / "standard.yaml"

    @property
    def mail(self) -> Path:
        return self.folder / "mail.yaml"

    @property
    def mail_password(self) -> Path:
        """The mail server's password where it was typed in the app; never in a backup."""
        return self.folder / "mail-password"

    @property
    def app(self) -> Path:
        """What the app knows of its surroundings: the address at which people open it."""
        return self.folder / "app.yaml"

    @property
    def model(self) -> Path:
        """Which language model is asked; it names the variable of the key, never the key."""
        return self.folder / "model.yaml"

    @property
    def sign_in(self) -> Path:
        return self.folder / "sign-in.yaml"

    @property
    def session_key(self) -> Path:
        """The key that signs sessions; a new one only signs everybody out."""
        return self.folder / "session-key"

    @property
    def rules(self) -> Path:
        return self.folder / "rules"

    @property
    def shorthand(self) -> Path:
        return self.folder / "shorthand"

    @property
    def templates(self) -> Path:
        return self.folder / "templates"

    @property
    def brand(self) -> Path:
        return self.folder / "brand"

    @property
    def uploads(self) -> Path:
        return self.folder / "uploads"

    @property
    def letters(self) -> Path:
        """The cache of rendered letters."""
        return self.folder / "kept"

    @property
    def settings(self) -> tuple[Path, ...]:
        """What an organisation has written itself: files and folders that a backup holds beside the data."""
        return (
            self.standard,
            self.mail,
            self.app,
            self.model,
            self.sign_in,
            self.rules,
            self.shorthand,
            self.templates,
            self.brand,
        )


class AppSettings(Record):
    """instance/app.yaml: `address` is where people open the app, as in https://feedback.example.org."""

    address: (
        Annotated[
            str, StringConstraints(pattern=r"^https?://[A-Za-z0-9.\-\[\]:]+(?:/[^\s?#]*)?$", max_length=300)
        ]
        | None
    ) = None


def app_settings(installation: Installation) -> AppSettings:
    """Return what an installation says of its app, the defaults without a file; raises DataFileError."""
    return read_settings(installation.app, AppSettings) or AppSettings()


def outside_address(installation: Installation) -> str:
    """Return the address at which people open the app, without a slash at its end; "" where none is set."""
    return (app_settings(installation).address or "").rstrip("/")


def here() -> Installation:
    """Return the installation that this process works on."""
    return Installation(Path(os.environ.get(VARIABLE) or USUAL).absolute())


def settle(folder: Path) -> Installation:
    """Let this process, and those it starts, work on the installation in `folder`; return it."""
    os.environ[VARIABLE] = str(folder.absolute())
    return here()


def read_settings(file: Path, kind: type[Kind]) -> Kind | None:
    """Return the settings in `file`, None where it is not there; raises DataFileError when it is broken."""
    if not file.exists():
        return None
    try:
        return read_record(file, kind)
    except DataFileError as error:
        problem = say("settings", problem=error.problem)
        raise DataFileError(problem, file=error.file, place=error.place) from error
