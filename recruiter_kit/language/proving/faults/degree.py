"""A softener or a booster gained or lost, and a habit made of what was seen once.

In: a Case. Out: faults.
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.faults import habit
from recruiter_kit.language.proving.reading.meanings import adjectives, bases
from recruiter_kit.language.proving.reading.phrasebook import degrees
from recruiter_kit.language.proving.reading.reading import Reading, Token
from recruiter_kit.language.proving.record import Fault

KIND = "degree"
_REACH = 5
_BOOKS = (
    ("softeners", "proving_degree_softer"),
    ("boosters", "proving_degree_stronger"),
    ("habits", "proving_degree_habit"),
)


def find(case: Case) -> Iterator[Fault]:
    """Yield what weakens, strengthens or makes general and is in no note, and what of it the text lost."""
    for book, why in _BOOKS:
        mine = case.text.phrases(book)
        for first, last in mine:
            sentence = case.tokens[first].sentence
            has = _has(case.aligned.near(sentence), case.tokens[first:last])
            if not has and not _has_like(case, book, sentence):
                yield case.fault(KIND, first, last, why)
        if not mine and book != "habits":
            yield from _lost(case, book)
    for first, last in habit.find(case):
        yield case.fault(KIND, first, last, "proving_degree_habit")
    yield from _only_of_another(case)


def _has(near: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether some words, or where some are of content those, are among the words of a note."""
    there = {base for token in near for base in (token.low, *bases(token.low))}
    saying = [word for word in words if word.content] or words
    return all(
        word.low in there or not there.isdisjoint(bases(word.low) | adjectives(word.low)) for word in saying
    )


def _has_like(case: Case, book: str, sentence: int) -> bool:
    """Whether a sentence of a note that the text follows has a phrase of the same list."""
    return any(
        case.aligned.notes[note].tokens[first].sentence == number
        for note, number in case.aligned.sentences[sentence]
        for first, _ in case.aligned.notes[note].phrases(book)
    )


def _lost(case: Case, book: str) -> Iterator[Fault]:
    """Yield words of the text that stand for words of a note which a word of degree goes with."""
    for reading, told in zip(case.aligned.notes, case.aligned.told, strict=True):
        for first, last in reading.phrases(book) if told else ():
            words = " ".join(token.low for token in reading.tokens[first:last])
            if words in degrees().fillers or any(place in told for place in range(first, last)):
                continue
            after = _next_of_content(reading, last)
            if after in told and reading.tokens[after].clause == reading.tokens[first].clause:
                at = told[after][0]
                yield case.fault(KIND, at, at + 1, "proving_degree_lost", lost=words)


def _next_of_content(reading: Reading, place: int) -> int:
    """Return the first place of content of the three from `place` on, or the third."""
    here = range(place, min(place + 2, len(reading.tokens)))
    return next((at for at in here if reading.tokens[at].content), here.stop)


def _only_of_another(case: Case) -> Iterator[Fault]:
    """Yield "only" before other words than the note has it before."""
    for place, low in enumerate(case.text.lows):
        if low != "only" or _is_condition(case.text, place):
            continue
        after = [
            at
            for at in range(place + 1, min(place + _REACH + 1, len(case.tokens)))
            if case.tokens[at].content or case.tokens[at].number
        ][:2]
        held = [there for at in after if (there := case.aligned.places[at])]
        if held and _note_has_it_elsewhere(case, held):
            yield case.fault(KIND, place, after[-1] + 1, "proving_degree_lost", lost="only")


def _is_condition(text: Reading, only: int) -> bool:
    after = text.lows[only + 1 : only + 2]
    return bool(after) and after[0] in degrees().after_only


def _note_has_it_elsewhere(case: Case, held: Sequence[tuple[int, int]]) -> bool:
    """Whether a note has "only" in the sentence of some words, but not before any of them."""
    notes = {note for note, _ in held}
    if len(notes) > 1:
        return False
    reading = case.aligned.notes[held[0][0]]
    sentences = {reading.tokens[at].sentence for _, at in held}
    return any(
        token.low == "only" and sentences == {token.sentence} and not _is_before(only, held)
        for only, token in enumerate(reading.tokens)
    )


def _is_before(only: int, held: Sequence[tuple[int, int]]) -> bool:
    return any(only < at <= only + _REACH for _, at in held)
