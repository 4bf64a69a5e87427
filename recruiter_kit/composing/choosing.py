"""Pick a wording variant, deterministically.

In: the variants, an application's id and the name of a sentence. Out: one of the variants, always
the same one for the same input on every machine (Python's own hash is not), so that forty letters
do not read the same and one letter never changes between runs.
"""

from collections.abc import Sequence
from hashlib import sha256


def one_of(variants: Sequence[str], seed: str, part: str) -> str:
    """Return the variant that belongs to `seed` (an application's id) and `part` (a sentence's name)."""
    digest = sha256(f"{seed}\n{part}".encode()).digest()
    return variants[int.from_bytes(digest[:8], "big") % len(variants)]
