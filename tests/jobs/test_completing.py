"""Files read beside what is here: the role here completes the file's, unless the files have their own."""

import json
from pathlib import Path

from recruiter_kit.intake.opening import open_files
from recruiter_kit.jobs.completing import completed
from recruiter_kit.model import Bundle
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow.imports import keep_import
from tests import build

ROLE = build.role(
    build.criterion("Handover", required=4), build.criterion("Medicines", required=3)
).model_copy(update={"id": "ward-nurse", "title": "Ward Nurse", "organisation": "Harbour Hospital"})
TABLE = (
    "application,given_name,role,interviewer,criterion,level,note\n"
    "a1,Marta,Ward Nurse,Ana Reyes,1. Hand-over,2,Left out the allergy.\n"
    "a1,,Ward Nurse,Ana Reyes,Drug calculations,3,Right dose.\n"
)


def here(tmp_path: Path) -> Database:
    db = open_store(tmp_path / "recruiter-kit.db")
    keep_import(db, Bundle(roles=(ROLE,)), b"first", "roles.yaml", "ines@example.org")
    return db


def table(tmp_path: Path) -> Path:
    path = tmp_path / "scorecards.csv"
    path.write_text(TABLE, "utf-8")
    return path


def test_a_table_is_read_with_the_role_that_is_here(tmp_path: Path) -> None:
    read = completed(open_files([table(tmp_path)]), here(tmp_path))
    assert read.roles == (ROLE,)
    assert [rating.criterion for rating in read.applications[0].scorecards[0].ratings] == ["Handover"]
    assert ["is it “Medicines”?" in notice.message for notice in read.notices].count(True) == 1


def test_what_a_person_said_of_a_criterion_holds(tmp_path: Path) -> None:
    opened = open_files([table(tmp_path)])
    read = completed(opened, here(tmp_path), {"Drug calculations": "Medicines"})
    assert [each.criterion for each in read.applications[0].scorecards[0].ratings] == [
        "Handover",
        "Medicines",
    ]


def test_a_role_file_among_the_files_says_what_the_role_is(tmp_path: Path) -> None:
    given = tmp_path / "role.json"
    criteria = [{"id": "medicines", "name": "Drug calculations", "required": 5}]
    given.write_text(json.dumps({"id": "ward-nurse", "title": "Ward Nurse", "criteria": criteria}), "utf-8")
    read = completed(open_files([table(tmp_path), given]), here(tmp_path))
    assert [(each.name, each.required) for each in read.roles[0].criteria] == [("Drug calculations", 5)]
    assert [notice.kind for notice in read.notices if notice.kind == "error"] == []


def test_other_roles_that_are_here_are_not_mentioned(tmp_path: Path) -> None:
    db = here(tmp_path)
    other = build.role().model_copy(update={"title": "Porter", "id": "porter"})
    keep_import(db, Bundle(roles=(other,)), b"other", "roles.yaml", "ines@example.org")
    read = completed(open_files([table(tmp_path)]), db)
    assert not [notice for notice in read.notices if "Porter" in notice.message]
