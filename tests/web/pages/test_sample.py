"""The sample: loaded with one click, nobody is written to, removed with one click."""

from pathlib import Path

import pytest

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import holds, samples
from tests.web.build import MAIL, keep_twin
from tests.web.conftest import As


def test_one_click_brings_in_the_sample_and_another_removes_all_of_it(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    assert "Load the sample" in lead.get("/queue").text
    page = lead.post("/sample", follow_redirects=True).text
    assert "12 invented candidates" in page
    assert "Nadia Haddad" in page
    lead.post("/applications/te-01/draft")
    lead.post("/applications/te-01/approval", data={"version": 1, "verdict": "approve"})
    page = lead.post("/sample/remove", follow_redirects=True).text
    assert "The sample is removed" in page
    assert "Nadia Haddad" not in page
    db = open_store(Installation(instance).database)
    left = [
        db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in ("roles", "imports", "feedback")
    ]
    assert left == [0, 0, 0]
    db.conn.close()
    assert "12 invented candidates" in lead.post("/sample", follow_redirects=True).text


def test_the_sample_is_never_mixed_with_candidates_of_ones_own(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    assert "Load the sample" not in lead.get("/queue").text + lead.get("/import").text
    assert lead.post("/sample").status_code == 422
    assert lead.post("/sample/remove").status_code == 422


def test_own_candidates_and_their_role_stay_when_the_sample_goes(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    lead.post("/sample")
    keep_twin(instance)
    lead.post("/sample/remove")
    page = lead.get("/queue").text
    assert "Marta Silva" in page
    assert "Nadia Haddad" not in page


def test_no_mail_leaves_to_a_sample_candidate(signed_in: As, instance: Path) -> None:
    (instance / "mail.yaml").write_text(MAIL, "utf-8")
    lead = signed_in("lead")
    lead.post("/sample")
    at = "/applications/te-01"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert "A sample candidate: no e-mail leaves" in lead.get(f"{at}/send").text
    refused = lead.post(f"{at}/send", data={"version": 1})
    assert (refused.status_code, "sample candidate" in refused.text) == (422, True)
    many = lead.get("/bulk-send?application=te-01").text
    assert "is not included" in many
    assert "sample candidate" in many


def test_a_hold_keeps_the_sample_until_it_is_ended(signed_in: As, instance: Path) -> None:
    signed_in("lead").post("/sample")
    db = open_store(Installation(instance).database)
    holds.hold(db, "te-01", "lead@example.org", "A complaint.")
    with pytest.raises(StoreError, match="Oliver Brandt of the sample is on hold"):
        samples.remove(db, "lead@example.org")
    db.conn.close()
