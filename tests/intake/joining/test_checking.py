from pathlib import Path
from typing import Any

from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.sources import a_bundle, a_decision, a_role, a_scorecard, an_application, only, write


def bundle_of(tmp_path: Path, *applications: object, **fields: Any) -> Bundle:
    return read(write(tmp_path, "bundle.json", a_bundle(*applications, **fields)))


def test_a_role_that_is_not_there_names_those_that_are(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, an_application(role="pm"))
    assert bundle.applications == ()
    notice = only(bundle, "error")
    assert notice.place == "applications[0].role"
    assert notice.message == "the role pm is not in the files; expected one of de"


def test_no_role_at_all_says_what_to_add(tmp_path: Path) -> None:
    assert "add a role file" in only(bundle_of(tmp_path, roles=[]), "error").message


def test_a_criterion_that_the_role_has_not_is_an_error(tmp_path: Path) -> None:
    card = a_scorecard(ratings=[{"criterion": "modeling", "level": 2}])
    notice = only(bundle_of(tmp_path, an_application(scorecards=[card])), "error")
    assert notice.place == "applications[0].scorecards[0].ratings[0].criterion"
    assert notice.message == (
        "the criterion modeling is not in the role Data Engineer; expected one of modelling"
    )


def test_a_level_outside_the_scale_is_an_error(tmp_path: Path) -> None:
    card = a_scorecard(ratings=[{"criterion": "modelling", "level": 5.5}])
    notice = only(bundle_of(tmp_path, an_application(scorecards=[card])), "error")
    assert notice.place == "applications[0].scorecards[0].ratings[0].level"
    assert "the level 5.5 is outside the scale of the role Data Engineer" in notice.message


def test_a_decisive_criterion_that_the_role_has_not_is_an_error(tmp_path: Path) -> None:
    decision = a_decision(decisive=["modelling", "charm"])
    notice = only(bundle_of(tmp_path, an_application(decision=decision)), "error")
    assert notice.place == "applications[0].decision.decisive[1]"


def test_an_application_that_appears_twice_is_read_once(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, an_application(), an_application())
    assert len(bundle.applications) == 1
    assert only(bundle, "left_out").place == "applications[1]"


def test_two_applications_with_one_id_are_both_left_out(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, an_application(), an_application(stage="final"), an_application(id="a2"))
    assert [application.id for application in bundle.applications] == ["a2"]
    notice = only(bundle, "error")
    assert "a1 is in bundle.json: applications[0] too, and the two differ" in notice.message


def test_a_scorecard_that_appears_twice_is_read_once(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, an_application(scorecards=[a_scorecard(), a_scorecard()]))
    assert len(bundle.applications[0].scorecards) == 1
    notice = only(bundle, "left_out")
    assert (notice.place, notice.application) == ("applications[0].scorecards[1]", "a1")


def test_two_scorecards_with_one_id_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, an_application(scorecards=[a_scorecard(), a_scorecard(note="x")]))
    assert bundle.applications == ()
    assert only(bundle, "error").place == "applications[0].scorecards[1]"


def test_a_criterion_rated_twice_in_one_scorecard_is_an_error(tmp_path: Path) -> None:
    ratings = [{"criterion": "modelling", "level": level} for level in (2, 4)]
    bundle = bundle_of(tmp_path, an_application(scorecards=[a_scorecard(ratings=ratings)]))
    assert only(bundle, "error").place == "applications[0].scorecards[0].ratings[1].criterion"


def test_a_rating_that_nobody_filled_in_gives_way(tmp_path: Path) -> None:
    for ratings in ([{"criterion": "modelling"}], []):
        listed = [*ratings, {"criterion": "modelling", "level": 2}, *ratings]
        bundle = bundle_of(tmp_path, an_application(scorecards=[a_scorecard(ratings=listed)]))
        assert [rating.level for rating in bundle.applications[0].scorecards[0].ratings] == [2]


def test_what_is_in_the_private_note_is_in_no_other(tmp_path: Path) -> None:
    card = a_scorecard(note="Slow to ask. Wants 80k a year.", private_note="Wants 80k a year.")
    bundle = bundle_of(tmp_path, an_application(scorecards=[card]))
    assert bundle.applications[0].scorecards[0].note == "Slow to ask."
    assert only(bundle, "left_out").place == "applications[0].scorecards[0]"


def test_the_place_counts_what_is_in_the_file(tmp_path: Path) -> None:
    bad = a_scorecard(id="s2", ratings=[{"criterion": "modelling", "level": 9}])
    bundle = bundle_of(tmp_path, an_application(scorecards=[a_scorecard(), a_scorecard(), bad]))
    assert only(bundle, "error").place == "applications[0].scorecards[2].ratings[0].level"


def test_a_half_level_is_a_level(tmp_path: Path) -> None:
    card = a_scorecard(ratings=[{"criterion": "modelling", "level": 2.5}])
    assert bundle_of(tmp_path, an_application(scorecards=[card]), roles=[a_role()]).notices == ()
