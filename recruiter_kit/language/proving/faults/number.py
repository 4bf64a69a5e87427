"""A number that no note holds, or that a note gives to something else.

In: a Case. Out: faults. Numbers are compared as values: "five" is "5", "twice" is "2 times".
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading import Token
from recruiter_kit.language.proving.record import Fault

KIND = "number"
_LOOSE = frozenset({"one", "once", "second", "single", "hundred", "thousand", "first", "zero"})
_REACH = 4
_JOINS = frozenset(
    {
        "became",
        "to",
        "against",
        "of",
        "out",
        "from",
        "rather",
        "than",
        "not",
        "instead",
        "and",
        "the",
        "one",
        "for",
        "into",
        "as",
        "then",
        "percent",
        "minutes",
        "years",
    }
)


def find(case: Case) -> Iterator[Fault]:
    """Yield the numbers of the text that the notes do not hold, or hold of something else."""
    tokens = case.tokens
    for place, token in enumerate(tokens):
        if token.number is None or place in case.framed:
            continue
        at = case.aligned.places[place]
        if at is None:
            if token.low not in _LOOSE:
                yield case.fault(KIND, place, place + 1, "proving_number")
            continue
        if token.low in _LOOSE:
            continue
        if _of_all(case, place) or _elsewhere(case, place):
            yield case.fault(KIND, place, place + 1, "proving_number_moved")
    yield from _exchanged(case)
    yield from _counting_each_other(case)


def _of_all(case: Case, place: int) -> bool:
    """Whether "all five" is told where the note has "four of five"."""
    tokens = case.tokens
    if place == 0 or tokens[place - 1].low not in ("all", "every"):
        return False
    note, at = case.aligned.places[place] or (0, 0)
    there = case.aligned.notes[note].tokens
    before = [token.low for token in there[max(0, at - 3) : at]]
    if "all" in before:
        return False
    return ("of" in before or "out" in before or _slashed(case, note, at)) and at > 0


def _slashed(case: Case, note: int, at: int) -> bool:
    reading = case.aligned.notes[note]
    if at == 0:
        return False
    return reading.text[reading.tokens[at - 1].end : reading.tokens[at].start].strip() == "/"


def _elsewhere(case: Case, place: int) -> bool:
    """Whether what the text counts is counted by another number in the note, and by this one nowhere."""
    counted = _counted(case, place)
    there = case.aligned.places[counted] if counted is not None else None
    if counted is None or there is None or (case.aligned.firm(place) and not _label(case, place)):
        return False
    wanted, keys = case.tokens[place].number, case.tokens[counted].keys
    for reading in case.aligned.notes:
        for other, token in enumerate(reading.tokens):
            if token.number == wanted and any(
                each.keys & keys for each in reading.tokens[max(0, other - 3) : other + 4]
            ):
                return False
    tokens = case.aligned.notes[there[0]].tokens
    before = tokens[max(0, there[1] - 2) : there[1]]
    return any(each.number and each.number != wanted for each in before)


def _label(case: Case, place: int) -> bool:
    """Whether the number is part of a name in the note: "Q3"."""
    note, at = case.aligned.places[place] or (0, 0)
    reading = case.aligned.notes[note]
    start = reading.tokens[at].start
    return start > 0 and reading.text[start - 1].isalpha()


def _counted(case: Case, place: int) -> int | None:
    """Return the word that a number counts: the next word of content, if it comes at once."""
    tokens = case.tokens
    for other in range(place + 1, min(place + 3, len(tokens))):
        if tokens[other].clause != tokens[place].clause or tokens[other].number:
            return None
        if tokens[other].content:
            return other
    return None


def _exchanged(case: Case) -> Iterator[Fault]:
    """Yield two numbers that stand in the note in the other order, with nothing between that turns them."""
    tokens = case.tokens
    places = [place for place, token in enumerate(tokens) if token.number and token.low not in _LOOSE]
    for one, other in zip(places, places[1:], strict=False):
        between = tokens[one + 1 : other]
        if tokens[one].number == tokens[other].number or len(between) > 3:
            continue
        if any(token.low not in _JOINS for token in between) or (
            "of" in [token.low for token in between] and _part(tokens, one, other)
        ):
            continue
        here, there = case.aligned.places[one], case.aligned.places[other]
        if here is None or there is None or here[0] != there[0]:
            continue
        reading = case.aligned.notes[here[0]]
        if reading.tokens[here[1]].sentence != reading.tokens[there[1]].sentence:
            continue
        if (
            _once(reading.tokens, tokens[one].number)
            and _once(reading.tokens, tokens[other].number)
            and 0 < here[1] - there[1] < 5
        ):
            yield case.fault(KIND, one, other + 1, "proving_number_moved")


def _counting_each_other(case: Case) -> Iterator[Fault]:
    """Yield two numbers of a sentence that count what the other one counts in the note."""
    tokens = case.tokens
    places = [place for place, token in enumerate(tokens) if token.number and case.aligned.places[place]]
    for one, other in zip(places, places[1:], strict=False):
        mine = [_counted(case, place) for place in (one, other)]
        if (
            tokens[one].sentence != tokens[other].sentence
            or tokens[one].number == tokens[other].number
            or None in mine
        ):
            continue
        theirs = [_counted_there(case, place) for place in (one, other)]
        keys = [tokens[place].keys for place in mine if place is not None]
        if (
            theirs[0]
            and theirs[1]
            and keys[0] & theirs[1]
            and keys[1] & theirs[0]
            and not keys[0] & theirs[0]
        ):
            yield case.fault(KIND, one, other + 1, "proving_number_moved")


def _counted_there(case: Case, place: int) -> frozenset[str]:
    note, at = case.aligned.places[place] or (0, 0)
    after = case.aligned.notes[note].tokens[at + 1 : at + 3]
    return next((token.keys for token in after if token.content), frozenset())


def _part(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether "three of eight" is a part of a whole, which a note may name first."""
    try:
        return float(tokens[one].number or 0) <= float(tokens[other].number or 0)
    except ValueError:
        return False


def _once(tokens: Sequence[Token], number: str | None) -> bool:
    return sum(token.number == number for token in tokens) == 1
