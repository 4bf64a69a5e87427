"""A page has one name: its module, its blueprint, its address, its template and its tests are called so."""

import ast
from pathlib import Path

import pytest
from flask import Flask

from recruiter_kit.documents.templates import folder
from recruiter_kit.web import pages
from tests.places import ROOT

TESTS = ROOT / "tests"
TEMPLATES = folder() / "web"
HELPERS = {
    "after_view",
    "asks_view",
    "feedback_candour",
    "call_view",
    "feedback_view",
    "feedback_waiting",
    "import_changes",
    "import_names",
    "leaving",
    "marking",
    "note_pieces",
    "notes_form",
    "own_tables",
    "panel_view",
    "queue_view",
    "resting",
    "reviewing",
    "role_form",
    "role_view",
    "wording_view",
}
"""Modules beside the pages that are not pages."""
SHARED = {"base", "forms", "texts", "trouble", "typed", "who"}
"""Templates of no page, or of every page."""
WITHOUT_TEMPLATE = {"check", "health", "home", "provider", "sample"}
"""Pages that lead to another, or answer a program."""
ADDRESSES = {
    "home": "/",
    "feedback": "/applications/<application>",
    "imports": "/import",
    "role": "/roles/<role>",
    "role_versions": "/roles/<role>/versions",
    "scorecard": "/scorecard",
}
"""Pages whose address is not their name: `import` is a keyword of Python."""
TEMPLATE = {"imports": "import"}
PAGES = sorted(
    file.stem for file in Path(pages.__path__[0]).glob("*.py") if file.stem not in HELPERS | {"__init__"}
)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_template_of_its_name(page: str) -> None:
    name = TEMPLATE.get(page, page).replace("_", "-")
    assert (page in WITHOUT_TEMPLATE) is not any(TEMPLATES.glob(f"{name}*.html"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_an_address_of_its_name(app: Flask, page: str) -> None:
    address = ADDRESSES.get(page, "/" + page.replace("_", "-"))
    rules = [rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith(f"{page}.")]
    assert any(rule == address or f"{address}/" in f"{rule}/" for rule in rules), rules


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_a_test_module_of_its_name(page: str) -> None:
    assert "\ndef test_" in (TESTS / "web" / "pages" / f"test_{page}.py").read_text("utf-8")


def test_every_template_belongs_to_a_page() -> None:
    names = {TEMPLATE.get(page, page).replace("_", "-") for page in PAGES} | SHARED
    strays = [
        file.name
        for file in TEMPLATES.glob("*.html")
        if not any(file.stem == name or file.stem.startswith(f"{name}-") for name in names)
    ]
    assert strays == []


@pytest.mark.parametrize("room", ["web", "browser"])
def test_no_test_module_imports_another(room: str) -> None:
    imported = [
        (file.name, node.module)
        for file in (TESTS / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and ".test_" in f".{node.module}"
    ]
    assert imported == []
