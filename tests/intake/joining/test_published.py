from pathlib import Path
from typing import Any

from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.sources import (
    a_bundle,
    a_role,
    an_application,
    greenhouse_card,
    greenhouse_files,
    messages,
    only,
    write,
)

CRITERION: dict[str, Any] = a_role()["criteria"][0]


def with_role(tmp_path: Path, *roles: object, cards: tuple[Any, ...] = ()) -> Bundle:
    """Read a Greenhouse export, which rates Data modelling and Testing, with a role file."""
    return read(*greenhouse_files(tmp_path, *cards), role_file=write(tmp_path, "role.json", list(roles)))


def test_it_works(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(title="data engineer"))
    (role,) = bundle.roles
    assert (role.id, role.title, role.organisation) == ("401", "data engineer", "Northgate")
    assert [(criterion.id, criterion.required) for criterion in role.criteria] == [("modelling", 4)]
    assert [rating.criterion for rating in bundle.applications[0].scorecards[0].ratings] == ["modelling"]


def test_a_role_is_found_by_its_id_too(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(id="401", title="Engineer of Data"))
    assert bundle.roles[0].title == "Engineer of Data"


def test_ratings_off_the_list_are_left_out_and_reported(tmp_path: Path) -> None:
    attributes = [
        {"name": "Data modelling", "note": None, "rating": "no"},
        {"name": "Charm", "note": None, "rating": "yes"},
        {"name": "Salary range", "note": None, "rating": "no_decision"},
    ]
    card = greenhouse_card(attributes=attributes)
    bundle = with_role(tmp_path, a_role(), cards=(card, greenhouse_card(id=502, attributes=attributes)))
    assert [rating.criterion for rating in bundle.applications[0].scorecards[0].ratings] == ["modelling"]
    (message,) = messages(bundle, "left_out")
    assert message == (
        "ratings on criteria that are not published for the role were left out (R3, 2 in all): Charm"
    )


def test_a_role_of_another_name_is_not_guessed(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(title="Analytics Engineer"))
    notice = only(bundle, "error")
    assert "“Data Engineer” (401)" in notice.message
    assert "“Analytics Engineer” (de)" in notice.message
    assert bundle.roles[0].criteria[0].required is None


def test_two_roles_of_one_title_are_not_guessed(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(id="a"), a_role(id="b"))
    assert "is not in the role file" in only(bundle, "error").message


def test_a_scale_that_differs_is_an_error_of_the_role(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(scale={"lowest": 1, "highest": 4}))
    assert bundle.applications == ()
    (differs, broken) = messages(bundle, "error")
    assert differs == ("the role file and applications.json differ in scale: 1–4 / 1–5; make them the same")
    assert "the role 401 cannot be used" in broken


def test_a_role_file_without_a_scale_takes_that_of_the_export(tmp_path: Path) -> None:
    assert with_role(tmp_path, a_role()).roles[0].scale.highest == 5


def test_a_required_level_off_the_scale_of_the_export_is_an_error(tmp_path: Path) -> None:
    bundle = with_role(
        tmp_path, a_role(scale={"lowest": 1, "highest": 5}, criteria=[CRITERION | {"required": 6}])
    )
    assert "the required level 6.0 is outside the scale" in messages(bundle, "error")[0]


def test_where_export_and_role_file_differ_nothing_is_chosen(tmp_path: Path) -> None:
    export = write(tmp_path, "export.json", a_bundle())
    given = a_role(organisation="Southgate", criteria=[CRITERION | {"required": 3, "levels": {"3": "x"}}])
    bundle = read(export, role_file=write(tmp_path, "role.json", given))
    assert bundle.applications == ()
    assert [message.split(" differ in ")[-1] for message in messages(bundle, "error")[:3]] == [
        "organisation: Southgate / Northgate; make them the same",
        "required, Data modelling: 3.0 / 4.0; make them the same",
        "levels, Data modelling; make them the same",
    ]


def test_what_either_leaves_open_the_other_gives(tmp_path: Path) -> None:
    bare = {"id": "de", "title": "Data Engineer", "criteria": [{"id": "modelling", "name": "Data modelling"}]}
    export = write(tmp_path, "export.json", a_bundle(roles=[bare]))
    assert read(export, role_file=write(tmp_path, "role.json", a_role())).roles == (
        read(write(tmp_path, "whole.json", a_bundle())).roles
    )
    whole = write(tmp_path, "whole.json", a_bundle())
    assert read(whole, role_file=write(tmp_path, "bare.json", bare)).roles == read(whole).roles


