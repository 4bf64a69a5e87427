"""One proof: the text is read, aligned with the notes, and asked for each fault."""

from collections.abc import Iterable, Iterator, Sequence

from recruiter_kit.language.proving import steps
from recruiter_kit.language.proving.aligning import align
from recruiter_kit.language.proving.case import Case
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
from recruiter_kit.language.proving.reading import Reading, read
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
    case = _case(text, units, people, withheld)
    found = [fault for kind in FAULTS for fault in kind.find(case)]
    for number in range(len(case.text.sentences)):
        if steps.is_step(case, number):
            found += steps.presumed(case, number)
    return _proof(case, found)


def prove_step(
    text: str,
    units: Sequence[Note | str],
    people: Sequence[Person | str] = (),
    withheld: Sequence[str] = (),
) -> Proof:
    """Return whether `text` can stand as a next step: it begins with what to do (R12), promises and compares
    nothing (R7, R8), and takes nothing for granted that no note holds. A step is "proved" without a fault.
    """
    return _proof(case := _case(text, units, people, withheld), list(steps.find(case)), step=True)


def _case(
    text: str, units: Sequence[Note | str], people: Sequence[Person | str], withheld: Sequence[str]
) -> Case:
    notes = [unit if isinstance(unit, Note) else Note(unit) for unit in units]
    around = [person if isinstance(person, Person) else Person(person) for person in people]
    reading = read(text)
    aligned = align(reading, [read(note.text) for note in notes])
    hidden = [read(sentence) for sentence in withheld]
    return Case(reading, notes, aligned, around, hidden, _framed(reading, notes))


def _framed(reading: Reading, notes: Sequence[Note]) -> frozenset[int]:
    """Return the places of words that name the exercise or the criterion of a note."""
    names = {
        key
        for name in {name for note in notes for name in (note.exercise, note.criterion) if name}
        for key in read(name).by_key
    }
    return frozenset(
        place
        for place, token in enumerate(reading.tokens)
        if (token.content or token.number) and not names.isdisjoint(token.keys)
    )


def _proof(case: Case, found: Iterable[Fault], *, step: bool = False) -> Proof:
    once = {(fault.fault, fault.start, fault.end): fault for fault in found}
    faults = tuple(sorted(once.values(), key=lambda fault: (fault.start, fault.end, fault.fault)))
    words = tuple(_words(case))
    sentences = tuple(_sentences(case, faults, words, step=step))
    verdict: Verdict = "refused" if faults else "proved"
    if (
        not faults
        and not step
        and (any(word.standing == "added" for word in words) or omission.left_out(case))
    ):
        verdict = "look"
    return Proof(case.text.text, verdict, faults, words, sentences)


def _words(case: Case) -> Iterator[Word]:
    last = (-1, -1)
    for at, token in enumerate(case.tokens):
        if (token.start, token.end) == last:
            continue
        last = (token.start, token.end)
        held = case.aligned.places[at]
        if held is not None:
            there = case.aligned.notes[held[0]].tokens[held[1]]
            yield Word(token.start, token.end, "held", held[0], there.start, there.end)
        else:
            yield Word(token.start, token.end, "added" if addition.is_added(case, at) else "frame")


def _sentences(
    case: Case, faults: Sequence[Fault], words: Sequence[Word], *, step: bool
) -> Iterator[Sentence]:
    for number, (start, end) in enumerate(case.text.sentences):
        verdict: Verdict = "proved"
        if not step and any(word.standing == "added" and start <= word.start < end for word in words):
            verdict = "look"
        if any(fault.start < end and fault.end > start for fault in faults):
            verdict = "refused"
        notes = dict.fromkeys(note for note, _ in case.aligned.sentences[number])
        yield Sentence(start, end, verdict, tuple(sorted(notes)))
