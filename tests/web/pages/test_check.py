"""A text is looked at while it is typed: what is wrong in it, and what its note does not hold."""

from typing import Any

import pytest

from tests.web.build import SEEN, SWORE
from tests.web.client import PageClient
from tests.web.conftest import As


def look(client: PageClient, **said: object) -> dict[str, Any]:
    answer: dict[str, Any] = client.post("/check", json=said).json
    return answer


def test_a_text_is_checked_while_it_is_typed(signed_in: As) -> None:
    found = look(signed_in("recruiter"), text="We had many strong candidates.")
    assert {each["label"] for each in found["findings"]} >= {"comparison"}
    assert found["proof"] is None
    assert "".join(text for text, _ in found["runs"]) == "We had many strong candidates."
    assert "error" in {kind for _, kind in found["runs"]}


def test_words_as_they_are_saved_need_no_proof(lead_drafted: PageClient, imported: str, told: str) -> None:
    assert look(lead_drafted, text=SEEN, application=imported, statement=told)["proof"] is None


def test_words_that_no_note_holds_are_marked_with_whose_note_it_is(
    lead_drafted: PageClient, imported: str, told: str
) -> None:
    text = "You jumped to the warehouse tables before asking what the reports were for."
    found = look(lead_drafted, text=text, application=imported, statement=told)
    assert found["proof"]["verdict"] == "look"
    added = {text[each["start"] : each["end"]]: each["whose"] for each in found["proof"]["added"]}
    assert added == {"warehouse": "Owen Walsh's note"}
    assert found["proof"]["line"] == "“warehouse” is not in Owen Walsh's note."
    assert ["warehouse", "warning"] in found["runs"]


def test_words_that_their_note_does_not_bear_out_are_refused_and_what_becomes_of_them_is_said(
    lead_drafted: PageClient, imported: str, told: str
) -> None:
    proof = look(lead_drafted, text=SWORE, application=imported, statement=told)["proof"]
    assert proof["verdict"] == "refused"
    assert proof["faults"]
    assert all(each["why"] and SWORE[each["start"] : each["end"]] for each in proof["faults"])
    assert proof["line"].startswith("This cannot rest on the note. ")
    assert proof["line"].endswith("It will be yours, and needs another note or a reason.")


def test_an_addition_is_held_against_the_note_that_is_chosen(lead_drafted: PageClient, imported: str) -> None:
    options = lead_drafted.see(f"/applications/{imported}").select("#source option")
    place = next(each["value"] for each in options if "jumped to tables" in each.text.lower())
    said = {"application": imported, "part": "seen", "source": place}
    assert look(lead_drafted, text=SEEN, **said)["proof"]["verdict"] == "proved"
    assert look(lead_drafted, text=SWORE, **said)["proof"]["verdict"] == "refused"
    assert look(lead_drafted, text=SWORE, **said | {"source": "-1"})["proof"] is None


def test_nobody_reads_notes_of_a_role_that_is_not_theirs(
    lead_drafted: PageClient, signed_in: As, imported: str, told: str
) -> None:
    stranger = signed_in("hiring_manager", "another-role")
    said = {"text": SEEN, "application": imported, "statement": told}
    assert stranger.post("/check", json=said).status_code in (403, 401)


@pytest.mark.parametrize(
    "odd", [{"statement": "nothing"}, {"part": "decision"}, {"source": {}}, {"text": ""}]
)
def test_what_makes_no_sense_has_no_proof(
    lead_drafted: PageClient, imported: str, odd: dict[str, Any]
) -> None:
    assert look(lead_drafted, **{"text": SWORE, "application": imported} | odd)["proof"] is None
