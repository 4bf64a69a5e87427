"""One person tells a candidate, knowing of other applications."""

from pathlib import Path

from tests.web.build import approve, keep_twin
from tests.web.client import PageClient
from tests.web.conftest import As


def test_one_person_tells_and_another_can_take_it_from_them(
    lead_approved: PageClient, signed_in: As, imported: str
) -> None:
    at = f"/applications/{imported}"
    lead_approved.get(f"{at}/call")
    other = signed_in("recruiter")
    assert other.get(f"{at}/call").status_code == 422
    assert "Lead is handling this candidate" in other.get(at).text
    other.post(f"{at}/claim/release")
    assert other.get(f"{at}/call").status_code == 200


def test_another_application_is_asked_about_first(
    lead_approved: PageClient, imported: str, instance: Path
) -> None:
    keep_twin(instance)
    at = f"/applications/{imported}"
    page = lead_approved.get(f"{at}/call").text
    assert "may also have another application" in page
    assert "same name and e-mail address" in page
    assert "not told yet: not drafted" in page
    assert lead_approved.post(f"{at}/call", data={"reached": "1"}).status_code == 422
    done = lead_approved.post(f"{at}/claim", data=shown(lead_approved, at))
    assert done.location == f"{at}/call"
    assert "Start the call" in lead_approved.get(f"{at}/call").text
    lead_approved.post(f"{at}/call", data={"reached": "1"})
    assert "phone: reached" in lead_approved.see(at).select("#history")[0].text


def shown(client: PageClient, at: str) -> dict[str, object]:
    """Return what the form of the question holds."""
    fields = client.see(f"{at}/call").select("form[action$=claim] input")
    return {
        "to": "call.show",
        "shown": [field["value"] for field in fields if field["name"] == "shown"],
    }


def test_one_that_was_told_is_asked_about_with_who_told_when_and_how(
    lead_approved: PageClient, signed_in: As, imported: str, instance: Path
) -> None:
    keep_twin(instance)
    at, twin = f"/applications/{imported}", "/applications/twin"
    lead_approved.post(f"{twin}/draft")
    approve(lead_approved, twin)
    lead_approved.post(f"{twin}/claim", data={"to": "send.show"})
    lead_approved.post(f"{twin}/send/elsewhere", data={"channel": "post", "version": 1})
    for page in ("call", "send"):
        question = signed_in("recruiter").get(f"{at}/{page}").text
        assert "by Lead (post: posted)" in question
        assert "told today" in question
    assert "Possibly the same person as" in lead_approved.get(at).text
    assert "2 applications" in lead_approved.get("/queue").text


def test_what_changed_since_it_was_shown_is_asked_again(
    lead_approved: PageClient, signed_in: As, imported: str, instance: Path
) -> None:
    keep_twin(instance)
    at, twin = f"/applications/{imported}", "/applications/twin"
    lead_approved.post(f"{twin}/draft")
    approve(lead_approved, twin)
    other = signed_in("recruiter")
    before = shown(other, at)
    lead_approved.post(f"{twin}/claim")
    lead_approved.post(f"{twin}/send/elsewhere", data={"channel": "post", "version": 1})
    assert other.post(f"{at}/claim", data=before).location == f"{at}/call"
    assert "(post: posted)" in other.get(f"{at}/call").text
    other.post(f"{at}/claim", data=shown(other, at))
    assert "Start the call" in other.get(f"{at}/call").text


def test_what_is_not_approved_can_be_looked_at_and_takes_nothing_on(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    recruiter.post(f"/applications/{imported}/draft")
    assert "This isn't approved yet" in recruiter.get(f"/applications/{imported}/call").text
    assert "Assigned to you" not in recruiter.get(f"/applications/{imported}").text
