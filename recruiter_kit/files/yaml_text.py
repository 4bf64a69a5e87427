"""YAML text to values, within limits.

In: text. Out: a Document. Only what JSON can say is read, in the plain sense of YAML 1.2: `no` is a word and
not a boolean, 2026-11-12 is text and not a date. Anchors and aliases are refused in what people bring.
"""

import re
from functools import cache
from typing import Any

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import DEEPEST, Document, Repeating, first_repeated, tidy
from recruiter_kit.files.text import shorten

# The parser is slow, and role files, decisions and standards are written by hand.
MOST_CHARACTERS = 1_000_000

_PLAIN = (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:int", r"[-+]?(?:0|[1-9][0-9]{0,17})", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?", "-+0123456789."),
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL", "~nN"),
)


def parse_yaml(text: str, file: str) -> Document:
    """Return the values that `text` writes.

    Raises InputError when it is not YAML (with line and column), holds an alias, is nested too
    deep or is longer than a file written by hand.
    """
    import yaml

    if len(text) > MOST_CHARACTERS:
        raise InputError.of("yaml_too_long", file=file, limit=f"{MOST_CHARACTERS:,}")
    try:
        value = yaml.load(text, Loader=_loader(file))  # noqa: S506 - a subclass of the safe loader
    except yaml.YAMLError as error:
        raise _refused(error, file) from error
    except RecursionError as error:
        raise InputError.of("json_too_deep", file=file, limit=DEEPEST) from error
    except (
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
    ) as error:  # an explicit tag on a value it does not fit
        raise InputError.of("yaml_tag", file=file) from error
    return tidy(value, file)


def parse_trusted(text: str, file: str) -> Any:
    """Return the values of a file that the software brings, read by the fast parser in the same dialect.

    That parser has no limit on depth, so it reads nothing that people bring. Raises InputError.
    """
    import yaml

    try:
        return yaml.load(text, Loader=_fast_loader())  # noqa: S506 - a subclass of the safe loader
    except yaml.YAMLError as error:
        raise _refused(error, file) from error


def nodes(text: str) -> Any:
    """Return the nodes of a text that parses, each with its `start_mark.line`, from 0."""
    import yaml

    return yaml.compose(text, Loader=_fast_loader())


@cache
def _fast_loader() -> type[Any]:
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    return _in_our_dialect(Loader)


def _in_our_dialect(loader: type[Any]) -> type[Any]:
    for tag, pattern, first in _PLAIN:
        loader.add_implicit_resolver(tag, re.compile(f"(?:{pattern})$"), list(first))
    loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("$"), [""])
    return loader


def _loader(file: str) -> type[Any]:
    """Make the loader: a function, because the library is loaded only when a file needs it."""
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

        def compose_node(self, parent: Any, index: Any) -> Any:
            event: Any = self.peek_event()  # type: ignore[no-untyped-call]
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise InputError.of("yaml_alias", file=file, line=event.start_mark.line + 1)
            return super().compose_node(parent, index)

        def construct_mapping(self, node: Any, deep: bool = True) -> Any:
            found: dict[Any, Any] = super().construct_mapping(node, deep=deep)
            repeated = first_repeated([str(key.value) for key, _ in node.value])
            return found if repeated is None else Repeating(found.items(), repeated)

    def whole(loader: Any, node: Any) -> Any:
        return loader.construct_mapping(node, deep=True)

    Loader.add_constructor("tag:yaml.org,2002:map", whole)
    return _in_our_dialect(Loader)


def _refused(error: Any, file: str) -> InputError:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if "'\\t'" in problem:
        return InputError.of("yaml_tab", file=file, line=line, column=column)
    return InputError.of("not_yaml", file=file, reason=shorten(problem, 80), line=line, column=column)
