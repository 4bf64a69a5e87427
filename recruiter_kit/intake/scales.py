"""What the scales of all sources share: the mark of what is not understood, and ids made from names.

A source's own words for levels and recommendations are in its folder. A literal that is not on its list is
UNKNOWN, because what is not understood is never guessed.
"""

from enum import Enum
from typing import Final, Literal


class _Unknown(Enum):
    UNKNOWN = "unknown"


UNKNOWN: Final = _Unknown.UNKNOWN
Unknown = Literal[_Unknown.UNKNOWN]


def criterion_id(name: str) -> str:
    """Return the id of what a source gives only by name: "Data modelling" is data-modelling."""
    from hashlib import sha256

    made = "-".join(name.casefold().split())
    return made if len(made) <= 200 else f"{made[:180]}-{sha256(made.encode()).hexdigest()[:16]}"
