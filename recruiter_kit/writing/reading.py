"""What a server's reply says: whole, or as a stream of events though none was asked for.

In: the content of a reply. Out: an Answer. Raises ModelError for what is cut off, refused or no answer, and
Unreached for a stream that ends in the middle.
"""

import json
import re
from typing import Any, NamedTuple

from recruiter_kit.errors import ModelError
from recruiter_kit.writing.exchange import Reply, Unreached

_THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>\s*", re.DOTALL | re.IGNORECASE)
_FENCED = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL | re.IGNORECASE)
_LONGEST_NAME = 200


class Answer(NamedTuple):
    """What a model said, and which model and version say they said it."""

    content: str
    model: str
    version: str


def answer_in(reply: Reply) -> Answer:
    """Return the answer in a reply of status 200."""
    text = reply.content.decode("utf-8", "replace")
    if reply.kind == "text/event-stream" or text.lstrip().startswith("data:"):
        return _streamed(text)
    return _whole(_object(text))


def content_in(answer: Answer) -> dict[str, Any]:
    """Return the JSON object that an answer holds, without the thoughts and the fence some put around it."""
    text = _THOUGHT.sub("", answer.content)
    if fenced := _FENCED.match(text):
        text = fenced[1]
    return _object(text)


def _whole(reply: dict[str, Any]) -> Answer:
    choice = _choice(reply)
    message = choice.get("message")
    message = message if isinstance(message, dict) else {}
    return _answer(reply, choice.get("finish_reason"), message.get("content"), message.get("refusal"))


def _streamed(text: str) -> Answer:
    said: list[str] = []
    refused: list[str] = []
    first: dict[str, Any] = {}
    ended: object = None
    for line in text.splitlines():
        data = line.removeprefix("data:").strip()
        if not line.startswith("data:") or data == "":
            continue
        if data == "[DONE]":
            ended = ended or "stop"
            break
        event = _event(data)
        first = first or event
        if "error" in event:
            raise Unreached("error in the stream")
        for choice in event.get("choices") or ():
            delta = choice.get("delta") if isinstance(choice, dict) else None
            if isinstance(delta, dict):
                said += [delta["content"]] if isinstance(delta.get("content"), str) else []
                refused += [delta["refusal"]] if isinstance(delta.get("refusal"), str) else []
                ended = choice.get("finish_reason") or ended
    if ended is None:
        raise Unreached("the stream ended in the middle")
    return _answer(first, ended, "".join(said), "".join(refused))


def _event(data: str) -> dict[str, Any]:
    try:
        event = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreached("the stream broke off") from error
    return event if isinstance(event, dict) else {}


def _answer(reply: dict[str, Any], ended: object, content: object, refusal: object) -> Answer:
    if refusal or ended == "content_filter":
        raise ModelError.of("model_refused")
    if ended == "length":
        raise ModelError.of("model_cut")
    if not isinstance(content, str) or not content.strip():
        raise ModelError.of("model_empty")
    return Answer(content, _name(reply.get("model")), _name(reply.get("system_fingerprint")))


def _choice(reply: dict[str, Any]) -> dict[str, Any]:
    choices = reply.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    if not isinstance(choice, dict):
        raise ModelError.of("model_no_completion")
    return choice


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ModelError.of("model_not_json") from error
    if not isinstance(found, dict):
        raise ModelError.of("model_not_json")
    return found


def _name(value: object) -> str:
    """Return a server's word for itself as one printable line."""
    text = value if isinstance(value, str) else ""
    return "".join(each for each in text if each.isprintable()).strip()[:_LONGEST_NAME]
