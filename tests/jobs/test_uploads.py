"""Files dropped into the app: read by a thread, asked about, confirmed, kept, and removed again."""

import os
from collections.abc import Callable, Sequence
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from openpyxl import Workbook

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError
from recruiter_kit.files import json_text
from recruiter_kit.installation import Installation
from recruiter_kit.intake.table import csv_text, workbook
from recruiter_kit.intake.table.said import Said
from recruiter_kit.jobs import uploads
from recruiter_kit.store.database import open_store, to_text
from recruiter_kit.web.app import create_app
from recruiter_kit.workflow.applications import queue, roles
from tests.own_table import OWN
from tests.places import GOLD

INES = "ines@example.org"
PATIENCE = 60


def marta() -> tuple[str, bytes]:
    return "marta.json", (GOLD / "marta.json").read_bytes()


def test_what_is_confirmed_is_kept_and_the_files_are_removed(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [marta()], INES)
    state = uploads.look(tmp_path, name, PATIENCE)
    assert (state.step, state.counts["new"]) == ("read", 1)
    assert queue(open_store(Installation(tmp_path).database)) == []
    uploads.confirm(tmp_path, name)
    assert uploads.look(tmp_path, name, PATIENCE).step == "kept"
    assert len(queue(open_store(Installation(tmp_path).database))) == 1
    assert [path.name for path in (tmp_path / uploads.FOLDER / name).iterdir()] == ["state.json"]


def test_what_is_dropped_leaves_nothing(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [marta()], INES)
    uploads.look(tmp_path, name, PATIENCE)
    uploads.drop(tmp_path, name)
    assert list((tmp_path / uploads.FOLDER).iterdir()) == []
    with pytest.raises(NotFoundError):
        uploads.look(tmp_path, name)


def test_files_that_cannot_be_read_say_why_and_are_removed(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [("broken.json", b"{")], INES)
    state = uploads.look(tmp_path, name, PATIENCE)
    assert state.step == "failed"
    assert "not JSON" in state.why
    assert not (tmp_path / uploads.FOLDER / name / "files").exists()


def suggested(state: uploads.State) -> tuple[Said, ...]:
    return tuple(
        Said(columns={each.name: each.suggested for each in asked.headings}) for asked in state.asked
    )


def answered(tmp_path: Path, name: str, said: Sequence[Said]) -> uploads.State:
    """Say which column is which, and that the scale is the one that was suggested."""
    uploads.say_columns(tmp_path, name, said)
    state = uploads.look(tmp_path, name, PATIENCE)
    if state.step == "values":
        with_scale = [
            each.model_copy(update={"scale": values.scale})
            for each, values in zip(state.said, state.values, strict=True)
        ]
        uploads.say_values(tmp_path, name, with_scale)
    return uploads.look(tmp_path, name, PATIENCE)


def test_what_is_said_of_a_table_is_asked_once_for_its_headings(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [("own.csv", OWN.encode())], INES)
    state = uploads.look(tmp_path, name, PATIENCE)
    assert state.step == "asking"
    assert suggested(state)[0].columns["competency"] == "criterion"
    assert answered(tmp_path, name, suggested(state)).step == "read"
    again = uploads.begin(tmp_path, [("own.csv", OWN.encode())], INES)
    assert uploads.look(tmp_path, again, PATIENCE).step == "read"
    assert len(uploads.bundle(tmp_path, again).applications) == 1


def test_what_was_chosen_for_a_heading_is_suggested_in_another_table(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [("own.csv", OWN.encode())], INES)
    (said,) = suggested(uploads.look(tmp_path, name, PATIENCE))
    swapped = said.model_copy(update={"columns": {**said.columns, "comments": "private_note"}})
    answered(tmp_path, name, [swapped])
    other = OWN.replace("Comments", "Comments;Mood").replace("out.", "out.;x")
    again = uploads.begin(tmp_path, [("other.csv", other.encode())], INES)
    assert suggested(uploads.look(tmp_path, again, PATIENCE))[0].columns["comments"] == "private_note"


