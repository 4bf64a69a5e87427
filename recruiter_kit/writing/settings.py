"""Which language model is asked, and where: instance/model.yaml. Without the file, none is.

In: the file. Out: settings, or None. The file names the environment variable that holds the key, never the
key, so that a backup may hold it.
"""

import os
from ipaddress import ip_address
from typing import Annotated, Self
from urllib.parse import SplitResult, urlsplit

from pydantic import Field, StringConstraints, model_validator

from recruiter_kit.errors import ModelError
from recruiter_kit.installation import Installation, read_settings
from recruiter_kit.messages import say
from recruiter_kit.model import Name, Record

Variable = Annotated[str, StringConstraints(pattern=r"^[A-Z_][A-Z0-9_]{0,99}$")]


class Model(Record):
    """The address and the name of a model, at any OpenAI-compatible server.

    `address` is what comes before /chat/completions; `key_from` names an environment variable; `timeout` is
    in seconds, for each answer; `at_once` is how many requests may be under way together. `elsewhere` says
    that the address may be another machine's: what the model is shown then leaves this one.
    """

    address: Name
    model: Name
    key_from: Variable | None = None
    timeout: int = Field(default=60, ge=1, le=600)
    at_once: int = Field(default=1, ge=1, le=8)
    elsewhere: bool = False

    @model_validator(mode="after")
    def _an_address_that_may_be_asked(self) -> Self:
        parts, host = self.parts, self.host
        if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
            raise ValueError(say("model_address", address=self.address))
        if parts.username is not None or parts.password is not None:
            raise ValueError(say("model_address_key"))
        if not self.local and not self.elsewhere:
            raise ValueError(say("model_elsewhere", host=host))
        if not self.local and parts.scheme != "https":
            raise ValueError(say("model_open", host=host))
        return self

    @property
    def parts(self) -> SplitResult:
        """The parts of the address; raises ValueError for a malformed one."""
        try:
            parts = urlsplit(self.address)
            _ = parts.port
        except ValueError as error:
            raise ValueError(say("model_address", address=self.address)) from error
        return parts

    @property
    def host(self) -> str:
        return (self.parts.hostname or "").rstrip(".")

    @property
    def local(self) -> bool:
        """Whether the address is this machine's own."""
        return is_loopback(self.host)

    @property
    def leaves(self) -> bool:
        """Whether what the model is shown leaves this machine."""
        return not self.local

    @property
    def key(self) -> str | None:
        """The key, None where the server needs none; raises ModelError when its variable is not set."""
        if self.key_from is None:
            return None
        key = os.environ.get(self.key_from, "").strip()
        if not key or not key.isascii() or not key.isprintable():
            raise ModelError.of("model_no_key", variable=self.key_from)
        return key


def is_loopback(host: str) -> bool:
    """Whether a host, as a name or as an address, is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def model_settings(installation: Installation) -> Model | None:
    """Read the settings of an installation; None without the file. Raises DataFileError when it is broken."""
    return read_settings(installation.model, Model)
