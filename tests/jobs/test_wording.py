"""Many drafts worded by a model, whose server may go at any time."""

import json
import os
import socket
from http.server import BaseHTTPRequestHandler
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.jobs.batch import make_feedback, write_report
from recruiter_kit.jobs.report import Made
from recruiter_kit.model import Bundle
from recruiter_kit.standard import Sender, Standard
from recruiter_kit.writing.settings import Model
from tests.build import application, criterion, rating, role, scorecard
from tests.writing.server import completion, serving, slow, told_back

STANDARD = Standard(sender=Sender(name="Dana Okafor"))
NOTE = "Skipped the join on customers and never tested the query."
PRAISE = "Explained the migration with a diagram and named its three risks."
ROLE = role(criterion(), criterion("talking"))
QUESTIONS = 3
"""Of one draft: the gap, the strength, and the second reader."""


def bundle(count: int) -> Bundle:
    applications = tuple(
        application(
            scorecard(rating(2, NOTE), rating(4, PRAISE, "talking")), family_name=f"Silva{place}"
        ).model_copy(update={"id": f"a{place}"})
        for place in range(count)
    )
    return Bundle(roles=(ROLE,), applications=applications)


def made(given: Bundle, out: Path, model: Model | None, workers: int = 1) -> list[Made]:
    results = list(
        make_feedback(
            given,
            given.applications,
            out,
            standard=STANDARD,
            formats=("json",),
            workers=workers,
            model=model,
        )
    )
    write_report(given, results, out)
    return [each for each in results if isinstance(each, Made)]


def feedback_of(out: Path, application: str) -> Feedback:
    return Feedback.model_validate_json((out / application / "feedback.json").read_text("utf-8"))


def dies_at(place: int, ready: Connection) -> None:
    """Run a server that is gone in the middle of its answer to the request at `place`."""
    asked = 0

    def answer(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        nonlocal asked
        asked += 1
        if asked == place:
            whole = completion({"text": NOTE, "next_step": ""})
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(whole)))
            handler.end_headers()
            handler.wfile.write(whole[:40])
            handler.wfile.flush()
            os._exit(9)
        told_back_or_read(handler, body)

    with serving(answer) as server:
        ready.send(server.port)
        ready.recv()


def told_back_or_read(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    if '"notes"' in body["messages"][1]["content"]:
        told_back(handler, body)
    else:
        content = completion({"found": []})
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)


def test_a_server_killed_in_the_middle_of_forty_drafts_loses_nothing_and_tells_nothing_twice(
    tmp_path: Path,
) -> None:
    spawn = get_context("spawn")
    here, there = spawn.Pipe()
    killed_in = 20
    server = spawn.Process(target=dies_at, args=(killed_in * QUESTIONS + 2, there))
    server.start()
    given = bundle(40)
    settings = Model(address=f"http://127.0.0.1:{here.recv()}/v1", model="m", timeout=20)
    results = made(given, tmp_path / "with", settings)
    server.join(10)
    assert server.exitcode == 9
    plain = made(given, tmp_path / "without", None)
    assert [each.application for each in results] == [each.id for each in given.applications]
    for place, (result, as_noted) in enumerate(zip(results, plain, strict=True)):
        account = result.model
        assert account is not None
        feedback = feedback_of(tmp_path / "with", result.application)
        noted = feedback_of(tmp_path / "without", as_noted.application)
        told = " ".join(statement.text for statement in feedback.statements).casefold()
        assert [told.count(note.rstrip(".").casefold()) for note in (NOTE, PRAISE)] == [1, 1]
        if place < killed_in:
            assert account.gave_up == ""
            assert all(each.proposal for each in feedback.said(Part.SEEN, Part.STRENGTH))
        else:
            assert account.gave_up
            assert feedback == noted
    report = json.loads((tmp_path / "with" / "report.json").read_text("utf-8"))
    assert sum(bool(each["model"]["gave_up"]) for each in report["made"]) == 20


def test_a_server_that_never_answers_is_given_up_after_two_drafts(tmp_path: Path) -> None:
    with serving(slow(10)) as server:
        results = made(bundle(10), tmp_path, server.settings(timeout=1))
        assert len(server.bodies) == 2
    assert all(each.model and each.model.gave_up for each in results)


@pytest.mark.parametrize("at_once", [1, 2])
def test_no_more_requests_are_under_way_than_are_allowed(tmp_path: Path, at_once: int) -> None:
    with serving(told_back_or_read) as server:
        results = made(bundle(9), tmp_path, server.settings(at_once=at_once), workers=4)
        assert server.most_at_once <= at_once
    assert len(results) == 9
    assert all(each.model and not each.model.gave_up for each in results)


def test_without_a_model_nothing_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: object) -> None:
        raise AssertionError("something was connected to")

    monkeypatch.setattr(socket.socket, "connect", refused)
    (result,) = made(bundle(1), tmp_path, None)
    assert result.model is None
