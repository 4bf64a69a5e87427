"""The app as a whole: odd requests, refusals, headers."""

from pathlib import Path

import pytest

from tests.web.client import PageClient
from tests.web.conftest import As


@pytest.mark.parametrize("referrer", ["http://[", "nowhere", "http://localhost/nowhere", ""])
def test_a_page_says_what_was_wrong_wherever_one_came_from(
    lead_drafted: PageClient, at: str, referrer: str
) -> None:
    answer = lead_drafted.post(
        f"{at}/approval", data={"version": 9, "verdict": "approve"}, headers={"Referer": referrer}
    )
    assert answer.status_code == 422
    assert "Go to the to-do list" in answer.text


def test_odd_requests_are_answered(lead_drafted: PageClient) -> None:
    deep = {"data": b"[" * 200_000, "content_type": "application/json"}
    assert lead_drafted.post("/check", **deep).json["findings"] == []  # type: ignore[arg-type]
    assert lead_drafted.post("/check-note", **deep).status_code == 422  # type: ignore[arg-type]
    assert lead_drafted.post("/import", data={"files": "x"}).status_code == 200


def test_a_page_that_asks_in_the_background_is_told_that_nobody_is_signed_in(signed_in: As) -> None:
    client = signed_in("recruiter")
    with client.session_transaction() as session:
        session.clear()
    assert client.post("/check", json={"text": "x"}).status_code == 401
    quietly = {"Accept": "application/json"}
    assert client.get("/import/files/x/state", headers=quietly).status_code == 401


def test_every_answer_forbids_what_comes_from_elsewhere(signed_in: As) -> None:
    headers = signed_in("recruiter").get("/queue").headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"


def test_a_form_from_elsewhere_is_refused(instance: Path) -> None:
    from recruiter_kit.web.app import create_app

    answer = create_app(instance).test_client().post("/sign-in", data={"email": "x", "password": "y"})
    assert answer.status_code == 400
