"""The page that leads to each part of the settings."""

from pathlib import Path

import pytest

from tests.web.conftest import As

PARTS = {
    "lead": {"Your account", "Letters", "Deadlines", "Look", "Your own sentences", "Language model", "Mail"}
    | {"Working hours", "Who may do what", "Audit log"},
    "administrator": {"Your account", "Mail", "People", "Who may do what", "Audit log"},
    "privacy_officer": {"Your account", "Who may do what", "Audit log"},
    "recruiter": {"Your account"},
}


@pytest.mark.parametrize("post", PARTS)
def test_each_sees_the_parts_that_they_may_open(signed_in: As, post: str) -> None:
    client = signed_in(post)
    links = client.see("/settings").select(".parts a")
    assert {link.text for link in links} == PARTS[post]
    assert {client.get(str(link["href"])).status_code for link in links} == {200}


def test_what_is_not_set_up_is_marked(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    assert [tag.parent.a.text for tag in lead.see("/settings").select(".parts .tag")] == ["Mail"]  # type: ignore[union-attr]
    (instance / "standard.yaml").unlink()
    (instance / "mail.yaml").write_text("host: mail.example.org\n", encoding="utf-8")
    assert [tag.parent.a.text for tag in lead.see("/settings").select(".parts .tag")] == ["Letters"]  # type: ignore[union-attr]
