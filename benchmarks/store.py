"""Measure the store with many applications: `python -m benchmarks.store`."""

import tempfile
from pathlib import Path

from benchmarks.run import gold, medians
from recruiter_kit.model import Bundle
from recruiter_kit.store.database import Database, open_store
from recruiter_kit.workflow.applications import Filters, application, counts, queue
from recruiter_kit.workflow.imports import keep_import

APPLICATIONS = 10_000
ROUNDS = 30
LIMIT_MS = 50


def filled(folder: Path) -> Database:
    """Return a store with the first gold application under ten thousand ids."""
    bundle = gold()
    one = bundle.applications[0]
    many = tuple(
        one.model_copy(
            update={
                "id": f"a{number}",
                "candidate": one.candidate.model_copy(update={"family_name": f"Silva {number}"}),
            }
        )
        for number in range(APPLICATIONS)
    )
    db = open_store(folder / "store.db")
    keep_import(db, Bundle(roles=bundle.roles, applications=many), b"benchmark", "bulk_send.json", "terminal")
    return db


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        db = filled(Path(folder))
        calls = {
            "queue, everyone": lambda: queue(db),
            "queue, first 50": lambda: queue(db, Filters(limit=50)),
            "queue, by part of a name": lambda: queue(db, Filters(text="silva 99")),
            "counts": lambda: counts(db),
            "one application": lambda: application(db, "a5000"),
            "open_store": lambda: open_store(Path(folder) / "store.db").close(),
        }
        print(f"{APPLICATIONS} applications, median of {ROUNDS}, ms (queue to reach: at most {LIMIT_MS})")
        for name, taken in zip(calls, medians(ROUNDS, *calls.values()), strict=True):
            print(f"{name:28}{taken:8.1f}")


if __name__ == "__main__":
    main()
