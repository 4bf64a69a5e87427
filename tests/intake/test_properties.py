"""What holds for every file, however broken: an InputError or a bundle, and nothing is lost on the way."""

import json
import tempfile
from contextlib import suppress
from copy import deepcopy
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read, read_standard
from recruiter_kit.intake.plain_note import plain_note
from recruiter_kit.model import (
    Application,
    BundleFile,
    Candidate,
    Criterion,
    CriterionKind,
    Decision,
    Interviewer,
    Rating,
    Reason,
    Recommendation,
    Role,
    Scale,
    Scorecard,
)
from tests.intake.ashby import samples as ashby
from tests.intake.bamboohr import samples as bamboohr
from tests.intake.breezy import samples as breezy
from tests.intake.greenhouse_v3.lists import v3_lists
from tests.intake.sources import (
    LEVER_PARTS,
    a_bundle,
    a_decision,
    a_role,
    greenhouse_application,
    greenhouse_candidate,
    greenhouse_card,
    lever_form,
)
from tests.intake.workable import samples as workable

settings.register_profile("intake", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("intake")

SUFFIXES = st.sampled_from(["", ".json", ".yaml", ".csv", ".xlsx"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)
KEYS = st.sampled_from(
    [
        "format",
        "roles",
        "applications",
        "data",
        "id",
        "title",
        "criteria",
        "application",
        "outcome",
        "overall_recommendation",
        "attributes",
        "fields",
        "completedAt",
        "candidate_id",
        "jobs",
        "decisions",
    ]
)
SHAPED = st.dictionaries(
    KEYS, VALUES | st.lists(st.dictionaries(KEYS, VALUES, max_size=4), max_size=3), max_size=6
)
EXPORTS: list[list[Any]] = [
    [a_bundle()],
    [a_bundle(roles=[]), a_role(), {"a1": a_decision()}],
    [[greenhouse_card()], [greenhouse_application()], [greenhouse_candidate()]],
    [{"data": [lever_form()]}, *({"data": [part]} for part in LEVER_PARTS.values())],
    list(v3_lists().values()),
    [v3_lists()],
    [ashby.SAMPLES[name] for name in ("feedback", "applications", "interview", "users")],
    [workable.SAMPLES[name] for name in ("activities", "job activities", "rating body", "candidates")],
    [bamboohr.application(comments=[{"comment": "Began with the tables."}])],
    [breezy.SAMPLES[name] for name in ("meta", "body of a candidate", "candidates", "positions")],
]


def read_or_refuse(*contents: bytes, suffix: str = "") -> None:
    """Read files with these contents; anything but a bundle or an InputError fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"f{index}{suffix}") for index, _ in enumerate(contents)]
        for path, content in zip(files, contents, strict=True):
            path.write_bytes(content)
        with suppress(InputError):
            bundle = read(*files)
            bundle.model_dump_json().encode()
        with suppress(InputError):
            read_standard(files[0])


@given(st.binary(max_size=300), SUFFIXES)
def test_any_bytes(content: bytes, suffix: str) -> None:
    read_or_refuse(content, suffix=suffix)


@given(st.binary(max_size=200))
def test_anything_that_begins_like_a_workbook(content: bytes) -> None:
    read_or_refuse(b"PK\x03\x04" + content)


@given(st.text(max_size=200), SUFFIXES)
def test_any_text(text: str, suffix: str) -> None:
    read_or_refuse(text.encode(errors="replace"), suffix=suffix)


@given(st.text(alphabet="abé:-[]{}&*!|>#'\"\n\t ,0.1~?%@", max_size=100))
def test_anything_that_may_be_yaml(text: str) -> None:
    read_or_refuse(text.encode(), suffix=".yaml")


@given(st.text(alphabet='ab1,;"\n\r\t=', max_size=100))
def test_any_rows_of_a_table(text: str) -> None:
    read_or_refuse(f"application,role,interviewer,criterion,level,note\n{text}".encode(), suffix=".csv")


@given(VALUES | SHAPED | st.lists(SHAPED, max_size=3))
def test_any_json(value: object) -> None:
    read_or_refuse(json.dumps(value).encode())


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every container in `value` with each of its keys."""
    found: list[tuple[Any, Any]] = []
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else []
    for key in keys:
        found += [(value, key), *places(value[key])]
    return found


@settings(max_examples=200)
@given(st.data())
def test_any_damage_to_an_export(data: st.DataObject) -> None:
    export = deepcopy(data.draw(st.sampled_from(EXPORTS)))
    for _ in range(data.draw(st.integers(1, 3))):
        if not (spots := places(export)):
            break
        container, key = spots[data.draw(st.integers(0, len(spots) - 1))]
        if data.draw(st.booleans()) and isinstance(container, dict):
            del container[key]
        else:
            container[key] = data.draw(VALUES)
    read_or_refuse(*(json.dumps(part).encode() for part in export))


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
NOTES = st.none() | st.lists(WORDS, min_size=1, max_size=5).map(" ".join).map(
    lambda words: plain_note(words) or None
)


@st.composite
def roles(draw: st.DrawFn, index: int) -> Role:
    lowest = draw(st.integers(-2, 1))
    scale = Scale(lowest=lowest, highest=lowest + draw(st.integers(1, 9)))
    criteria = tuple(
        Criterion(
            id=f"c{number}",
            name=draw(WORDS),
            kind=draw(st.none() | st.sampled_from(CriterionKind)),
            required=draw(st.none() | st.integers(scale.lowest, scale.highest)),
            weight=draw(st.integers(1, 5)),
            levels={str(scale.highest): draw(WORDS)},
            advice=tuple(draw(st.lists(WORDS, max_size=2))),
        )
        for number in range(draw(st.integers(1, 4)))
    )
    return Role(id=f"r{index}", title=draw(WORDS), organisation=draw(WORDS), scale=scale, criteria=criteria)


@st.composite
def scorecards(draw: st.DrawFn, role: Role, index: int) -> Scorecard:
    rated = draw(st.lists(st.sampled_from(role.criteria), unique_by=lambda each: each.id))
    levels = st.none() | st.floats(role.scale.lowest, role.scale.highest)
    return Scorecard(
        id=f"s{index}",
        interviewer=Interviewer(
            name=draw(st.none() | st.sampled_from(["Ana Reyes", "O’Néill", "王小明"])),
            role=draw(st.none() | WORDS),
        ),
        submitted_at=draw(st.none() | st.datetimes(timezones=st.just(UTC))),
        recommendation=draw(st.none() | st.sampled_from(Recommendation)),
        ratings=tuple(
            Rating(criterion=criterion.id, level=draw(levels), note=draw(NOTES), raw=draw(NOTES))
            for criterion in rated
        ),
        note=draw(NOTES),
        private_note=draw(st.sampled_from([None, "Wants 80k a year."])),
    )


@st.composite
def bundles(draw: st.DrawFn) -> BundleFile:
    known = tuple(draw(roles(index)) for index in range(draw(st.integers(1, 2))))
    applications = []
    for index in range(draw(st.integers(1, 3))):
        role = draw(st.sampled_from(known))
        decision = Decision(
            outcome="not_offered",
            reason=draw(st.sampled_from(Reason)),
            decisive=tuple(draw(st.sets(st.sampled_from([criterion.id for criterion in role.criteria])))),
            decided_by=draw(WORDS),
            decided_on=draw(st.dates()),
        )
        applications.append(
            Application(
                id=f"a{index}",
                role=role.id,
                candidate=Candidate(given_name=draw(WORDS), email=draw(st.none() | WORDS)),
                decision=draw(st.none() | st.just(decision)),
                scorecards=tuple(draw(scorecards(role, number)) for number in range(draw(st.integers(0, 3)))),
            )
        )
    return BundleFile(format="recruiter-kit/1", roles=known, applications=tuple(applications))


@given(bundles())
def test_a_valid_bundle_comes_back_as_it_was(bundle: BundleFile) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "bundle.json")
        path.write_text(json.dumps(bundle.model_dump(mode="json")), encoding="utf-8")
        found = read(path)
    assert found.roles == bundle.roles
    assert found.applications == bundle.applications
    assert {notice.kind for notice in found.notices} <= {"lacking"}


@pytest.mark.parametrize("depth", [99, 101, 990, 100_000])
def test_any_depth(depth: int) -> None:
    read_or_refuse(b"[" * depth + b"]" * depth)
    read_or_refuse(b"[" * depth, suffix=".yaml")
