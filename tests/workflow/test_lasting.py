"""Findings that no other words put right keep their weight in drafts saved by the release before."""

from pathlib import Path

import pytest

from recruiter_kit.composing.plan import trouble
from recruiter_kit.errors import StoreError
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import versions
from recruiter_kit.workflow.approval import approve
from tests.workflow.build import INES, OMAR, feedback, store


def test_a_draft_saved_before_they_were_marked_is_still_not_approved(tmp_path: Path) -> None:
    db = store(tmp_path)
    lasting = trouble(
        "contradicts-scorecard", "decisive_at_bar", lasting=True, criterion="SQL", decided_by="I"
    )
    mendable = trouble("incomplete-gap", "not_seen", criterion="SQL", people="Ana Reyes")
    drafted = feedback().model_copy(update={"findings": (lasting, mendable)})
    version = versions.save_draft(db, drafted, INES, 0)
    # As the release before wrote it: nothing is marked, and the migration has not been applied.
    db.execute("UPDATE feedback SET json = replace(json, '\"lasting\":true', '\"lasting\":false')")
    db.execute("DELETE FROM migrations WHERE name = '013_lasting.sql'")
    db.conn.close()

    opened = open_store(tmp_path / "recruiter-kit.db")
    found = versions.newest(opened, "a1").feedback
    assert [finding.lasting for finding in found.findings] == [True, False]
    assert found == drafted
    with pytest.raises(StoreError, match="SQL"):
        approve(opened, "a1", version, OMAR)
