"""The house's standard in the app: kept whole, refused whole, and followed by the next draft."""

from pathlib import Path

import pytest
import yaml

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read_standard
from recruiter_kit.store import audit
from recruiter_kit.store.database import open_store
from tests.web.build import STANDARD
from tests.web.conftest import As


def test_what_is_typed_is_kept_and_other_settings_stay(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    file = instance / "standard.yaml"
    before = yaml.safe_load(file.read_text("utf-8")) | {"most_gaps": 2}
    file.write_text(yaml.safe_dump(before), encoding="utf-8")
    assert before["sender"]["name"] in lead.get("/standard").text
    assert (
        "Feedback drafted from now on follows it"
        in lead.post("/standard", data=STANDARD, follow_redirects=True).text
    )
    after = yaml.safe_load(file.read_text("utf-8"))
    assert after["sender"] == {"name": "Ines Okoro", "email": "ines@example.org"}
    assert (after["most_gaps"], after["page"], after["second_approver"]) == (2, "Letter", False)


def test_norway_and_the_comments_of_a_person_survive_the_page(signed_in: As, instance: Path) -> None:
    file = instance / "standard.yaml"
    written = file.read_text("utf-8") + "# Agreed with the works council.\ncountry: NO\n"
    file.write_text(written, encoding="utf-8")
    lead = signed_in("lead")
    assert "Feedback drafted from now on" in lead.post("/standard", data=STANDARD, follow_redirects=True).text
    assert "# Agreed with the works council.\ncountry: NO\n" in file.read_text("utf-8")
    assert read_standard(file).country == "NO"


def test_what_changed_in_the_standard_is_on_record_without_its_values(signed_in: As, instance: Path) -> None:
    signed_in("lead").post("/standard", data=STANDARD | {"second_approver": "y"})
    last = audit.entries(open_store(Installation(instance).database))[0]
    assert (last.what, last.by) == ("standard changed", "lead@example.org")
    assert "second_approver" in last.detail["settings"]
    assert "ines" not in str(last.detail)


def test_a_standard_that_contradicts_itself_changes_nothing(signed_in: As, instance: Path) -> None:
    before = (instance / "standard.yaml").read_bytes()
    lead = signed_in("lead")
    assert 'role="alert"' in lead.post("/standard", data=STANDARD | {"answer_days": "7"}).text
    assert (
        "Enter an e-mail address, like name@example.org."
        in lead.post("/standard", data=STANDARD | {"sender_email": "nobody"}).text
    )
    assert (instance / "standard.yaml").read_bytes() == before


def test_a_house_without_a_sender_is_led_to_the_place(signed_in: As, imported: str, instance: Path) -> None:
    (instance / "standard.yaml").unlink()
    lead = signed_in("lead")
    at = f"/applications/{imported}"
    assert "who signs the letters?" in lead.get("/queue").text
    lead.post(f"{at}/draft")
    assert "Add a sender</a>, then start again" in lead.get(at).text
    assert lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"}).status_code == 422
    lead.post("/standard", data=STANDARD)
    assert "who signs the letters?" not in lead.get("/queue").text
    lead.post(f"{at}/draft", data={"version": 1})
    assert "Add a sender</a>, then start again" not in lead.get(at).text
    assert lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"}).status_code == 302


@pytest.mark.parametrize(
    "organisation", ["1.5e3", "null", "a: b", "\x00", "2026-11-27", "Zo\u00eb & S\u00f6hne"]
)
def test_a_standard_that_is_kept_can_be_read(signed_in: As, instance: Path, organisation: str) -> None:
    lead = signed_in("lead")
    lead.post("/standard", data=STANDARD | {"organisation": organisation})
    assert lead.get("/queue").status_code == 200
    assert lead.get("/standard").status_code == 200


def test_a_standard_that_somebody_broke_by_hand_is_not_replaced(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    (instance / "standard.yaml").write_text("a: [", encoding="utf-8")
    assert lead.post("/standard", data=STANDARD).status_code == 422
    assert (instance / "standard.yaml").read_text("utf-8") == "a: ["


def test_working_hours_and_the_time_zone_are_saved(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    lead.post("/standard", data=STANDARD | {"starts": "08:15", "time_zone": "Europe/Berlin"})
    after = read_standard(instance / "standard.yaml")
    assert (f"{after.working_hours.starts:%H:%M}", after.time_zone) == ("08:15", "Europe/Berlin")
    wrong = lead.post("/standard", data=STANDARD | {"starts": "18:00"}).text
    assert "end before they begin" in wrong
    assert "standard.yaml" not in wrong


def test_a_zone_that_was_written_by_its_older_name_stays(signed_in: As, instance: Path) -> None:
    file = instance / "standard.yaml"
    file.write_text(file.read_text("utf-8") + "\ntime_zone: UTC\n", encoding="utf-8")
    lead = signed_in("lead")
    chosen = lead.see("/standard").select_one("#time_zone option[selected]")
    assert chosen is not None
    assert chosen["value"] == "UTC"
