"""The organisation's own sign-in: instance/sign-in.yaml names an OpenID Connect provider.

In: the file. Out: settings, or None where people sign in with passwords only.
"""

import os
from typing import Annotated

from pydantic import StringConstraints

from recruiter_kit.installation import Installation, read_settings
from recruiter_kit.model import Name, Record

SECRET = "RECRUITER_KIT_OIDC_SECRET"  # noqa: S105 - the variable's name


class Provider(Record):
    """Who vouches for people: `issuer` as its own metadata says it, `name` as the button does.

    Only a provider on this machine may do without encryption.
    """

    issuer: Annotated[
        str, StringConstraints(pattern=r"^(?:https://|http://(?:localhost|127\.0\.0\.1)[:/]).+")
    ]
    client_id: Name
    name: Name = "your organisation's account"

    @property
    def secret(self) -> str:
        return os.environ.get(SECRET, "")


def provider(installation: Installation) -> Provider | None:
    """Read the settings of an installation; None without the file. Raises DataFileError when it is broken."""
    return read_settings(installation.sign_in, Provider)
