"""The queue as a to-do list: tabs, what is due on top, who is looked for, and the way back."""

from datetime import timedelta
from pathlib import Path

import pytest

from recruiter_kit.clock import now
from recruiter_kit.installation import Installation
from recruiter_kit.store.database import Database, open_store, to_text
from recruiter_kit.workflow import applications, claims, requests, roles, status, tellings
from tests.web.build import approve_all, keep_twin
from tests.web.client import PageClient
from tests.web.conftest import As

INES = "ines@example.org"


@pytest.fixture
def db(instance: Path) -> Database:
    return open_store(Installation(instance).database)


def names(client: PageClient, address: str) -> list[str]:
    """Return the candidates in the rows of a list, in their order."""
    return [link.text for link in client.see(address).select("td[data-name=Candidate] > a:first-child")]


def tabs(client: PageClient) -> dict[str, int]:
    found = [link.text.split() for link in client.see("/queue").select(".queue-tabs a")]
    return {" ".join(words[:-1]): int(words[-1]) for words in found}


def test_a_page_of_the_queue_that_is_not_there_leads_to_the_first(lead_drafted: PageClient) -> None:
    assert lead_drafted.get("/queue?page=3&text=marta").location == "/queue?text=marta"
    assert lead_drafted.post("/queue/draft?text=marta", data={}).location == "/queue?text=marta"


def test_each_tab_says_how_many_stand_under_it(signed_in: As, ids: list[str], db: Database) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids[:3])
    claims.claim(db, ids[0], INES)
    found = tabs(lead)
    assert (found["All"], found["Draft"], found["Tell"], found["Waiting for somebody"]) == (12, 9, 2, 1)
    assert names(lead, "/queue?tab=waiting") == ["Noa Berg0"]
    assert "ines@example.org is handling" in lead.get("/queue?tab=waiting").text
    assert "Noa Berg0" not in names(lead, "/queue?tab=tell")
    assert "Nothing under Review." in lead.get("/queue?tab=review").text


def test_a_letter_promised_on_the_telephone_yesterday_is_on_top_and_overdue(
    signed_in: As, ids: list[str], db: Database
) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids)
    tellings.record_telling(db, "n7", "phone", "reached", "lead@example.org")
    assert names(lead, "/queue")[0] == "Noa Berg7"
    assert "Due today" in lead.get("/queue").text
    db.execute("UPDATE tellings SET at = ?", (to_text(now() - timedelta(days=1)),))
    status.refresh(db, "n7")
    (overdue,) = lead.see("/queue").select(".overdue")
    assert overdue.text == "Overdue since yesterday"
    assert names(lead, "/queue?tab=promised") == ["Noa Berg7"]


def test_a_request_has_its_hour(signed_in: As, ids: list[str], db: Database) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids[:1])
    requests.record_request(db, "n0", INES, now() - timedelta(hours=30))
    assert "Overdue since" in lead.see("/queue?tab=promised").select(".overdue")[0].text


def test_a_voicemail_leaves_its_trace(signed_in: As, ids: list[str], db: Database) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids[:1])
    for _ in range(2):
        tellings.record_telling(db, "n0", "phone", "voicemail", "lead@example.org")
    page = " ".join(lead.see("/queue?tab=tell").text.split())
    assert "voicemail left today" in page
    assert "2 attempts" in page


@pytest.mark.parametrize(
    ("typed", "found"),
    [("berg3 noa", 1), ("noa3@example", 1), ("NOA BERG11", 1), ("data engineer", 12), ("nobody", 0)],
)
def test_somebody_is_found_by_name_in_any_order_by_address_and_by_role(
    signed_in: As, ids: list[str], typed: str, found: int
) -> None:
    lead = signed_in("lead")
    assert len(ids) == 12
    for place in ("/queue", "/candidates"):
        assert len(names(lead, f"{place}?text={typed}")) == found


