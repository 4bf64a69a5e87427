"""The examples of docs/formats.md for the exports of a system are one application, without an error."""

import re
from pathlib import Path

import pytest

from recruiter_kit.intake import read
from tests.intake.sources import messages, write
from tests.intake.test_formats_page import PAGE


def examples(section: str) -> list[str]:
    text = re.split(r"^## ", PAGE.partition(f"\n## {section}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"```json\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize(
    ("section", "level"), [("Ashby", 2), ("Workable", None), ("BambooHR", 2), ("Breezy HR", 2)]
)
def test_the_examples_of_a_system_can_be_read_together(
    tmp_path: Path, section: str, level: int | None
) -> None:
    files = [write(tmp_path, f"f{index}.json", text) for index, text in enumerate(examples(section))]
    bundle = read(*files)
    assert messages(bundle, "error") == messages(bundle, "not_understood") == []
    (application,) = bundle.applications
    assert application.candidate.full_name == "Marta Silva"
    assert [role.title for role in bundle.roles] == ["Data Engineer"]
    (card,) = application.scorecards
    assert [rating.level for rating in card.ratings] == ([] if level is None else [level])
