from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.sources import (
    a_bundle,
    a_decision,
    a_role,
    an_application,
    greenhouse_files,
    messages,
    only,
    write,
)


def decided(tmp_path: Path, *decisions: Any, own: Any = None) -> Bundle:
    export = write(tmp_path, "export.json", a_bundle(an_application(decision=own)))
    return read(export, write(tmp_path, "decisions.json", {"decisions": list(decisions)}))


def decided_by(tmp_path: Path, name: str, **how: Any) -> Bundle:
    """Read an application with the decision of a decisions file that names one decisive criterion."""
    export = write(tmp_path, "export.json", a_bundle(an_application(decision=None)))
    decisions = [a_decision(application="a1", decisive=[name])]
    return read(export, write(tmp_path, "decisions.json", {"decisions": decisions}), **how)


def test_it_works(tmp_path: Path) -> None:
    bundle = decided(tmp_path, a_decision(application="a1"))
    assert bundle.applications[0].decision is not None


def test_a_decision_for_an_unknown_application_is_reported(tmp_path: Path) -> None:
    bundle = decided(tmp_path, a_decision(application="a9"))
    assert "a decision for the application a9, which is not in the files" in only(bundle, "left_out").message
    assert bundle.applications[0].decision is None


def test_a_decision_that_is_in_both_is_one(tmp_path: Path) -> None:
    bundle = decided(tmp_path, a_decision(application="a1", note="Clear."), own=a_decision())
    assert bundle.notices == ()
    assert bundle.applications[0].decision is not None
    assert bundle.applications[0].decision.note == "Clear."


@pytest.mark.parametrize("change", [{"reason": "other"}, {"decided_by": "Olu Ade"}, {"decisive": []}])
def test_two_decisions_that_differ_are_an_error(tmp_path: Path, change: dict[str, Any]) -> None:
    bundle = decided(tmp_path, a_decision(application="a1") | change, own=a_decision())
    assert bundle.applications == ()
    notice = only(bundle, "error")
    assert (notice.file, notice.place, notice.application) == ("decisions.json", "decisions[0]", "a1")
    assert (
        "another decision on the same application in export.json: applications[0].decision" in notice.message
    )


def test_a_decision_that_appears_twice_is_read_once(tmp_path: Path) -> None:
    bundle = decided(tmp_path, a_decision(application="a1"), a_decision(application="a1"))
    assert "decisions.json: decisions[0]" in only(bundle, "left_out").message
    assert len(bundle.applications) == 1


def test_two_decisions_of_one_file_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = decided(tmp_path, a_decision(application="a1"), a_decision(application="a1", reason="other"))
    assert bundle.applications == ()
    assert only(bundle, "error").place == "decisions[1]"


@pytest.mark.parametrize("named", ["Data modelling", "modelling", "data-modelling"])
def test_decisive_criteria_go_by_name_or_id(tmp_path: Path, named: str) -> None:
    files = greenhouse_files(tmp_path)
    decisions = write(tmp_path, "d.json", [a_decision(application=201, decisive=[named])])
    bundle = read(*files, decisions, role_file=write(tmp_path, "role.json", a_role()))
    assert bundle.applications[0].decision is not None
    assert bundle.applications[0].decision.decisive == ("modelling",)


def test_an_unknown_criterion_names_those_of_the_role(tmp_path: Path) -> None:
    bundle = decided(tmp_path, a_decision(application="a1", decisive=["charm"]))
    assert messages(bundle, "error") == [
        "the criterion charm is not in the role Data Engineer; expected one of Data modelling"
    ]


def test_a_decision_names_its_criteria_however_they_are_written(tmp_path: Path) -> None:
    bundle = decided_by(tmp_path, "1. Data Modeling")
    assert bundle.applications[0].decision
    assert bundle.applications[0].decision.decisive == ("modelling",)


def test_a_decisive_criterion_that_is_only_near_is_asked_about(tmp_path: Path) -> None:
    bundle = decided_by(tmp_path, "Schema design")
    assert bundle.applications == ()
    assert "is it “Data modelling”?" in only(bundle, "error").message


def test_what_a_person_said_holds_for_decisions_too(tmp_path: Path) -> None:
    bundle = decided_by(tmp_path, "Schema design", criteria={"Schema design": "Data modelling"})
    assert bundle.applications[0].decision