def test_an_address_that_is_put_right_is_the_one_that_is_found(
    signed_in: As, ids: list[str], db: Database
) -> None:
    applications.set_email(db, ids[0], "Right@Example.org", "terminal")
    assert names(signed_in("lead"), "/candidates?text=right@example.org") == ["Noa Berg0"]
    assert names(signed_in("lead"), "/candidates?text=noa0@example.org") == []


def test_everybody_is_among_the_candidates_told_or_not(signed_in: As, ids: list[str], db: Database) -> None:
    lead = signed_in("lead")
    approve_all(lead, ids[:1])
    tellings.record_telling(db, "n0", "post", "posted", "lead@example.org")
    assert "Noa Berg0" not in names(lead, "/queue")
    assert len(names(lead, "/candidates")) == 12
    assert names(lead, "/candidates?status=told") == ["Noa Berg0"]
    assert "told" in lead.get("/candidates").text


def test_the_way_back_from_a_candidate_keeps_the_filter(signed_in: As, ids: list[str]) -> None:
    lead = signed_in("lead")
    lead.get("/queue?tab=draft&text=berg&page=1")
    link = lead.see(f"/applications/{ids[0]}").select_one(".back a")
    assert link is not None
    assert link["href"] == "/queue?tab=draft&text=berg&page=1"
    assert signed_in("recruiter").see(f"/applications/{ids[0]}").select_one(".back a") is None


def test_one_click_drafts_and_leads_to_the_draft(signed_in: As, ids: list[str]) -> None:
    lead = signed_in("lead")
    (button, *_) = lead.see("/queue").select("button[name=one]")
    sent = {"one": button["value"], "application": ids[3:6]}
    assert lead.post("/queue/draft", data=sent).location == f"/applications/{button['value']}"
    assert tabs(lead)["Review"] == 1


def test_after_drafting_under_a_tab_those_who_were_drafted_are_shown(signed_in: As, ids: list[str]) -> None:
    lead = signed_in("lead")
    answer = lead.post("/queue/draft?tab=draft&text=berg", data={"application": ids[:2]})
    assert answer.location == "/queue?tab=review&text=berg"
    assert len(names(lead, answer.location)) == 2


def test_everybody_in_the_list_is_drafted_where_all_are_selected(
    signed_in: As, ids: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recruiter_kit.web.pages.queue.A_PAGE", 2)
    lead = signed_in("lead")
    page = lead.see("/queue?tab=draft")
    assert "1–2 of 12" in page.text
    ticked = {"application": ids[:2], "all": "to do"}
    answer = lead.post("/queue/draft?tab=draft&text=berg1", data=ticked, follow_redirects=True)
    assert "3 letters drafted." in answer.text


def test_nothing_is_drafted_where_the_role_lacks_a_level_and_the_row_says_so(
    signed_in: As, ids: list[str], db: Database
) -> None:
    role = applications.role(db, applications.application(db, ids[0]).role)
    bare = tuple(each.model_copy(update={"required": None}) for each in role.criteria)
    roles.replace_role(db, role.model_copy(update={"criteria": bare}), "terminal")
    page = signed_in("lead").see("/queue")
    assert page.select("button[name=one]") == []
    assert "Add the required levels" in page.text
    assert {box["data-step"] for box in page.select("td.tick input")} == {""}


def test_another_application_of_the_same_person_is_a_chip_that_says_when_it_was_told(
    lead_approved: PageClient, imported: str, instance: Path, db: Database
) -> None:
    keep_twin(instance)
    assert "2 applications" in lead_approved.get("/queue").text
    claims.claim(db, imported, "lead@example.org", knowing=True)
    tellings.record_telling(db, imported, "post", "posted", "lead@example.org")
    assert "also told on" in lead_approved.get("/queue").text


def test_a_hiring_manager_finds_nobody_of_other_roles(signed_in: As, ids: list[str]) -> None:
    stranger = signed_in("hiring_manager", "another-role")
    assert ids
    for place in ("/queue", "/candidates", "/candidates?text=berg", "/queue?tab=draft"):
        assert names(stranger, place) == []
