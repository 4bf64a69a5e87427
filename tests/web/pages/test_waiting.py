"""The number in the header, and the list behind it."""

from pathlib import Path

from tests.web.client import PageClient
from tests.web.conftest import As


def test_the_number_counts_what_waits_for_me_and_leads_to_it(
    signed_in: As, lead_drafted: PageClient, at: str
) -> None:
    approver = signed_in("approver")
    page = approver.see("/queue")
    assert page.select(".badge")[0].text == "1 waiting for you"
    here = approver.see(str(page.select(".badge")[0]["href"]))
    assert "Letters to approve" in here.text
    assert [str(link["href"]) for link in here.select("main li a")] == [at]
    assert lead_drafted.see("/queue").select(".badge") == []
    assert "Nothing is waiting for you" in lead_drafted.see("/waiting").text


def test_a_hiring_manager_of_another_role_sees_no_number(
    signed_in: As, lead_drafted: PageClient, at: str
) -> None:
    stranger = signed_in("hiring_manager", "another-role")
    assert stranger.see("/queue").select(".badge") == []
    assert "Marta" not in stranger.get("/waiting").text


def test_a_page_that_says_what_is_wrong_does_not_need_the_number(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    (instance / "standard.yaml").write_text("a: [", encoding="utf-8")
    assert lead.get("/standard").status_code == 422
