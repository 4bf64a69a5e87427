"""What the prover is asked, and what it answers."""

from dataclasses import dataclass
from typing import Literal

Standing = Literal["held", "frame", "added"]
Verdict = Literal["proved", "look", "refused"]


@dataclass(frozen=True)
class Note:
    """What one interviewer wrote on one criterion: the words that a text may rest on.

    `exercise` is the interview in which it was written, `criterion` what it is about, `interviewer` a name.
    """

    text: str
    exercise: str = ""
    criterion: str = ""
    interviewer: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody around the application. `part` says who: the candidate, an interviewer, or somebody else.

    `pronouns` are the stated ones ("she/her").
    """

    name: str
    part: Literal["candidate", "interviewer", "other"] = "other"
    pronouns: str | None = None


@dataclass(frozen=True)
class Fault:
    """One fault of a text: `fault` is its kind, [start, end) the characters at fault, `why` what is wrong."""

    fault: str
    start: int
    end: int
    why: str


@dataclass(frozen=True)
class Word:
    """One word of a text: the characters [start, end), and whether a note holds it.

    A held word names the note by its place in the list, and the characters [begins, ends) there.
    """

    start: int
    end: int
    standing: Standing
    note: int | None = None
    begins: int | None = None
    ends: int | None = None


@dataclass(frozen=True)
class Proof:
    """What the prover says of a text.

    proved: no fault, nothing added. look: no fault, but words that no note holds, or words of a note left
    out, so that a person says yes. refused: a fault. `words` are in the order of the text; `sentences` says
    for each sentence of the text on which notes it rests, by their places in the list.
    """

    text: str
    verdict: Verdict
    faults: tuple[Fault, ...] = ()
    words: tuple[Word, ...] = ()
    sentences: tuple["Sentence", ...] = ()

    @property
    def added(self) -> tuple[tuple[int, int], ...]:
        """The characters [start, end) of what no note holds, neighbours joined."""
        spans: list[tuple[int, int]] = []
        last: Word | None = None
        for word in self.words:
            if word.standing == "added":
                if last is not None and last.standing == "added" and word.start - spans[-1][1] <= 1:
                    spans[-1] = (spans[-1][0], word.end)
                else:
                    spans.append((word.start, word.end))
            last = word
        return tuple(spans)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text, [start, end), with its own verdict and the places of the notes it rests on."""

    start: int
    end: int
    verdict: Verdict
    notes: tuple[int, ...]
