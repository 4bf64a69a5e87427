from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle
from tests.intake.saved import messages_of, read_saved
from tests.intake.sources import write
from tests.intake.teamtailor.samples import SAMPLES, job_application, resource

TABLE = (
    "application,given_name,role,interviewer,criterion,level,note\n634,Marta,de,Ana Reyes,Modelling,2,Slow.\n"
)
DECISION = "application,outcome,reason,decided_by,decided_on\n634,not_offered,below_bar,Ines,2026-11-12\n"
HIRED = resource("stages", "10", {"name": "Hired"})


def with_table(folder: Path, application: dict[str, Any]) -> Bundle:
    exports = [
        write(folder, "application.json", {"data": application}),
        write(folder, "stages.json", {"data": [*SAMPLES["stages"]["data"], HIRED]}),
        write(folder, "reasons.json", SAMPLES["reject-reasons"]),
    ]
    tables = [write(folder, "table.csv", TABLE), write(folder, "decisions.csv", DECISION)]
    return read(*exports, *tables)


def errors(bundle: Bundle) -> list[str]:
    return messages_of(bundle, "error")


def test_scorecard_scores_are_named_with_what_to_do_instead(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"scorecard scores of Teamtailor.*copy the levels and"):
        read_saved(tmp_path, SAMPLES)


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_every_file_says_what_it_holds(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=name.replace("-", " ").rstrip("s")):
        read_saved(tmp_path, {name: SAMPLES[name]})


def test_a_rejection_agrees_with_a_decision_on_the_same_application(tmp_path: Path) -> None:
    bundle = with_table(tmp_path, job_application())
    assert errors(bundle) == []
    assert bundle.applications[0].decision is not None


def test_an_application_that_the_candidate_ended_contradicts_a_decision(tmp_path: Path) -> None:
    bundle = with_table(tmp_path, job_application(reason="3"))
    assert bundle.applications == ()
    assert ["they rejected us" in message for message in errors(bundle)] == [True]


def test_a_stage_that_says_hired_contradicts_a_decision(tmp_path: Path) -> None:
    bundle = with_table(tmp_path, job_application(rejected=None, stage="10"))
    assert ["the export says “Hired”" in message for message in errors(bundle)] == [True]
