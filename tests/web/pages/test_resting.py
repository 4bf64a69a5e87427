"""Words that lose their note: told on the next page, shown first, and mended with a note or a reason."""

from pathlib import Path

import pytest

from recruiter_kit.composing.revising import reworded
from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import versions
from tests.web.build import SEEN, SWORE, approve
from tests.web.client import PageClient, html
from tests.web.conftest import As

TURNED = "You did not jump to tables before asking what the reports were for."


def save(client: PageClient, at: str, version: int, **fields: str) -> str:
    data = {"version": version} | {name.replace("_", "-"): text for name, text in fields.items()}
    return client.post(f"{at}/statements", data=data, follow_redirects=True).text


def source_of(client: PageClient, at: str, id: str) -> str:
    return str(client.see(at).select_one(f"#text-{id}")["data-sources"])


@pytest.fixture
def lost(lead_drafted: PageClient, at: str, told: str) -> str:
    """Return the id of a statement that has lost its note."""
    lead_drafted.post(f"{at}/statements", data={"version": 1, f"text-{told}": SWORE})
    return told


@pytest.mark.parametrize("words", [SWORE, TURNED])
def test_refused_words_are_saved_without_their_note_and_the_page_says_why(
    lead_drafted: PageClient, at: str, told: str, words: str
) -> None:
    answer = lead_drafted.post(f"{at}/statements", data={"version": 1, f"text-{told}": words})
    assert answer.location.endswith(f"#text-{told}")
    page = html(lead_drafted.get(at))
    alert = page.select_one("[role=alert]").text
    assert words in alert
    assert "cannot rest on the note. " in alert
    assert "It is yours now" in alert
    assert source_of(lead_drafted, at, told) == ""


def test_what_no_note_bears_out_stands_first_and_cannot_be_approved(
    lead_drafted: PageClient, at: str, lost: str
) -> None:
    page = lead_drafted.see(at)
    (first,) = page.select(".unborne li")
    assert first.a["href"] == f"#text-{lost}"
    assert SWORE in first.text
    assert "It needs another note or a reason." in first.text
    opened = lead_drafted.see(f"{at}?edit={lost}")
    assert opened.select_one(f"#source-{lost}")
    assert opened.select_one(f"#note-waiver-{lost}")
    assert page.select(f"#approve a[href='#text-{lost}']")
    assert approve(lead_drafted, at, 2) == 422


def test_saving_them_again_changes_nothing(lead_drafted: PageClient, at: str, lost: str) -> None:
    page = save(lead_drafted, at, 2, **{f"text_{lost}": SWORE, f"note_waiver_{lost}": ""})
    assert "Nothing was changed." in page


def test_with_a_reason_they_can_be_approved_and_still_stand_first(
    lead_drafted: PageClient, at: str, lost: str
) -> None:
    save(lead_drafted, at, 2, **{f"note_waiver_{lost}": "I was there, and so was Ana."})
    (first,) = lead_drafted.see(at).select(".unborne li")
    assert "Reason: I was there, and so was Ana." in first.text
    assert approve(lead_drafted, at, 3) == 302


def test_a_note_that_bears_them_out_is_chosen_and_one_that_does_not_is_not_kept(
    lead_drafted: PageClient, at: str, lost: str
) -> None:
    options = lead_drafted.see(f"{at}?edit={lost}").select(f"#source-{lost} option")
    place = next(str(each["value"]) for each in options if "Jumped to tables" in each.text)
    assert next(each.text for each in options if each["value"] == place).startswith("Owen Walsh: ")
    page = save(lead_drafted, at, 2, **{f"source_{lost}": place, f"note_waiver_{lost}": ""})
    assert "cannot rest on the note" in page
    assert source_of(lead_drafted, at, lost) == ""
    mended = {f"text_{lost}": SEEN, f"source_{lost}": place, f"note_waiver_{lost}": ""}
    newest = int(str(lead_drafted.see(at).select_one("#statements input[name=version]")["value"]))
    save(lead_drafted, at, newest, **mended)
    assert source_of(lead_drafted, at, lost)
    assert not lead_drafted.see(at).select(".unborne")
    assert approve(lead_drafted, at, newest + 1) == 302


def test_an_addition_that_its_note_does_not_bear_out_has_none(lead_drafted: PageClient, at: str) -> None:
    page = lead_drafted.see(at)
    criterion = page.select("select[name=criterion] option")[0]["value"]
    place = next(each["value"] for each in page.select("#source option") if "Jumped" in each.text)
    new = {"version": 1, "part": "seen", "criterion": criterion, "source": place}
    lead_drafted.post(f"{at}/statements/new", data=new | {"text-new": SWORE})
    (first,) = lead_drafted.see(at).select(".unborne li")
    assert SWORE in first.text


@pytest.fixture
def slipped_in(lead_drafted: PageClient, instance: Path, imported: str, told: str) -> str:
    """Return the id of a statement of version 2, saved under its note before anything was proved."""
    db = open_store(Installation(instance).database)
    old = versions.newest(db, imported).feedback
    changed = old.model_copy(update={"statements": reworded(old.statements, {told: SWORE}, "a@example.org")})
    versions.save_draft(db, changed, "a@example.org", 1)
    db.conn.close()
    return told


def test_words_that_slipped_in_before_are_shown_first_and_not_approved(
    lead_drafted: PageClient, at: str, slipped_in: str
) -> None:
    (first,) = lead_drafted.see(at).select(".unborne li")
    assert "It still names a note." in first.text
    assert approve(lead_drafted, at, 2) == 422


def test_saving_cuts_them_from_their_note(lead_drafted: PageClient, at: str, slipped_in: str) -> None:
    assert "cannot rest on the note" in save(lead_drafted, at, 2)
    assert source_of(lead_drafted, at, slipped_in) == ""


def test_an_older_version_does_not_bring_them_back_under_their_note(
    lead_drafted: PageClient, at: str, slipped_in: str
) -> None:
    save(lead_drafted, at, 2, **{f"text_{slipped_in}": SEEN})
    page = lead_drafted.post(f"{at}/versions/2", data={"version": 3}, follow_redirects=True).text
    assert "cannot rest on the note" in page
    assert source_of(lead_drafted, at, slipped_in) == ""
    assert approve(lead_drafted, at, 4) == 422


def test_whoever_only_approves_sees_the_added_words_in_the_text_itself(
    lead_drafted: PageClient, signed_in: As, at: str, told: str
) -> None:
    words = "You jumped to the warehouse tables before asking what the reports were for."
    save(lead_drafted, at, 1, **{f"text_{told}": words})
    page = signed_in("approver").see(at)
    assert page.select_one(f"#text-{told}").text == words
    assert [each.text for each in page.select(f"#text-{told} mark.warning")] == ["warehouse"]
    assert "“warehouse” is not in Owen Walsh's note" in page.text
