"""The outbox: what has not left can be taken back by whoever sent it."""

from tests.web.build import approve_all
from tests.web.conftest import As


def test_nobody_takes_back_what_another_sends(signed_in: As, ids: list[str]) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids[:1])
    lead.post(f"/applications/{ids[0]}/send", data={"version": 1})
    assert "0 e-mails undone." in signed_in("recruiter").post("/outbox", follow_redirects=True).text
