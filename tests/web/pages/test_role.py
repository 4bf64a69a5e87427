"""A role is completed in the app: what a letter needs is asked, the rest may wait."""

import json
from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import applications
from tests.intake.sources import a_bundle, a_role
from tests.web.conftest import As
from tests.web.forms import drop, sent


def brought_in(recruiter, *roles: dict[str, object]) -> None:  # type: ignore[no-untyped-def]
    at = drop(recruiter, json.dumps(a_bundle(roles=list(roles))).encode(), "b.json")
    recruiter.post(at, data={"answer": "keep"})


def unlevelled() -> dict[str, object]:
    role = a_role()
    del role["criteria"][0]["required"]
    return role


def test_it_works(signed_in: As, instance: Path) -> None:
    recruiter = signed_in("recruiter")
    brought_in(recruiter, unlevelled())
    page = recruiter.see("/roles/de")
    assert "Rated 2 by 1 interviewer" in page.text
    done = recruiter.post("/roles/de", data=sent(page) | {"required-0": "4"}, follow_redirects=True)
    assert "Saved what Data Engineer needs" in done.text
    db = open_store(Installation(instance).database)
    assert applications.role(db, "de").criteria[0].required == 4
    assert applications.role(db, "de").criteria[0].levels == {"4": "Designs a schema from questions."}


def test_a_level_off_the_scale_is_named_at_its_field(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    brought_in(recruiter, unlevelled())
    wrong = recruiter.post("/roles/de", data=sent(recruiter.see("/roles/de")) | {"required-0": "9"})
    assert "Something is missing or cannot be used" in wrong.text
    assert 'aria-invalid="true"' in wrong.text


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    brought_in(recruiter, unlevelled())
    seen = sent(recruiter.see("/roles/de"))
    recruiter.post("/roles/de", data=seen | {"required-0": "4"})
    late = recruiter.post("/roles/de", data=seen | {"required-0": "2"})
    assert "was changed meanwhile" in late.text
    assert sent(recruiter.see("/roles/de"))["required-0"] == "4"


def test_what_another_role_says_of_the_same_criterion_is_suggested(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    brought_in(recruiter, unlevelled(), a_role(id="de2", title="Analytics Engineer"))
    page = recruiter.see("/roles/de")
    assert "4 in Analytics Engineer" in page.text
