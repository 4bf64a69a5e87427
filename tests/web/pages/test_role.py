"""A role is read and changed on its page: saved as shown, wrong at its field, with nothing lost."""

import json
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from werkzeug.datastructures import MultiDict

from recruiter_kit.installation import Installation
from recruiter_kit.model import Role
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import applications
from tests.intake.sources import a_bundle, a_role
from tests.web.client import PageClient, html
from tests.web.conftest import As
from tests.web.forms import drop, everything_sent


def brought_in(recruiter: PageClient, *roles: dict[str, object], decided: bool = True) -> str:
    made = a_bundle(roles=list(roles))
    if not decided:
        del made["applications"][0]["decision"]
    at = drop(recruiter, json.dumps(made).encode(), "b.json")
    location: str = recruiter.post(at, data={"answer": "keep"}).location
    return location


def unlevelled() -> dict[str, object]:
    role = a_role()
    del role["criteria"][0]["required"]
    return role


def kept(instance: Path, role: str = "de") -> Role:
    db = open_store(Installation(instance).database)
    found = applications.role(db, role)
    db.conn.close()
    return found


def save(client: PageClient, at: str = "/roles/de", do: str = "", **changes: str) -> BeautifulSoup:
    page = client.see(at)
    sent = [*everything_sent(page, **changes), *([("do", do)] if do else [])]
    return html(client.post("/roles/de", data=MultiDict(sent), follow_redirects=True))


def pressed(client: PageClient, page: BeautifulSoup, do: str, **changes: str) -> BeautifulSoup:
    """Press a button of a page that was not saved yet."""
    sent = MultiDict([*everything_sent(page, **changes), ("do", do)])
    return html(client.post("/roles/de", data=sent, follow_redirects=True))


def names(page: BeautifulSoup) -> list[str]:
    return [str(each["value"]) for each in page.select("input[name^=name-]")]


def test_what_is_missing_after_an_import_is_asked_and_leads_to_the_queue(
    signed_in: As, instance: Path
) -> None:
    recruiter = signed_in("recruiter")
    at = brought_in(recruiter, unlevelled())
    at = recruiter.get(at).location or at
    page = recruiter.see(at)
    assert "Rated 2 by 1 interviewer" in page.text
    assert "Level needed missing for 1 criterion: no letter can be drafted without it" in page.text
    done = save(recruiter, at, **{"required-c0": "4"})
    assert "Saved. This is version 2 of Data Engineer." in done.text
    assert done.h1 is not None
    assert done.h1.text == "To do"
    assert kept(instance).criteria[0].required == 4
    assert kept(instance).criteria[0].levels == {"4": "Designs a schema from questions."}


def test_saving_what_was_shown_changes_nothing(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role())
    before = kept(instance)
    assert "Nothing was changed." in save(lead).text
    assert kept(instance) == before


def test_mistakes_are_named_at_their_fields_and_nothing_typed_is_lost(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role())
    before = kept(instance)
    typed = {"required-c0": "9", "weight-c0": "much", "advice-c0": "Read one book.", "note": "Why not"}
    page = save(lead, **typed)
    for name in ("required-c0", "weight-c0"):
        field = page.find(id=name)
        assert field is not None
        assert field["aria-invalid"] == "true"
        assert page.find(id=field["aria-describedby"]) is not None
    sent = dict(everything_sent(page))
    assert {name: sent[name].strip() for name in typed} == typed
    assert kept(instance) == before


def test_criteria_are_added_ordered_and_removed_without_script(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role(), decided=False)
    (first, *_) = kept(instance).criteria
    page = save(lead, do="add")
    new = str(page.select("input[name=key]")[-1]["value"])
    page = pressed(lead, page, f"up:{new}", **{f"name-{new}": "Handover", f"required-{new}": "3"})
    assert names(page)[-2:] == ["Handover", kept(instance).criteria[-1].name]
    assert "Handover" not in [each.name for each in kept(instance).criteria], "nothing is saved yet"
    pressed(lead, page, "save")
    assert {each.id for each in kept(instance).criteria} >= {first.id, "handover"}
    assert "is version 3" in pressed(lead, lead.see("/roles/de"), "save", **{"name-c0": "Tables"}).text
    before = kept(instance)
    removed = save(lead, do="remove:c0")
    assert before.criteria[0].name not in names(removed)
    assert kept(instance) == before


