"""A real SMTP server on loopback that keeps what it took and answers as told."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from threading import Thread

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope

from recruiter_kit.mail.settings import MailServer


class Mailbox:
    """The handler: `answers` to RCPT and DATA, `before_answer` is called once the message is taken."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.answers = {"rcpt": "250 OK", "data": "250 OK"}
        self.before_answer: Callable[[], object] = lambda: None

    async def handle_RCPT(  # noqa: N802
        self, _server: object, _session: object, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self.answers["rcpt"]

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802
        if self.answers["data"].startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.messages.append(message_from_bytes(envelope.content, policy=SMTP))  # type: ignore[arg-type]
        self.before_answer()
        return self.answers["data"]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextmanager
def serving(mailbox: Mailbox) -> Iterator[MailServer]:
    port = free_port()
    controller = Controller(mailbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield MailServer(host="127.0.0.1", port=port, security="none")
    finally:
        controller.stop()


@contextmanager
def vanishing() -> Iterator[MailServer]:
    """A server that takes the whole message and hangs up without an answer."""
    answers = {b"EHLO": b"250 OK", b"MAIL": b"250 OK", b"RCPT": b"250 OK", b"DATA": b"354 go on"}

    def talk() -> None:
        with listening.accept()[0] as connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 ready\r\n")
            for line in lines:
                if line == b".\r\n":
                    return
                if answer := answers.pop(line[:4].upper(), None):
                    connection.sendall(answer + b"\r\n")

    with socket.create_server(("127.0.0.1", 0)) as listening:
        talking = Thread(target=talk, daemon=True)
        talking.start()
        yield MailServer(host="127.0.0.1", port=listening.getsockname()[1], security="none")
        talking.join(10)
