"""Reading: a text becomes tokens in clauses and sentences, with phrases and denials marked."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import Phrase, starting
from recruiter_kit.language.proving.reading.reading import Clause, Reading, Sentence, Token
from recruiter_kit.language.proving.reading.scanning import scan
from recruiter_kit.language.sentences import split

_KEPT = 4_096
_QUOTED = re.compile(r"\"[^\"\n]{1,400}\"|(?<!\w)'(?=\S)[^'\n]{1,200}(?:'\w[^'\n]{0,200}){0,4}'(?!\w)")
_MARKS = str.maketrans("“”„‘’`´", "\"\"\"''''")
# How many clauses back "or" may go on with a denial.
_GOES_ON = 2


def read(text: str) -> Reading:
    """Return `text` as the prover reads it."""
    clean = text.translate(_MARKS)
    reading = Reading(text)
    quotes = [match.span() for match in _QUOTED.finditer(clean)]
    for sentence in split(clean):
        _read_sentence(reading, clean, sentence.start, sentence.end, quotes)
    _mark_phrases(reading.tokens)
    reading.lows = tuple("" if token.quote >= 0 else token.low for token in reading.tokens)
    for place, clause in enumerate(reading.clauses):
        _deny(reading, clause, reading.clauses[max(0, place - _GOES_ON) : place])
    return reading


@lru_cache(_KEPT)
def read_again(text: str) -> Reading:
    """Return the reading of a text that many texts are held against; it is shared and must not be changed."""
    return read(text)


def _read_sentence(
    reading: Reading, text: str, start: int, end: int, quotes: Sequence[tuple[int, int]]
) -> None:
    openers = grammar().openers
    tokens, clauses = reading.tokens, reading.clauses
    number, first, first_clause = len(reading.sentences), len(tokens), len(clauses)
    mark = ""
    clause: Clause | None = None
    for token in scan(text, start, end):
        if isinstance(token, str):
            clause, mark = None, token
            continue
        token.sentence = number
        opens = token.low in openers
        if quotes:
            token.quote = _quotation(token, quotes)
            opens = opens and token.quote < 0
            turns = tokens and (token.quote >= 0) != (tokens[-1].quote >= 0)
            clause = None if turns else clause
        if clause is None or opens:
            clause = Clause(len(tokens), len(tokens), number, opener=token.low if opens else "", mark=mark)
            clauses.append(clause)
        mark = ""
        token.clause = len(clauses) - 1
        tokens.append(token)
        clause.last = len(tokens)
    reading.sentences.append(Sentence(start, end, first, len(tokens), range(first_clause, len(clauses))))


def _quotation(token: Token, quotes: Sequence[tuple[int, int]]) -> int:
    """Return the number of the quotation that a token is in, -1 for none."""
    return next((at for at, (start, end) in enumerate(quotes) if start < token.end and token.start < end), -1)


def _mark_phrases(tokens: Sequence[Token]) -> None:
    """Give the words of a phrase its meaning, too: "put off" is "postponed"."""
    for place, (token, after) in enumerate(pairwise(tokens)):
        if starting(token.low).keys().isdisjoint(after.keys):
            continue
        fitting = list(_phrases_at(tokens, place))
        longest = max((len(phrase.words) for phrase in fitting), default=0)
        for phrase in fitting:
            if len(phrase.words) == longest:
                for one in tokens[place : place + longest]:
                    one.keys |= phrase.means
                    one.phrased = True


def _phrases_at(tokens: Sequence[Token], place: int) -> Iterator[Phrase]:
    """Yield the phrases that begin at a place."""
    by_second = starting(tokens[place].low)
    thirds = frozenset({""}).union(*(token.keys for token in tokens[place + 2 : place + 3]))
    for second in by_second.keys() & tokens[place + 1].keys:
        by_third = by_second[second]
        for third in by_third.keys() & thirds:
            for phrase in by_third[third]:
                if _goes_on(phrase.words[3:], tokens[place + 3 :]):
                    yield phrase


def _goes_on(words: Sequence[str], tokens: Sequence[Token]) -> bool:
    """Whether tokens begin with the rest of a phrase."""
    return len(words) <= len(tokens) and all(
        word in token.keys for word, token in zip(words, tokens, strict=False)
    )


def _deny(reading: Reading, clause: Clause, before: Sequence[Clause]) -> None:
    """Mark the words of a clause that a denial covers: those after it, all of them for "nothing", "nobody".

    What "or" adds to a clause that denies is denied, too.
    """
    known = grammar()
    tokens = reading.tokens
    goes_on = any(other.denies and other.sentence == clause.sentence for other in before)
    covering = clause.denies = goes_on and tokens[clause.first].low == "or"
    for place in range(clause.first, clause.last):
        low = tokens[place].low
        if low in known.instead and [after.low for after in tokens[place + 1 : place + 2]] == [
            known.instead[low]
        ]:
            covering = clause.denies = True
        if low in known.denials_of_all:
            clause.denies = True
            for other in reading.words(clause):
                other.denied = True
            return
        if low in known.denials:
            covering = clause.denies = True
        elif covering:
            tokens[place].denied = True