def test_from_what_was_read_a_person_goes_back_to_the_columns(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [("own.csv", OWN.encode())], INES)
    answered(tmp_path, name, suggested(uploads.look(tmp_path, name, PATIENCE)))
    uploads.ask_again(tmp_path, name)
    state = uploads.look(tmp_path, name, PATIENCE)
    assert (state.step, len(state.asked)) == ("asking", 1)
    assert state.said[0].columns["competency"] == "criterion"


@pytest.mark.parametrize(
    ("table", "missing"),
    [
        ("application,outcome,reason,decided_by\n1,not_offered,below_bar,Ines\n", "decided_on"),
        ("application,outcome,reason,decided_by,date\n1,not_offered,below_bar,Ines,x\n", "decided_on"),
        ("application,decided_by\n1,Ines\n", "outcome, reason, decided_on"),
        ("application,level\n1,2\n", "role, interviewer or scorecard, criterion or note"),
    ],
)
def test_a_documented_table_with_a_missing_column_says_which_and_is_not_asked_about(
    tmp_path: Path, table: str, missing: str
) -> None:
    name = uploads.begin(tmp_path, [("table.csv", table.encode())], INES)
    state = uploads.look(tmp_path, name, PATIENCE)
    assert state.step == "failed"
    assert f"expected also {missing}" in state.why


