"""Comments on the page of the feedback: at their sentence, for those who see the application only."""

from io import BytesIO
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from pypdf import PdfReader

from recruiter_kit.installation import Installation
from recruiter_kit.people import users
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import versions
from tests.web.build import MAIL, approve, first_role
from tests.web.client import PageClient
from tests.web.conftest import As


def say(client: PageClient, at: str, text: str, statement: str = "") -> BeautifulSoup:
    """Comment as the form of the page does; return the page that follows."""
    said = {"statement": statement, f"note-on-{statement or 'letter'}": text}
    answer = client.post(f"{at}/comments", data=said, follow_redirects=True)
    return BeautifulSoup(answer.text, "html.parser")


def first(page: BeautifulSoup) -> Tag:
    return page.select(".thread")[0]


def number(page: BeautifulSoup) -> str:
    return str(first(page)["id"]).removeprefix("comments-")


def test_a_comment_appears_at_its_sentence_with_the_name_of_who_said_it(
    signed_in: As, lead_drafted: PageClient, at: str, told: str, instance: Path
) -> None:
    approver = signed_in("approver")
    db = open_store(Installation(instance).database)
    grace = users.by_email(db, "approver@example.org")
    assert grace is not None
    users.change(db, grace.id, "terminal", name="Grace Adeyemi")
    say(approver, at, "Could this sound\nless harsh?", told)
    thread = lead_drafted.see(at).select(f"#comments-{told} .thread")[0].text
    assert "Grace Adeyemi, today" in thread
    assert "less harsh?" in thread
    assert "approver@example.org" not in thread


def test_every_field_and_button_of_a_comment_belongs_to_the_form_of_comments(
    lead_drafted: PageClient, at: str, told: str
) -> None:
    page = say(lead_drafted, at, "Too long?", told)
    inside = page.select(".comments :is(textarea, button)")
    assert {each.get("form") for each in inside} == {"comments-form"}
    assert len(page.select("form#comments-form")) == 1
    reply = page.select(f"textarea[name=note-reply-{number(page)}]")
    assert len(reply) == 1


def test_a_reply_and_a_resolution_are_shown(signed_in: As, lead_drafted: PageClient, at: str) -> None:
    page = say(lead_drafted, at, "Reads well.")
    thread = number(page)
    signed_in("recruiter").post(f"{at}/comments/{thread}/reply", data={f"note-reply-{thread}": "Thank you."})
    assert [each.text for each in lead_drafted.see(at).select(".thread .words")] == [
        "Reads well.",
        "Thank you.",
    ]
    lead_drafted.post(f"{at}/comments/{thread}/resolved")
    page = lead_drafted.see(at)
    assert "1 resolved comment" in page.text
    assert "Resolved by Lead, today" in first(page).text
    lead_drafted.post(f"{at}/comments/{thread}/open")
    assert "1 resolved comment" not in lead_drafted.see(at).text


def test_a_comment_on_a_sentence_that_was_removed_is_shown_apart_with_its_words(
    lead_drafted: PageClient, at: str, told: str
) -> None:
    say(lead_drafted, at, "Too long?", told)
    lead_drafted.post(f"{at}/statements", data={"version": 1, "do": f"drop:{told}"})
    gone = lead_drafted.see(at).select("#comments-gone")[0].text
    assert "On sentences that are gone" in gone
    assert "You jumped to tables before asking what the reports were for." in gone
    assert "Too long?" in gone


def test_a_comment_says_what_its_sentence_said_before_it_was_reworded(
    lead_drafted: PageClient, at: str, told: str
) -> None:
    say(lead_drafted, at, "Too long?", told)
    lead_drafted.post(
        f"{at}/statements", data={"version": 1, f"text-{told}": "You jumped to tables before asking."}
    )
    thread = lead_drafted.see(at).select(f"#comments-{told} .thread")[0].text
    assert "When it read “You jumped to tables before asking what the reports were for.”" in thread


def test_an_empty_comment_is_asked_for_again(lead_drafted: PageClient, at: str) -> None:
    page = say(lead_drafted, at, "  ")
    assert "Write a comment first." in page.text
    assert page.select(".thread") == []


def test_what_must_be_set_apart_is_read_by_the_privacy_officer_only(
    signed_in: As, lead_drafted: PageClient, at: str
) -> None:
    page = say(lead_drafted, at, "She is pregnant. Shorter, please.")
    assert "only a privacy officer sees it" in page.text
    assert "pregnant" not in page.text
    assert "[set apart]" in first(page).text
    assert "She is pregnant." in signed_in("privacy_officer").get(at).text


def test_a_hiring_manager_comments_on_own_roles_only(
    signed_in: As, lead_drafted: PageClient, at: str
) -> None:
    role = first_role(lead_drafted)
    assert "Reads well." in say(signed_in("hiring_manager", role), at, "Reads well.").text


def test_once_all_is_told_comments_are_read_and_not_added(lead_approved: PageClient, at: str) -> None:
    say(lead_approved, at, "Reads well.")
    lead_approved.post(f"{at}/send/elsewhere", data={"channel": "post", "version": 1})
    page = lead_approved.see(at)
    assert "Reads well." in page.text
    assert page.select(".comments textarea") == []
    refused = lead_approved.post(f"{at}/comments", data={"note-on-letter": "Sent?"})
    assert refused.status_code == 422
    assert "closed to new comments" in refused.text
    assert "Sent?" in refused.text, "what was typed is given back"


def test_comments_reach_nothing_that_the_candidate_gets_or_hears(
    lead_drafted: PageClient, at: str, imported: str, told: str, instance: Path
) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    say(lead_drafted, at, "Zanzibar", told)
    say(lead_drafted, at, "Zanzibar")
    approve(lead_drafted, at)
    for where in ("send", "email.eml", "rehearse", "call"):
        answer = lead_drafted.get(f"{at}/{where}")
        assert answer.status_code == 200
        assert b"Zanzibar" not in answer.data, where
    letter = PdfReader(BytesIO(lead_drafted.get(f"{at}/letter.pdf").data))
    words = " ".join(" ".join(page.extract_text() for page in letter.pages).split())
    assert "You jumped to tables" in words
    assert "Zanzibar" not in words
    db = open_store(Installation(instance).database)
    assert "Zanzibar" not in versions.newest(db, imported).feedback.model_dump_json()


def test_the_log_has_no_word_of_a_comment(signed_in: As, lead_drafted: PageClient, at: str) -> None:
    say(lead_drafted, at, "Zanzibar")
    page = signed_in("lead").get("/audit").text
    assert "Commented" in page
    assert "Zanzibar" not in page
