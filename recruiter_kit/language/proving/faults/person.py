"""Who acts in the text is not who acts in the note.

In: a Case. Out: faults. Only what both say plainly is compared: the candidate, or somebody who is not.
Source: evidence/language-real.md 5 (b), where a check of persons stopped 37 of 38 wrong proposals.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from recruiter_kit.language.grammar.candidate import pronoun_in, pronoun_of
from recruiter_kit.language.grammar.dictionary import kinds, verb_forms
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.reading import Clause, Reading, Token
from recruiter_kit.language.proving.record import Fault

KIND = "person"
CANDIDATE, OTHER = "candidate", "other"
_BE = frozenset("is are was were be been being am get got".split())
_INTERVIEWER = frozenset({"i", "we"})
_THIRD = frozenset({"he", "she", "they"})
_OWN_CLAUSE = frozenset(
    "what how why where which who that if whether whom whose when while until till because since as after before although though".split()
)
_GOES_ON = frozenset({"", "and", "but", "then", "or", "so"})
_AFTER_VERB = frozenset(
    {"in", "during", "by", "to", "for", "with", "of", "from", "at", "on", "about", "without", "than", "like"}
)
_REFLECTED = frozenset({"he", "she", "they", "him", "her", "them"})
_ASKS = frozenset({"asked", "told", "reminded", "prompted", "pushed", "pressed", "probed", "nudged"})
_BEFORE_VERB = frozenset("to did do would could will can should might must may not".split())
_SAYS = frozenset(
    "said say says saying asked answered replied wrote then called shouted told answering ask".split()
)
_DETERMINERS = frozenset("the a an your one another his her their our my this that".split())


class Persons(Lexicon):
    """Words for interviewers, for the candidate and for others; `hidden` are acts of an unnamed interviewer."""

    interviewers: WordSet
    hidden: WordSet
    candidate: WordSet
    others: WordSet


class _Who:
    """What is known of the candidate: names in lower case and pronoun."""

    def __init__(self, case: Case) -> None:
        own = [person for person in case.people if person.part == "candidate"]
        self.names = frozenset(part.lower() for person in own for part in person.name.split())
        self.initials = frozenset(name[0] for name in self.names)
        stated = pronoun_of(own[0].pronouns) if own else None
        self.pronoun = stated or pronoun_in([note.text for note in case.notes])


def _known() -> Persons:
    return load("persons", Persons)


def find(case: Case) -> Iterator[Fault]:
    """Yield the acts that the text gives to somebody else than the note does."""
    who = _Who(case)
    for place, token in enumerate(case.tokens):
        at = case.aligned.places[place]
        if (
            at is None
            or token.quote >= 0
            or not token.content
            or not _acts(case.tokens, place)
            or not case.aligned.firm(place)
        ):
            continue
        here = _in_text(case.text, place)
        if here is None:
            continue
        there = _in_note(case.aligned.notes[at[0]], at[1], who)
        if there is not None and here != there:
            yield case.fault(KIND, place, place + 1, f"proving_person_{there}")
    yield from _quotes(case, who)


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a verb here: by its form, or because "to", "did" or "would" comes before it."""
    low = tokens[place].low
    if _is_act(low):
        return True
    return place > 0 and tokens[place - 1].low in _BEFORE_VERB and "VB" in verb_forms(low)


@lru_cache(8_192)
def _is_act(low: str) -> bool:
    forms = verb_forms(low)
    return bool(forms & {"VBD", "VBN"}) or ("VB" in forms and "NOUN" not in kinds(low))


def _passive(tokens: Sequence[Token], place: int) -> bool:
    """Whether the verb at `place` is a passive: a form of "be" shortly before its participle."""
    if "VBN" not in verb_forms(tokens[place].low):
        return False
    for before in range(place - 1, max(-1, place - 4), -1):
        if tokens[before].clause != tokens[place].clause:
            return False
        if tokens[before].low in _BE:
            return True
        if tokens[before].content:
            return False
    return False


def _agent_after(tokens: Sequence[Token], place: int) -> str | None:
    """Return who acts in a passive: what follows "by"."""
    known = _known()
    for after in range(place + 1, min(place + 8, len(tokens))):
        if tokens[after].sentence != tokens[place].sentence:
            return None
        if tokens[after].low == "by":
            following = [token.low for token in tokens[after + 1 : after + 4]]
            if following[:1] == ["you"]:
                return CANDIDATE
            return (
                OTHER
                if any(low in known.interviewers | known.others | {"me", "us"} for low in following)
                else None
            )
    return None


def _in_text(text: Reading, place: int) -> str | None:
    """Return who does the act at `place` of a text for the candidate, None where it does not say."""
    tokens = text.tokens
    subject = _subject(text, place)
    if _passive(tokens, place):
        return _agent_after(tokens, place) or (OTHER if subject == CANDIDATE else None)
    return subject


def _subject(text: Reading, place: int) -> str | None:
    """Return who the subject of the verb at `place` is, across "and"."""
    number = text.tokens[place].clause
    verb = place
    while number >= 0:
        clause = text.clauses[number]
        if clause.sentence != text.tokens[place].sentence:
            return None
        found, at = _first_person(text.tokens, clause, verb)
        if found is not None:
            return found
        if at or (clause.opener not in _GOES_ON) or text.tokens[clause.first].quote >= 0:
            return None
        number -= 1
        if number >= 0:
            verb = text.clauses[number].last
    return None


