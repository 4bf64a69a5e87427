"""How long the app's server takes for a page.

Run: python -m benchmarks.app
In: an installation with 10,000 applications under invented names, one drafted. Out: the median milliseconds
of the server for the queue, a feedback page and a live check, the weight of each page with what it loads, and
how many of 400 requests failed when 20 people at once read, draft and save, with the slowest tenth.
"""

import logging
import re
import statistics
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from flask import Flask
from flask.testing import FlaskClient
from waitress.server import create_server

from benchmarks.run import gold
from recruiter_kit.installation import Installation
from recruiter_kit.model import Application, Bundle
from recruiter_kit.people import sessions, users
from recruiter_kit.review.review import compose
from recruiter_kit.store.database import open_store
from recruiter_kit.web.app import create_app
from recruiter_kit.web.signed_in import TOKEN
from recruiter_kit.workflow import imports, versions

MANY = 10_000
ROUNDS = 30
PEOPLE, EACH = 20, 20
LIVE = "Your design was thin, and unfortunately other candidates were stronger. You left out the refund path."


def filled(instance: Path) -> str:
    """Fill the installation; return the id of the application that is drafted."""
    bundle = gold()
    (one,) = bundle.applications
    many = [_named(one, number) for number in range(MANY)]
    db = open_store(Installation(instance).database)
    kept = Bundle(roles=bundle.roles, applications=tuple(many))
    imports.keep_import(db, kept, b"benchmark", "benchmark", "terminal")
    versions.save_draft(db, compose(many[0], bundle.roles[0]), "terminal", 0)
    users.add(db, "Lead", "lead@example.org", "lead", "terminal")
    db.conn.close()
    return many[0].id


def _named(one: Application, number: int) -> Application:
    named = {"family_name": f"Name {number}", "email": f"a{number}@example.org"}
    candidate = one.candidate.model_copy(update=named)
    return one.model_copy(update={"id": f"a{number}", "candidate": candidate})


def milliseconds(client: FlaskClient, path: str, body: dict[str, str] | None = None) -> float:
    """Return the median of ROUNDS answers."""
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        answer = client.post(path, json=body) if body else client.get(path)
        times.append((time.perf_counter() - begin) * 1000)
        assert answer.status_code == 200, answer.status  # noqa: S101
    return statistics.median(times)


def weight(client: FlaskClient, path: str) -> int:
    """Return the bytes of a page with all that it loads."""
    page = client.get(path).data
    loaded = set(re.findall(rb'(?:src|href)="(/static/[^"]+)"', page))
    return len(page) + sum(len(client.get(each.decode()).data) for each in loaded)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        instance = Path(folder)
        begin = time.perf_counter()
        app = create_app(instance)
        print(f"the app is made in {time.perf_counter() - begin:.2f} s (cold start to reach: 2 s)")
        here = f"/applications/{filled(instance)}"
        app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
        client = app.test_client()
        with client.session_transaction() as signed_in:
            signed_in[TOKEN] = sessions.begin(open_store(Installation(instance).database), 1)
        print(f"queue, {MANY} applications: {milliseconds(client, '/queue'):.1f} ms (to reach: 50)")
        print(f"review page: {milliseconds(client, here):.1f} ms (to reach: 30)")
        checked = milliseconds(client, "/check", {"text": LIVE})
        print(f"live check of a paragraph: {checked:.1f} ms (to reach: 30)")
        note = {"text": LIVE, "role": gold().roles[0].id, "application": here.rpartition("/")[2]}
        checked = milliseconds(client, "/check-note", note)
        print(f"live check of an interviewer's note: {checked:.1f} ms (to reach: 30)")
        statement = {"text": LIVE, "application": note["application"], "statement": "t5"}
        checked = milliseconds(client, "/check", statement)
        print(f"live check of a sentence and its note: {checked:.1f} ms (to reach: 100 with all of the way)")
        for path, most in (("/queue", 200), (here, 120), (f"{here}/rehearse", 200)):
            print(f"weight of {path}: {weight(client, path) / 1000:.0f} kB (to reach: {most})")
        cookie = client.get_cookie("recruiter-kit")
        assert cookie is not None  # noqa: S101
        at_once(app, f"recruiter-kit={cookie.value}", here)


def at_once(app: Flask, cookie: str, here: str) -> None:
    """Let many people read, and each draft and save an application of their own, over the real server."""
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    threading.Thread(target=server.run, daemon=True).start()
    address = f"http://127.0.0.1:{server.effective_port}"
    times: list[float] = []
    failed: list[str] = []

    def person(number: int) -> None:
        own = f"/applications/a{number + 1}"
        typed = urlencode({"version": 1, "text-t1": f"We are not offering you the role. ({number})"}).encode()
        steps = [("/queue", None), (f"{own}/draft", b"version=0"), (f"{own}/statements", typed), (own, None)]
        steps += [("/queue", None), (here, None)] * ((EACH - len(steps)) // 2)
        for path, body in steps:
            begin = time.perf_counter()
            try:
                request = Request(address + path, body, headers={"Cookie": cookie})  # noqa: S310 - our own
                with urlopen(request, timeout=60) as answer:  # noqa: S310
                    answer.read()
            except OSError as error:
                failed.append(type(error).__name__)
            times.append((time.perf_counter() - begin) * 1000)

    people = [threading.Thread(target=person, args=(number,)) for number in range(PEOPLE)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    slowest = statistics.quantiles(times, n=10)[-1]
    print(f"{PEOPLE} at once: {len(failed)} of {len(times)} failed, slowest tenth from {slowest:.0f} ms")


if __name__ == "__main__":
    main()
