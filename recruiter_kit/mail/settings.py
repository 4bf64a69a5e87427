"""Where mail leaves the organisation: instance/mail.yaml, and the password beside it or in the environment.

In: the files. Out: settings, or None where the organisation sends no mail from here. A password that was
typed in the app is in a file of its own that only its owner reads; one in the environment goes before it.
"""

import os
from ipaddress import ip_address
from typing import Literal, Self

from pydantic import Field, model_validator

from recruiter_kit.files.whole import write_whole
from recruiter_kit.installation import Installation, here, read_settings
from recruiter_kit.messages import say
from recruiter_kit.model import Name, Record

PASSWORD = "RECRUITER_KIT_SMTP_PASSWORD"  # noqa: S105 - the variable's name


class MailServer(Record):
    """The organisation's mail server. `user` signs in with the password of the installation."""

    host: Name
    port: int = Field(default=587, ge=1, le=65535)
    security: Literal["starttls", "tls", "none"] = "starttls"
    user: Name | None = None
    undo_seconds: int = Field(default=60, ge=0, le=3600)

    @model_validator(mode="after")
    def _not_in_the_open(self) -> Self:
        if self.security == "none" and not _loopback(self.host):
            raise ValueError(say("mail_open", host=self.host))
        return self

    @property
    def password(self) -> str:
        return os.environ.get(PASSWORD) or _typed(here())


def mail_server(installation: Installation) -> MailServer | None:
    """Read the settings of an installation; None without the file. Raises DataFileError when it is broken."""
    return read_settings(installation.mail, MailServer)


def password_from(installation: Installation) -> Literal["environment", "app", ""]:
    """Return where the password comes from, "" where there is none; never the password."""
    if os.environ.get(PASSWORD):
        return "environment"
    return "app" if installation.mail_password.exists() else ""


def keep_password(installation: Installation, password: str) -> None:
    """Keep a password that was typed in the app, "" to forget it; readable by its owner only."""
    if password:
        write_whole(installation.mail_password, password.encode(), 0o600)
    else:
        installation.mail_password.unlink(missing_ok=True)


def _typed(installation: Installation) -> str:
    try:
        return installation.mail_password.read_text("utf-8").strip("\r\n")
    except FileNotFoundError:
        return ""


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
