"""Notes without a form: a document is added, every sentence confirmed or left out, scorecards saved."""

import json
import re
import sqlite3
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import applications, imports
from tests.places import GOLD
from tests.web.client import PageClient, html
from tests.web.conftest import As

NOTES = """Ana Reyes – Modelling exercise

Data modelling: 2/5. She jumped to the tables before asking.
SQL (4/5)
- Her joins were right the first time.

Owen Walsh:
Data modelling
Score: 3
She drew a star schema.

Something else nobody signed.
"""


def added(client: PageClient, at: str, text: str = NOTES) -> str:
    """Paste a text; return the address of the page on which its sentences are confirmed."""
    answer = client.post(f"{at}/notes", data={"text-pasted": text})
    assert answer.status_code == 302, html(answer).select("main .error")
    return str(answer.location)


def filled(page: BeautifulSoup) -> dict[str, str]:
    """Return what the form of a page would send as it is."""
    sent = {}
    for each in page.select("main form [name]"):
        kind = each.get("type")
        if each.name == "select":
            chosen = each.select_one("option[selected]") or each.select_one("option")
            sent[str(each["name"])] = str(chosen["value"]) if chosen else ""
        elif each.name == "input" and (kind != "checkbox" or each.has_attr("checked")):
            sent[str(each["name"])] = str(each.get("value", "on"))
    return sent


def row_of(page: BeautifulSoup, words: str) -> str:
    """Return the number of the sentence with these words."""
    (label,) = [each for each in page.select("label.words[for^=use-]") if words in each.text]
    return str(label["for"]).removeprefix("use-")


def block_of(page: BeautifulSoup, heading: str) -> str:
    (found,) = [each for each in page.select("section.sorting") if heading in each.h2.text]  # type: ignore[union-attr]
    return str(found["id"]).removeprefix("block-")


def written(instance: Path, application: str) -> list[dict[str, object]]:
    """Return the scorecards that were written in the app."""
    db = open_store(Installation(instance).database)
    found = applications.application(db, application).scorecards
    db.conn.close()
    return [json.loads(card.model_dump_json()) for card in found if card.id.startswith("written-")]


def kept(instance: Path) -> list[Path]:
    return list((instance / "uploads").glob(".notes-*")) if (instance / "uploads").is_dir() else []


def test_what_was_ticked_becomes_scorecards_and_the_rest_does_not(
    signed_in: As, at: str, imported: str, instance: Path
) -> None:
    recruiter = signed_in("recruiter")
    assert "Add notes from a document" in recruiter.get(at).text
    address = added(recruiter, at)
    page = recruiter.see(address)
    assert page.select("section.sorting h2")[0].text.strip() == "To be assigned" or page.select(
        "section.sorting"
    )
    sent = filled(page)
    assert not any(name.startswith(("use-", "levels-")) for name in sent), "nothing is ticked beforehand"
    sent[f"use-{row_of(page, 'jumped to the tables')}"] = "on"
    sent[f"levels-{block_of(page, 'Ana Reyes')}"] = "on"
    done = recruiter.post(address, data=sent | {"do": "save"}, follow_redirects=True)
    assert "1 scorecard saved" in done.text
    (card,) = written(instance, imported)
    assert card["interviewer"] == {"name": "Ana Reyes", "role": None}
    assert card["interview"] == "Modelling exercise"
    assert [(each["criterion"], each["level"], each["raw"], each["note"]) for each in card["ratings"]] == [  # type: ignore[attr-defined]
        ("modelling", 2, "2/5", "She jumped to the tables before asking."),
        ("sql", 4, "4/5", None),
    ]
    assert "star schema" not in json.dumps(card)
    assert kept(instance) == []
    assert recruiter.get(address).status_code == 422
    assert "Notes confirmed" in signed_in("lead").get("/audit").text


def test_a_whole_block_is_ticked_with_one_button_and_still_has_to_be_saved(
    signed_in: As, at: str, imported: str, instance: Path
) -> None:
    recruiter = signed_in("recruiter")
    address = added(recruiter, at)
    page = recruiter.see(address)
    block = block_of(page, "Owen Walsh")
    ticked = html(recruiter.post(address, data=filled(page) | {"do": f"all:{block}"}))
    assert written(instance, imported) == []
    checked = [each.parent.text.strip() for each in ticked.select("input[type=checkbox][checked]")]  # type: ignore[union-attr]
    assert any("star schema" in each for each in checked)
    assert not any("jumped" in each for each in checked)
    wrong = recruiter.post(address, data=filled(ticked) | {"do": "save"})
    assert "Enter the interview or exercise." in wrong.text
    sent = filled(html(wrong)) | {f"interview-{block}": "Whiteboard", "do": "save"}
    recruiter.post(address, data=sent)
    (card,) = written(instance, imported)
    assert (card["interview"], card["interviewer"]["name"]) == ("Whiteboard", "Owen Walsh")  # type: ignore[index]


def test_a_sentence_without_a_criterion_is_asked_about(
    signed_in: As, at: str, imported: str, instance: Path
) -> None:
    recruiter = signed_in("recruiter")
    address = added(recruiter, at, "Very quick.\nNever asked what the reports were for.")
    page = recruiter.see(address)
    assert page.select_one("section.sorting h2").text.strip() == "To be assigned"  # type: ignore[union-attr]
    sent = filled(page) | {"use-0": "on", "interviewer-0": "Ana Reyes", "interview-0": "Call", "do": "save"}
    assert "Choose what this is about" in recruiter.post(address, data=sent).text
    recruiter.post(address, data=sent | {"criterion-0": "-"})
    (card,) = written(instance, imported)
    assert card["note"] == "Very quick."


