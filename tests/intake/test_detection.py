"""The detection matrix: every sample of every source is claimed by its source and by no other."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from recruiter_kit.errors import InputError
from recruiter_kit.intake import shapes
from recruiter_kit.intake.detection import Kind, Source
from recruiter_kit.intake.opening import open_files
from recruiter_kit.intake.sources import SOURCES
from tests.intake.sources import write
from tests.places import ROOT


def opened(path: Path) -> Source:
    """Return what one file is; raises InputError where it is nothing that is read."""
    found = open_files([path])
    if found.failures:
        raise found.failures[0]
    return found.sources[0]


def _samples() -> list[Any]:
    """Return kind and value of each sample of every samples.py in this folder: a new source adds one.

    Lists that say nothing alone, and only go with an export, are not among them.
    """
    found = []
    for path in sorted(Path(__file__).parent.rglob("samples.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        source = next(
            (str(each) for each in SOURCES if each.read.__module__.split(".")[-2] == path.parent.name), ""
        )
        by_kind = {source: module.SAMPLES} if source and source not in module.SAMPLES else module.SAMPLES
        for kind, samples in by_kind.items():
            found += [
                pytest.param(kind, value, id=f"{kind}: {name}")
                for name, value in samples.items()
                if not _only_goes_with(kind, value)
            ]
    return found


def _only_goes_with(kind: str, value: Any) -> bool:
    source = next((each for each in SOURCES if str(each) == kind), None)
    return source is not None and source.may_be(value) and not source.is_this(value)


OWN = {
    Kind.BUNDLE: shapes.is_bundle,
    Kind.NOTHING: shapes.is_nothing,
    Kind.ROLES: shapes.is_roles,
    Kind.DECISIONS: shapes.is_decisions,
}
SAMPLES = _samples()
VALUES = [sample for sample in SAMPLES if not isinstance(sample.values[1], str)]


def claiming(value: Any) -> list[str]:
    """Return every source and kind that says that a value is of it, the one that has it first."""
    before = [str(kind) for kind in (Kind.BUNDLE, Kind.NOTHING) if OWN[kind](value)]
    behind = [str(kind) for kind in (Kind.ROLES, Kind.DECISIONS) if OWN[kind](value)]
    return [*before, *(str(source) for source in SOURCES if source.is_this(value)), *behind]


@pytest.mark.parametrize(("kind", "value"), VALUES)
def test_the_right_source_or_kind_has_a_sample(kind: str, value: Any) -> None:
    assert claiming(value)[:1] == [kind]


@pytest.mark.parametrize(("kind", "value"), [each for each in VALUES if isinstance(each.values[1], list)])
def test_a_list_is_recognised_in_every_wrapping(kind: str, value: list[Any]) -> None:
    if kind == Kind.NOTHING:
        return
    for wrapped in ({"data": value}, {"results": value, "next": None}, {"items": value, "total": len(value)}):
        assert claiming(wrapped)[:1] == [kind]


@pytest.mark.parametrize(("kind", "value"), SAMPLES)
def test_contents_tell_the_kind_whatever_the_suffix(tmp_path: Path, kind: str, value: object) -> None:
    for name in ("export", "export.txt"):
        assert str(opened(write(tmp_path, name, value)).kind) == kind


def test_every_source_and_kind_has_samples() -> None:
    sampled = {sample.values[0] for sample in SAMPLES}
    assert sampled == {str(kind) for kind in (*Kind, *SOURCES)}


def test_json_lines_are_recognised_as_a_list_is(tmp_path: Path) -> None:
    for sample in VALUES:
        kind, value = sample.values
        if isinstance(value, list) and value:
            lines = write(tmp_path, "lines.jsonl", "\n".join(json.dumps(item) for item in value))
            assert str(opened(lines).kind) == kind


@pytest.mark.parametrize(
    "value",
    ["hello", "a: b", "x,y\n1,2\n", "{}", "12", '"text"', '{"a": 1}', '[[["x"]]]', "# Title\n\n* a list\n"],
)
def test_what_is_of_no_kind_names_what_can_be_read(tmp_path: Path, value: str) -> None:
    if value == "{}":
        assert opened(write(tmp_path, "f", value)).kind is Kind.NOTHING
        return
    with pytest.raises(InputError, match="not a source that can be read"):
        opened(write(tmp_path, "f", value))


def test_a_workbook_of_no_kind_names_its_headings(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].title = "Own"
    book.worksheets[0].append(["Ref", "Score"])
    book.worksheets[0].append(["17", "2"])
    book.create_sheet("Notes")
    book.save(tmp_path / "f.xlsx")
    with pytest.raises(InputError, match=r"the headings of this table are not those of .* \(ref, score\)"):
        opened(tmp_path / "f.xlsx")


def test_a_suffix_that_promises_yaml_makes_the_error_one_of_yaml(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not YAML"):
        opened(write(tmp_path, "f.yaml", "a: [1"))


def test_yaml_that_begins_like_json_needs_its_suffix(tmp_path: Path) -> None:
    text = "{title: Data Engineer, criteria: []}"
    assert opened(write(tmp_path, "f.yaml", text)).kind is Kind.ROLES
    with pytest.raises(InputError, match="not JSON"):
        opened(write(tmp_path, "f", text))


def test_a_table_with_missing_columns_names_them(tmp_path: Path) -> None:
    path = write(tmp_path, "f.csv", "application,level\na1,2\n")
    with pytest.raises(InputError, match="expected also role, interviewer or scorecard, criterion or note"):
        opened(path)


def test_a_decisions_table_with_missing_columns_names_them(tmp_path: Path) -> None:
    path = write(tmp_path, "f.csv", "application,decided_by\na1,Ines\n")
    with pytest.raises(InputError, match="expected also outcome, reason, decided_on"):
        opened(path)


def test_a_key_that_appears_twice_spoils_an_export(tmp_path: Path) -> None:
    path = write(tmp_path, "f.json", '[{"overall_recommendation": "no", "id": 1, "id": 2}]')
    with pytest.raises(InputError, match=r"f\.json: \[0\]: the key id appears twice"):
        opened(path)
