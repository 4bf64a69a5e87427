"""The people of the organisation, as the administrator sees them."""

from pathlib import Path

from tests.web.client import html
from tests.web.conftest import As


def test_a_hiring_manager_is_let_in_with_roles_and_these_can_be_changed(
    signed_in: As, imported: str, instance: Path
) -> None:
    administrator = signed_in("administrator")
    person = {"name": "Hanna", "email": "hanna@example.org", "post": "hiring_manager"}
    assert "Choose at least one role" in administrator.post("/people", data=person).text
    page = html(administrator.post("/people", data=person | {"roles": "data-engineer"}))
    assert "Send Hanna this link" in page.text
    taken = administrator.post("/people", data=person | {"name": "Hanna Two", "roles": "data-engineer"}).text
    assert 'value="Hanna Two"' in taken
    roles = page.select('form[action^="/people/"][action$="/roles"]')[0]["action"]
    administrator.post(str(roles), data={"roles": ["data-engineer", "unknown"]})
    assert "1 role<" in administrator.get("/people").text
