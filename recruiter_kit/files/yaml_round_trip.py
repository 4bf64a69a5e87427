"""Settings files that people write and the app changes: comments, order and style stay as they are.

In: a file, and the settings to change. Out: the file with these values, written whole. Values are read as in
yaml_text: YAML 1.2, in which `no` is a word.
"""

from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from recruiter_kit.errors import InputError
from recruiter_kit.files.whole import write_whole
from recruiter_kit.files.yaml_text import parse_yaml

Accepted = TypeVar("Accepted")
WIDEST = 100_000
"""Lines are not folded: a folded line would be a change that nobody made."""
AFTER_VALUE = 2
"""Where ruamel keeps the comment behind a value, together with the lines that follow it."""


def change_yaml(path: Path, changes: Mapping[str, Any], accept: Callable[[bytes], Accepted]) -> Accepted:
    """Set the settings in `changes` and return what `accept` makes of the new content.

    A value of None removes the setting; a mapping changes the settings under it and leaves the others.
    `accept` sees the content before it is written, and raises to keep the old file. Raises InputError, with
    its place, for a file that cannot be read.
    """
    settings = _read(path)
    _change(settings, changes)
    written = StringIO()
    _yaml().dump(settings, written)
    content = written.getvalue().encode()
    accepted = accept(content)
    write_whole(path, content)
    return accepted


def _yaml() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = WIDEST
    return yaml


def _read(path: Path) -> CommentedMap:
    if not path.is_file():
        return CommentedMap()
    text = path.read_text("utf-8")
    # What the app does not read is not rewritten either; this also names the place of a mistake.
    value = parse_yaml(text, path.name).value
    if value is None:
        return CommentedMap()
    if not isinstance(value, dict):
        raise InputError.of("not_settings", file=path.name)
    try:
        settings: CommentedMap = _yaml().load(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise InputError.of(
            "not_yaml", file=path.name, reason=error.problem, line=line, column=column
        ) from error
    return settings


def _change(settings: CommentedMap, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        if value is None:
            _remove(settings, name)
        elif isinstance(value, Mapping):
            if not isinstance(settings.get(name), CommentedMap):
                settings[name] = CommentedMap()
            _change(settings[name], value)
        elif settings.get(name) != value:
            settings[name] = _quoted(value) if isinstance(value, str) else value


def _quoted(text: str) -> str:
    """Return the text in quotes where it would be read as something else without them."""
    try:
        plain = parse_yaml(f"a: {text}\n", "").value == {"a": text}
    except InputError:
        plain = False
    return text if plain else DoubleQuotedScalarString(text)


def _remove(settings: CommentedMap, name: str) -> None:
    """Remove a setting, and leave the comments on the lines below it: they belong to what follows."""
    if name not in settings:
        return
    names = list(settings)
    at = names.index(name)
    token = (settings.ca.items.pop(name, None) or [None] * 4)[AFTER_VALUE]
    del settings[name]
    below = token.value.partition("\n")[2] if token else ""
    if not below:
        return
    before = settings.ca.items.get(names[at - 1]) if at else None
    if before and before[AFTER_VALUE]:
        before[AFTER_VALUE].value += below
    elif at:
        token.value = "\n" + below
        settings.ca.items[names[at - 1]] = [None, None, token, None]
    elif len(names) > 1:
        comment = "\n".join(line.strip().removeprefix("#").strip() for line in below.splitlines())
        settings.yaml_set_comment_before_after_key(names[1], before=comment)
