"""Editing in place: added, moved, dropped, put right with one click, compared and put back."""

import re

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import As


@pytest.fixture
def lead(signed_in: As, imported: str) -> FlaskClient:
    client = signed_in("lead")
    client.post(f"/applications/{imported}/draft")
    return client


def statements(client: FlaskClient, application: str) -> list[str]:
    return re.findall(r'<textarea id="text-(\w+)"', client.get(f"/applications/{application}").text)


def test_a_statement_moves_and_is_dropped(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    before = statements(lead, imported)
    second_gap = re.findall(r'id="text-(\w+)"', lead.get(at).text.split("<legend>Gap")[2])[0]
    moved = lead.post(f"{at}/statements", data={"version": 1, "do": f"up:{second_gap}"})
    assert moved.location.endswith(f"#text-{second_gap}")
    after = statements(lead, imported)
    assert after != before
    assert sorted(after) == sorted(before)
    dropped = lead.post(f"{at}/statements", data={"version": 2, "do": f"drop:{second_gap}"})
    assert "#" not in dropped.location
    assert second_gap not in statements(lead, imported)


def test_a_finding_is_put_right_with_one_click(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    typed = {"version": 1, "text-t1": "Unfortunately, we are not offering you the Data Engineer role."}
    page = lead.post(f"{at}/statements", data=typed, follow_redirects=True).text
    take = re.findall(r'value="(take:\d+)">Take: We are not offering you the Data Engineer role', page)[0]
    taken = lead.post(f"{at}/statements", data={"version": 2, "do": take})
    assert taken.location.endswith("#text-t1"), "the page comes back at the sentence"
    page = lead.get(at).text
    assert "Unfortunately" not in page.split("What happened so far")[0]
    assert lead.post(f"{at}/statements", data={"version": 3, "do": "take:999"}).status_code == 404


def test_a_statement_is_no_book(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    answer = lead.post(f"{at}/statements", data={"version": 1, "text-t1": "We decided. " * 500})
    assert answer.status_code == 422
    assert "5000 characters at most" in answer.text
    assert "We decided. We decided." in answer.text, "the words come back"
    assert "version 1, draft" in lead.get(at).text


def test_an_addition_needs_a_source_or_a_reason_and_is_marked(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    criterion = lead.get(at).text.split('name="criterion"><option value="')[1].split('"')[0]
    new = {"version": 1, "part": "seen", "criterion": criterion, "text-new": "You named no owner."}
    assert lead.post(f"{at}/statements/new", data=new).status_code == 422
    page = lead.post(f"{at}/statements/new", data=new | {"source": "0"}, follow_redirects=True).text
    assert "added by lead@example.org" in page
    assert lead.post(f"{at}/statements/new", data=new | {"part": "decision"}).status_code == 409
    assert lead.post(f"{at}/statements/new", data=new | {"version": 2, "part": "decision"}).status_code == 400
    waived = new | {"version": 2, "part": "advice", "note-waiver": "Ana said so on the telephone."}
    page = lead.post(f"{at}/statements/new", data=waived, follow_redirects=True).text
    assert "Without a source: Ana said so on the telephone." in page


def test_versions_say_what_they_changed_and_can_be_put_back(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    lead.post(f"{at}/statements", data={"version": 1, "text-t1": "We are not offering you this role."})
    page = lead.get(f"{at}/versions/2").text
    assert "<ins> this</ins>" in page
    assert "<del> the" in page
    assert lead.get(f"{at}/versions/1").status_code == 200
    assert lead.get(f"{at}/versions/9").status_code == 422
    back = lead.post(f"{at}/versions/1", data={"version": 2}, follow_redirects=True).text
    assert "version 3, draft" in back
    assert "We are not offering you the Data Engineer role." in back


def test_every_form_that_changes_the_words_says_which_version_was_seen(
    lead: FlaskClient, imported: str
) -> None:
    page = lead.get(f"/applications/{imported}").text
    for place in ("statements", "statements/new", "suppression", "approval", "draft"):
        form = page.split(f'action="/applications/{imported}/{place}"')[1].split("</form>")[0]
        assert 'name="version" value="1"' in form, place


def test_saving_nothing_makes_no_version(lead: FlaskClient, imported: str) -> None:
    page = lead.post(f"/applications/{imported}/statements", data={"version": 1}, follow_redirects=True).text
    assert "Nothing was changed." in page
    assert "version 1, draft" in page


def test_every_source_can_be_lit(lead: FlaskClient, imported: str) -> None:
    page = lead.get(f"/applications/{imported}").text
    named = {key for keys in re.findall(r'data-sources="([^"]*)"', page) for key in keys.split("|") if key}
    lit = {key for keys in re.findall(r'data-keys="([^"]*)"', page) for key in keys.split("|")}
    assert named
    assert named == lit


def test_the_letter_stands_beside_the_text(lead: FlaskClient, imported: str) -> None:
    at = f"/applications/{imported}"
    assert "letter-1.png?v=1" in lead.get(f"{at}?beside=letter").text
    assert "letter-2.png" not in lead.get(f"{at}?beside=letter").text
    long = {f"text-t{number}": "You said so. " * 150 for number in range(2, 6)}
    lead.post(f"{at}/statements", data=long | {"version": 1})
    assert "letter-2.png?v=2" in lead.get(f"{at}?beside=letter").text
