"""Only one room speaks to a model."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.places import PACKAGE

SPEAK = {"http.client", "urllib.request", "urllib3", "httpx", "aiohttp", "openai", "ollama", "requests"}
# The organisation's sign-in asks its provider.
SIGN_IN = {"web/pages/provider.py"}


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nobody_else_makes_requests() -> None:
    speaking = {
        str(path.relative_to(PACKAGE).as_posix())
        for path in PACKAGE.rglob("*.py")
        if SPEAK & set(imports(path))
    }
    assert speaking - SIGN_IN == {"writing/exchange.py"}
