from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Role
from tests.intake.sources import a_bundle, a_role, a_scorecard, an_application, only, write

YAML = """\
# Published on 2 October.
id: de
title: Data Engineer
organisation: Northgate
scale: {lowest: 1, highest: 5}
criteria:
  - id: modelling
    name: Data modelling
    kind: experience_and_skills
    required: 4
    levels:
      4: Designs a schema from questions.
    advice:
      - Write down three trade-offs.
"""


@pytest.mark.parametrize(
    "value",
    [
        YAML,
        f"- {YAML}".replace("\n", "\n  ").replace("- #", "-\n  #"),
        a_role(),
        [a_role()],
        {"roles": [a_role()]},
    ],
)
def test_one_role_a_list_or_an_object_is_read(tmp_path: Path, value: object) -> None:
    export = write(tmp_path, "export.json", a_bundle(roles=[]))
    bundle = read(export, role_file=write(tmp_path, "role.yaml", value))
    assert bundle.notices == ()
    role: Role = bundle.roles[0]
    assert role.criteria[0].levels == {"4": "Designs a schema from questions."}


def test_ids_that_yaml_takes_for_numbers_are_ids(tmp_path: Path) -> None:
    text = YAML.replace("id: de", "id: 401").replace("id: modelling", "id: 7")
    export = write(
        tmp_path, "export.json", a_bundle(an_application(role="401", decision=None, scorecards=[]))
    )
    bundle = read(export, role_file=write(tmp_path, "role.yaml", text))
    assert [role.id for role in bundle.roles if role.id == "401"] == ["401"]
    assert bundle.role("401").criteria[0].id == "7"  # type: ignore[union-attr]


def test_a_bad_role_names_its_place(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle(roles=[]))
    bad = a_role(criteria=[{"id": "c", "name": "C", "required": 9}])
    bundle = read(export, role_file=write(tmp_path, "role.json", {"roles": [bad]}))
    errors = {(notice.file, notice.place): notice.message for notice in bundle.notices}
    assert "the required level 9.0 is outside the scale" in errors["role.json", "roles[0]"]
    assert "the role de cannot be used" in errors["export.json", "applications[0].role"]


def test_roles_that_are_no_list_are_refused(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle())
    path = write(tmp_path, "role.json", {"roles": {}})
    notice = only(read(export, path), "error")
    assert (notice.file, notice.place) == ("role.json", "roles")


def test_an_unknown_field_beside_roles_is_an_error(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle())
    bundle = read(export, write(tmp_path, "role.json", {"roles": [a_role()], "version": 1}))
    assert only(bundle, "error").place == "version"


def test_a_recruiter_kit_file_with_roles_only_is_a_role_file(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle(roles=[]))
    roles = write(tmp_path, "roles.json", {"format": "recruiter-kit/1", "roles": [a_role()]})
    assert read(export, roles) == read(export, role_file=roles)


def test_a_role_file_given_by_name_has_to_be_one(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle())
    with pytest.raises(InputError, match=r"export\.json: this is recruiter-kit/1; expected a role file"):
        read(export, role_file=export)


def test_a_half_level_may_be_required_and_have_a_text(tmp_path: Path) -> None:
    text = (
        "id: de\ntitle: Data Engineer\norganisation: Northgate\ncriteria:\n"
        "  - {id: modelling, name: Data modelling, kind: interview_performance, required: 3.5, "
        "levels: {3.5: Asks first., 4: Asks and draws.}, advice: [Draw one schema.]}\n"
    )
    bundle = read(write(tmp_path, "b.json", a_bundle(roles=[])), write(tmp_path, "role.yaml", text))
    assert bundle.notices == ()
    criterion = bundle.roles[0].criteria[0]
    assert (criterion.required, criterion.levels["3.5"]) == (3.5, "Asks first.")


def test_a_half_level_without_a_text_of_its_own_is_said_to_need_one(tmp_path: Path) -> None:
    text = (
        "id: de\ntitle: Data Engineer\norganisation: Northgate\ncriteria:\n"
        "  - {id: modelling, name: Data modelling, kind: interview_performance, required: 3.5, "
        "levels: {3: Asks first.}, advice: [Draw one schema.]}\n"
    )
    bundle = read(write(tmp_path, "b.json", a_bundle(roles=[])), write(tmp_path, "role.yaml", text))
    assert "the text for the required level of Data modelling" in bundle.notices[0].message


def test_a_scale_of_a_hundred_is_read(tmp_path: Path) -> None:
    criterion = {"id": "modelling", "name": "Data modelling", "required": 75, "levels": {"75": "Asks first."}}
    role = a_role(scale={"lowest": 0, "highest": 100}, criteria=[criterion])
    card = a_scorecard(ratings=[{"criterion": "modelling", "level": 62.5}])
    bundle = read(write(tmp_path, "b.json", a_bundle(an_application(scorecards=[card]), roles=[role])))
    assert bundle.applications[0].scorecards[0].ratings[0].level == 62.5
