"""One proof: the text is read, aligned with the notes, and asked for each fault."""

from collections.abc import Iterable, Iterator, Sequence

from recruiter_kit.language.proving import steps
from recruiter_kit.language.proving.case import Case, case_of
from recruiter_kit.language.proving.faults import (
    addition,
    degree,
    denial,
    direction,
    number,
    omission,
    person,
    place,
    withheld,
)
from recruiter_kit.language.proving.left_out import left_out
from recruiter_kit.language.proving.record import Fault, Note, Person, Proof, Sentence, Verdict, Word

FAULTS = (number, denial, degree, person, place, direction, addition, omission, withheld)


def prove(
    text: str,
    units: Sequence[Note | str],
    people: Sequence[Person | str] = (),
    withheld: Sequence[str] = (),
) -> Proof:
    """Return whether `text` says what the notes hold.

    `units` are the notes it claims to rest on, `people` whoever must not be named (and the candidate, as a
    Person), `withheld` sentences that must not reach the candidate. Never raises for any text. Source:
    LANGUAGE, "The prover".
    """
    case = case_of(text, units, people, withheld)
    found = [fault for kind in FAULTS for fault in kind.find(case)]
    for sentence in range(len(case.text.sentences)):
        if steps.is_step(case, sentence):
            found += steps.presumed(case, sentence)
    return _proof(case, found)


def prove_step(
    text: str,
    units: Sequence[Note | str],
    people: Sequence[Person | str] = (),
    withheld: Sequence[str] = (),
) -> Proof:
    """Return whether `text` can stand as a next step.

    It begins with what to do (R12), promises and compares nothing (R7, R8), and takes nothing for granted
    that no note holds. A step is "proved" without a fault. What is given is as in `prove`.
    """
    case = case_of(text, units, people, withheld)
    return _proof(case, steps.find(case), step=True)


def _proof(case: Case, found: Iterable[Fault], *, step: bool = False) -> Proof:
    once = {(fault.fault, fault.start, fault.end): fault for fault in found}
    faults = tuple(sorted(once.values(), key=lambda fault: (fault.start, fault.end, fault.fault)))
    words = tuple(_words(case))
    doubtful = [] if step else [word for word in words if word.standing == "added"]
    verdict: Verdict = "proved"
    if faults:
        verdict = "refused"
    elif not step and (doubtful or left_out(case) or person.is_doubtful(case) or _rests_on_nothing(case)):
        verdict = "look"
    return Proof(case.text.text, verdict, faults, words, tuple(_sentences(case, faults, doubtful)))


def _rests_on_nothing(case: Case) -> bool:
    """Whether a sentence of the text has no word that a note holds: "You did so."."""
    return any(
        not any(case.aligned.places[sentence.first : sentence.last]) for sentence in case.text.sentences
    )


def _words(case: Case) -> Iterator[Word]:
    """Yield the words as they were typed: "didn't" is one."""
    last = -1
    for at, token in enumerate(case.tokens):
        if token.start == last:
            continue
        last = token.start
        held = case.aligned.places[at]
        if held is not None:
            there = case.aligned.notes[held[0]].tokens[held[1]]
            yield Word(token.start, token.end, "held", held[0], there.start, there.end)
        else:
            yield Word(token.start, token.end, "added" if at in case.added else "frame")


def _sentences(case: Case, faults: Sequence[Fault], doubtful: Sequence[Word]) -> Iterator[Sentence]:
    for sentence, follows in zip(case.text.sentences, case.aligned.sentences, strict=True):
        start, end = sentence.start, sentence.end
        verdict: Verdict = "proved"
        if any(start <= word.start < end for word in doubtful):
            verdict = "look"
        if any(fault.start < end and fault.end > start for fault in faults):
            verdict = "refused"
        notes = {note for note, _ in follows}
        yield Sentence(start, end, verdict, tuple(sorted(notes)))
