"""Under which other headings organisations keep what docs/formats.md calls by its own name (headings.yaml).

In: a heading. Out: the documented column that it may hold. Only ever suggested: a person says which is which.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from recruiter_kit.files.data_file import content
from recruiter_kit.intake.table.columns import DECISION_COLUMNS, TABLE_COLUMNS

_IN_BRACKETS = re.compile(r"_?[(\[][^()\[\]]*[)\]]")
_DOCUMENTED = frozenset({*TABLE_COLUMNS, *DECISION_COLUMNS})


def is_documented(name: str) -> bool:
    """Whether a heading is one of docs/formats.md, in its spelling."""
    return name in _DOCUMENTED


def is_known(name: str) -> bool:
    """Whether a heading is a documented one, or another name of one."""
    return name in _names() or name in _DOCUMENTED


def meaning_by_name(name: str) -> str:
    """Return the column that a heading may hold, going by its name, or ""."""
    names = _names()
    if name in names:
        return names[name]
    if (bare := _IN_BRACKETS.sub("", name)) != name and bare in names:
        return names[bare]
    near = get_close_matches(name, [known for known in names if known[:1] == name[:1]], n=1, cutoff=0.88)
    return names[near[0]] if near else ""


@cache
def _names() -> Mapping[str, str]:
    listed = content(files("recruiter_kit.intake.table") / "headings.yaml")
    others = {name: column for column, names in listed.items() for name in names}
    return others | {column: column for column in TABLE_COLUMNS}
