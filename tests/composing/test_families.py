"""Which family of the library a criterion names: measured on criteria that were labelled beforehand."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from recruiter_kit.composing import families
from recruiter_kit.errors import DataFileError
from tests.places import ROOT

LABELLED = [
    json.loads(line)
    for line in (ROOT / "tests/corpora/criteria.jsonl").read_text("utf-8").splitlines()
]  # fmt: skip


def held_out(row: dict[str, str]) -> bool:
    """Return whether this row is in the third that nobody looks at while names are added."""
    return int(sha256(f"{row['role']}|{row['criterion']}".encode()).hexdigest(), 16) % 3 == 0


def figures(rows: list[dict[str, str]]) -> tuple[float, float]:
    """Return precision and recall of the matching on labelled criteria."""
    got = [(families.family_of(row["criterion"], row["role"]), row["family"]) for row in rows]
    right = sum(named is not None and named == label for named, label in got)
    return right / sum(named is not None for named, _ in got), right / sum(bool(label) for _, label in got)


def test_the_labelled_criteria_are_many_and_of_many_trades() -> None:
    assert len(LABELLED) >= 320
    assert len({row["role"] for row in LABELLED}) >= 30
    assert {row["family"] for row in LABELLED} - {None} == set(families.families())


@pytest.mark.parametrize("part", [False, True], ids=["tuned", "held out"])
def test_a_family_is_taken_where_it_is_meant(part: bool) -> None:
    precision, recall = figures([row for row in LABELLED if held_out(row) is part])
    assert precision >= 0.97
    assert recall >= 0.9


@pytest.mark.parametrize(
    ("name", "title", "family"),
    [
        ("1. SQL (PostgreSQL)", "Data Engineer", "sql"),
        ("Good knowledge of SQL", "Data Engineer", "sql"),
        ("Ability to explain decisions", "Nurse", "explaining"),
        ("Negotiation with suppliers", "Buyer", "negotiating"),
        ("Strong bookkeeping skills", "Clerk", "finance"),
        ("Project planning & time management", "Clerk", "planning"),
        ("Explaining decisions and listening", "Clerk", None),
        ("SQL and data modelling", "Data Engineer", None),
        ("Stakeholder mapping", "Business Analyst", None),
        ("Teaching hospital experience", "Nurse", None),
        ("Sales ledger", "Accounts Assistant", None),
        ("Organisation design", "HR Adviser", None),
    ],
)
def test_a_family_is_named_by_the_head_of_the_name(name: str, title: str, family: str | None) -> None:
    assert families.family_of(name, title) == family


@pytest.mark.parametrize(
    ("name", "there", "elsewhere"),
    [
        ("Testing", "Backend Developer", "Piano Tuner"),
        ("Programming", "Backend Developer", "CNC Machinist"),
        ("Security", "Cloud Engineer", "Security Officer"),
        ("Triage", "Staff Nurse", "Veterinary Nurse"),
        ("Languages", "Hotel Receptionist", "Backend Developer"),
        ("Closing", "Sales Executive", "Bar Manager"),
        ("Structure", "Management Consultant", "Structural Engineer"),
        ("Writing", "Copywriter", "Primary Teacher"),
        ("Risk assessment", "Site Manager", "Social Worker"),
    ],
)
def test_the_trade_decides_what_a_name_means(name: str, there: str, elsewhere: str) -> None:
    assert families.family_of(name, there) is not None
    assert families.family_of(name, elsewhere) is None


@pytest.mark.parametrize(
    ("family", "reason"),
    [
        ("near: [sql]\n    preparation: Read.", "no name of a criterion"),
        ("names: [sql]\n    near: [sql]", "no piece of advice"),
        ("names: [sql]\n    near: [sql]\n    preparation: Read.\n    not_for: [pilots]", "pilots"),
        ("names: [sql]\n    near: [sql]\n    preparation: [Read.]", "preparation"),
        ("names: [sql]\n    near: [sql]\n    training: Read.", "training"),
    ],
)
def test_a_broken_library_is_refused_with_the_reason(tmp_path: Path, family: str, reason: str) -> None:
    file = tmp_path / "advice.yaml"
    reading = "reading: {before: [], after: [], knowing: [], joints: [], requirement: []}"
    file.write_text(f"{reading}\ntrades: {{}}\nfamilies:\n  sql:\n    {family}\n", "utf-8")
    with pytest.raises(DataFileError) as refused:
        families.read(file)
    assert reason in str(refused.value)
