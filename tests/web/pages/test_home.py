"""The first page of each person."""

import pytest

from tests.web.conftest import As


@pytest.mark.parametrize(("post", "first"), [("recruiter", "/queue"), ("administrator", "/settings")])
def test_everybody_begins_at_the_first_page_of_the_own_menu(signed_in: As, post: str, first: str) -> None:
    assert signed_in(post).get("/").location == first
