"""What holds for the saved responses of every system that is read by its objects."""

import json
import tempfile
from copy import deepcopy
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruiter_kit.intake.opening import open_files
from recruiter_kit.intake.sources import SOURCES
from recruiter_kit.model import Bundle
from tests.intake.frappe.samples import SAMPLES as FRAPPE
from tests.intake.merge.samples import SAMPLES as MERGE
from tests.intake.odoo.samples import SAMPLES as ODOO
from tests.intake.recruitee.samples import SAMPLES as RECRUITEE
from tests.intake.saved import read_saved
from tests.intake.smartrecruiters.samples import SAMPLES as SMARTRECRUITERS
from tests.intake.sources import (
    LEVER_PARTS,
    a_bundle,
    a_decision,
    a_role,
    greenhouse_application,
    greenhouse_candidate,
    greenhouse_card,
    lever_form,
    write,
)
from tests.intake.stackone.samples import SAMPLES as STACKONE
from tests.intake.teamtailor.samples import SAMPLES as TEAMTAILOR
from tests.intake.test_formats_page import example
from tests.intake.test_properties import VALUES, places, read_or_refuse

SYSTEMS: dict[str, dict[str, Any]] = {
    "Frappe HR": FRAPPE,
    "Merge": MERGE,
    "Odoo": ODOO,
    "Recruitee": RECRUITEE,
    "SmartRecruiters": SMARTRECRUITERS,
    "StackOne": STACKONE,
    "Teamtailor": TEAMTAILOR,
}
READ = sorted(SYSTEMS.keys() - {"Teamtailor"})
# Users of Frappe are a list of ids and names, which goes with the other files.
ADOPTED = {("Frappe HR", "users")}
CASES = [
    (system, name) for system, samples in SYSTEMS.items() for name in samples if (system, name) not in ADOPTED
]


@pytest.mark.parametrize(("system", "name"), CASES)
def test_a_response_is_recognised_as_that_of_its_system(tmp_path: Path, system: str, name: str) -> None:
    path = write(tmp_path, "export", SYSTEMS[system][name])
    assert [str(source.kind) for source in open_files([path]).sources] == [system]


@pytest.mark.parametrize("system", sorted(SYSTEMS))
def test_no_system_takes_what_is_not_its_own(system: str) -> None:
    (source,) = (source for source in SOURCES if source.name == system)
    others: list[Any] = [
        value for name, samples in SYSTEMS.items() if name != system for value in samples.values()
    ]
    others += [
        [greenhouse_card()],
        [greenhouse_application()],
        [greenhouse_candidate()],
        a_bundle(),
        [a_role()],
    ]
    others += [
        {"data": [lever_form()]},
        *LEVER_PARTS.values(),
        {"decisions": [a_decision()]},
        {"a1": a_decision()},
    ]
    assert [value for value in others if source.is_this(value)] == []


@pytest.mark.parametrize(
    "beginning",
    [
        '[{"id": "rev-1"',
        '{"interview_results"',
        '[{"id": "card-1", "remote_id": "22", "remote_was_deleted"',
        '[{"id": "card-1", "remote_id": "22", "label"',
        '[{"doctype": "Interview Feedback"',
        '[{"id": 61, "res_model"',
    ],
)
def test_the_example_of_the_page_can_be_read(tmp_path: Path, beginning: str) -> None:
    bundle = read_saved(tmp_path, {"example": example("json", beginning)})
    assert {notice.kind for notice in bundle.notices} <= {"lacking"}
    (application,) = bundle.applications
    assert application.candidate.full_name == "Marta Silva"
    assert application.candidate.email == "marta@example.org"
    (card,) = application.scorecards
    assert card.interviewer.name == "Ana Reyes"
    assert card.note or card.ratings
    assert bundle.roles[0].title == "Data Engineer"


def rows_of(value: Any) -> list[list[Any]]:
    """Return every list of objects in a response that has an order of its own: not those inside an object."""
    if isinstance(value, list):
        return [value]
    lists = [item for item in value.values() if isinstance(item, list)] if isinstance(value, dict) else []
    return lists if isinstance(value, dict) and "id" not in value and "name" not in value else []


def same(bundle: Bundle) -> tuple[Any, ...]:
    return bundle.applications, bundle.roles, sorted(notice.message for notice in bundle.notices)


@pytest.mark.parametrize("system", READ)
@settings(max_examples=10, deadline=None)
@given(st.data())
def test_any_order_of_files_and_rows_gives_the_same_bundle(system: str, data: st.DataObject) -> None:
    shuffled: dict[str, Any] = {}
    samples = SYSTEMS[system]
    for number, name in enumerate(data.draw(st.permutations(sorted(samples)))):
        value = deepcopy(samples[name])
        for rows in rows_of(value):
            rows[:] = data.draw(st.permutations(rows))
        shuffled[f"{number}"] = value
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        expected = same(read_saved(Path(one), samples))
        assert expected[0]
        assert same(read_saved(Path(other), shuffled)) == expected


def test_systems_in_one_call_do_not_disturb_each_other(tmp_path: Path) -> None:
    for first, second in combinations(READ, 2):
        together = {f"{first} {name}": value for name, value in SYSTEMS[first].items()}
        together |= {f"{second} {name}": value for name, value in SYSTEMS[second].items()}
        folder = tmp_path / f"{first} {second}"
        folder.mkdir()
        applications = {application.id for application in read_saved(folder, together).applications}
        alone = set()
        for system in (first, second):
            (folder / system).mkdir()
            alone |= {each.id for each in read_saved(folder / system, SYSTEMS[system]).applications}
        if len(alone) == 2:
            assert applications == alone, (first, second)


def test_json_lines_of_a_connector_are_seen_through(tmp_path: Path) -> None:
    records = [
        {"type": "RECORD", "stream": name, "record": row}
        for name in ("applications", "candidates", "jobs", "scorecards", "users")
        for row in MERGE[name]["results"]
    ]
    bundle = read_saved(tmp_path, {"lines": "\n".join(map(json.dumps, records))})
    assert [application.id for application in bundle.applications] == ["app-1"]


@pytest.mark.parametrize("system", sorted(SYSTEMS))
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_to_a_response(system: str, data: st.DataObject) -> None:
    export = deepcopy(list(SYSTEMS[system].values()))
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(export)))
        if data.draw(st.booleans()) and isinstance(container, dict):
            del container[key]
        else:
            container[key] = data.draw(VALUES)
    read_or_refuse(*(json.dumps(part).encode() for part in export))
