"""Asks a model at an OpenAI-compatible address: temperature 0, a JSON schema, patience with limits.

In: messages and a schema. Out: the answer's JSON object, and who answered. Raises ModelError with a plain
reason. What is tried again is a request that got no answer: a model is never asked twice for another one.
"""

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Condition
from typing import Any, NamedTuple

from recruiter_kit.errors import ModelError
from recruiter_kit.writing.exchange import LONGEST_ANSWER, Reply, Unreached, exchange
from recruiter_kit.writing.reading import Answer, answer_in, content_in
from recruiter_kit.writing.settings import Model

MOST_TOKENS = 800
LONGEST_WAIT = 30.0
"""Seconds that a server's Retry-After is obeyed; one that asks for more is not waited for."""
FIRST_WAIT = 0.25
TRIES = 3
TRIES_WHEN_BUSY = 8
GIVEN_UP_AFTER = 2
"""Questions in a row without any answer, after which no more are asked."""
_BUSY = frozenset({429, 503})
_NO_SUCH_FORMAT = frozenset({400, 422})
_SHAPES = ("json_schema", "json_object", "")
_free = Condition()
_under_way = [0]


class Said(NamedTuple):
    """The object that a model answered with, and which model and version say so."""

    content: Mapping[str, Any]
    model: str
    version: str


class Client:
    """Asks one model. `pause` waits for so many seconds; it learns which form of answer the server knows."""

    def __init__(self, settings: Model, pause: Callable[[float], None] = time.sleep) -> None:
        self.settings = settings
        self._pause = pause
        self._shape = 0
        self._misses = 0

    def ask(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> Said:
        """Return what the model answers within the time of the settings.

        Raises ModelError; its `gone` says that no answer came at all, so that no more need be asked now.
        """
        if self._misses >= GIVEN_UP_AFTER:
            raise ModelError.of("model_given_up", gone=True)
        try:
            with _a_place(self.settings):
                answer = self._answer(messages, schema, time.monotonic() + self.settings.timeout)
        except ModelError as error:
            self._misses = self._misses + 1 if error.gone else 0
            raise
        self._misses = 0
        return Said(content_in(answer), answer.model or self.settings.model, answer.version)

    def _answer(
        self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any], until: float
    ) -> Answer:
        tried = 0
        while True:
            tried += 1
            try:
                reply = exchange(self.settings, self._body(messages, schema), until)
                if _knows_no_such_shape(reply) and self._shape + 1 < len(_SHAPES):
                    self._shape += 1
                    tried -= 1
                    continue
                if reply.status == 200:
                    return answer_in(reply)
                trouble, again = self._trouble(reply)
                most = TRIES_WHEN_BUSY if reply.status in _BUSY else TRIES
                asked = reply.retry_after
            except Unreached as error:
                trouble, again = self._unreached(error)
                most, asked = TRIES, ""
            wait = _wait(tried, asked)
            if not again or tried >= most or wait > LONGEST_WAIT or time.monotonic() + wait >= until:
                raise trouble
            self._pause(wait)

    def _body(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.settings.model,
            "messages": list(messages),
            "temperature": 0,
            "max_tokens": MOST_TOKENS,
            "stream": False,
        }
        shape = _SHAPES[self._shape]
        if shape == "json_schema":
            strict = {"name": "answer", "strict": True, "schema": schema}
            body["response_format"] = {"type": shape, "json_schema": strict}
        elif shape:
            body["response_format"] = {"type": shape}
        return body

    def _trouble(self, reply: Reply) -> tuple[ModelError, bool]:
        """Return what a status other than 200 means, and whether to try again."""
        host = self.settings.host
        if 300 <= reply.status < 400:
            return ModelError.of("model_redirects", gone=True, host=host), False
        if reply.status in (401, 403):
            return ModelError.of("model_key_refused", gone=True, host=host), False
        if reply.status == 404:
            return ModelError.of("model_not_there", gone=True, host=host, model=self.settings.model), False
        again = reply.status in _BUSY or reply.status >= 500
        return ModelError.of("model_status", gone=True, host=host, status=reply.status), again

    def _unreached(self, error: Unreached) -> tuple[ModelError, bool]:
        if error.late:
            return ModelError.of("model_late", gone=True, seconds=self.settings.timeout), False
        if error.too_long:
            return ModelError.of("model_too_long", limit=LONGEST_ANSWER // 1_000_000), False
        return ModelError.of("model_unreached", gone=True, host=self.settings.host, why=error), True


def _knows_no_such_shape(reply: Reply) -> bool:
    """Whether a server refuses the form of answer; that of llama-cpp-python does so with 500."""
    named = any(word in reply.content for word in (b"response_format", b"json_schema"))
    return reply.status in _NO_SUCH_FORMAT or (reply.status == 500 and named)


@contextmanager
def _a_place(settings: Model) -> Iterator[None]:
    """Wait until fewer than `at_once` requests of this process are under way."""
    with _free:
        if not _free.wait_for(lambda: _under_way[0] < settings.at_once, settings.timeout):
            raise ModelError.of("model_busy", gone=True)
        _under_way[0] += 1
    try:
        yield
    finally:
        with _free:
            _under_way[0] -= 1
            _free.notify_all()


def _wait(tried: int, retry_after: str) -> float:
    """Return the seconds until the next try: as the server says, else twice as long each time."""
    if retry_after.strip().isdecimal():
        return float(retry_after)
    return FIRST_WAIT * 2.0 ** (tried - 1) * random.uniform(0.8, 1.2)  # noqa: S311 - spreads requests
