"""Wording files, read from beside this module or from a house's own folder.

In: a file's name. Out: its content, and the line of an entry. Raises DataFileError with file, line and
reason for a file that is no YAML.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from recruiter_kit.errors import DataFileError
from recruiter_kit.messages import say


def content(name: str) -> Any:
    """Return what the wording file `name` holds."""
    try:
        return yaml.safe_load(_text(name))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or say("rule_unreadable")
        raise DataFileError.of("not_yaml", file=name, reason=reason, line=line, column=column) from error


def place(name: str, *keys: str | int) -> str:
    """Return "line 12: opening.hello" for the entry that `keys` lead to."""
    node: Any = yaml.compose(_text(name), Loader=yaml.SafeLoader)
    line = node.start_mark.line + 1
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            found = next(((one, value) for one, value in node.value if one.value == key), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key]
            line = node.start_mark.line + 1
    return say("wording_line", line=line, place=".".join(map(str, keys)))


@cache
def _text(name: str) -> str:
    return (files("recruiter_kit.composing") / "wording" / name).read_text(encoding="utf-8")
