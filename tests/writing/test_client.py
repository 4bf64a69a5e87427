"""The client against a server that answers well and badly."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

from recruiter_kit.errors import ModelError
from recruiter_kit.writing.asking import SCHEMA
from recruiter_kit.writing.client import Client, Said
from recruiter_kit.writing.exchange import LONGEST_ANSWER
from tests.writing.server import (
    NAME,
    Answering,
    Server,
    completion,
    cut_off,
    one_after_another,
    saying,
    send,
    serving,
    slow,
    status,
    streaming,
    wording,
)

MESSAGES = [{"role": "user", "content": "{}"}]
GOOD = wording("You stopped.", "Go on.")
WORDS = {"text": "You stopped.", "next_step": "Go on."}


def asked(server: Server, waits: list[float] | None = None, **settings: object) -> Said:
    return client(server, waits, **settings).ask(MESSAGES, SCHEMA)


def client(server: Server, waits: list[float] | None = None, **settings: object) -> Client:
    pause: Callable[[float], None] = (waits if waits is not None else []).append
    return Client(server.settings(**settings), pause)


def refused(answering: Answering, **settings: object) -> ModelError:
    with serving(answering) as server, pytest.raises(ModelError) as caught:
        asked(server, **settings)
    return caught.value


def test_an_answer_is_read_with_what_answered() -> None:
    with serving(GOOD) as server:
        assert asked(server) == Said(WORDS, NAME, "b4719")
    (body,) = server.bodies
    assert body["path"] == "/v1/chat/completions"
    assert body["temperature"] == 0
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA


def test_a_stream_that_nobody_asked_for_is_read() -> None:
    with serving(streaming(WORDS)) as server:
        assert asked(server).content == WORDS


@pytest.mark.parametrize(
    "content",
    ['```json\n{"text": "a"}\n```', '<think>He wants "{}"?</think>\n{"text": "a"}'],
    ids=["fenced", "thought about"],
)
def test_what_models_put_around_their_json_is_taken_off(content: str) -> None:
    with serving(saying(content)) as server:
        assert asked(server).content == {"text": "a"}


@pytest.mark.parametrize("number", [500, 502, 429, 503])
def test_a_server_in_trouble_is_asked_again_after_a_while(number: int) -> None:
    waits: list[float] = []
    with serving(one_after_another(status(number), status(number), GOOD)) as server:
        assert asked(server, waits).content == WORDS
    assert len(waits) == 2
    assert waits[1] > waits[0]


def test_a_server_that_says_when_is_asked_then() -> None:
    waits: list[float] = []
    with serving(one_after_another(status(429, Retry_After="3"), GOOD)) as server:
        asked(server, waits)
    assert waits == [3.0]


def test_a_server_that_wants_an_hour_is_not_waited_for() -> None:
    waits: list[float] = []
    with serving(status(429, Retry_After="3600")) as server, pytest.raises(ModelError, match="status 429"):
        asked(server, waits, timeout=600)
    assert waits == []


@pytest.mark.parametrize("number", [400, 422, 500])
def test_a_server_without_schemas_is_asked_more_simply_and_that_is_remembered(number: int) -> None:
    def answer(handler: Any, body: dict[str, Any]) -> None:
        if body.get("response_format", {}).get("type") == "json_schema":
            # As llama-cpp-python's server says it.
            send(handler, number, b"{'loc': ('body', 'response_format', 'type')}")
        else:
            GOOD(handler, body)

    with serving(answer) as server:
        asking = client(server)
        for _ in range(2):
            assert asking.ask(MESSAGES, SCHEMA).content == WORDS
    assert [body["response_format"]["type"] for body in server.bodies] == [
        "json_schema",
        "json_object",
        "json_object",
    ]


@pytest.mark.parametrize(
    ("answering", "why", "gone"),
    [
        (status(500), "status 500", True),
        (status(401), "does not accept the key", True),
        (status(404), f"does not know the model {NAME}", True),
        (status(307, Location="http://127.0.0.1:9/v1/chat/completions"), "sends the request on", True),
        (cut_off, "broke off", True),
        (streaming(WORDS, whole=False), "broke off", True),
        (saying("I'm sorry, I can't help with that."), "not JSON", False),
        (saying("[1, 2]"), "not JSON", False),
        (saying("", refusal="I cannot assist."), "refused", False),
        (saying(WORDS, finish="length"), "cut off", False),
        (saying(WORDS, finish="content_filter"), "refused", False),
        (saying("  "), "nothing", False),
        (lambda handler, _: send(handler, 200, b"<html>Sign in</html>"), "not JSON", False),
        (lambda handler, _: send(handler, 200, b'{"choices": []}'), "OpenAI-compatible", False),
        (lambda handler, _: send(handler, 200, b"[" * 100_000), "not JSON", False),
        (lambda handler, _: send(handler, 200, completion("x" * LONGEST_ANSWER)), "more than", False),
    ],
)
def test_what_cannot_be_used_is_said_plainly(answering: Answering, why: str, gone: bool) -> None:
    error = refused(answering)
    assert why in str(error)
    assert error.gone is gone


def test_an_answer_that_comes_byte_by_byte_is_not_waited_for() -> None:
    error = refused(slow(10), timeout=1)
    assert str(error) == "no answer came within 1 seconds"
    assert error.gone


def test_a_server_that_is_not_there_is_named_and_not_asked_for_ever() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        asking = client(Server(GOOD, free.getsockname()[1]))
    for _ in range(2):
        with pytest.raises(ModelError, match=r"127\.0\.0\.1 could not be reached"):
            asking.ask(MESSAGES, SCHEMA)
    with pytest.raises(ModelError, match="was not asked again"):
        asking.ask(MESSAGES, SCHEMA)


def test_the_key_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOUSE_KEY", "abc")
    with serving(GOOD) as server:
        asked(server, key_from="HOUSE_KEY")
        assert server.headers[0]["Authorization"] == "Bearer abc"
        monkeypatch.delenv("HOUSE_KEY")
        with pytest.raises(ModelError, match="HOUSE_KEY"):
            asked(server, key_from="HOUSE_KEY")


def test_a_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with serving(GOOD) as server:
        assert asked(server).content == WORDS