def test_a_sentence_can_be_given_to_another_interviewer(
    signed_in: As, at: str, imported: str, instance: Path
) -> None:
    recruiter = signed_in("recruiter")
    address = added(recruiter, at)
    page = recruiter.see(address)
    number = row_of(page, "star schema")
    sent = filled(page) | {
        f"use-{number}": "on",
        f"block-{number}": block_of(page, "Ana Reyes"),
        "do": "save",
    }
    recruiter.post(address, data=sent)
    (card,) = written(instance, imported)
    assert card["interviewer"]["name"] == "Ana Reyes"  # type: ignore[index]
    assert card["ratings"][0]["note"] == "She drew a star schema."  # type: ignore[index]


def test_nothing_ticked_saves_nothing_and_cancelling_deletes_the_document(
    signed_in: As, at: str, imported: str, instance: Path
) -> None:
    recruiter = signed_in("recruiter")
    address = added(recruiter, at)
    assert len(kept(instance)) == 1
    sent = filled(recruiter.see(address))
    assert "Tick the sentences" in recruiter.post(address, data=sent | {"do": "save"}).text
    done = recruiter.post(address, data=sent | {"do": "cancel"}, follow_redirects=True)
    assert "Nothing was taken" in done.text
    assert kept(instance) == []
    assert written(instance, imported) == []


def test_a_document_is_seen_by_who_added_it_only(signed_in: As, at: str) -> None:
    address = added(signed_in("recruiter"), at)
    assert signed_in("lead").get(address).status_code == 422
    assert signed_in("hiring_manager", "another-role").get(address).status_code == 403


def test_what_cannot_be_read_is_named_with_what_to_do(signed_in: As, at: str) -> None:
    recruiter = signed_in("recruiter")
    for name, content, told in (
        ("notes.pdf", b"%PDF-1.7\n", "this is a PDF"),
        ("notes.docx", b"PK\x03\x04word/document.xml", "damaged"),
        ("notes.txt", b"\xff\xfe\x00", "not UTF-8"),
        ("notes.txt", b"  \n", "empty"),
    ):
        answer = recruiter.post(f"{at}/notes", data={"file": (BytesIO(content), name)})
        assert answer.status_code == 200
        assert told.casefold() in answer.text.casefold(), name
    assert "choose a file" in recruiter.post(f"{at}/notes", data={}).text.casefold()


def test_what_is_said_of_health_is_set_apart(signed_in: As, at: str, instance: Path, imported: str) -> None:
    recruiter = signed_in("recruiter")
    address = added(
        recruiter, at, "Ana Reyes – Call\n\nSQL: She mentioned her chemotherapy.\nHer joins were right."
    )
    page = recruiter.see(address)
    assert "chemotherapy" not in page.text
    sent = filled(page) | {"use-0": "on", "use-1": "on", "criterion-1": "sql", "do": "save"}
    done = recruiter.post(address, data=sent, follow_redirects=True)
    assert "1 sentence was set apart" in done.text
    assert "chemotherapy" not in done.text
    assert "chemotherapy" in signed_in("privacy_officer").get(at).text


def test_a_save_that_fails_half_way_keeps_nothing_but_the_document(
    signed_in: As, at: str, instance: Path, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    recruiter = signed_in("recruiter")
    address = added(recruiter, at)
    sent = filled(recruiter.see(address)) | {"use-0": "on", "do": "save"}
    sent |= {"interview-0": "Call", "interviewer-0": "Ana Reyes", "criterion-0": "sql"}
    with monkeypatch.context() as patched:
        patched.setattr("recruiter_kit.web.pages.notes.audit.record", busy)
        assert recruiter.post(address, data=sent).status_code == 503
    assert written(instance, imported) == []
    assert len(kept(instance)) == 1


@pytest.fixture
def assisted(instance: Path) -> str:
    """Keep the gold example with a note that an assistant wrote; return its address."""
    bundle = read(GOLD / "marta.json")
    (application, *_), db = bundle.applications, open_store(Installation(instance).database)
    cards = [
        card.model_copy(
            update={
                "ratings": tuple(
                    each.model_copy(update={"by_assistant": True}) if each.criterion == "modelling" else each
                    for each in card.ratings
                )
            }
        )
        for card in application.scorecards
    ]
    changed = application.model_copy(update={"scorecards": tuple(cards)})
    imports.keep_import(
        db, bundle.model_copy(update={"applications": (changed,)}), b"ai", "ai.json", "terminal"
    )
    db.conn.close()
    return f"/applications/{application.id}"


def test_what_an_assistant_wrote_is_evidence_once_a_person_has_confirmed_it(
    signed_in: As, assisted: str
) -> None:
    lead = signed_in("lead")
    lead.post(f"{assisted}/draft")
    page = lead.see(assisted)
    told = [area.text.strip() for area in page("textarea")]
    assert "You jumped to tables before asking what the reports were for." not in told
    assert "confirmed by nobody" in page.text
    for form in page.select("form[action$='/notes/confirm']"):
        sent = {str(each["name"]): str(each["value"]) for each in form.select("input[type=hidden]")}
        assert lead.post(f"{assisted}/notes/confirm", data=sent).status_code == 302
        assert lead.post(f"{assisted}/notes/confirm", data=sent).status_code == 422
    page = lead.see(assisted)
    assert "Written by an assistant, confirmed by Lead." in page.text
    assert not page.select("form[action$='/notes/confirm']")
    lead.post(f"{assisted}/draft", data={"version": re.findall(r"version (\d+)", page.text)[0]})
    told = [area.text.strip() for area in lead.see(assisted).select(".sentence")]
    assert any("jumped to tables" in each for each in told)
    assert lead.get("/audit").text.count("Note confirmed") >= 1
