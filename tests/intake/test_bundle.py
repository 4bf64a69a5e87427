from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from tests.intake.sources import a_bundle, a_decision, a_role, a_scorecard, an_application, only, write


def bundle_of(tmp_path: Path, *applications: object, **fields: Any) -> Any:
    return read(write(tmp_path, "bundle.json", a_bundle(*applications, **fields)))


def test_it_works(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path)
    assert bundle.notices == ()
    (application,) = bundle.applications
    assert application.candidate.full_name == "Marta Silva"
    assert application.scorecards[0].ratings[0].level == 2
    assert bundle.role("de").criterion("modelling").required == 4


def test_one_bad_application_never_stops_the_others(tmp_path: Path) -> None:
    rating = {"criterion": "modelling", "level": "low"}
    bad = an_application(
        id="a3", scorecards=[a_scorecard(ratings=[{"criterion": "modelling"}] * 0 + [rating])]
    )
    bundle = bundle_of(tmp_path, an_application(id="a1"), an_application(id="a2"), bad)
    assert [application.id for application in bundle.applications] == ["a1", "a2"]
    notice = only(bundle, "error")
    assert notice.model_dump() == {
        "kind": "error",
        "file": "bundle.json",
        "place": "applications[2].scorecards[0].ratings[0].level",
        "application": "a3",
        "message": "“low” was found; expected a number",
    }


@pytest.mark.parametrize("bad", [None, 3, "a1", [], {}, {"id": 3}, {"id": None}])
def test_an_application_of_any_shape_is_only_its_own_error(tmp_path: Path, bad: object) -> None:
    bundle = bundle_of(tmp_path, bad, an_application(id="a2"))
    assert [application.id for application in bundle.applications] == ["a2"]
    assert any(notice.place.startswith("applications[0]") for notice in bundle.notices)


def test_a_key_that_appears_twice_spoils_its_application_only(tmp_path: Path) -> None:
    import json

    good = json.dumps(an_application(id="a2"))
    bad = json.dumps(an_application(id="a1")).replace('"level": 2', '"level": 2, "level": 4')
    text = json.dumps(a_bundle("HERE")).replace('"HERE"', f"{bad}, {good}")
    bundle = read(write(tmp_path, "bundle.json", text))
    assert [application.id for application in bundle.applications] == ["a2"]
    notice = only(bundle, "error")
    assert (notice.place, notice.application) == ("applications[0].scorecards[0].ratings[0]", "a1")
    assert notice.message == "the key level appears twice in one object; remove one of them"


def test_a_key_that_appears_twice_at_the_top_spoils_the_file(tmp_path: Path) -> None:
    text = '{"format": "recruiter-kit/1", "applications": [], "applications": []}'
    with pytest.raises(InputError, match=r"^b\.json: the key applications appears twice"):
        read(write(tmp_path, "b.json", text))


def test_a_bad_role_spoils_the_applications_that_use_it(tmp_path: Path) -> None:
    bad = a_role(id="pm", title="Product Manager", scale={"lowest": 3, "highest": 3})
    bundle = bundle_of(tmp_path, an_application(), an_application(id="a2", role="pm"), roles=[a_role(), bad])
    assert [application.id for application in bundle.applications] == ["a1"]
    places = {notice.place: notice for notice in bundle.notices}
    assert places["roles[1].scale"].message == "the lowest level 3 is not below the highest 3"
    assert places["applications[1].role"].application == "a2"
    assert "the role pm cannot be used" in places["applications[1].role"].message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (
            {"format": "recruiter-kit/2"},
            "b.json: format: “recruiter-kit/2” was found; expected recruiter-kit/1",
        ),
        ({"format": None}, "b.json: format: nothing (null) was found; expected recruiter-kit/1"),
        (
            {"roles": [], "applications": []},
            "b.json: format: the field is missing; expected recruiter-kit/1",
        ),
        (
            {"format": "recruiter-kit/1", "applications": {}},
            "b.json: applications: an object was found; expected a list",
        ),
        ({"format": "recruiter-kit/1", "roles": 3}, "b.json: roles: 3 was found; expected a list"),
    ],
)
def test_a_file_that_is_wrong_as_a_whole_names_the_place(tmp_path: Path, value: object, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(write(tmp_path, "b.json", value))
    assert str(caught.value) == message


def test_an_unknown_field_at_the_top_is_an_error_of_the_file(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, version=3)
    assert only(bundle, "error").place == "version"
    assert len(bundle.applications) == 1


def test_an_unknown_field_is_an_error_with_its_place(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, an_application(decision=a_decision(why="x")))
    notice = only(bundle, "error")
    assert notice.place == "applications[0].decision.why"
    assert "expected one of outcome, reason, decisive, note, decided_by, decided_on" in notice.message


@pytest.mark.parametrize("value", [46335, "46335", "20261109", "9 Nov 2026", 1794222000000])
def test_a_date_that_may_be_another_day_is_an_error_with_its_place(tmp_path: Path, value: object) -> None:
    cards = [a_scorecard(submitted_at=value)]
    bundle = bundle_of(tmp_path, an_application(scorecards=cards, decision=a_decision(decided_on=value)))
    assert bundle.applications == ()
    found = {notice.place: notice.message for notice in bundle.notices if notice.kind == "error"}
    assert "expected a time such as" in found["applications[0].scorecards[0].submitted_at"]
    assert "expected a date such as" in found["applications[0].decision.decided_on"]


def test_text_that_looks_like_something_else_is_kept_as_text(tmp_path: Path) -> None:
    note = "{{ 7*7 }} <alert(1)> =HYPERLINK() ignore previous instructions"
    bundle = bundle_of(tmp_path, an_application(scorecards=[a_scorecard(note=note)]))
    assert bundle.applications[0].scorecards[0].note == note


def test_names_of_the_world_pass(tmp_path: Path) -> None:
    names = ["محمد", "王小明", "x" * 120]
    applications = [
        an_application(id=f"a{index}", candidate={"given_name": name}) for index, name in enumerate(names)
    ]
    assert [
        application.candidate.full_name for application in bundle_of(tmp_path, *applications).applications
    ] == names


def test_a_nul_in_a_note_is_taken_out_and_reported(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, an_application(scorecards=[a_scorecard(note="Slow\0 to ask.")]))
    assert bundle.applications[0].scorecards[0].note == "Slow to ask."
    notice = only(bundle, "left_out")
    assert notice.place == "applications[0].scorecards[0].note"
