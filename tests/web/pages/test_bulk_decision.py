"""One decision for many: the same reason, and for each what decided it, chosen by a person."""

from pathlib import Path

import pytest

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow import applications, status
from tests.web.client import PageClient
from tests.web.conftest import As

SHARED = {"reason": "below_bar", "decided_by": "Ines Okoro", "decided_on": "2026-11-12", "note": "As agreed."}


@pytest.fixture
def db(ids: list[str], instance: Path) -> Database:
    """Return the store, with three of twelve who have no decision."""
    db = open_store(Installation(instance).database)
    db.execute("UPDATE applications SET decision = NULL WHERE id IN ('n0', 'n1', 'n2')")
    for each in ids[:3]:
        status.refresh(db, each)
    return db


@pytest.fixture
def lead(signed_in: As, db: Database) -> PageClient:
    return signed_in("lead")


def criterion(lead: PageClient) -> str:
    (first, *_) = lead.see("/bulk-decision?application=n0").select("input[name=decisive-n0]")
    return str(first["value"])


def test_those_without_a_decision_are_shown_with_the_panels_levels_and_nothing_is_ticked(
    lead: PageClient,
) -> None:
    page = lead.see("/bulk-decision?application=n0&application=n5")
    assert "The same decision for 1 candidate" in page.text
    assert "a decision is on record: Noa Berg5" in page.text
    assert "needs 4" in page.text
    assert page.select("input[name=decisive-n0]")
    assert not page.select("input[name=decisive-n0][checked]")


def test_each_needs_what_decided_it_before_anything_is_saved(lead: PageClient, db: Database) -> None:
    sent = SHARED | {"application": ["n0", "n1"], "shown": ["n0", "n1"], "decisive-n0": criterion(lead)}
    page = lead.post("/bulk-decision", data=sent).text
    assert "1 candidate still needs what decided it" in page
    assert applications.application(db, "n0").decision is None


def test_one_decision_is_recorded_on_each_that_stays_ticked(lead: PageClient, db: Database) -> None:
    each = criterion(lead)
    sent = SHARED | {"application": ["n0", "n1"], "shown": ["n0", "n1", "n2"]}
    sent |= {"decisive-n0": each, "decisive-n1": each}
    answer = lead.post("/bulk-decision", data=sent)
    assert answer.location == "/queue?tab=draft"
    assert "2 decisions saved." in lead.get(answer.location).text
    decisions = [applications.application(db, id).decision for id in ("n0", "n1", "n2")]
    assert [decision and decision.decided_by for decision in decisions] == ["Ines Okoro", "Ines Okoro", None]


def test_a_decision_that_somebody_recorded_meanwhile_stays(lead: PageClient, db: Database) -> None:
    before = applications.application(db, "n5").decision
    sent = SHARED | {"reason": "role_closed", "application": ["n5", "n2"]}
    page = lead.post("/bulk-decision", data=sent, follow_redirects=True).text
    assert "1 decision saved." in page
    assert "Noa Berg5: a decision is on record already" in page
    assert applications.application(db, "n5").decision == before


def test_nobody_ticked_is_said(lead: PageClient) -> None:
    page = lead.post("/bulk-decision", data=SHARED | {"shown": ["n0"]}).text
    assert "Select at least one candidate" in page
    assert "Noa Berg0" in page
