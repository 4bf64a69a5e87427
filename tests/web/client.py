"""A client that reads every page it gets as HTML, and refuses one that somebody could not use."""

import re
from collections import Counter
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

OURS = re.compile(r"\(R\d+\)")
"""Numbers of our rules, which no recruiter knows."""
UNLABELLED = ("hidden", "submit", "button")
"""Types of input that need no label."""


class PageClient(FlaskClient):
    """A test client; each HTML page that it gets is checked by `faults`."""

    def open(self, *args: Any, **values: Any) -> TestResponse:
        answer = super().open(*args, **values)
        # A message shown in a frame is no page of ours.
        page = "sandbox" not in answer.headers.get("Content-Security-Policy", "")
        if page and answer.mimetype == "text/html" and not 300 <= answer.status_code < 400:
            wrong = faults(BeautifulSoup(answer.text, "html.parser"))
            assert wrong == [], (answer.request.path, wrong)
        return answer

    def see(self, address: str, **values: Any) -> BeautifulSoup:
        """Return the page at this address, read as HTML."""
        return html(self.get(address, **values))


def html(answer: TestResponse) -> BeautifulSoup:
    """Return the page of an answer, read as HTML."""
    return BeautifulSoup(answer.text, "html.parser")


def faults(page: BeautifulSoup) -> list[str]:
    """Return what somebody with a screen reader, or a forger of forms, would find on a page."""
    return [
        *([] if page.title and page.title.text.partition("·")[0].strip() else ["no title"]),
        *([] if len(page.find_all("h1")) == 1 else [f"{len(page.find_all('h1'))} h1"]),
        *(f"id twice: {name}" for name, count in Counter(_ids(page)).items() if count > 1),
        *(
            f"no label: {field}"
            for field in page(["input", "select", "textarea"])
            if not _labelled(page, field)
        ),
        *(fault for form in page("form") if (fault := _form_fault(form))),
        *(f"only for developers: {words}" for words in OURS.findall(page.text)),
    ]


def _ids(page: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in page(id=True)]


def _labelled(page: BeautifulSoup, field: Tag) -> bool:
    if field.get("type") in UNLABELLED or field.get("aria-label") or field.find_parent("label"):
        return True
    label = page.find("label", attrs={"for": field.get("id")}) if field.get("id") else None
    return label is not None and bool(label.text.strip())


def _form_fault(form: Tag) -> str:
    method = str(form.get("method", "")).lower()
    if method not in ("get", "post", "dialog"):
        return f"no method: {form.get('action')}"
    if method == "post" and not form.select('input[name="csrf_token"][value]'):
        return f"no token: {form.get('action')}"
    return ""
