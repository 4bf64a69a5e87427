"""How a call went, put right on its page."""

import pytest

from tests.web.client import PageClient
from tests.web.conftest import As


@pytest.fixture
def called(lead_approved: PageClient, at: str) -> PageClient:
    lead_approved.post(f"{at}/call", data={"reached": "1", "version": 1, "notes": "Calm."})
    return lead_approved


def test_a_slip_is_undone_by_one_button(called: PageClient, at: str) -> None:
    assert "Recorded: <b>Told, with the reasons</b>" in called.get(f"{at}/outcome").text
    page = called.post(f"{at}/outcome", data={"undo": "1"}, follow_redirects=True).text
    assert "Undone: no call is recorded." in page
    assert called.get(f"{at}/call").status_code == 200
    assert "no call is recorded that could be changed" in called.get(f"{at}/outcome").text.lower()


def test_the_record_shows_what_was_recorded_first(called: PageClient, at: str) -> None:
    called.post(f"{at}/outcome", data={"result": "voicemail"})
    history = called.see(at).select_one("#history")
    assert history is not None
    assert "phone: reached by Lead" in history.text
    assert "changed since" in history.text
    assert "phone: voicemail by Lead" in history.text


def test_somebody_else_says_why(called: PageClient, signed_in: As, at: str) -> None:
    recruiter = signed_in("recruiter")
    page = recruiter.see(f"{at}/outcome")
    assert page.select("[name=undo]") == []
    refused = recruiter.post(f"{at}/outcome", data={"result": "no_answer"})
    assert (refused.status_code, "Say why it is changed" in refused.text) == (422, True)
    recruiter.post(f"{at}/outcome", data={"result": "no_answer", "reason": "It rang out."})
    assert "It rang out." in recruiter.get(at).text


def test_what_led_to_a_hold_says_that_it_stays(called: PageClient, at: str) -> None:
    called.post(f"{at}/allegation", data={"note": "My age."})
    page = called.get(f"{at}/outcome").text
    assert "legal hold" in page
    assert "<fieldset>" not in page
    assert called.post(f"{at}/outcome", data={"result": "voicemail"}).status_code == 422


def test_a_result_that_is_none_changes_nothing(called: PageClient, at: str) -> None:
    for result in ("", "alleged_discrimination", "sent", "x"):
        assert called.post(f"{at}/outcome", data={"result": result}).status_code == 422
    assert called.post(f"{at}/outcome", data={"result": "ring_back"}).status_code == 422