def test_a_scorecard_table_with_some_documented_headings_is_asked_about(tmp_path: Path) -> None:
    table = "application,role,outcome,assessor,competency\n1,Data Engineer,,Ana,Modelling\n"
    name = uploads.begin(tmp_path, [("table.csv", table.encode())], INES)
    assert uploads.look(tmp_path, name, PATIENCE).step == "asking"


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_is_dropped_while_it_is_read_leaves_nothing_and_says_nothing(
    tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begun, dropped = Event(), Event()
    reading = uploads._reading

    def slow(*args: Any) -> object:
        read = reading(*args) if moment == "after" else None
        begun.set()
        assert dropped.wait(PATIENCE)
        return read or reading(*args)

    monkeypatch.setattr(uploads, "_reading", slow)
    name = uploads.begin(tmp_path, [marta()], INES)
    thread = uploads._work(tmp_path, name)
    assert begun.wait(PATIENCE)
    uploads.drop(tmp_path, name)
    dropped.set()
    thread.join(PATIENCE)
    assert list((tmp_path / uploads.FOLDER).iterdir()) == []
    assert caplog.text == ""


def test_work_that_was_stopped_is_taken_up_when_somebody_looks(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [marta()], INES)
    state = uploads.look(tmp_path, name, PATIENCE)
    folder = tmp_path / uploads.FOLDER / name
    (folder / "state.json").write_text(state.model_copy(update={"step": "keeping"}).model_dump_json())
    assert uploads.look(tmp_path, name, PATIENCE).step == "kept"


@pytest.mark.parametrize(("content", "step"), [(marta()[1], "read"), (b"{", "failed")])
def test_a_look_that_comes_as_the_work_ends_changes_nothing(
    tmp_path: Path, content: bytes, step: str
) -> None:
    name = uploads.begin(tmp_path, [("export.json", content)], INES)
    before = uploads.look(tmp_path, name, PATIENCE)
    uploads._work(tmp_path, name).join(10)
    after = uploads.look(tmp_path, name)
    assert (after, after.step) == (before, step)
    assert queue(open_store(Installation(tmp_path).database)) == []


def test_a_role_that_is_here_completes_a_table_that_lacks_its_criteria(
    tmp_path: Path, parses: list[str]
) -> None:
    first = uploads.begin(tmp_path, [marta()], INES)
    uploads.look(tmp_path, first, PATIENCE)
    uploads.confirm(tmp_path, first)
    uploads.look(tmp_path, first, PATIENCE)
    (here,) = roles(open_store(Installation(tmp_path).database))
    row = f"9,Noa,{here.title},Ana,{here.criteria[0].name},2,Left it out."
    table = f"application,given_name,role,interviewer,criterion,level,note\n{row}\n"
    parses.clear()
    second = uploads.begin(tmp_path, [("more.csv", table.encode())], INES)
    assert uploads.look(tmp_path, second, PATIENCE).step == "read"
    assert uploads.bundle(tmp_path, second).roles == (here,)
    assert parses == ["more.csv"]


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are parsed, one for each time."""
    names: list[str] = []
    parsers = ((csv_text, "parse_csv"), (workbook, "parse_workbook"), (json_text, "parse_json"))
    for module, function in parsers:
        monkeypatch.setattr(module, function, _counted(getattr(module, function), names))
    return names


def _counted(parse: Callable[..., Any], names: list[str]) -> Callable[..., Any]:
    def counted(content: object, file: str, *rest: object) -> object:
        names.append(file)
        return parse(content, file, *rest)

    return counted


def as_workbook(table: str) -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in table.splitlines():
        sheet.append(line.split(";"))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("file", "content"), [("own.csv", OWN.encode()), ("own.xlsx", as_workbook(OWN))], ids=["csv", "xlsx"]
)
def test_each_step_parses_each_file_once(
    tmp_path: Path, parses: list[str], file: str, content: bytes
) -> None:
    name = uploads.begin(tmp_path, [(file, content), marta()], INES)
    state = uploads.look(tmp_path, name, PATIENCE)
    assert (state.step, sorted(parses)) == ("asking", ["marta.json", file])
    uploads.say_columns(tmp_path, name, suggested(state))
    state = uploads.look(tmp_path, name, PATIENCE)
    assert (state.step, sorted(parses)) == ("values", ["marta.json"] * 2 + [file] * 2)
    scale = state.values[0].scale
    uploads.say_values(tmp_path, name, [state.said[0].model_copy(update={"scale": scale})])
    assert uploads.look(tmp_path, name, PATIENCE).step == "read"
    uploads.confirm(tmp_path, name)
    assert uploads.look(tmp_path, name, PATIENCE).step == "kept"
    assert len(parses) == 6


def test_what_nobody_confirmed_for_a_day_is_removed(tmp_path: Path) -> None:
    name = uploads.begin(tmp_path, [marta()], INES)
    state = uploads.look(tmp_path, name, PATIENCE)
    old = state.model_copy(update={"at": to_text(now() - timedelta(days=2))})
    (tmp_path / uploads.FOLDER / name / "state.json").write_text(old.model_dump_json())
    create_app(tmp_path)
    assert list((tmp_path / uploads.FOLDER).iterdir()) == [], "an app that starts sweeps"


def test_names_of_files_are_safe_and_stay_apart(tmp_path: Path) -> None:
    files = [("../../x.json", b"{"), ("x.json", b"{"), ("C:\\a\\x.json", b"{")]
    name = uploads.begin(tmp_path, files, INES)
    assert uploads.look(tmp_path, name, PATIENCE).names == ("x.json", "x (2).json", "x (3).json")
    assert not list(tmp_path.glob("*.json"))


@pytest.mark.parametrize("name", ["../..", "..", "a/b", "", "nobody"])
def test_a_name_that_is_none_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError):
        uploads.look(tmp_path, name)


def test_one_upload_does_not_sweep_another_away_that_is_just_being_put_aside(tmp_path: Path) -> None:
    half = tmp_path / uploads.FOLDER / f"{uploads.HIDDEN}half"
    (half / "files").mkdir(parents=True)
    uploads.sweep(tmp_path)
    assert half.is_dir()
    two_days_ago = (now() - timedelta(days=2)).timestamp()
    os.utime(half, (two_days_ago, two_days_ago))
    uploads.sweep(tmp_path)
    assert not half.exists()
