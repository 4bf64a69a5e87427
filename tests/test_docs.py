"""The documentation says what is true."""

import re

import pytest

from recruiter_kit.cli.main import COMMANDS, recruiter_kit
from recruiter_kit.messages import texts
from recruiter_kit.standard import Standard
from tests.places import ROOT

CODE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "recruiter_kit").rglob("*.py"))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_explains_itself(command: str) -> None:
    assert f"recruiter-kit {command}" in (ROOT / "README.md").read_text(encoding="utf-8")
    with recruiter_kit.make_context("recruiter-kit", ["--help"], resilient_parsing=True) as context:
        found = recruiter_kit.get_command(context, command)
    assert found is not None
    assert found.help
    assert " ".join(found.help.split("\n\n")[0].split()) == COMMANDS[command]


@pytest.mark.parametrize("setting", Standard.model_fields)
def test_every_setting_of_a_standard_is_explained(setting: str) -> None:
    assert f"| `{setting}` |" in (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", texts())
def test_every_message_is_used(key: str) -> None:
    assert re.search(rf'["\']{key}["\']', CODE.replace(f'    "{key}":', "")), f"nobody says {key}"


def test_every_rule_of_composing_is_explained() -> None:
    told = (ROOT / "docs" / "feedback.md").read_text(encoding="utf-8")
    for key in re.findall(r'trouble\(\s*"[\w-]+",\s*"(\w+)"', CODE):
        assert f"composing.{key}" in told


def test_links_in_the_readme_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert (ROOT / link).exists(), link


def test_no_tracked_text_names_a_registry_or_a_path_of_one_machine() -> None:
    pinned = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search(r"https?://|^--(?:index|find-links|trusted)", pinned, re.MULTILINE)
