"""Where mail leaves the organisation: instance/mail.yaml, with the password in the environment.

In: the file. Out: settings, or None where the organisation sends no mail from here.
"""

import os
from ipaddress import ip_address
from typing import Literal, Self

from pydantic import Field, model_validator

from recruiter_kit.installation import Installation, read_settings
from recruiter_kit.messages import say
from recruiter_kit.model import Name, Record

PASSWORD = "RECRUITER_KIT_SMTP_PASSWORD"  # noqa: S105 - the variable's name


class MailServer(Record):
    """The organisation's mail server. `user` signs in with the password from RECRUITER_KIT_SMTP_PASSWORD."""

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
        return os.environ.get(PASSWORD, "")


def mail_server(installation: Installation) -> MailServer | None:
    """Read the settings of an installation; None without the file. Raises DataFileError when it is broken."""
    return read_settings(installation.mail, MailServer)


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
