"""From an export to a told candidate, page by page, and what each person may not do."""

import io

import pytest

from tests.places import GOLD
from tests.web.conftest import As

PLACES = ("", "/decision", "/send", "/call", "/rehearse", "/letter.pdf", "/email.eml")


def test_a_recruiter_gets_from_an_export_to_a_told_candidate(signed_in: As) -> None:
    recruiter, manager = signed_in("recruiter"), signed_in("approver")
    assert "Nothing to do" in recruiter.get("/queue").text
    files = {"files": (io.BytesIO((GOLD / "marta.json").read_bytes()), "marta.json")}
    read = recruiter.post("/import", data=files)
    assert "1 new" in recruiter.get(read.location).text
    assert "Nothing to do" in recruiter.get("/queue").text
    kept = recruiter.post(read.location, data={"answer": "keep"}, follow_redirects=True)
    assert "Imported: 1 new." in kept.text
    assert "Marta Silva" in recruiter.get("/queue").text
    at = recruiter.see("/queue").select_one("td[data-name=Candidate] a")["href"]  # type: ignore[index]
    assert recruiter.post(f"{at}/draft", follow_redirects=True).status_code == 200
    assert "We are not offering you the Data Engineer role." in recruiter.get(at).text
    recruiter.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert "version 1, draft" in recruiter.get(at).text
    manager.post(f"{at}/approval", data={"version": 1, "verdict": "approve"})
    assert "version 1, approved" in recruiter.get(at).text
    call = recruiter.get(f"{at}/call/now").text
    assert "re not offering you the role." in call
    assert "Don't say" in call
    recruiter.post(f"{at}/call", data={"reached": "1", "notes": "Quiet, thanked us."})
    assert "Send the letter" in recruiter.get("/queue").text
    assert recruiter.post(f"{at}/call", data={"reached": "1"}).status_code == 422
    recruiter.post(f"{at}/send/elsewhere", data={"channel": "post"})
    assert "Nothing to do" in recruiter.get("/queue").text
    assert "post: posted" in recruiter.get(at).text
    assert "phone: reached" in recruiter.get(at).text


@pytest.mark.parametrize("place", ["/queue", "/import", "/people", "/audit", "/applications/a1"])
def test_nobody_gets_in_without_signing_in(signed_in: As, place: str) -> None:
    client = signed_in("recruiter")
    with client.session_transaction() as session:
        session.clear()
    answer = client.get(place)
    assert answer.status_code == 302
    assert "/sign-in" in answer.location


@pytest.mark.parametrize(
    ("post", "allowed"),
    [
        ("recruiter", {"/queue", "/import"}),
        ("approver", {"/queue"}),
        ("lead", {"/queue", "/import", "/audit"}),
        ("privacy_officer", {"/queue", "/audit"}),
        ("administrator", {"/people", "/audit"}),
    ],
)
def test_each_person_sees_only_what_the_post_allows(signed_in: As, post: str, allowed: set[str]) -> None:
    client = signed_in(post)
    for place in ("/queue", "/import", "/people", "/audit"):
        assert client.get(place).status_code == (200 if place in allowed else 403), place


def test_a_hiring_manager_sees_only_the_roles_named(signed_in: As, imported: str) -> None:
    stranger = signed_in("hiring_manager", "another-role")
    assert "Marta" not in stranger.get("/queue").text
    for place in PLACES:
        assert stranger.get(f"/applications/{imported}{place}").status_code == 403
