"""What the prover makes of an answer: which statements it may replace, unattended or with a person's yes.

In: a question and the words of a model. Out: pieces, each with the statements it would replace, the next step
where one was proved, and what to complain of. Keeps R2: what is refused is not kept, not even as an offer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from recruiter_kit.composing import grounds
from recruiter_kit.errors import ModelError
from recruiter_kit.feedback import Feedback, Part, Source, Statement
from recruiter_kit.language.gate import foreign
from recruiter_kit.language.proving import Proof
from recruiter_kit.messages import say
from recruiter_kit.model import Application
from recruiter_kit.writing.asking import MOST_SENTENCES, Question
from recruiter_kit.writing.grouping import Group, goes_on, groups, text_of
from recruiter_kit.writing.placeholders import stands_for_somebody

_SECRET = frozenset({"withheld"})
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|me|my|mine)\b(?!/)")


@dataclass(frozen=True)
class Piece:
    """Sentences that stand together, instead of `replaces`; `sources` is what they were proved against."""

    text: str
    verdict: Literal["proved", "look"]
    replaces: tuple[Statement, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Judged:
    """What can be kept of an answer; `complaints` are what the prover has against the rest."""

    pieces: tuple[Piece, ...] = ()
    step: str | None = None
    complaints: tuple[str, ...] = ()

    @property
    def worth(self) -> tuple[int, int, bool]:
        """More is better: statements replaced unattended, statements with an offer, a next step."""
        replaced = dict.fromkeys(("proved", "look"), 0)
        for piece in self.pieces:
            replaced[piece.verdict] += len(piece.replaces)
        return replaced["proved"], replaced["look"], self.step is not None


@dataclass(frozen=True)
class Judge:
    """Judges the answers to one question about one feedback."""

    question: Question
    feedback: Feedback
    application: Application
    people: Sequence[str]

    def judge(self, text: str, next_step: str) -> Judged:
        """Return what the prover makes of an answer; raises ModelError for one that is not English."""
        text, next_step = " ".join(text.split()), " ".join(next_step.split())
        language = foreign(f"{text} {next_step}")
        if language:
            raise ModelError.of("model_foreign", language=language)
        proof = self._proof(text, self.question.sources)
        ends = [n for n in range(len(proof.sentences)) if not goes_on(proof, n)]
        if self.question.part is Part.STRENGTH and len(ends) > self._most:
            # Less praise is no harm: what goes beyond is cut off, and the rest proved by itself.
            text = text[: proof.sentences[ends[self._most] - 1].end]
            proof = self._proof(text, self.question.sources)
            ends = ends[: self._most]
        complaints = _of_whole(proof)
        count = len(ends)
        if too_many := count > self._most:
            complaints.insert(0, say("model_too_many", count=count, most=self._most))
        pieces = () if too_many else self._pieces(proof)
        if proof.verdict != "refused":
            complaints += self._untold(pieces)
        step = self._step(next_step, complaints) if self.question.wants_step else None
        return Judged(pieces, step, tuple(dict.fromkeys(complaints)))

    @property
    def _most(self) -> int:
        return MOST_SENTENCES[self.question.part]

    def _pieces(self, proof: Proof) -> tuple[Piece, ...]:
        """Return the pieces of a proof; one that was refused for no one sentence is refused as a whole."""
        by_sentence = {sentence.verdict for sentence in proof.sentences}
        if proof.verdict == "refused" and "refused" not in by_sentence:
            return ()
        places = [(note.scorecard, note.place) for note in self.question.sources]
        notes = {place: number for number, place in enumerate(dict.fromkeys(places))}
        notes_of = [
            frozenset(
                notes[place]
                for place in ((source.scorecard, source.place) for source in statement.sources)
                if place in notes
            )
            for statement in self.question.statements
        ]
        told = _with_what_is_beside(proof, groups(proof, notes_of))
        made = (self._piece(proof, group, list(notes)) for group in told)
        return tuple(piece for piece in made if piece is not None)

    def _untold(self, pieces: Sequence[Piece]) -> list[str]:
        """Return what an answer to a gap leaves as it was noted, beside what it tells."""
        told = {statement.id for piece in pieces for statement in piece.replaces}
        left = [each for each in self.question.statements if each.id not in told]
        return [say("model_untold", note=each.text) for each in left] if pieces else []

    def _piece(self, proof: Proof, group: Group, places: Sequence[tuple[str, str]]) -> Piece | None:
        """Return a group as a piece, proved once more as it would be told: by itself, on its own notes."""
        told = [proof.sentences[place] for place in group.sentences]
        if not group.statements or any(sentence.verdict == "refused" for sentence in told):
            return None
        text = text_of(proof, group.sentences)
        if stands_for_somebody(text) or not addresses(text):
            return None
        replaces = tuple(self.question.statements[place] for place in group.statements)
        theirs = {(source.scorecard, source.place) for each in replaces for source in each.sources}
        theirs |= {places[note] for sentence in told for note in sentence.notes}
        sources = tuple(one for one in self.question.sources if (one.scorecard, one.place) in theirs)
        alone = self._proof(text, sources)
        verdicts = {alone.verdict, *(sentence.verdict for sentence in told)}
        if "refused" in verdicts:
            return None
        return Piece(text, "look" if "look" in verdicts else "proved", replaces, sources)

    def _step(self, text: str, complaints: list[str]) -> str | None:
        if not text:
            return None
        proof = self._proof(text, self.question.sources, step=True)
        complaints += _complaints(proof)
        return text if proof.verdict == "proved" and not stands_for_somebody(text) else None

    def _proof(self, text: str, sources: Sequence[Source], *, step: bool = False) -> Proof:
        return grounds.proof(text, sources, self.feedback, self.application, self.people, step=step)


def _with_what_is_beside(proof: Proof, found: Sequence[Group]) -> list[Group]:
    """Return the groups that replace something; proved sentences on other notes go with the nearest."""

    def proved(group: Group) -> bool:
        return all(proof.sentences[place].verdict == "proved" for place in group.sentences)

    replacing = [group for group in found if group.statements]
    for beside in found:
        near = [group for group in replacing if proved(group)]
        if not beside.statements and near and proved(beside):
            first = beside.sentences[0]
            nearest = min(near, key=lambda group: min(abs(place - first) for place in group.sentences))
            together = tuple(sorted((*nearest.sentences, *beside.sentences)))
            replacing[replacing.index(nearest)] = nearest._replace(sentences=together)
    return replacing


def _complaints(proof: Proof) -> list[str]:
    """Return what is wrong, each with the model's own words; what is withheld is never explained."""
    found = [
        say("model_fault_words", words=proof.text[fault.start : fault.end])
        if fault.fault in _SECRET
        else say("model_fault", words=proof.text[fault.start : fault.end], why=fault.why)
        for fault in proof.faults
    ]
    if stands_for_somebody(proof.text):
        found.append(say("model_placeholder"))
    return found


def addresses(text: str) -> bool:
    """Whether a text speaks to the candidate, and in no interviewer's "I" ("we" is the organisation)."""
    bare = _QUOTED.sub(" ", text)
    return bool(_YOU.search(bare)) and not _FIRST_PERSON.search(bare)


def _of_whole(proof: Proof) -> list[str]:
    found = _complaints(proof)
    found += [say("model_added", words=proof.text[start:end]) for start, end in proof.added]
    if not addresses(proof.text):
        found.append(say("model_not_you"))
    return found
