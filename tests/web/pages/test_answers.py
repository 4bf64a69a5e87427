"""Questions about notes: asked above the words, answered with one button, with what a person changed kept."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from recruiter_kit.documents.call_sheet import call_script_text
from recruiter_kit.documents.email import email_message
from recruiter_kit.documents.letter import letter_html
from recruiter_kit.installation import Installation
from recruiter_kit.model import Bundle
from recruiter_kit.store import audit
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports, versions
from tests import build
from tests.web.build import CARD, approve
from tests.web.client import PageClient
from tests.web.conftest import As
from tests.workflow.build import QUESTIONS, asking

AT = "/applications/a1"


@pytest.fixture
def asked(signed_in: As, instance: Path) -> PageClient:
    """Return a lead, with a draft that asks two questions."""
    application, role = asking()
    db = open_store(Installation(instance).database)
    both = Bundle(roles=(role,), applications=(application,))
    imports.keep_import(db, both, b"asked", "asked.json", "terminal")
    db.conn.close()
    client = signed_in("lead")
    client.post(f"{AT}/draft")
    return client


def questions(page: BeautifulSoup) -> list[Tag]:
    return page.select(".questions li")


def button(page: BeautifulSoup, label: str, place: int = 0) -> str:
    """Return what the button with this label sends, of the question at this place."""
    return next(
        str(each["value"]) for each in questions(page)[place].select("button") if each.text.strip() == label
    )


def answer(client: PageClient, label: str, version: int = 1, place: int = 0, **typed: str) -> BeautifulSoup:
    sent = {"version": version, "answer": button(client.see(AT), label, place)} | typed
    return BeautifulSoup(client.post(f"{AT}/answers", data=sent, follow_redirects=True).text, "html.parser")


def test_each_question_says_who_wrote_what_on_which_criterion(asked: PageClient) -> None:
    first, second = questions(asked.see(AT))
    for said in (QUESTIONS[0], "Ana Reyes", "Being clear with customers", "here?"):
        assert said in first.text
    for said in (QUESTIONS[1], "Omar Haddad", "Modelling"):
        assert said in second.text
    assert [each.text for each in first.select("button")] == [
        "The candidate",
        "The customer",
        "Somebody else",
    ]


def test_the_answers_are_buttons_of_the_form_of_the_words(asked: PageClient) -> None:
    page = asked.see(AT)
    (form,) = page.select("form#statements")
    buttons = page.select("button[name=answer]")
    (blank,) = page.select(".sentence.blank")
    opened = asked.see(f"{AT}?edit={blank['data-statement']}")
    assert len(opened.select("button[name=answer]")) > len(buttons), "in the block and in the blank"
    buttons += opened.select("button[name=answer]")
    for each in buttons:
        assert each["form"] == form["id"]
        assert each["formaction"] == f"{AT}/answers"
        assert str(each["aria-label"]).startswith(each.text)


def test_after_an_answer_the_page_says_what_the_letter_says_now(asked: PageClient) -> None:
    page = answer(asked, "The candidate")
    assert "The letter now says: “The customer was angry and you raised your voice.”" in page.text
    assert "version 2, draft" in page.text
    assert len(questions(page)) == 1
    assert not page.select(".blank")
    (told,) = [each for each in page.select(".sentence") if "you raised your voice" in each.text]
    opened = asked.see(f"{AT}?edit={told['data-statement']}")
    assert "asked" in [tag.text for tag in opened.select(".statement .tag")]
    assert "One answer settles it." in page.text


def test_an_answer_keeps_what_is_typed_beside_it(asked: PageClient) -> None:
    page = answer(asked, "The candidate", **{"text-t1": "We chose somebody else."})
    assert "We chose somebody else." in page.text
    assert "reworded by Lead" in page.text


def test_the_answers_last_when_it_is_drafted_again(asked: PageClient) -> None:
    answer(asked, "The candidate")
    asked.post(f"{AT}/draft", data={"version": 2})
    page = asked.see(AT)
    assert "The customer was angry and you raised your voice." in page.text
    assert len(questions(page)) == 1


def test_an_older_version_brings_its_questions_back(asked: PageClient) -> None:
    answer(asked, "The candidate")
    asked.post(f"{AT}/versions/1", data={"version": 2})
    page = asked.see(AT)
    assert len(questions(page)) == 2
    assert page.select(".blank")
    answer(asked, "The customer", version=3)
    asked.post(f"{AT}/versions/2", data={"version": 4})
    assert "you raised your voice" in asked.get(AT).text


def test_what_is_no_answer_is_refused(asked: PageClient) -> None:
    value = button(asked.see(AT), "The candidate")
    for wrong in ("", "none:0", value.replace(":0", ":9"), value.replace(":0", ":x"), "x" * 500):
        assert asked.post(f"{AT}/answers", data={"version": 1, "answer": wrong}).status_code == 400
    late = asked.post(f"{AT}/answers", data={"version": 7, "answer": value, "text-t1": "My words."})
    assert late.status_code == 409
    assert "My words." in late.text
    assert "version 1, draft" in asked.get(AT).text


def test_those_who_do_not_draft_see_the_questions_without_buttons(signed_in: As, asked: PageClient) -> None:
    value = button(asked.see(AT), "The candidate")
    approver = signed_in("approver")
    page = approver.see(AT)
    assert len(questions(page)) == 2
    assert not page.select("button[name=answer]")
    assert "A recruiter answers these." in page.text
    assert approver.post(f"{AT}/answers", data={"version": 1, "answer": value}).status_code == 403


def test_nothing_is_asked_once_the_letter_is_approved(asked: PageClient) -> None:
    value = button(asked.see(AT), "The candidate", 1)
    answer(asked, "The candidate")
    assert approve(asked, AT, 2) == 302
    page = asked.see(AT)
    assert not page.select(".questions, button[name=answer]")
    refused = asked.post(f"{AT}/answers", data={"version": 2, "answer": value})
    assert refused.status_code == 422
    assert "approved already" in refused.text


def test_after_a_new_scorecard_the_page_says_to_draft_again_first(asked: PageClient) -> None:
    asked.post(f"{AT}/scorecard", data=CARD)
    page = asked.see(AT)
    assert not page.select("button[name=answer]")
    assert "have changed since these words were written" in page.select(".questions")[0].text


def test_a_blank_names_what_waits_and_who_wrote_it(asked: PageClient) -> None:
    (sentence,) = asked.see(AT).select(".blank")
    page = asked.see(f"{AT}?edit={sentence['data-statement']}")
    (blank,) = page.select(".blank")
    for said in ("1 note on being clear with customers waits for you", QUESTIONS[0], "Ana Reyes"):
        assert said in blank.text
    assert not page.select(f"textarea[name={blank['id']}]"), "nobody types over a blank"
    assert 'value="approve"' not in asked.get(AT).text
    key = str(blank.find_parent(class_="statement")["data-sources"])  # type: ignore[index]
    assert key.strip("|") in str(page.select("[data-keys]"))


def test_a_blank_is_not_typed_over_or_removed(asked: PageClient) -> None:
    (blank,) = asked.see(AT).select(".blank")
    id = str(blank["data-statement"])
    for sent in ({f"text-{id}": "You did well."}, {"do": f"drop:{id}"}, {f"text-{id}": ""}):
        asked.post(f"{AT}/statements", data={"version": 1} | sent)
    page = asked.see(AT)
    assert "version 1, draft" in page.text
    assert page.select(".blank")


def test_a_note_in_a_blank_is_worded_with_its_source_and_fills_it(asked: PageClient) -> None:
    (sentence,) = asked.see(AT).select(".blank")
    link = asked.see(f"{AT}?edit={sentence['data-statement']}").select(".blank .ask a")[0]
    assert link.text == "Word it yourself"
    address = str(link["href"]).partition("#")[0]
    (form,) = asked.see(AT + address).select("#add form")
    chosen = {str(each["name"]): str(each.select("[selected]")[0]["value"]) for each in form.select("select")}
    assert chosen["part"] == "seen"
    assert chosen["criterion"] == "calm"
    assert form.select("textarea")[0].text.strip() == QUESTIONS[0]
    new = {"version": 1, "text-new": "You raised your voice at the customer."} | chosen
    page = BeautifulSoup(
        asked.post(f"{AT}/statements/new", data=new, follow_redirects=True).text, "html.parser"
    )
    assert not page.select(".blank")
    (sentence,) = (each for each in page.select(".sentence") if "at the customer." in each.text)
    told = asked.see(f"{AT}?edit={sentence['data-statement']}").select_one(".editor")
    assert [tag.text for tag in told.select(".tag")] == ["own words", "added by Lead"]
    assert QUESTIONS[0][:20] in page.select("[data-keys]")[1].text


def test_a_next_step_is_offered_where_none_fits_and_told_only_when_chosen(
    asked: PageClient, instance: Path
) -> None:
    page = asked.see(f"{AT}?edit=advice-calm")
    assert not asked.see(AT).select(".offers"), "offered where somebody asks for one"
    offers = page.select(".offers li")
    assert len(offers) == 3
    piece = offers[1].find(string=True, recursive=False)
    assert piece
    assert not [each for each in page.select(".sentence") if piece.strip() in each.text]
    chosen = str(offers[1].select("button")[0]["value"])
    asked.post(f"{AT}/statements", data={"version": 1, "do": chosen})
    page = asked.see(AT)
    (told,) = (each for each in page.select(".sentence") if piece.strip() in each.text)
    assert told.find_next_sibling(class_="worded").text == "added by Lead"
    assert not page.select(".missing")
    db = open_store(Installation(instance).database)
    feedback = versions.newest(db, "a1").feedback
    (advice,) = (each for each in feedback.statements if each.text == piece.strip())
    assert (advice.basis.value, advice.by, advice.waiver) == ("library", "lead@example.org", None)
    db.conn.close()


def test_advice_that_is_not_offered_is_not_taken(asked: PageClient) -> None:
    for wrong in ("advise:calm:3", "advise:modelling:0", "advise:", "advise:calm:-1"):
        assert asked.post(f"{AT}/statements", data={"version": 1, "do": wrong}).status_code == 400


def test_chosen_advice_stays_when_a_question_is_answered(asked: PageClient) -> None:
    chosen = str(asked.see(f"{AT}?edit=advice-calm").select(".offers button")[0]["value"])
    asked.post(f"{AT}/statements", data={"version": 1, "do": chosen})
    page = answer(asked, "The candidate", version=2)
    assert "added by Lead" in page.text
    assert not page.select(".missing")


def test_the_findings_name_the_interviewers_to_the_house(asked: PageClient) -> None:
    whole = [each.text for each in asked.see(AT).select(".finding.error")]
    assert any("Ana Reyes wrote what was seen for Being clear with customers" in text for text in whole)


def test_no_document_names_them(asked: PageClient, instance: Path) -> None:
    db = open_store(Installation(instance).database)
    feedback = versions.newest(db, "a1").feedback
    db.conn.close()
    assert "Ana Reyes" in str(feedback.findings)
    for document in (letter_html(feedback), call_script_text(feedback), str(email_message(feedback))):
        assert "Being clear with customers" in document or "being clear with customers" in document
        assert "Ana Reyes" not in document
        assert QUESTIONS[0] not in document


def test_the_log_has_the_question_and_no_word_of_the_note(asked: PageClient, instance: Path) -> None:
    answer(asked, "The customer")
    db = open_store(Installation(instance).database)
    (entry,) = (each for each in audit.entries(db) if each.what == "question answered")
    db.conn.close()
    assert set(entry.detail) == {"question", "version"}
    assert "customer" not in str(entry)


def noted(client: PageClient, instance: Path, card: int, rating: int, note: str) -> BeautifulSoup:
    """Return the page of another draft, where one of the notes says this."""
    application, role = asking()
    cards = list(application.scorecards)
    ratings = list(cards[card].ratings)
    ratings[rating] = ratings[rating].model_copy(update={"note": note})
    cards[card] = cards[card].model_copy(update={"ratings": tuple(ratings)})
    person = application.candidate.model_copy(update={"family_name": "Berg"})
    other = application.model_copy(update={"id": "a2", "scorecards": tuple(cards), "candidate": person})
    db = open_store(Installation(instance).database)
    both = Bundle(roles=(role,), applications=(other,))
    imports.keep_import(db, both, b"other", "other.json", "terminal")
    db.conn.close()
    client.post("/applications/a2/draft")
    return client.see("/applications/a2")


def test_many_questions_are_folded_with_those_that_matter_first(asked: PageClient, instance: Path) -> None:
    note = " ".join(f"The customer waited and she named {number} options." for number in range(5))
    page = noted(asked, instance, 1, 0, note)
    assert len(questions(page)) == 6
    assert QUESTIONS[0] in questions(page)[0].text
    (folded,) = page.select(".questions details")
    assert len(folded.select("li")) == 3
    assert "3 more" in folded.text


def test_a_sentence_that_needs_the_one_before_is_in_the_blank_once_and_says_so(
    asked: PageClient, instance: Path
) -> None:
    then = "Then walked away from the desk without an answer."
    (sentence,) = noted(asked, instance, 0, 1, f"{QUESTIONS[0]} {then}").select(".blank")
    (blank,) = asked.see(f"/applications/a2?edit={sentence['data-statement']}").select(".blank")
    said = [each.text for each in blank.select("li > p")]
    assert [QUESTIONS[0] in said[0], then in said[1]] == [True, True]
    assert len(said) == 2
    assert "needs the sentence before it" in said[1]


def withheld(page: BeautifulSoup) -> Tag:
    (button,) = page.select("button[name=release]")
    return button


@pytest.fixture
def held_back(signed_in: As, instance: Path) -> PageClient:
    """Return a lead, with a draft in which one sentence is withheld."""
    role = build.role()
    application = build.application(build.scorecard(build.rating(2, "Left out the index. Lean no overall.")))
    db = open_store(Installation(instance).database)
    imports.keep_import(db, Bundle(roles=(role,), applications=(application,)), b"held", "a.json", "terminal")
    db.conn.close()
    client = signed_in("lead")
    client.post(f"{AT}/draft")
    return client


def test_a_release_says_so_and_who_approves_sees_why(held_back: PageClient) -> None:
    value = str(withheld(held_back.see(AT))["value"])
    sent = {"version": 1, "release": value, f"reason-{value}": "It was said to her face."}
    page = held_back.post(f"{AT}/releases", data=sent, follow_redirects=True)
    assert "Released. " in page.text
    assert "version 2, draft" in page.text
    assert "It was said to her face." in page.text
    assert not BeautifulSoup(page.text, "html.parser").select("button[name=release]")


def test_without_a_reason_nothing_is_released_and_what_is_typed_is_not_lost(held_back: PageClient) -> None:
    value = str(withheld(held_back.see(AT))["value"])
    sent = {"version": 1, "release": value, f"reason-{value}": " ", "text-t1": "My words."}
    refused = held_back.post(f"{AT}/releases", data=sent)
    assert refused.status_code == 422
    assert "a release needs a reason" in refused.text.lower()
    assert "My words." in refused.text
    assert "version 1, draft" in held_back.get(AT).text


def test_an_older_version_withholds_again_what_was_released_since(held_back: PageClient) -> None:
    value = str(withheld(held_back.see(AT))["value"])
    held_back.post(f"{AT}/releases", data={"version": 1, "release": value, f"reason-{value}": "Said."})
    held_back.post(f"{AT}/versions/1", data={"version": 2})
    assert withheld(held_back.see(AT))["value"] == value


def test_only_leads_release(signed_in: As, held_back: PageClient) -> None:
    value = str(withheld(held_back.see(AT))["value"])
    recruiter = signed_in("recruiter")
    assert not recruiter.see(AT).select("button[name=release]")
    sent = {"version": 1, "release": value, f"reason-{value}": "Because."}
    assert recruiter.post(f"{AT}/releases", data=sent).status_code == 403
