"""A denial gained or lost, and two options exchanged.

In: a Case. Out: faults. "Not", "never", "without", "failed to" and a verb that denies another count alike.
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.denials import denials
from recruiter_kit.language.proving.faults import turned
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import denied
from recruiter_kit.language.proving.reading.reading import Clause, Reading
from recruiter_kit.language.proving.record import Fault
from recruiter_kit.language.proving.told import Told

KIND = "denial"
_NEAR = 4
_NEAR_THERE = 2
_HEADS, _HEADS_THERE = 3, 2


def find(case: Case) -> Iterator[Fault]:
    """Yield the clauses that deny what the note does not, or do not deny what it does."""
    for clause in case.text.clauses:
        if clause.denies and case.tokens[clause.first].quote < 0:
            yield from _gained(case, clause)
    for note, told in zip(case.aligned.notes, case.aligned.told, strict=True):
        for clause in note.clauses if told else ():
            if clause.denies and note.tokens[clause.first].quote < 0:
                yield from _lost(case, note, clause, told)
    for first, last in turned.find(case):
        yield case.fault(KIND, first, last, "proving_turned")


def _gained(case: Case, clause: Clause) -> Iterator[Fault]:
    """Yield the denial of a clause of the text whose words no denial of a note covers."""
    cue = _cue(case, clause)
    if cue is None or _is_licensed(case, clause):
        return
    first = cue if case.tokens[cue].low in denials().contrasts else clause.first
    firm = [place for place in range(first, clause.last) if case.aligned.firm(place)]
    if any(case.tokens[place].content and _is_denied_there(case, place) for place in firm):
        return
    heads = [place for place in _heads(case.text, clause)[:_HEADS] if case.aligned.firm(place)]
    if heads and case.tokens[cue].low not in grammar().denials_of_all:
        if not any(_is_denied_there(case, place) for place in heads):
            yield case.fault(KIND, cue, heads[0] + 1, "proving_denial_gained")
    elif not _is_denied_near(case, clause.sentence):
        yield case.fault(KIND, cue, min(cue + 2, clause.last), "proving_denial_gained")


def _heads(reading: Reading, clause: Clause) -> Sequence[int]:
    """Return the words of content and the numbers of a clause that a denial covers."""
    return [
        place
        for place, token in enumerate(reading.words(clause), clause.first)
        if token.denied and (token.content or token.number)
    ]


def _cue(case: Case, clause: Clause) -> int | None:
    denying = grammar().denying
    return next(
        (place for place in range(clause.first, clause.last) if case.tokens[place].low in denying), None
    )


def _is_licensed(case: Case, clause: Clause) -> bool:
    """Whether a note says the denial in another way: "only done stocktakes", "offered it before checking"."""
    near = case.aligned.near_lows(clause.sentence)
    if not denials().only.isdisjoint(near):
        return True
    return "before" in near and any(_comes_after_before(case, place) for place in _heads(case.text, clause))


def _comes_after_before(case: Case, place: int) -> bool:
    """Whether what a word stands for comes after "before" in its clause of the note."""
    at = case.aligned.places[place]
    if at is None:
        return False
    note = case.aligned.notes[at[0]]
    first = note.clauses[note.tokens[at[1]].clause].first
    return any(token.low == "before" for token in note.tokens[first : at[1]])


def _is_denied_near(case: Case, sentence: int) -> bool:
    """Whether a sentence that the text follows denies anything; where it follows none, any sentence."""
    follows = case.aligned.sentences[sentence] or [
        (note, number)
        for note, reading in enumerate(case.aligned.notes)
        for number in range(len(reading.sentences))
    ]
    return any(_denies(case.aligned.notes[note], number) for note, number in follows)


def _denies(note: Reading, sentence: int) -> bool:
    if any(clause.denies for clause in note.clauses_of(sentence)):
        return True
    return any(denied(token.low) for token in note.tokens_of(sentence))


def _is_denied_there(case: Case, place: int) -> bool:
    """Whether the note denies what this word of the text stands for, or a word close to it."""
    at = case.aligned.places[place]
    if at is None:
        return False
    note = case.aligned.notes[at[0]]
    token = note.tokens[at[1]]
    if token.denied or note.clauses[token.clause].denies:
        return True
    sentence = note.sentences[token.sentence]
    first, last = max(sentence.first, at[1] - _NEAR_THERE), min(sentence.last, at[1] + _NEAR_THERE + 1)
    return any(denied(other.low) for other in note.tokens[first:last])


def _lost(case: Case, note: Reading, clause: Clause, told: Told) -> Iterator[Fault]:
    """Yield the words of a clause that a note denies and the text does not."""
    heads = _heads(note, clause)[:_HEADS_THERE]
    if heads and heads[0] not in told and _is_denied_otherwise(case, told, heads):
        return
    mine = [
        here
        for place in heads
        for here in told.get(place, ())
        if here in case.aligned.single or case.aligned.firm(here)
    ]
    if not mine or any(_is_denied_here(case, place) for place in mine):
        return
    if not _says_until(case, note, clause, case.tokens[mine[0]].sentence):
        yield case.fault(KIND, mine[0], mine[0] + 1, "proving_denial_lost")


def _is_denied_otherwise(case: Case, told: Told, heads: Sequence[int]) -> bool:
    """Whether the verb that a note denies is told in other words: a clause of the same sentence denies."""
    sentences = {case.tokens[here].sentence for place in heads for here in told.get(place, ())}
    return any(clause.denies and clause.sentence in sentences for clause in case.text.clauses)


def _says_until(case: Case, note: Reading, clause: Clause, sentence: int) -> bool:
    """Whether "not until" is told another way: "only once", "before", "it took"."""
    after = next((other for other in note.clauses_of(clause.sentence) if other.first >= clause.last), None)
    if after is None or after.opener not in denials().until:
        return False
    return any(token.low in denials().later for token in case.text.tokens_of(sentence))


def _is_denied_here(case: Case, place: int) -> bool:
    """Whether the text denies a word, in its clause or by what is close to it there."""
    token = case.tokens[place]
    clause = case.text.clauses[token.clause]
    last = _contrast(case, clause, place)
    if token.denied or (clause.denies and last == clause.last):
        return True
    near = case.tokens[max(clause.first, place - _NEAR) : min(last, place + _NEAR)]
    return any(denied(other.low) or other.low in grammar().denials for other in near)


def _contrast(case: Case, clause: Clause, place: int) -> int:
    """Return where a word comes after `place` that denies only what follows, else where the clause ends."""
    contrasts = denials().contrasts
    after = range(place + 1, clause.last)
    return next((at for at in after if case.tokens[at].low in contrasts), clause.last)