def test_a_role_file_without_criteria_leaves_those_of_the_export(tmp_path: Path) -> None:
    given = {"id": "401", "title": "Data Engineer", "organisation": "Northgate"}
    bundle = with_role(tmp_path, given)
    assert [criterion.id for criterion in bundle.roles[0].criteria] == ["data-modelling", "testing"]
    assert bundle.roles[0].organisation == "Northgate"


def test_roles_that_nobody_applied_for_are_named(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(), a_role(id="pm", title="Product Manager"))
    assert "no application is for these roles of the role file: Product Manager" in messages(
        bundle, "left_out"
    )
    assert [role.id for role in bundle.roles] == ["401"]


def test_a_role_that_appears_twice_and_differs_cannot_be_used(tmp_path: Path) -> None:
    first = write(tmp_path, "one.json", a_bundle())
    second = write(tmp_path, "two.json", a_bundle(an_application(id="a2"), roles=[a_role(organisation="S")]))
    bundle = read(first, second)
    assert bundle.applications == ()
    assert "the role de appears twice and the two differ" in messages(bundle, "error")[0]


def test_a_role_that_appears_twice_and_is_the_same_is_one(tmp_path: Path) -> None:
    first = write(tmp_path, "one.json", a_bundle())
    second = write(tmp_path, "two.json", a_bundle(an_application(id="a2")))
    bundle = read(first, second)
    assert (len(bundle.roles), len(bundle.applications), bundle.notices) == (1, 2, ())


def test_a_typing_error_is_not_taken_for_a_criterion_off_the_list(tmp_path: Path) -> None:
    card = {"id": "s1", "ratings": [{"criterion": "modeling", "level": 2}]}
    export = write(tmp_path, "export.json", a_bundle(an_application(scorecards=[card]), roles=[]))
    bundle = read(export, role_file=write(tmp_path, "role.json", a_role()))
    assert "the criterion modeling is not in the role" in only(bundle, "error").message


def test_the_country_comes_from_the_role_file(tmp_path: Path) -> None:
    assert with_role(tmp_path, a_role(title="data engineer", country="DE")).roles[0].country == "DE"


def rated(name: str) -> dict[str, Any]:
    return greenhouse_card(attributes=[{"name": name, "note": "Began with the tables.", "rating": "no"}])


def test_a_criterion_written_a_little_differently_is_the_same(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(), cards=(rated("1. Data Modeling"),))
    assert [rating.criterion for rating in bundle.applications[0].scorecards[0].ratings] == ["modelling"]
    assert messages(bundle, "left_out") == messages(bundle, "not_understood") == []


def test_a_criterion_that_is_only_near_is_asked_about_and_left_out(tmp_path: Path) -> None:
    bundle = with_role(tmp_path, a_role(), cards=(rated("Schema design"),))
    assert bundle.applications[0].scorecards[0].ratings == ()
    assert only(bundle, "not_understood").message.startswith(
        "“Schema design” is not published for the role Data Engineer; is it “Data modelling”?"
    )


def test_what_a_person_said_of_a_name_holds(tmp_path: Path) -> None:
    files = greenhouse_files(tmp_path, rated("Schema design"))
    role_file = write(tmp_path, "role.json", [a_role()])
    bundle = read(*files, role_file=role_file, criteria={"Schema design": "Data modelling"})
    assert [rating.criterion for rating in bundle.applications[0].scorecards[0].ratings] == ["modelling"]
    assert messages(bundle, "not_understood") == []


def test_what_applications_call_the_criteria_of_a_role_file_is_matched_too(tmp_path: Path) -> None:
    card = {
        "id": "s1",
        "ratings": [{"criterion": "Data Modeling", "level": 2, "note": "Began with the tables."}],
    }
    decision = an_application()["decision"] | {"decisive": ["data modelling"]}
    export = write(
        tmp_path, "export.json", a_bundle(an_application(scorecards=[card], decision=decision), roles=[])
    )
    bundle = read(export, role_file=write(tmp_path, "role.json", a_role()))
    (application,) = bundle.applications
    assert application.scorecards[0].ratings[0].criterion == "modelling"
    assert application.decision
    assert application.decision.decisive == ("modelling",)
