"""A softener or a booster gained or lost, and a habit made of what was seen once.

In: a Case. Out: faults.
"""

from collections.abc import Iterator, Sequence

from recruiter_kit.language.grammar.dictionary import is_plural, kinds, verb_forms
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.meanings import bases
from recruiter_kit.language.proving.phrasebook import found
from recruiter_kit.language.proving.reading import Token
from recruiter_kit.language.proving.record import Fault

KIND = "degree"
_REACH = 5
_CONDITIONS = (("once",), ("when",), ("after",), ("if",), ("as",))
# What interviewers put in without weighing it.
_FILLERS = frozenset(
    {
        "just",
        "really",
        "quite",
        "even",
        "so",
        "rather",
        "at all",
        "all",
        "actually",
        "never",
        "kept",
        "keeps",
        "always",
        "only",
        "any",
    }
)
_MANY = frozenset({"both", "all", "these", "those", "other", "each", "several", "few"})
_STATES = frozenset(
    ["say", "have", "be", "know", "need", "want", "will", "can", "would", "should", "could", "may", "might", "must", "do", "did", "like", "are", "were"]
)


_BOOKS = (("softer", "softeners"), ("stronger", "boosters"), ("habit", "habits"))


def find(case: Case) -> Iterator[Fault]:
    """Yield what weakens, strengthens or makes general and is in no note, and what a note has and the text lost."""
    for kind, book in _BOOKS:
        mine = found(case.text, book)
        for first, last in mine:
            sentence = case.tokens[first].sentence
            if not _has(case.aligned.near(sentence), case.tokens[first:last]) and not _like(
                case, book, sentence
            ):
                yield case.fault(KIND, first, last, f"proving_degree_{kind}")
        if not mine and kind != "habit":
            yield from _lost(case, book)
    yield from _made_general(case)


def _like(case: Case, book: str, sentence: int) -> bool:
    """Whether a sentence of a note that the text follows has a phrase of the same list."""
    return any(
        case.aligned.notes[note].tokens[first].sentence == number
        for note, number in case.aligned.sentences[sentence]
        for first, _ in found(case.aligned.notes[note], book)
    )


def _has(near: Sequence[Token], words: Sequence[Token]) -> bool:
    there = {base for token in near for base in (token.low, *bases(token.low))}
    saying = [word for word in words if word.content] or words
    return all(word.low in there or bases(word.low) & there for word in saying)


def _lost(case: Case, book: str) -> Iterator[Fault]:
    """Yield words of the text that stand for words of a note which a word of degree goes with."""
    for note, told in enumerate(case.aligned.told):
        if not told:
            continue
        reading = case.aligned.notes[note]
        for first, last in found(reading, book):
            words = " ".join(token.low for token in reading.tokens[first:last])
            if words in _FILLERS or any(place in told for place in range(first, last)):
                continue
            after = last
            while after < len(reading.tokens) and not reading.tokens[after].content and after - last < 2:
                after += 1
            if (
                after in told
                and after < len(reading.tokens)
                and reading.tokens[after].clause == reading.tokens[first].clause
            ):
                yield case.fault(KIND, told[after][0], told[after][0] + 1, "proving_degree_lost", lost=words)


def _made_general(case: Case) -> Iterator[Fault]:
    """Yield "you hide the decision" where the note tells what was done once."""
    tokens = case.tokens
    for place, token in enumerate(tokens[:-1]):
        if (
            token.low != "you"
            or token.quote >= 0
            or (place and tokens[place - 1].low in ("how", "what", "why", "when", "made", "let"))
        ):
            continue
        verb = place + 1
        if tokens[verb].low in _STATES or not tokens[verb].content or tokens[verb].clause != token.clause:
            continue
        forms = verb_forms(tokens[verb].low)
        if (
            "VBP" not in forms
            or "VBD" in forms
            or (place and tokens[place - 1].low in ("did", "do", "would", "could", "can"))
        ):
            continue
        held = case.aligned.held(verb)
        if held is None or not verb_forms(held.low) & {"VBZ", "VBP"}:
            yield case.fault(KIND, place, verb + 1, "proving_degree_habit")
    yield from _many_of_one(case)
    yield from _only_of_another(case)


def _only_of_another(case: Case) -> Iterator[Fault]:
    """Yield "only" before other words than the note has it before."""
    for place, token in enumerate(case.tokens):
        if token.low != "only" or token.quote >= 0 or case.text.lows[place + 1 : place + 2] in _CONDITIONS:
            continue
        after = [
            at
            for at in range(place + 1, min(place + 6, len(case.tokens)))
            if case.tokens[at].content or case.tokens[at].number
        ][:2]
        there = [case.aligned.places[at] for at in after if case.aligned.places[at]]
        for note, reading in enumerate(case.aligned.notes):
            for at, other in enumerate(reading.tokens):
                if (
                    other.low == "only"
                    and there
                    and all(
                        one[0] == note and reading.tokens[one[1]].sentence == other.sentence
                        for one in there
                        if one
                    )
                ):
                    if not any(at < one[1] <= at + _REACH for one in there if one):
                        yield case.fault(KIND, place, after[-1] + 1, "proving_degree_lost", lost="only")


def _many_of_one(case: Case) -> Iterator[Fault]:
    """Yield "your letters" where the note has one letter, and "you do not log off" where it has "didn't"."""
    tokens = case.tokens
    for place, token in enumerate(tokens):
        held = case.aligned.held(place)
        if token.quote >= 0 or (token.low[-1:] != "s" and tokens[place - 1].low != "not"):
            continue
        before = [one for one in tokens[max(0, place - 3) : place] if one.sentence == token.sentence]
        lows = [one.low for one in before]
        yours = "your" in lows
        if held is None or not (yours or case.aligned.firm(place)):
            continue
        if (
            token.low in (f"{held.low}s", f"{held.low}es")
            and "NOUN" in kinds(held.low)
            and "ADJ" not in kinds(held.low)
            and is_plural(token.low)
        ):
            verb = (
                not yours
                and "VBZ" in verb_forms(token.low)
                and before
                and before[-1].content
                and not verb_forms(before[-1].low)
            )
            if (
                not verb
                and not (token.denied or held.denied)
                and held.end - held.start == len(held.low)
                and not any(one.number for one in before)
                and not _MANY & set(lows)
            ):
                yield case.fault(KIND, place, place + 1, "proving_degree_habit")
        if lows[-3:] == ["you", "do", "not"] and _past(case, place):
            yield case.fault(KIND, place - 3, place + 1, "proving_degree_habit")


def _past(case: Case, place: int) -> bool:
    note, at = case.aligned.places[place] or (0, 0)
    return "did" in [token.low for token in case.aligned.notes[note].tokens[max(0, at - 3) : at]]
