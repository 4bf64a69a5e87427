"""Feedback that the release before saved is read again, with nothing of it lost."""

import json
from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.feedback import Feedback, Form
from recruiter_kit.intake import read_standard
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import versions
from tests.workflow.build import INES, feedback, store

BEFORE = json.loads(Path(__file__).with_name("feedback_of_release_before.json").read_text("utf-8"))


def opened(folder: Path, written: dict[str, object]) -> Database:
    """Return a store in which the release before has saved this, opened by this release."""
    db = store(folder)
    versions.save_draft(db, feedback(), INES, 0)
    db.execute("UPDATE feedback SET json = ?", (json.dumps(written),))
    db.execute("DELETE FROM migrations WHERE name = '014_forms.sql'")
    db.conn.close()
    return open_store(folder / "recruiter-kit.db")


def migrated(folder: Path, written: dict[str, object]) -> Feedback:
    return versions.newest(opened(folder, written), "a1").feedback


def test_a_draft_of_the_release_before_is_read_with_every_word(tmp_path: Path) -> None:
    found = migrated(tmp_path, BEFORE)
    assert [statement.text for statement in found.statements] == [
        statement["text"] for statement in BEFORE["statements"]
    ]
    assert {statement.form for statement in found.statements} == {None}
    for seen, old in zip(found.observations, BEFORE["observations"], strict=True):
        left_out = ("tier", "rules", "inserted")
        kept = {name: value for name, value in old.items() if name not in left_out}
        assert seen.model_dump(mode="json") == kept | {"form": "noted"}
    assert found.answers == {}


def test_what_a_person_had_to_word_is_marked_as_a_persons_words(tmp_path: Path) -> None:
    first = BEFORE["observations"][0] | {"tier": "yours"}
    found = migrated(tmp_path, BEFORE | {"observations": [first, *BEFORE["observations"][1:]]})
    assert [seen.form for seen in found.observations[:2]] == [Form.YOURS, Form.NOTED]


def test_wording_of_who_decided_is_dropped_and_other_wording_stays(tmp_path: Path) -> None:
    assert "letter.process.separate" in BEFORE["standard"]["wording"]
    found = migrated(tmp_path, BEFORE)
    assert found.standard.wording == {
        "letter.closing.retention": BEFORE["standard"]["wording"]["letter.closing.retention"][0]
    }


def test_a_draft_without_observations_or_wording_is_left_as_it_is(tmp_path: Path) -> None:
    plain = feedback().model_dump(mode="json")
    assert migrated(tmp_path, plain) == feedback()


def test_what_this_release_saved_is_migrated_to_itself(tmp_path: Path) -> None:
    once = migrated(tmp_path / "once", BEFORE)
    assert migrated(tmp_path / "twice", once.model_dump(mode="json")) == once


@pytest.mark.parametrize("key", ["separate", "panel", "single"])
def test_a_standard_file_that_words_who_decided_is_refused_and_told_why(tmp_path: Path, key: str) -> None:
    file = tmp_path / "standard.yaml"
    file.write_text(f'wording:\n  letter.process.{key}: "{{people}} decided on {{date}}."\n', "utf-8")
    with pytest.raises(InputError, match=f"letter.process.{key} is no longer used"):
        read_standard(file)
