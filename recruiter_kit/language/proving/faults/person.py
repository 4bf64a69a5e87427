"""Who acts in the text is not who acts in the note.

In: a Case. Out: faults. Only what both say plainly is compared: the candidate, or somebody who is not.
Source: evidence/language-real.md 5 (b), where a check of persons stopped 37 of 38 wrong proposals.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from recruiter_kit.language.grammar.candidate import pronoun_of
from recruiter_kit.language.grammar.dictionary import kinds, lemmas, verb_forms
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving.case import Case
from recruiter_kit.language.proving.meanings import bases
from recruiter_kit.language.proving.reading import Clause, Reading, Token, grammar
from recruiter_kit.language.proving.record import Fault

KIND = "person"
CANDIDATE, OTHER = "candidate", "other"
_NOBODY = frozenset(
    {"it", "nobody", "there", "someone", "somebody", "that", "who", "which", "what", "whether", "if"}
)
_HAVE = frozenset({"have", "has", "had"})
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "got"])
_INTERVIEWER = frozenset({"i", "we"})
_THIRD = frozenset({"he", "she", "they"})
_OWN_CLAUSE = frozenset(
    ["what", "how", "why", "where", "which", "who", "that", "if", "whether", "whom", "whose", "when", "while", "until", "till", "because", "since", "as", "after", "before", "although", "though"]
)
_GOES_ON = frozenset({"", "and", "but", "then", "or", "so"})
_AFTER_VERB = frozenset(
    {"in", "during", "by", "to", "for", "with", "of", "from", "at", "on", "about", "without", "than", "like"}
)
_REFLECTED = frozenset({"he", "she", "they", "him", "her", "them"})
_ASKS = frozenset({"asked", "told", "reminded", "prompted", "pushed", "pressed", "probed", "nudged"})
_BEFORE_VERB = frozenset(["to", "did", "do", "would", "could", "will", "can", "should", "might", "must", "may", "not"])
_SUBJECT_OF = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
_LEADS = frozenset(["then", "and", "but", "also", "just", "only", "never", "not", "did", "so", "first", "later", "still", "again"])
_NEAR = 8
_SAYS = frozenset(
    ["said", "say", "says", "saying", "asked", "answered", "replied", "wrote", "then", "called", "shouted", "told", "answering", "ask"]
)
_DETERMINERS = frozenset(["the", "a", "an", "your", "one", "another", "his", "her", "their", "our", "my", "this", "that"])


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
        self.letters = frozenset("".join(part[0].lower() for part in person.name.split()) for person in own)
        self.pronoun = (pronoun_of(own[0].pronouns) if own else None) or _first_pronoun(case)

    def is_named(self, low: str) -> bool:
        """Whether a word is the candidate's name, or what they are called for short."""
        return (
            low in self.names
            or low in self.letters
            or (len(low) > 2 and any(name.startswith(low) for name in self.names))
        )


def _first_pronoun(case: Case) -> str | None:
    """Return the one pronoun of the notes that have only one, None where they differ."""
    first: set[str] = set()
    for reading in case.aligned.notes:
        used = {_SUBJECT_OF[low] for low in reading.lows if low in _SUBJECT_OF}
        first |= used if len(used) == 1 else set()
    return first.pop() if len(first) == 1 else None


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
            or not (case.aligned.firm(place) or _both_had_to(case, place, at))
        ):
            continue
        here = _in_text(case.text, place)
        if here is None:
            continue
        there = _in_note(case.aligned.notes[at[0]], at[1], who)
        if token.low in grammar().frame and not _in_all(case, place, who, here):
            continue
        if there is not None and here != there:
            yield case.fault(KIND, place, place + 1, f"proving_person_{there}")
    yield from _inverted(case)
    yield from _quotes(case, who)


def _both_had_to(case: Case, place: int, at: tuple[int, int]) -> bool:
    """Whether both say "had to" of the act, so that it is the same one."""
    there = case.aligned.notes[at[0]].tokens
    one = [token.low for token in case.tokens[max(0, place - 2) : place]]
    return one == ["had", "to"] == [token.low for token in there[max(0, at[1] - 2) : at[1]]]


def _in_all(case: Case, place: int, who: _Who, here: str) -> bool:
    """Whether somebody else does the act wherever the notes that the sentence follows have it."""
    mine = bases(case.tokens[place].low)
    for note, sentence in case.aligned.sentences[case.tokens[place].sentence]:
        reading = case.aligned.notes[note]
        for at, token in enumerate(reading.tokens):
            if (
                token.sentence == sentence
                and bases(token.low) & mine
                and _in_note(reading, at, who) in (None, here)
            ):
                return False
    return True


