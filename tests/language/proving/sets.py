"""The labelled texts under tests/corpora/proving/: what each rests on, and whether it is faithful."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from recruiter_kit.language.proving import Note, Person, Proof, prove
from tests.language.corpus import rows

SETS = ("letters", "author_p", "author_q", "author_r", "author_s", "author_t", "author_u")


@dataclass(frozen=True)
class Labelled:
    """A text with its notes; `fault` is the kind of its one fault, None for a faithful text."""

    text: str
    notes: tuple[Note, ...]
    people: tuple[Person, ...]
    withheld: tuple[str, ...]
    fault: str | None

    def proof(self) -> Proof:
        """Return what the prover says."""
        return prove(self.text, self.notes, self.people, self.withheld)


def texts(name: str) -> Iterator[Labelled]:
    """Yield the texts of one set."""
    return (_labelled(row) for row in rows(f"proving/{name}"))


def _labelled(row: dict[str, Any]) -> Labelled:
    sources = row["sources"]
    return Labelled(
        text=row["text"],
        notes=tuple(
            Note(one["text"], one["exercise"], row["criterion"], one["interviewer"]) for one in sources
        ),
        people=(
            Person(row["candidate"], "candidate", row.get("pronouns")),
            *(Person(one["interviewer"], "interviewer") for one in sources if one["interviewer"]),
        ),
        withheld=tuple(row["withheld"]),
        fault=row["fault"],
    )
