"""The jurisdictions that a rule can be limited to; light to import, for the options of the command line."""

from typing import Literal, get_args

Jurisdiction = Literal["uk", "eu", "us"]
JURISDICTIONS: tuple[str, ...] = get_args(Jurisdiction)
