"""One exchange with a server: a JSON body there, bytes back, all within a time.

In: settings, a body, the moment by which it must be over. Out: the status, the headers, the content. No
redirect is followed and no proxy used; an address of this machine is this machine's also after its name was
looked up. Raises Unreached for whatever went wrong on the way.
"""

import json
import socket
import ssl
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, NamedTuple

from recruiter_kit.writing.settings import Model, is_loopback

LONGEST_ANSWER = 1_000_000
"""Bytes of an answer; a proposal has a few hundred."""
PATH = "/chat/completions"
_PIECE = 65_536


class Unreached(Exception):  # noqa: N818 - it never leaves this room
    """No whole answer came; `late` where the time was over, `too_long` where it did not end."""

    def __init__(self, why: str = "", *, late: bool = False, too_long: bool = False) -> None:
        self.late, self.too_long = late, too_long
        super().__init__(why)


class Reply(NamedTuple):
    """What a server answered; `retry_after` is the header, "" without it."""

    status: int
    kind: str
    retry_after: str
    content: bytes


def exchange(settings: Model, body: dict[str, Any], until: float) -> Reply:
    """Return the server's reply to `body`; `until` is a moment of time.monotonic()."""
    key = settings.key
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    connection = _connection(settings, _left(until))
    try:
        connection.connect()
        if settings.local and not is_loopback(connection.sock.getpeername()[0]):
            raise Unreached(settings.host)
        # The response may close the connection; its socket is the same one.
        line = connection.sock
        line.settimeout(_left(until))
        path = settings.parts.path.rstrip("/") + PATH
        connection.request("POST", path, json.dumps(body, ensure_ascii=False).encode(), headers)
        line.settimeout(_left(until))
        reply = connection.getresponse()
        return Reply(
            reply.status,
            reply.headers.get_content_type(),
            reply.headers.get("Retry-After", ""),
            _content(reply, line, until),
        )
    except TimeoutError as error:
        raise Unreached(late=True) from error
    except (OSError, HTTPException, UnicodeError) as error:
        raise Unreached(type(error).__name__) from error
    finally:
        connection.close()


def _connection(settings: Model, seconds: float) -> HTTPConnection:
    host, port = settings.host, settings.parts.port
    if settings.parts.scheme == "https":
        return HTTPSConnection(host, port, timeout=seconds, context=ssl.create_default_context())
    return HTTPConnection(host, port, timeout=seconds)


def _content(reply: HTTPResponse, line: socket.socket, until: float) -> bytes:
    """Read piece by piece, so that a server which sends a byte a minute is late, too."""
    found = bytearray()
    whole = reply.length
    while whole is None or len(found) < whole:
        line.settimeout(_left(until))
        piece = reply.read1(_PIECE if whole is None else min(_PIECE, whole - len(found)))
        if not piece:
            break
        found += piece
        if len(found) > LONGEST_ANSWER:
            raise Unreached(too_long=True)
    if whole is not None and len(found) < whole:
        raise Unreached("the answer ended in the middle")
    return bytes(found)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise Unreached(late=True)
    return left
