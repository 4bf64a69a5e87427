"""A scorecard written in the app, with its notes looked at while they are typed."""

import sqlite3

import pytest

from tests.web.build import CARD, first_role
from tests.web.client import PageClient
from tests.web.conftest import As


def test_a_scorecard_for_somebody_new_stands_in_the_queue(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    role = first_role(recruiter)
    page = recruiter.get(f"/roles/{role}/scorecard").text
    assert "A new candidate" in page
    assert 'type="radio"' in page
    nobody = recruiter.post(f"/roles/{role}/scorecard", data=CARD | {"candidate": ""})
    assert "Enter a name." in nobody.text
    new = {"candidate": "", "given_name": "Noa", "family_name": "Berg", "email": "noa@example.org"}
    done = recruiter.post(f"/roles/{role}/scorecard", data=CARD | new, follow_redirects=True)
    assert "Scorecard saved." in done.text
    assert "She left out the index" in done.text
    assert "cousin" not in done.text
    assert "Noa Berg" in recruiter.get("/queue").text


def test_a_scorecard_that_cannot_be_kept_leaves_no_candidate_behind(
    signed_in: As, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> int:
        raise sqlite3.OperationalError("database is locked")

    recruiter = signed_in("recruiter")
    role = first_role(recruiter)
    new = CARD | {"candidate": "", "given_name": "Noa", "family_name": "Berg"}
    with monkeypatch.context() as patched:
        patched.setattr("recruiter_kit.workflow.scorecards.add", busy)
        assert recruiter.post(f"/roles/{role}/scorecard", data=new).status_code == 503
    assert "Noa Berg" not in recruiter.get("/queue").text


def test_a_scorecard_for_somebody_who_is_here_ends_an_approval(signed_in: As, imported: str) -> None:
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    lead.post(f"{at}/draft")
    lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    done = lead.post(f"{at}/scorecard", data=CARD, follow_redirects=True).text
    assert "version 1, draft" in done
    wrong = lead.post(f"{at}/scorecard", data=CARD | {"level_0": "9"})
    assert wrong.status_code == 200
    assert "Not a valid choice" in wrong.text


def test_a_note_is_looked_at_while_it_is_typed(signed_in: As, imported: str) -> None:
    manager = signed_in("recruiter")
    role = first_role(manager)
    said = {"role": role, "application": imported, "text": "Not a culture fit. She left out the index."}
    (found,) = manager.post("/check-note", json=said).json["findings"]
    assert said["text"][found["start"] : found["end"]] == "Not a culture fit."
    for odd in (["a"], {}, {"role": "nobody"}):
        assert manager.post("/check-note", json=odd).status_code == 422


def test_what_is_said_of_health_is_kept_apart_from_all_but_the_privacy_officer(
    signed_in: As, imported: str
) -> None:
    recruiter, officer = signed_in("recruiter"), signed_in("privacy_officer")
    card = CARD | {"note_0": "She mentioned her chemotherapy. She left out the index."}
    done = recruiter.post(f"/applications/{imported}/scorecard", data=card, follow_redirects=True).text
    assert "1 sentence was set apart" in done
    assert "chemotherapy" not in recruiter.get(f"/applications/{imported}").text
    assert "[set apart]" in recruiter.get(f"/applications/{imported}").text
    assert "chemotherapy" in officer.get(f"/applications/{imported}").text


def test_a_hiring_manager_writes_for_own_roles_only(signed_in: As, imported: str) -> None:
    stranger = signed_in("hiring_manager", "another-role")
    assert "No roles for you yet" in stranger.get("/scorecards/new").text
    role = first_role(signed_in("lead"))
    assert stranger.get(f"/roles/{role}/scorecard").status_code == 403
    assert stranger.post("/check-note", json={"role": role, "text": "x"}).status_code == 403


def test_an_empty_scorecard_is_not_kept(lead_drafted: PageClient, at: str) -> None:
    nothing = {f"level_{number}": "-" for number in range(12)} | {
        "interviewer": "Ana",
        "interview": "Second talk",
    }
    answer = lead_drafted.post(f"{at}/scorecard", data=nothing)
    assert "A level, a note or a recommendation is needed." in answer.text
    assert "Second talk" not in lead_drafted.get(at).text
