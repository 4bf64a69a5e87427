"""Help: found from every page, at the section of the place where one is."""

import pytest

from recruiter_kit.web import app
from recruiter_kit.web.pages.help import the_help
from tests.web.conftest import As

WITHOUT_HELP = {"health", "help", "provider", "sign_in"}
"""Places that show nobody a page, or only to those who are not signed in."""


@pytest.mark.parametrize(
    ("page", "section"),
    [("/queue", "to-do"), ("/import", "import"), ("/after", "follow-up"), ("/people", "settings")],
)
def test_each_page_leads_to_its_part_of_the_help(signed_in: As, page: str, section: str) -> None:
    post = "administrator" if page == "/people" else "lead"
    assert signed_in(post).see(page).select_one("a.help")["href"] == f"/help#{section}"  # type: ignore[index]


def test_every_link_in_the_help_leads_somewhere(signed_in: As) -> None:
    page = signed_in("approver").see("/help")
    links = [str(link["href"]).removeprefix("#") for link in page.select(".help-contents a")]
    assert [page.find(id=link) is not None for link in links] == [True] * len(links)
    assert {"Candour", "Withheld", "Told"} <= {word.text for word in page.select(".help-words dt")}


def test_every_page_of_the_app_has_its_section() -> None:
    known = {page for section in the_help().places for page in section.pages}
    assert set(app.PLACES) - WITHOUT_HELP - known == set()


def test_no_page_is_in_two_sections() -> None:
    pages = [page for section in the_help().places for page in section.pages]
    assert len(pages) == len(set(pages))
