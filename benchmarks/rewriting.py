"""What becomes of labelled notes, and how fast: the rewriter's figures.

Run: python -m benchmarks.rewriting [words|speed] [--errors]
In: the notes of tests/corpora. Out: for each set how many notes that may be shared are told in which
form, asked about, left to a person or withheld, and how many wordings are those that the author of the
set wrote; screening and direction against their labels; notes a second, loading and memory.
"""

import json
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from recruiter_kit.language.direction import direction
from recruiter_kit.language.rewriting import Rewrite, rewrite
from recruiter_kit.language.sentences import LONGEST_NOTE
from recruiter_kit.model import Scale

CORPORA = Path(__file__).parent.parent / "tests" / "corpora"
LABELLED = ("notes/author_a", "notes/author_e", "notes/real")
SETS = (
    *(f"notes/worded_{name}" for name in ("gold", "judged", "own", "trades", "a", "b")),
    *LABELLED,
)
NAMES = ("Priya", "Tom")
MANY = 100_000
ROUNDS = 5
HOSTILE = ("a ", "w/ ", "'", '"', "( ", "he, ", "and ", "O(", "v. ", "1.", "; ", "a'b ")
OUTCOMES = ("addressed", "noted", "asked", "left", "withheld")

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    """Return the rows of a set."""
    path = CORPORA / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def plain(text: str) -> str:
    """Return a wording without what nobody would call a difference: case, dashes, the last stop."""
    return " ".join(text.lower().replace("–", "-").replace(";", ",").split()).strip(" .")


def written(row: Row) -> list[str]:
    """Return the wordings that the author of the set wrote, of whichever form."""
    return [text for text in (row.get("noted"), row.get("addressed")) if text]


def outcome(found: Rewrite) -> str:
    """Return what became of a note that may be shared."""
    if found.withheld:
        return "withheld"
    return found.form.value if found.text or found.questions else "left"


def is_shareable(row: Row) -> bool:
    return bool(row.get("shareable", not row.get("withheld") and row.get("kind") != "unshareable"))


def words(*, errors: bool) -> None:
    """Print what becomes of the notes of every set."""
    print(f"{'set':16} {'notes':>6} {''.join(f'{each:>11}' for each in OUTCOMES)} {'as written':>14}")
    for name in SETS:
        counted: Counter[str] = Counter()
        same = told = 0
        shareable = [row for row in rows(name) if is_shareable(row) and not row.get("opinion")]
        for row in shareable:
            found = rewrite(row["note"], row.get("names", NAMES))
            counted[outcome(found)] += 1
            if found.text is None or not written(row):
                continue
            told += 1
            right = plain(found.text) in map(plain, written(row))
            same += right
            if errors and not right:
                print(f"  {row['note']}\n    {written(row)}\n    {found.text}")
        shares = "".join(f"{counted[each] / len(shareable):11.0%}" for each in OUTCOMES)
        agreed = f"{same} of {told}" if told else "-"
        print(f"{name:16} {len(shareable):6} {shares} {agreed:>14}")
    screening()
    directions()


def screening() -> None:
    """Print how much of what must not pass is withheld, and how many shareable notes with it."""
    every = [row for name in SETS for row in rows(name)]
    secret = [row for row in every if not is_shareable(row)]
    passed = [row["note"] for row in secret if not rewrite(row["note"], NAMES).withheld]
    fair = [row for row in every if is_shareable(row) and row.get("judgement", "acceptable") == "acceptable"]
    wrong = [row["note"] for row in fair if rewrite(row["note"], row.get("names", NAMES)).withheld]
    print(f"withheld: {len(secret) - len(passed)} of {len(secret)} that must not pass")
    print(f"false alarms: {len(wrong)} of {len(fair)} ({len(wrong) / len(fair):.1%})")
    for note in [*passed, *wrong]:
        print(f"  {note}")


def directions() -> None:
    """Print how many notes are read rightly as a strength or a gap, with and without their level."""
    labelled = [row for name in SETS for row in rows(name) if row.get("direction") and is_shareable(row)]
    levelled = [row for row in labelled if row.get("level")]
    with_level = [
        row for row in levelled if direction(row["note"], row["level"], 4, Scale()).value == row["direction"]
    ]
    alone = [row for row in labelled if direction(row["note"], None, None, Scale()).value == row["direction"]]
    print(f"direction by words alone: {len(alone)} of {len(labelled)} ({len(alone) / len(labelled):.0%})")
    if levelled:
        share = len(with_level) / len(levelled)
        print(f"direction with the level: {len(with_level)} of {len(levelled)} ({share:.0%})")


def speed() -> None:
    """Print notes a second on one core, loading time and memory."""
    notes = [row["note"] for name in SETS for row in rows(name)]
    for note in notes:
        rewrite(note)
    best = min(_seconds(notes) for _ in range(ROUNDS))
    print(f"{len(notes) / best:,.0f} notes a second on one core")
    slowest = max((_seconds([unit * (LONGEST_NOTE // len(unit))]), unit) for unit in HOSTILE)
    print(f"{slowest[0] * 1000:.0f} ms for the slowest of the longest notes, {slowest[1]!r} over and over")
    code = (
        "import time, resource; a = time.perf_counter(); from recruiter_kit import rewrite;"
        "rewrite('Struggled w/ SQL joins');"
        "print(f'{time.perf_counter() - a:.2f} s to load and reword one note,',"
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, 'MB')"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    for number, note in enumerate(_many(notes), start=1):
        rewrite(note)
        if number in (MANY // 10, MANY):
            print(f"after {number:,} notes: {_peak()} MB at most")


def _many(notes: list[str]) -> Iterator[str]:
    """Yield many notes of which no two are the same."""
    for number in range(MANY):
        yield f"{notes[number % len(notes)]} Took {number} seconds."


def _seconds(notes: list[str]) -> float:
    """Return the seconds of one core that the notes take, without the time that other programs had it."""
    begin = time.process_time()
    for note in notes:
        rewrite(note)
    return time.process_time() - begin


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    wanted = set(sys.argv[1:])
    if "speed" not in wanted:
        words(errors="--errors" in wanted)
    if "words" not in wanted:
        speed()
