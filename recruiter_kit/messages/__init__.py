"""Every sentence that an error, a notice or a page shows to the person at the keyboard, one file per room.

In: a key and its fields. Out: the sentence. The same trouble is described in the same words in the report,
on the terminal and on a page. TOML, because Python reads it without a library: everything stands on this.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def texts() -> Mapping[str, str]:
    """Return every sentence by its key; raises ValueError when two rooms use the same key."""
    found: dict[str, str] = {}
    for room in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if room.name.endswith(".toml"):
            sentences: dict[str, str] = tomllib.loads(room.read_text("utf-8"))
            if twice := found.keys() & sentences.keys():
                raise ValueError(f"{room.name}: {', '.join(sorted(twice))} is a key of another room, too")
            found |= sentences
    return found


def say(key: str, **fields: object) -> str:
    """Return the sentence for `key` with its fields filled in.

    Raises KeyError for an unknown key or a missing field: both are defects of the program.
    """
    return texts()[key].format(**fields)