def _first_person(tokens: Sequence[Token], clause: Clause, verb: int) -> tuple[str | None, bool]:
    """Return who is named last before the verb, and whether something else takes that place."""
    known = _known()
    for at in range(min(verb, clause.last) - 1, clause.first - 1, -1):
        low = tokens[at].low
        before = tokens[at - 1].low if at > clause.first else ""
        start = tokens[at - 2].low if before in _DETERMINERS and at - 1 > clause.first else before
        if start in _AFTER_VERB or (start and _governs_word(start)):
            continue
        if low == "you":
            return CANDIDATE, True
        if low in _THIRD or low == "we":
            return OTHER, True
        if (low in known.interviewers or low in known.others) and not (
            at + 1 < verb and tokens[at + 1].content
        ):
            return OTHER, True
        if low in (
            "it",
            "nobody",
            "there",
            "someone",
            "somebody",
            "that",
            "who",
            "which",
            "what",
            "whether",
            "if",
        ):
            return None, True
    return None, any(tokens[at].content for at in range(clause.first, min(verb, clause.last)))


@lru_cache(8_192)
def _governs_word(low: str) -> bool:
    """Whether a word before a person makes that person its object: "asked you", "showed the customer"."""
    return bool(verb_forms(low) & {"VBD", "VBG"}) and low not in ("was", "were", "did", "had")


def _in_note(reading: Reading, place: int, who: _Who) -> str | None:
    """Return who does the act at `place` of a note, None where it does not say plainly."""
    tokens = reading.tokens
    token = tokens[place]
    if token.quote >= 0 or _passive(tokens, place):
        return None
    known = _known()
    first = place
    while first > 0 and tokens[first - 1].clause == token.clause:
        first -= 1
        low = tokens[first].low
        if low in _INTERVIEWER:
            return OTHER
        if low in known.candidate or low in who.names:
            return CANDIDATE
        if low in _THIRD:
            return _third(reading, low, who)
        if low in known.others or low in known.interviewers:
            before = (
                tokens[first - 2].low
                if first > 1 and tokens[first - 1].low in _DETERMINERS
                else tokens[first - 1].low
                if first
                else ""
            )
            return None if before in _AFTER_VERB or _governs_word(before) else OTHER
        if tokens[first].content and _is_act(low):
            return None
    return _unnamed(reading, first, place, who)


def _third(reading: Reading, low: str, who: _Who) -> str | None:
    if who.pronoun is not None and low != who.pronoun:
        return OTHER if low != "they" else None
    return None if _others_around(reading, who) else CANDIDATE


def _others_around(reading: Reading, who: _Who) -> bool:
    """Whether the note names a person whom "he" or "she" may mean."""
    known = _known()
    starts = {start for start, _ in reading.sentences}
    for token in reading.tokens:
        if token.low in known.others:
            return True
        written = reading.text[token.start : token.end]
        if (
            written[:1].isupper()
            and written[1:].islower()
            and token.start not in starts
            and token.low not in who.names
            and token.content
        ):
            return True
    pronouns = {token.low for token in reading.tokens}
    return bool(pronouns & {"he", "him", "his"}) and bool(pronouns & {"she", "her", "hers"})


def _unnamed(reading: Reading, first: int, place: int, who: _Who) -> str | None:
    """Return who acts where the note names nobody: an interviewer who had to show something, or asked of her."""
    tokens = reading.tokens
    opening = [token.low for token in tokens[first:place]]
    low = tokens[place].low
    if opening[-2:] == ["had", "to"] and low in _known().hidden:
        return OTHER
    if place + 1 < len(tokens) and tokens[place + 1].low in ("me", "us") and not opening:
        return CANDIDATE
    if low in _ASKS and not [
        word for word in opening if word not in ("then", "and", "when", "until", "if", "so")
    ]:
        earlier = {token.low for token in tokens[:first] if token.sentence == tokens[place].sentence}
        if earlier & _REFLECTED or earlier & who.names or _others_around(reading, who):
            return None
        after = {
            token.low for token in tokens[place + 1 : place + 8] if token.sentence == tokens[place].sentence
        }
        if _REFLECTED & after:
            return OTHER
    return None


def _quotes(case: Case, who: _Who) -> Iterator[Fault]:
    """Yield the quotations that the text gives to somebody else than the note does."""
    seen = -1
    for place, token in enumerate(case.tokens):
        if token.quote < 0 or token.quote == seen:
            continue
        seen = token.quote
        mine = [other for other in range(place, len(case.tokens)) if case.tokens[other].quote == seen]
        at = next((case.aligned.places[other] for other in mine if case.aligned.places[other]), None)
        if at is None:
            continue
        here = _speaker(case.text, place, None)
        reading = case.aligned.notes[at[0]]
        begin = at[1]
        while (
            begin > 0
            and reading.tokens[begin].quote >= 0
            and reading.tokens[begin - 1].quote == reading.tokens[at[1]].quote
        ):
            begin -= 1
        there = _speaker(reading, begin, who)
        if here and there and here != there:
            yield case.fault(KIND, place, place + 1, f"proving_person_{there}")


def _speaker(reading: Reading, place: int, who: _Who | None) -> str | None:
    """Return who says the quotation that begins at `place`; `who` is None for a text for the candidate."""
    tokens = reading.tokens
    if place == 0 or tokens[place - 1].sentence != tokens[place].sentence:
        return None
    before = tokens[place - 1].low
    if who is not None and len(before) == 1 and before in who.initials and _colon(reading, place):
        return CANDIDATE
    if before not in _SAYS:
        return None
    return _in_text(reading, place - 1) if who is None else _in_note(reading, place - 1, who)


def _colon(reading: Reading, place: int) -> bool:
    return ":" in reading.text[reading.tokens[place - 1].end : reading.tokens[place].start]