def _acts(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is a verb here: by its form, or because "to", "did" or "would" comes before it."""
    low = tokens[place].low
    if place and tokens[place - 1].low in _DETERMINERS:
        return False
    if _is_act(low):
        return True
    return place > 0 and tokens[place - 1].low in _BEFORE_VERB and "VB" in verb_forms(low)


def _inverted(case: Case) -> Iterator[Fault]:
    """Yield a verb whose doer in the text is what the note has after it, and the other way round."""
    for clause in case.text.clauses:
        places = [
            place
            for place in range(clause.first, clause.last)
            if case.aligned.places[place] and case.tokens[place].content
        ]
        verbs = [
            place for place in places if _is_act(case.tokens[place].low) and case.tokens[place].quote < 0
        ]
        for verb in verbs:
            if _passive(case.tokens, verb):
                continue
            before = [place for place in places if place < verb]
            after = [place for place in places if place > verb]
            if before and after and _crossed(case, before[-1], verb, after[0]):
                yield case.fault(KIND, before[-1], after[0] + 1, "proving_person_exchanged")


def _crossed(case: Case, before: int, verb: int, after: int) -> bool:
    one, act, other = (case.aligned.places[place] or (-1, -1) for place in (before, verb, after))
    if not one[0] == act[0] == other[0] >= 0:
        return False
    tokens = case.aligned.notes[one[0]].tokens
    same = tokens[one[1]].clause == tokens[act[1]].clause == tokens[other[1]].clause
    return same and other[1] < act[1] < one[1] and not _passive(tokens, act[1]) and one[1] - other[1] < _NEAR


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
        found, at = _first_person(text.tokens, clause, verb, own=verb == place)
        if found is not None:
            return found
        if at or (clause.opener not in _GOES_ON) or text.tokens[clause.first].quote >= 0:
            return None
        number -= 1
        if number >= 0:
            verb = text.clauses[number].last
    return None


def _finite(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is a verb with a subject of its own, so that what is before it acts in it."""
    before = tokens[at - 1].low if at else ""
    return (
        tokens[at].content
        and "VBD" in verb_forms(tokens[at].low)
        and before not in _BE | _HAVE | _DETERMINERS
    )


def _name(token: Token, *, first: bool) -> bool:
    """Whether a word is somebody's name: it has a capital and no dictionary knows it."""
    return token.capital and token.content and not (first and lemmas(token.low))


def _first_person(
    tokens: Sequence[Token], clause: Clause, verb: int, *, own: bool
) -> tuple[str | None, bool]:
    """Return who is named last before the verb, and whether something else takes that place."""
    known = _known()
    for at in range(min(verb, clause.last) - 1, clause.first - 1, -1):
        low = tokens[at].low
        before = tokens[at - 1].low if at > clause.first else ""
        start = tokens[at - 2].low if before in _DETERMINERS and at - 1 > clause.first else before
        if low in _THIRD or low == "we":
            return OTHER, True
        if low in _NOBODY or (own and at < verb - 1 and _finite(tokens, at)):
            return None, True
        if start in _AFTER_VERB or (start and _governs_word(start)):
            continue
        if low == "you":
            return CANDIDATE, True
        if _name(tokens[at], first=at == 0 or tokens[at - 1].sentence != tokens[at].sentence):
            return OTHER, True
        if (low in known.interviewers or low in known.others) and not (
            at + 1 < verb and tokens[at + 1].content
        ):
            return OTHER, True
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
        if low in known.candidate or who.is_named(low):
            return CANDIDATE
        if low in _THIRD:
            return _third(reading, first, who)
        if low in known.others or low in known.interviewers:
            before = (
                tokens[first - 2].low
                if first > 1 and tokens[first - 1].low in _DETERMINERS
                else tokens[first - 1].low
                if first
                else ""
            )
            return None if before in _AFTER_VERB or _governs_word(before) else OTHER
        opens = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
        if _name(tokens[first], first=opens) and first + 1 < len(tokens) and low not in who.initials:
            return OTHER if _adjacent(tokens, first, place) else None
        if tokens[first].content and _is_act(low):
            return None
    return _unnamed(reading, first, place, who)


def _adjacent(tokens: Sequence[Token], subject: int, verb: int) -> bool:
    return all(not token.content for token in tokens[subject + 1 : verb])


def _third(reading: Reading, at: int, who: _Who) -> str | None:
    """Return whom the pronoun at a place of a note means, None where it may be the candidate or somebody else."""
    low = reading.tokens[at].low
    if who.pronoun is not None and low != who.pronoun:
        return OTHER if low != "they" else None
    if who.pronoun == low and not _others_before(reading, at, who):
        return CANDIDATE
    return None if _others_around(reading, who) else CANDIDATE


def _others_before(reading: Reading, at: int, who: _Who) -> bool:
    """Whether somebody else is named before the pronoun in its sentence or the one before."""
    known, sentence = _known(), reading.tokens[at].sentence
    return any(
        token.low in known.others or (_name(token, first=False) and not who.is_named(token.low))
        for token in reading.tokens[:at]
        if token.sentence >= sentence - 1 and token.quote < 0
    )


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
            and not who.is_named(token.low)
            and token.content
        ):
            return True
    pronouns = {token.low for token in reading.tokens}
    return bool(pronouns & {"he", "him", "his"}) and bool(pronouns & {"she", "her", "hers"})


