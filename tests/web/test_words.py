"""What is read on the pages: no code, id, file name or path of ours, and no habit of translated English."""

import io
import re
from collections import deque
from urllib.parse import urldefrag

import pytest
from bs4 import BeautifulSoup

from tests.places import GOLD
from tests.web.client import PageClient, html
from tests.web.conftest import As

MOST_PAGES = 400
OURS = {
    r"\bR\d{1,2}\b": "the number of a rule",
    r"\b(?:sw|te|re|wa)-0\d\b|\b600[1-4]\b": "the id of an application",
    r"\b(?:card|s|scorecard)-\d+\b|\b\w\w-0\d-[a-z]\b|\b7\d{3}\b": "the id of a scorecard",
    r"\bdocs/": "a path of the documentation",
    r"\.(?:ya?ml|toml|db)\b": "the name of a file of ours",
    r"\bUTC\b": "a time that is not local",
    r"\b[a-z]+_[a-z]+(?:_[a-z]+)*\b(?!@)": "a name in the code",
    r"\brecruiter-kit [a-z]+\b": "a command",
}
HABITS = (
    "anew", "the telling", "stands open", "stand open", "the house's", "let somebody in",
    "is no address", "drop it", "drop everything", "take over all", "taken over", "finding stand",
    "rests on no note", "and was not chosen", "not left yet", "may stand without", "that waits",
    "changes that wait", "taken in", "word it", "there is no such", "nobody is named", "are being kept",
    "back to the beginning", "smoke alarm", "end access", "as the role says", "of its own headings",
    "a check finds", "second person is asked for", "gets them as the answer", "bears it out",
    "bears out", "no word of", "in the place of", "it stands",
)  # fmt: skip


def visible(page: BeautifulSoup) -> str:
    """Return what a person reads on a page, with labels that are only heard."""
    for hidden in page(["script", "style", "pre", "code"]):
        hidden.decompose()
    heard = [str(each["aria-label"]) for each in page(attrs={"aria-label": True})]
    hints = [str(each["placeholder"]) for each in page(attrs={"placeholder": True})]
    # A name in braces is what an organisation types in a sentence of its own.
    return " ".join(re.sub(r"\{[a-z_]+\}", "", " ".join([page.get_text(" "), *heard, *hints])).split())


def found(text: str) -> list[str]:
    """Return what should not be there, each with the words around it."""
    wrong = [
        f"{why}: …{text[max(0, match.start() - 60) : match.end() + 30]}…"
        for pattern, why in OURS.items()
        for match in re.finditer(pattern, text)
    ]
    wrong += [
        f"“{habit}”: …{text[max(0, match.start() - 60) : match.end() + 60]}…"
        for habit in HABITS
        for match in re.finditer(rf"\b{habit}\b", text, re.IGNORECASE)
    ]
    return wrong


def crawl(client: PageClient, *starts: str) -> dict[str, list[str]]:
    """Follow every link from `starts`; return by page what should not be there."""
    waiting, seen, wrong = deque(starts), set(starts), {}
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.popleft()
        answer = client.get(address, follow_redirects=True)
        assert answer.status_code in (200, 422), address
        if answer.mimetype != "text/html":
            continue
        page = html(answer)
        for link in page.select("a[href^='/']"):
            to = urldefrag(str(link["href"]))[0]
            if to not in seen:
                seen.add(to)
                waiting.append(to)
        if amiss := found(visible(page)):
            wrong[address] = amiss
    return wrong


@pytest.fixture
def busy(signed_in: As) -> PageClient:
    """Return a lead whose candidates are at every step: drafted, approved, told, disputed, on hold."""
    lead = signed_in("lead")
    lead.post("/sample")
    for id in ("te-01", "sw-01", "6001", "wa-01", "wa-02", "re-01"):
        lead.post(f"/applications/{id}/draft")
    for id in ("te-01", "sw-01", "6001", "wa-01"):
        lead.post(f"/applications/{id}/approval", data={"version": 1, "verdict": "approve"})
    lead.post("/applications/te-01/call", data={"reached": "1", "version": "1", "notes": "Calm."})
    lead.post("/applications/te-01/disputed", data={"note": "It was eight minutes."})
    lead.post("/applications/sw-01/call", data={"voicemail": "1", "version": "1"})
    lead.post("/applications/re-01/alleged", data={"note": "A complaint."})
    lead.post("/applications/wa-02/approval", data={"version": 1, "verdict": "changes", "note": "Shorter."})
    files = [(io.BytesIO((GOLD / "marta.json").read_bytes()), "marta.json")]
    at = lead.post("/import", data={"files": files}).location
    lead.post(at, data={"answer": "keep"})
    return lead


def test_no_page_shows_what_is_ours(busy: PageClient, signed_in: As) -> None:
    wrong = crawl(busy, "/queue", "/queue?status=told", "/help", "/import", "/outbox", "/model", "/standard")
    for post in ("recruiter", "approver", "privacy_officer"):
        wrong |= crawl(signed_in(post), "/queue", "/applications/te-01")
    assert wrong == {}


def test_what_should_not_be_there_is_found() -> None:
    assert found("Nothing is open (R14).") == ["the number of a rule: …Nothing is open (R14).…"]
    assert found("card-1 of te-01, see docs/operating.md or mail.yaml, at 02:17 UTC") != []
    assert found("The house's standard") != []
    assert found("Dana Okafor is handling this candidate.") == []
