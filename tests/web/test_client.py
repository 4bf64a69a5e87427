"""The client of these tests sees what is wrong with a page."""

import pytest
from bs4 import BeautifulSoup

from tests.web.client import faults

GOOD = (
    '<title>Queue · Recruiter Kit</title><h1>Queue</h1><form method="post">'
    '<input type="hidden" name="csrf_token" value="x"><label for="a">Name</label><input id="a"></form>'
)


def test_a_good_page_has_no_faults() -> None:
    assert faults(BeautifulSoup(GOOD, "html.parser")) == []


@pytest.mark.parametrize(
    ("taken", "put", "fault"),
    [
        ("Queue ·", " ·", "no title"),
        ("<h1>Queue</h1>", "", "0 h1"),
        ("<h1>", "<h1>x</h1><h1>", "2 h1"),
        ('id="a"', 'id="b"', "no label"),
        (">Name<", "><", "no label"),
        ("<h1>", '<h1 id="a">', "id twice: a"),
        (' method="post"', "", "no method"),
        ("<h1>Queue</h1>", "<h1>Queue (R14)</h1>", "only for developers: (R14)"),
        ('name="csrf_token"', 'name="other"', "no token"),
    ],
)
def test_a_page_that_somebody_could_not_use_is_found(taken: str, put: str, fault: str) -> None:
    assert taken in GOOD
    assert any(
        found.startswith(fault) for found in faults(BeautifulSoup(GOOD.replace(taken, put), "html.parser"))
    )
