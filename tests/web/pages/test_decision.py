"""The decision on the page: who, when, why, and why it changes."""

from pathlib import Path

import pytest

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.store.database import open_store
from tests.places import GOLD
from tests.web.build import keep_twin
from tests.web.client import PageClient
from tests.web.conftest import As


def test_the_note_on_record_is_no_reason_for_another_decision(
    signed_in: As, lead_approved: PageClient, at: str
) -> None:
    said = {"reason": "close_call", "decided_by": "Ana", "decided_on": "2026-11-12", "note": "As discussed."}
    asked = lead_approved.post(f"{at}/decision", data=said)
    assert "say in a note why the decision changes" in asked.text
    assert '<option selected value="close_call">' in asked.text, "what was chosen is still chosen"
    assert "Why the decision changes" in lead_approved.get(f"{at}/decision").text
    assert (
        lead_approved.post(f"{at}/decision", data=said | {"note_change": "The panel met again."}).status_code
        == 302
    )


def test_what_is_kept_apart_in_the_decision_stays_when_it_is_recorded_anew(
    signed_in: As, instance: Path, at: str
) -> None:
    decided = read(GOLD / "marta.json").applications[0].decision
    assert decided is not None
    keep_twin(instance, decision=decided.model_copy(update={"note": "She is pregnant. We met twice."}))
    lead, officer = signed_in("lead"), signed_in("privacy_officer")
    page = lead.see("/applications/twin/decision")
    assert "pregnant" not in page.text
    shown = page.select("textarea[name=note]")[0].text.strip()
    said = {"reason": "below_bar", "decisive": "modelling", "decided_by": "Ana", "decided_on": "2026-11-13"}
    lead.post("/applications/twin/decision", data=said | {"note": shown})
    db = open_store(Installation(instance).database)
    (kept,) = db.execute("SELECT decision FROM applications WHERE id = 'twin'").fetchone()
    assert "She is pregnant. We met twice." in kept
    assert officer.get("/applications/twin").status_code == 200


@pytest.mark.parametrize(
    ("where", "odd"),
    [
        ("/scorecard", {"interviewer": "   ", "interview": "Call"}),
        ("/decision", {"reason": "role_closed", "decided_by": "A" * 400, "decided_on": "2026-11-12"}),
        ("/decision", {"reason": "role_closed", "decided_by": "Ana", "decided_on": "9999-12-31"}),
    ],
)
def test_values_that_do_not_fit_are_said_on_the_form(
    signed_in: As, at: str, where: str, odd: dict[str, str]
) -> None:
    answer = signed_in("lead").post(at + where, data=odd)
    assert answer.status_code == 200
    assert 'class="error"' in answer.text


def test_a_decision_below_the_bar_names_what_decided_it(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    at = f"/applications/{imported}/decision"
    said = {"reason": "below_bar", "decided_by": "Ana Ruiz", "decided_on": "2026-11-12"}
    assert "the letter names them" in recruiter.post(at, data=said).text
    assert recruiter.post(at, data=said | {"decisive": "modelling"}).status_code == 302
    assert recruiter.post(at, data=said | {"reason": "role_closed"}).status_code == 302
