"""A real HTTP server on this machine that answers as llama.cpp's server and Ollama do, well or badly."""

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import Any

from recruiter_kit.writing.settings import Model

NAME = "smollm2:135m"
Answering = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]


@dataclass
class Server:
    """What a server was sent, and how it answers: `answering` may be changed between two requests."""

    answering: Answering
    port: int = 0
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    most_at_once: int = 0
    under_way: int = 0
    lock: Lock = field(default_factory=Lock)

    def settings(self, **more: object) -> Model:
        values = {"address": f"http://127.0.0.1:{self.port}/v1", "model": NAME, "timeout": 5}
        return Model.model_validate(values | more)

    @property
    def users(self) -> list[str]:
        """Everything that came from an organisation, in all requests."""
        return [
            message["content"]
            for body in self.bodies
            for message in body["messages"]
            if message["role"] != "system"
        ]


@contextmanager
def serving(answering: Answering) -> Iterator[Server]:
    """Run a server for the time of a test."""
    server = Server(answering)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with server.lock:
                server.bodies.append({"path": self.path, **body})
                server.headers.append(dict(self.headers))
                server.under_way += 1
                server.most_at_once = max(server.most_at_once, server.under_way)
            try:
                server.answering(self, body)
            except (BrokenPipeError, ConnectionResetError):
                pass
            finally:
                with server.lock:
                    server.under_way -= 1

        def log_message(self, *args: object) -> None:
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    server.port = running.server_address[1]
    thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def no_wait(seconds: float) -> None:
    """Do not wait: no test takes the time that a server asks for."""


def send(
    handler: BaseHTTPRequestHandler,
    number: int,
    content: bytes,
    kind: str = "application/json",
    **more: str,
) -> None:
    handler.send_response(number)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(content)))
    for name, value in more.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)


def completion(content: object, finish: str = "stop", **message: object) -> bytes:
    """Return a whole answer as llama.cpp's server gives it."""
    said = content if isinstance(content, str) else json.dumps(content)
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": said, **message},
        "finish_reason": finish,
    }
    reply = {"object": "chat.completion", "model": NAME, "system_fingerprint": "b4719", "choices": [choice]}
    return json.dumps(reply).encode()


def saying(content: object, finish: str = "stop", **message: object) -> Answering:
    """Answer every request with this content: a text, or an object that is put in JSON."""
    return lambda handler, _: send(handler, 200, completion(content, finish, **message))


def wording(text: str, next_step: str = "") -> Answering:
    return saying({"text": text, "next_step": next_step})


def streaming(content: object, *, whole: bool = True) -> Answering:
    """Answer in events as Ollama does, though nobody asked for a stream; not `whole` breaks off."""
    said = json.dumps(content)
    pieces = [said[at : at + 7] for at in range(0, len(said), 7)]

    def answer(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/event-stream")
        handler.send_header("Connection", "close")
        handler.end_headers()
        for piece in pieces if whole else pieces[: len(pieces) // 2]:
            event = {"model": NAME, "choices": [{"delta": {"content": piece}, "finish_reason": None}]}
            handler.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        if whole:
            end = {"model": NAME, "choices": [{"delta": {}, "finish_reason": "stop"}]}
            handler.wfile.write(f"data: {json.dumps(end)}\n\ndata: [DONE]\n\n".encode())

    return answer


def status(number: int, **headers: str) -> Answering:
    return lambda handler, _: send(handler, number, b'{"error": {"message": "no"}}', **headers)


def slow(seconds: float) -> Answering:
    """Send one byte after another, more slowly than anybody waits."""

    def answer(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        content = completion({"text": "Too late.", "next_step": ""})
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        end = time.monotonic() + seconds
        for byte in content:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            if time.monotonic() > end:
                break
            time.sleep(0.05)
        handler.close_connection = True

    return answer


def cut_off(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """Announce a whole answer, and close the connection in the middle of it."""
    content = completion({"text": "Half of it.", "next_step": ""})
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content[: len(content) // 2])
    handler.close_connection = True


def one_after_another(*answers: Answering) -> Answering:
    """Answer each request in another way; the last one is used for all that follow."""
    left = list(answers)

    def answer(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(handler, body)

    return answer


def told_back(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
    """Answer with the notes as they are, but for "You" in front: what any prover proves."""
    asked = json.loads(next(each["content"] for each in body["messages"] if each["role"] == "user"))
    text = " ".join(f"You {note['text'][:1].lower()}{note['text'][1:]}" for note in asked["notes"])
    send(handler, 200, completion({"text": text, "next_step": ""}))