def test_a_renamed_criterion_keeps_its_ratings(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role())
    id = kept(instance).criteria[0].id
    save(lead, **{"name-c0": "Designing schemas"})
    assert (kept(instance).criteria[0].id, kept(instance).criteria[0].name) == (id, "Designing schemas")
    assert "Rated 2 by 1 interviewer" in lead.see("/roles/de").text


def test_a_criterion_with_ratings_goes_only_with_a_note(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role(), decided=False)
    page = save(lead, do="remove:c0")
    assert "The scorecards keep every rating" in page.text
    refused = pressed(lead, page, "save")
    note = refused.find(id="note")
    assert note is not None
    assert note["aria-invalid"] == "true"
    assert "say in the note why" in refused.text
    pressed(lead, refused, "save", note="Not part of the job.")
    assert "modelling" not in [each.id for each in kept(instance).criteria]


def test_the_scale_is_no_field_once_it_was_used(signed_in: As) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role())
    page = lead.see("/roles/de")
    assert page.select("input[name=lowest]")[0]["type"] == "hidden"
    assert "duplicate the role for another scale" in page.text


def test_what_somebody_else_saved_meanwhile_is_not_overwritten_unseen(signed_in: As, instance: Path) -> None:
    recruiter = signed_in("recruiter")
    brought_in(recruiter, unlevelled())
    page = recruiter.see("/roles/de")
    save(recruiter, **{"required-c0": "4"})
    late = pressed(recruiter, page, "save", **{"required-c0": "2"})
    assert "Somebody else changed Data Engineer meanwhile" in late.text
    assert kept(instance).criteria[0].required == 4
    pressed(recruiter, late, "save")
    assert kept(instance).criteria[0].required == 2, "what was typed was still there"


def test_what_another_role_says_of_the_same_criterion_is_suggested(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    brought_in(recruiter, unlevelled(), a_role(id="de2", title="Analytics Engineer"))
    assert "4 in Analytics Engineer" in recruiter.see("/roles/de").text


def test_what_another_role_says_is_filled_in_where_nothing_was_typed(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    bare = unlevelled()
    bare["criteria"][0].update(levels={}, advice=[])  # type: ignore[index]
    brought_in(lead, bare, a_role(id="de2", title="Analytics Engineer"))
    assert "Fill in as in Analytics Engineer" in lead.see("/roles/de").text
    page = save(lead, do="fill:c0", **{"advice-c0": "Read one book."})
    assert kept(instance).criteria[0].required is None, "nothing is saved yet"
    pressed(lead, page, "save")
    first = kept(instance).criteria[0]
    assert (first.required, first.levels, first.advice) == (
        4,
        {"4": "Designs a schema from questions."},
        ("Read one book.",),
    )


@pytest.mark.parametrize("post", ["hiring_manager", "approver"])
def test_whoever_may_not_change_it_reads_it(signed_in: As, post: str) -> None:
    brought_in(signed_in("lead"), a_role())
    page = signed_in(post, "de").see("/roles/de")
    assert "level needed 4" in page.text
    assert page.select("main input, main textarea, main button") == []


def test_a_download_makes_the_same_role_elsewhere(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role())
    file = lead.get("/roles/de/download").data
    assert json.loads(file)["format"] == "recruiter-kit/1"
    assert Role.model_validate(json.loads(file)["roles"][0]) == kept(instance)


def test_a_role_without_candidates_can_be_deleted(signed_in: As) -> None:
    lead = signed_in("lead")
    brought_in(lead, a_role())
    assert "Delete" not in lead.see("/roles/de").text
    assert lead.post("/roles/de/delete").status_code == 422
    copied = lead.post("/new-role/copy", data={"role": "de"}).location
    assert "is deleted" in lead.post(f"{copied}/delete", follow_redirects=True).text
    assert lead.get(copied).status_code == 422
