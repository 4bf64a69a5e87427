"""Import, page by page: asked about columns, shown what was read, confirmed or dropped."""

import io
import json
from pathlib import Path
from threading import Thread

import pytest
from openpyxl import load_workbook

from recruiter_kit.installation import Installation
from recruiter_kit.intake import read
from recruiter_kit.jobs import uploads
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import imports
from tests.own_table import OWN
from tests.places import GOLD
from tests.web.conftest import As
from tests.web.forms import drop, sent


def test_a_table_with_headings_of_its_own_is_asked_about(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    at = drop(recruiter, OWN.encode(), "own.csv")
    page = recruiter.see(at)
    assert "Match your columns" in page.text
    form = sent(page)
    assert form["column-0-4"] == "criterion"
    twice = recruiter.post(f"{at}/columns", data=form | {"column-0-4": "note"})
    assert "Two headings cannot both hold: note" in twice.text
    nothing = recruiter.post(f"{at}/columns", data={"column-0-1": "name"})
    assert "a criterion, a level or a note" in nothing.text
    recruiter.post(f"{at}/columns", data=form)
    page = recruiter.see(at)
    assert "What the values mean" in page.text
    assert sent(page)["highest-0"] == "5"
    page = recruiter.post(f"{at}/values", data=sent(page), follow_redirects=True).text
    assert "Noa Berg" in page
    assert "Still missing" in page
    assert "Back to columns" in page
    assert '"competency": "criterion"' in recruiter.get(f"{at}/columns.yaml").text
    recruiter.post(f"{at}/back")
    assert "Match your columns" in recruiter.see(at).text


def test_a_value_that_cannot_be_used_is_shown_at_its_cell(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    table = (
        "application,given_name,role,interviewer,criterion,level,note\n"
        "a1,Noa,Data Engineer,Ana,Modelling,low,Left it out.\n"
        "a2,Mia,Data Engineer,Ana,Modelling,2,Left it out.\n"
    )
    page = recruiter.see(drop(recruiter, table.encode(), "table.csv"))
    (wrong,) = page.select("td.wrong")
    assert wrong.text.startswith("low")
    assert "expected a number" in wrong.text
    assert "Import 1 candidate" in page.text


def test_an_empty_table_can_be_downloaded_and_read_back(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    assert recruiter.see("/import").select_one("a[download]")
    book = load_workbook(io.BytesIO(recruiter.get("/import/template.xlsx").data))
    sheet = book.worksheets[0]
    assert sheet["A1"].comment
    assert len(sheet.data_validations.dataValidation) >= 2
    values = {
        "Application": "a1",
        "Given name": "Noa",
        "Role": "Data Engineer",
        "Interviewer": "Ana",
        "Note": "Fine.",
    }
    for column, heading in enumerate(sheet[1], start=1):
        sheet.cell(2, column, values.get(heading.value))
    out = io.BytesIO()
    book.save(out)
    assert "Noa" in recruiter.see(drop(recruiter, out.getvalue(), "filled.xlsx")).text


def test_an_example_table_can_be_downloaded_and_read(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    example = recruiter.get("/import/example.xlsx").data
    page = recruiter.see(drop(recruiter, example, "example.xlsx"))
    assert "Chloe Baptiste" in page.text
    assert "Not usable" not in page.text


def test_after_an_import_work_goes_on_in_the_list(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    at = drop(recruiter, (GOLD / "marta.json").read_bytes(), "marta.json")
    kept = recruiter.post(at, data={"answer": "keep"}, follow_redirects=True)
    assert kept.request.path == "/queue"
    assert "Imported: 1 new." in kept.text


def test_after_an_import_with_updates_they_are_shown(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    newer = json.loads((GOLD / "marta.json").read_text("utf-8"))
    newer["applications"][0]["candidate"]["given_name"] = "Marte"
    at = drop(recruiter, json.dumps(newer).encode(), "newer.json")
    kept = recruiter.post(at, data={"answer": "keep"}, follow_redirects=True)
    assert kept.request.path == "/import"
    assert "1 candidate differs" in kept.text


def test_a_file_that_cannot_be_read_says_why(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    page = recruiter.get(drop(recruiter, b'{"format": "recruiter-kit/1", ', "export.json")).text
    assert "These files cannot be read" in page
    assert "export.json" in page


def test_no_file_is_no_import(signed_in: As) -> None:
    assert signed_in("recruiter").post("/import", data={}).status_code == 200


def test_what_one_person_drops_is_not_there_for_another(signed_in: As) -> None:
    at = drop(signed_in("recruiter"), OWN.encode(), "own.csv")
    assert signed_in("lead").get(at).status_code == 422


def test_a_long_import_shows_how_far_it_is(
    signed_in: As, instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recruiter = signed_in("recruiter")
    at = drop(recruiter, OWN.encode(), "own.csv")
    file = instance / uploads.FOLDER / at.rpartition("/")[2] / "state.json"
    state = uploads.State.model_validate_json(file.read_bytes())
    halfway = state.model_copy(update={"step": "keeping", "done": 100, "total": 250})
    file.write_text(halfway.model_dump_json(), "utf-8")
    monkeypatch.setattr(uploads, "_work", lambda *_: Thread())
    monkeypatch.setattr(Thread, "join", lambda *_: None)
    assert recruiter.get(f"{at}/state").json == {"step": "keeping", "done": 100, "total": 250}
    page = recruiter.get(at).text
    assert 'max="250" value="100"' in page
    assert "100 of 250" in page


def test_what_a_newer_file_changes_is_shown_value_by_value(signed_in: As, imported: str) -> None:
    recruiter = signed_in("recruiter")
    newer = json.loads((GOLD / "marta.json").read_text("utf-8"))
    (one,) = newer["applications"]
    one["candidate"]["given_name"] = "Marte"
    one["scorecards"][0]["ratings"][0]["level"] = 5
    one["scorecards"][0]["ratings"][0]["note"] = "She mentioned her chemotherapy."
    at = drop(recruiter, json.dumps(newer).encode(), "newer.json")
    recruiter.post(at, data={"answer": "keep"})
    page = recruiter.see("/import")
    rows = {
        what.text: (before.text, after.text) for what, before, after in (row("td") for row in page("tr")[1:])
    }
    assert rows["given name"] == ("Marta", "Marte")
    assert next(after for what, (_, after) in rows.items() if what.endswith("level")) == "5"
    assert "chemotherapy" not in page.text
    assert "[set apart]" in page.text
    assert "family name" not in rows


def test_an_application_may_be_called_files(signed_in: As, instance: Path) -> None:
    lead = signed_in("lead")
    bundle = read(GOLD / "marta.json")
    (one,) = bundle.applications
    db = open_store(Installation(instance).database)
    for content, stage in ((b"one", "Interview"), (b"two", "Offer")):
        files = one.model_copy(update={"id": "files", "stage": stage})
        imports.keep_import(
            db, bundle.model_copy(update={"applications": (files,)}), content, "x", "terminal"
        )
    seen = lead.see("/import").select("input[name=seen]")[0]["value"]
    done = lead.post("/import/changes/files/accept", data={"seen": seen}, follow_redirects=True).text
    assert "A letter that was approved needs approval again" in done


def test_a_file_that_is_too_large_is_refused_in_words(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    recruiter.application.config["MAX_CONTENT_LENGTH"] = 1000
    answer = recruiter.post("/import", data={"files": (io.BytesIO(b" " * 2000), "large.json")})
    assert answer.status_code == 413
    assert "larger than" in answer.text


def test_a_criterion_of_a_near_name_is_asked_about_once(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    table = "application,given_name,role,interviewer,criterion,level,note\na1,Noa,Chef,Ana,Comms,2,Late.\n"
    role = "id: chef\ntitle: Chef\norganisation: X\ncriteria:\n- {id: c, name: Communication, required: 3}\n"
    files = [(io.BytesIO(table.encode()), "t.csv"), (io.BytesIO(role.encode()), "role.yaml")]
    at = recruiter.post("/import", data={"files": files}).location
    page = recruiter.see(at)
    assert "Criteria with other names" in page.text
    assert [option.text for option in page.select("#meant-0 option")] == [
        "Not said yet",
        "Communication",
        "None of these",
    ]
    recruiter.post(f"{at}/ties", data={"name": "Comms", "meant-0": "Communication"})
    assert "Criteria with other names" not in recruiter.see(at).text
    again = recruiter.post(
        "/import",
        data={"files": [(io.BytesIO(table.encode()), "t.csv"), (io.BytesIO(role.encode()), "role.yaml")]},
    )
    assert "Criteria with other names" not in recruiter.see(again.location).text


def test_notes_on_no_criterion_are_tied_once_for_their_heading(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    table = (
        "application,given_name,role,interviewer,interview,criterion,level,note\n"
        "a1,Noa,Chef,Ana,Tasting,Planning,2,\na1,Noa,Chef,Ana,Tasting,,,Began without a list.\n"
    )
    at = drop(recruiter, table.encode(), "t.csv")
    page = recruiter.see(at)
    assert "Notes that belong to no criterion" in page.text
    recruiter.post(f"{at}/ties", data={"heading": "Tasting", "criterion-0": "Planning"})
    assert "Notes that belong to no criterion" not in recruiter.see(at).text


def test_all_updates_are_accepted_at_once_with_criteria_by_their_names(signed_in: As) -> None:
    recruiter = signed_in("recruiter")
    header = "application,given_name,role,interviewer,criterion,level,note\n"
    row = "{1},Data Engineer,Ana,Modelling,{0},Left it.\n"
    rows = row.replace("{1}", "a1,Noa") + row.replace("{1}", "a2,Mia")
    first = drop(recruiter, (header + rows.format(2)).encode(), "first.csv")
    recruiter.post(first, data={"answer": "keep"})
    at = drop(recruiter, (header + rows.format(3)).encode(), "second.csv")
    page = recruiter.see(at)
    assert [tag.text for tag in page.select("td .tag")] == ["Changed", "Changed"]
    assert "Review 2 updates" in page.text
    recruiter.post(at, data={"answer": "keep"})
    page = recruiter.see("/import")
    assert "Modelling: level" in page.text
    seen = [field["value"] for field in page.select("form input[name=seen]") if " " in str(field["value"])]
    after = recruiter.post("/import/changes/accept", data={"seen": seen}, follow_redirects=True).text
    assert "2 updates accepted" in after
    assert "Updates to review" not in after