def _unnamed(reading: Reading, first: int, place: int, who: _Who) -> str | None:
    """Return who acts where the note names nobody: an interviewer who had to show something, or asked of her."""
    tokens, known = reading.tokens, _known()
    token = tokens[place]
    opening = [one.low for one in tokens[first:place]]
    low = token.low
    if opening[-2:] == ["had", "to"] and low in _known().hidden:
        return OTHER
    if place + 1 < len(tokens) and tokens[place + 1].low in ("me", "us") and not opening:
        return CANDIDATE
    if low in _ASKS and not [
        word for word in opening if word not in ("then", "and", "when", "until", "if", "so")
    ]:
        earlier = {token.low for token in tokens[:first] if token.sentence == tokens[place].sentence}
        if earlier & _REFLECTED or any(map(who.is_named, earlier)) or _others_around(reading, who):
            return None
        after = [
            token.low
            for token in takewhile(
                lambda one: one.low not in _INTERVIEWER and reading.clauses[one.clause].mark != ",",
                tokens[place + 1 : place + 8],
            )
            if token.sentence == tokens[place].sentence
        ]
        if _REFLECTED & set(after) and not any(bases(word) & known.others for word in after):
            return OTHER
        return None
    if (
        "VBG" in verb_forms(low)
        and not opening
        and reading.clauses[token.clause].mark == ","
        and token.clause
    ):
        before = reading.clauses[token.clause - 1]
        return OTHER if tokens[before.first].low in _INTERVIEWER else None
    if (
        opening[:1]
        and opening[0] in ("the", "a")
        and len(opening) > 1
        and tokens[place - 1].content
        and not _is_act(tokens[place - 1].low)
        and "VBD" in verb_forms(low)
    ):
        return OTHER
    if (
        not opening
        and "VBD" in verb_forms(low)
        and reading.clauses[token.clause].mark == ","
        and low not in known.hidden
    ):
        return _inherited(reading, place, who)
    if (
        set(opening) <= _LEADS
        and "VBD" in verb_forms(low)
        and low not in known.hidden
        and tokens[first].clause == tokens[place].clause
    ):
        starts = reading.clauses[token.clause]
        if starts.mark not in (",", "(", ")") and starts.opener in _GOES_ON and not _is_noun_first(low):
            # Nobody is named, which is how interviewers write of the candidate.
            return CANDIDATE
    return None


def _inherited(reading: Reading, place: int, who: _Who) -> str | None:
    """Return who acts where a list of acts goes on ("Paulo sat down, let her talk"), None where others come between."""
    known, found = _known(), None
    for token in reading.tokens[:place]:
        beside = reading.clauses[token.clause].opener not in _GOES_ON
        if token.sentence != reading.tokens[place].sentence or token.quote >= 0 or beside:
            continue
        if who.is_named(token.low) or token.low in known.candidate:
            found = CANDIDATE
        elif token.low in _INTERVIEWER:
            found = OTHER
        elif (
            token.low in known.others
            or token.low in known.interviewers
            or token.low in _THIRD
            or (_name(token, first=False))
        ):
            return None
    return found


def _is_noun_first(low: str) -> bool:
    return low in ("left", "felt", "cut", "put", "set", "read", "hit", "shot", "sound")


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
