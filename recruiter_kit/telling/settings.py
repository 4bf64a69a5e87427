"""Where mail leaves the house: instance/mail.yaml, with the password in the environment.

In: the file. Out: settings, or None where the house sends no mail from here.
"""

import os
from ipaddress import ip_address
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import Field, ValidationError, model_validator

from recruiter_kit.errors import DataFileError
from recruiter_kit.messages import say
from recruiter_kit.model import Name, Record

FILE = "mail.yaml"
PASSWORD = "RECRUITER_KIT_SMTP_PASSWORD"  # noqa: S105 - the variable's name


class MailServer(Record):
    """The house's mail server. `user` signs in with the password from RECRUITER_KIT_SMTP_PASSWORD."""

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


def mail_server(instance: Path) -> MailServer | None:
    """Read the settings of an installation; None without the file. Raises DataFileError when it is broken."""
    file = instance / FILE
    if not file.exists():
        return None
    try:
        return MailServer.model_validate(yaml.safe_load(file.read_text("utf-8")))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise DataFileError.of("mail_settings", file=FILE, place=place, problem=first["msg"]) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DataFileError.of("mail_settings", file=FILE, problem=type(error).__name__) from error


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
