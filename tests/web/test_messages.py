"""What a page says after something was done is written in the messages, and never in the code."""

import ast
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from recruiter_kit import web
from recruiter_kit.web.flashes import counted

SAID_BY = {"flash", "ValidationError"}
MODULES = sorted(Path(web.__path__[0]).rglob("*.py"))


def literals(tree: ast.AST) -> list[str]:
    """Return the texts written in the code: the first argument of a flash, and what `errors` are set to."""
    said = [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in SAID_BY
        and node.args
    ]
    said += [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "attr", "") == "errors"
    ]
    return [
        ast.unparse(text)
        for each in said
        for text in _outside_calls(each)
        if isinstance(text, ast.JoinedStr)
        or (isinstance(text, ast.Constant) and " " in str(text.value).strip())
    ]


def _outside_calls(node: ast.AST) -> list[ast.AST]:
    if isinstance(node, ast.Call):
        return []
    return [node, *(found for child in ast.iter_child_nodes(node) for found in _outside_calls(child))]


def test_a_sentence_in_the_code_is_found() -> None:
    code = 'flash("It is saved.", "good")\nflash(f"{n} saved.")\nform.email.errors = ["No such address."]\n'
    assert len(literals(ast.parse(code))) == 3
    assert literals(ast.parse('flash(say("saved"), "good")\nflash(why, "error")')) == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_sentence_for_a_person_is_written_in_the_code(module: Path) -> None:
    assert literals(ast.parse(module.read_text("utf-8"))) == []


def test_one_is_one() -> None:
    assert counted("seconds", 1) == "1 second"
    assert counted("seconds", 15) == "15 seconds"


def test_every_sentence_for_one_has_a_sentence_for_many() -> None:
    here = tomllib.loads(files("recruiter_kit.messages").joinpath("web.toml").read_text("utf-8"))
    ones = [key for key in here if key.endswith("_one")]
    assert ones
    assert [key for key in ones if "{count}" not in here.get(key.removesuffix("_one"), "")] == []
