"""A server that answers as a language model did once: recorded proposals, from a JSON Lines file.

In: lines with application, criterion, part, sources, text, next_step (tests/corpora/letters/prose.jsonl), and
the applications. Out: an OpenAI-compatible address on this machine. What is asked about is found by the name
of the criterion and the words of the notes; where nothing was recorded, the answer is no proposal.
"""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from recruiter_kit.model import Bundle
from recruiter_kit.writing.settings import Model

NAME = "recorded"
GAP, STRENGTH = "gap", "strength"
MOST_IN_A_STRENGTH = 2
_WORD = re.compile(r"\w+")


@dataclass
class Recorded:
    """Recorded proposals by part and name of the criterion; `asked` and `unknown` count requests."""

    lines: dict[tuple[str, str], list[dict[str, Any]]]
    asked: int = 0
    unknown: int = 0
    used: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, file: Path, bundle: Bundle) -> "Recorded":
        roles = {application.id: bundle.role(application.role) for application in bundle.applications}
        found: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for text in file.read_text("utf-8").splitlines():
            line = json.loads(text)
            role = roles[line["application"]]
            criterion = role.criterion(line["criterion"]) if role else None
            if criterion:
                found.setdefault((line["part"], criterion.name), []).append(line)
        return cls(found)

    def answer(self, body: dict[str, Any]) -> dict[str, Any]:
        """Return what was recorded for a question; the second reader, and a complaint, get nothing new."""
        asked = json.loads(body["messages"][1]["content"])
        if "notes" not in asked:
            return {"found": []}
        self.asked += 1
        part = STRENGTH if asked["most_sentences"] <= MOST_IN_A_STRENGTH else GAP
        words = _words(" ".join(note["text"] for note in asked["notes"]))
        lines = self.lines.get((part, asked["criterion"]), [])
        best = max(lines, key=lambda line: _shared(line, words), default=None)
        if best is None or _shared(best, words) == 0:
            self.unknown += 1
            return {"text": "-", "next_step": ""}
        step = best.get("next_step") or ""
        return {"text": best["text"], "next_step": step if asked["next_step_wanted"] else ""}


@contextmanager
def recorded(file: Path, bundle: Bundle) -> Iterator[tuple[Recorded, Model]]:
    """Serve the recorded proposals for as long as the block runs."""
    known = Recorded.read(file, bundle)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            message = {"role": "assistant", "content": json.dumps(known.answer(body))}
            choice = {"index": 0, "message": message, "finish_reason": "stop"}
            content = json.dumps({"model": NAME, "choices": [choice]}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield known, Model(address=f"http://127.0.0.1:{server.server_address[1]}/v1", model=NAME)
    finally:
        server.shutdown()
        server.server_close()


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _shared(line: dict[str, Any], words: set[str]) -> int:
    return len(_words(" ".join(source["text"] for source in line["sources"])) & words)
