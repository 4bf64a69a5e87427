"""The health page."""

from tests.web.conftest import As


def test_the_app_says_that_it_is_well(signed_in: As) -> None:
    assert signed_in("recruiter").get("/health").json == {"status": "ok"}
