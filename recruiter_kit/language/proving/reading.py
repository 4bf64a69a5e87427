"""A text or a note as the prover reads it: words with their meanings, in clauses and sentences.

In: a text. Out: a Reading. Nothing is judged here. The same reader reads notes and texts, so that neither can
mean something by a word that it does not mean in the other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.proving import numbers
from recruiter_kit.language.proving.meanings import Phrase, keys, starting, written_out
from recruiter_kit.language.sentences import split

_KEPT = 4_096
_LONGEST_SHORT = 5
_PRONOUNS = frozenset(["it", "that", "there", "he", "she", "what", "who", "where", "how", "here"])
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)(?P<ordinal>(?:st|nd|rd|th)\b)?"
    r"|(?P<short>\b[A-Za-z]{1,3}/[A-Za-z]{0,3}\b|\b[A-Za-z]/(?=\s))"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<sign>->|=>|[-=→&+%<>~@/£$€]|[^\w\s])"
)
_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|(?<!\w)'(?=\S)[^'\n]{1,200}(?:'\w[^'\n]{0,200}){0,4}'(?!\w)")
_MARKS = str.maketrans("“”„‘’`´", "\"\"\"''''")
_SPLITS = frozenset(",;:.?!()[]–—→=*•…\n") | {"->", "=>"}
_SIGNS = {
    "&": "and",
    "+": "and",
    "%": "percent",
    "@": "at",
    "<": "under",
    ">": "over",
    "£": "pound",
    "$": "dollar",
    "€": "euro",
}
_CONTRACTED = {
    "n't": "not",
    "'ve": "have",
    "'re": "are",
    "'ll": "will",
    "'m": "am",
    "'d": "would",
    "'s": "'s",
}


class Grammar(Lexicon):
    """The words of the closed classes as the prover needs them; each field is explained in the file."""

    closed: WordSet
    frame: WordSet
    openers: WordSet
    denials: WordSet
    denials_of_all: WordSet
    unapostrophed: dict[str, str]


@dataclass(slots=True)
class Token:
    """One word: its characters [start, end), its meanings, and where it is.

    `denied` says whether a denial before it covers it; `quote` numbers the quotation that it is in, -1 outside;
    `phrased` says that it belongs to a phrase which has a meaning of its own.
    """

    start: int
    end: int
    low: str
    keys: frozenset[str]
    content: bool
    number: str | None = None
    clause: int = 0
    sentence: int = 0
    quote: int = -1
    denied: bool = False
    capital: bool = False
    capitals: bool = False
    phrased: bool = False


@dataclass(slots=True)
class Clause:
    """The tokens [first, last) of a clause; `denies` says whether a denial is in it, `opener` how it begins.

    `mark` is the sign before it: a comma, an arrow, an opening bracket.
    """

    first: int
    last: int
    sentence: int
    denies: bool = False
    opener: str = ""
    mark: str = ""


@dataclass(slots=True)
class Reading:
    """A text as it was read. `by_key` finds the tokens of a meaning, by their places.

    `lows` are the words, with "" for those that somebody is quoted with; `initials` are their first letters, `shorts` the words in capitals ("HCA"), with their places.
    """

    text: str
    tokens: list[Token] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    by_key: dict[str, list[int]] = field(default_factory=dict)
    lows: tuple[str, ...] = ()
    initials: str = ""
    shorts: tuple[tuple[int, str], ...] = ()
    meanings: frozenset[str] = frozenset()

    def words(self, clause: Clause) -> Sequence[Token]:
        """Return the tokens of a clause."""
        return self.tokens[clause.first : clause.last]


@cache
def grammar() -> Grammar:
    """Return the closed classes of the prover."""
    return load("proving", Grammar)


@lru_cache(_KEPT)
def read(text: str) -> Reading:
    """Return `text` as the prover reads it; the reading is shared and must not be changed."""
    clean = text.translate(_MARKS)
    reading = Reading(text)
    quotes = [match.span() for match in _QUOTED.finditer(clean)]
    for number, sentence in enumerate(split(clean)):
        reading.sentences.append((sentence.start, sentence.end))
        _read_sentence(reading, clean, number, sentence.start, sentence.end, quotes)
    _add_phrases(reading.tokens)
    for place, clause in enumerate(reading.clauses):
        _deny(reading, clause, reading.clauses[max(0, place - 2) : place])
    reading.lows = tuple("" if token.quote >= 0 else token.low for token in reading.tokens)
    reading.initials = "".join(token.low[0] for token in reading.tokens)
    reading.shorts = tuple(_shorts(reading))
    for place, token in enumerate(reading.tokens):
        if token.content or token.number or token.phrased:
            for key in token.keys:
                reading.by_key.setdefault(key, []).append(place)
    reading.meanings = frozenset(reading.by_key)
    return reading


def _read_sentence(
    reading: Reading, text: str, number: int, start: int, end: int, quotes: Sequence[tuple[int, int]]
) -> None:
    known = grammar()
    mark = ""
    clause: Clause | None = None
    for token, is_mark in _tokens(text, start, end):
        if is_mark:
            clause, mark = None, token.low
            continue
        token.sentence = number
        token.quote = next(
            (at for at, (one, two) in enumerate(quotes) if one < token.end and token.start < two), -1
        )
        opens = token.low in known.openers and token.quote < 0
        if clause is None or opens or (token.quote >= 0) != (reading.tokens[-1].quote >= 0):
            place = len(reading.tokens)
            clause = Clause(place, place, number, opener=token.low if opens else "", mark=mark)
            reading.clauses.append(clause)
        mark = ""
        token.clause = len(reading.clauses) - 1
        reading.tokens.append(token)
        clause.last = len(reading.tokens)


def _tokens(text: str, start: int, end: int) -> Iterator[tuple[Token, bool]]:
    """Yield the words and numbers of a sentence, and with True the marks that end a clause."""
    waiting: Token | None = None
    for match in _TOKEN.finditer(text, start, end):
        kind, low = match.lastgroup, match.group().lower()
        if kind == "sign" and low not in _SIGNS:
            if low in _SPLITS or (low == "-" and text[match.start() - 1 : match.start()].isspace()):
                if waiting:
                    yield waiting, False
                    waiting = None
                yield Token(match.start(), match.end(), low, frozenset(), False), True
            continue
        for token in _of(kind or "", low, match):
            if waiting and (joined := numbers.joined(waiting.number, token.number, waiting.low, token.low)):
                waiting.number, waiting.end = joined, token.end
                waiting.keys = frozenset({f"={joined}"})
                continue
            if waiting:
                yield waiting, False
            waiting = token
    if waiting:
        yield waiting, False


def _of(kind: str, low: str, match: re.Match[str]) -> Iterator[Token]:
    start, end = match.span()
    if kind in ("number", "ordinal"):
        value = numbers.plain(match.group("number"))
        yield Token(start, end, low, frozenset({f"={value}"}), False, value)
        return
    if kind == "sign":
        if low in "£$€" and match.string[end : end + 1].isdigit():
            return
        low = _SIGNS[low]
    capital, capitals = _capitals(match.group())
    for word, meanings, content, number in _words(low):
        yield Token(start, end, word, meanings, content, number, capital=capital, capitals=capitals)


@lru_cache(16_384)
def _words(low: str) -> tuple[tuple[str, frozenset[str], bool, str | None], ...]:
    """Return the words of one typed word: each with its meanings, whether it says something, and its number."""
    known = grammar()
    if (long := written_out(low)) in known.closed:
        low = long
    found = []
    for word in contracted(low):
        value = numbers.of_word(word)
        meanings = keys(word) | {f"={value}"} if value is not None else keys(word)
        found.append((word, meanings, word not in known.closed and value is None, value))
    return tuple(found)


def _contraction(low: str) -> tuple[str, str]:
    """Return "did" and "not" for "didn't", the word and nothing where it is none."""
    if "'" not in low:
        return low, ""
    if low.endswith("n't"):
        return {"ca": "can", "wo": "will", "sha": "shall"}.get(low[:-3], low[:-3]), "not"
    head, _, tail = low.partition("'")
    if tail == "s":
        return head, "is" if head in _PRONOUNS else ""
    return head, _CONTRACTED.get(f"'{tail}", tail)


def _capitals(written: str) -> tuple[bool, bool]:
    """Return whether a word has one capital, as a name has, and whether it is all capitals, as a short form is."""
    if not written[:1].isupper():
        return False, False
    short = written.removesuffix("s")
    return written[1:].islower(), 1 < len(short) <= _LONGEST_SHORT and short.isupper()


def _add_phrases(tokens: Sequence[Token]) -> None:
    """Give the words of a phrase its meaning, too: "put off" is "postponed"."""
    for place, (token, after) in enumerate(pairwise(tokens)):
        seconds, by_second = starting(token.low)
        common = seconds & after.keys
        if common:
            fitting = [
                phrase for second in common for phrase in by_second[second] if _fits(phrase, tokens, place)
            ]
            longest = max((len(phrase.words) for phrase in fitting), default=0)
            for phrase in fitting:
                if len(phrase.words) == longest:
                    for one in tokens[place : place + longest]:
                        one.keys |= phrase.means
                        one.phrased = True


def _fits(phrase: Phrase, tokens: Sequence[Token], place: int) -> bool:
    here = tokens[place + 2 : place + len(phrase.words)]
    return len(here) == len(phrase.words) - 2 and all(
        word in one.keys for word, one in zip(phrase.words[2:], here, strict=True)
    )


def _deny(reading: Reading, clause: Clause, before: Sequence[Clause]) -> None:
    """Mark the words of a clause that a denial covers: those after it, all of them for "nothing", "nobody".

    What "or" adds to a clause that denies is denied, too.
    """
    known = grammar()
    goes_on = any(other.denies and other.sentence == clause.sentence for other in before)
    covering = clause.denies = bool(goes_on and reading.tokens[clause.first].low == "or")
    instead = {"rather": "than", "instead": "of", "left": "out", "leave": "out"}
    for place, token in enumerate(reading.words(clause), clause.first):
        if token.low in instead and [after.low for after in reading.tokens[place + 1 : place + 2]] == [
            instead[token.low]
        ]:
            covering = clause.denies = True
        if token.low in known.denials_of_all:
            clause.denies = True
            for other in reading.words(clause):
                other.denied = True
            return
        if token.low in known.denials:
            covering = clause.denies = True
        elif covering:
            token.denied = True


def _shorts(reading: Reading) -> Iterator[tuple[int, str]]:
    for place, token in enumerate(reading.tokens):
        if token.capitals:
            yield place, token.low.removesuffix("s")


def contracted(word: str) -> tuple[str, ...]:
    """Return the words of one typed word, as the reader has them: "could" and "not" for "couldn't"."""
    low = grammar().unapostrophed.get(word.lower(), word.lower())
    return tuple(part for part in _contraction(low) if part)
