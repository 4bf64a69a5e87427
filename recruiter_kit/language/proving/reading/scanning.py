"""A sentence cut into words, numbers and the marks that end a clause.

In: text, and where the sentence is. Out: tokens with their meanings, and marks.
"""

import re
from collections.abc import Iterator, Mapping

from recruiter_kit.language.proving.reading import numbers
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.reading import Token
from recruiter_kit.language.proving.reading.words import words

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)*)(?P<ordinal>(?:st|nd|rd|th)\b)?"
    r"|(?P<short>\b[A-Za-z]{1,3}/[A-Za-z]{0,3}(?![A-Za-z])|\b[A-Za-z]/(?=\s))"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<sign>->|=>|[-=→&+%<>~@/£$€]|[^\w\s])"
)
_SPLITS = frozenset(",;:.?!()[]–—→=*•…\n") | {"->", "=>"}
_MONEY = "£$€"


def scan(text: str, start: int, end: int) -> Iterator[Token | str]:
    """Yield the words and numbers of the characters [start, end), and as text the marks that end a clause.

    The parts of one number ("twenty-five", "420k") are one token.
    """
    signs = grammar().signs
    waiting: Token | None = None
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup
        if kind == "sign" and match.group() not in signs:
            if _ends_clause(text, match):
                if waiting:
                    yield waiting
                    waiting = None
                yield match.group()
            continue
        for token in _number(match) if kind in ("number", "ordinal") else _words(match, signs):
            if waiting and waiting.number and _join(waiting, token):
                continue
            if waiting:
                yield waiting
            waiting = token
    if waiting:
        yield waiting


def _ends_clause(text: str, sign: re.Match[str]) -> bool:
    """Whether a sign ends a clause; a hyphen does where it stands for a dash."""
    mark = sign.group()
    return mark in _SPLITS or (mark == "-" and text[sign.start() - 1 : sign.start()].isspace())


def _join(first: Token, second: Token) -> bool:
    """Make one number of two tokens where they are parts of one, and say whether they are."""
    value = numbers.joined(first.number, second.number, first.low, second.low)
    if value is None:
        return False
    first.number, first.keys, first.end = value, frozenset({numbers.key(value)}), second.end
    return True


def _number(match: re.Match[str]) -> tuple[Token]:
    value = numbers.plain(match.group("number"))
    keys = frozenset({numbers.key(value)})
    return (Token(match.start(), match.end(), match.group().lower(), keys, False, value),)


def _words(match: re.Match[str], signs: Mapping[str, str]) -> list[Token]:
    """Return the words of a typed word or of a sign that is read as a word; an amount of money needs none."""
    start, end = match.span()
    written = match.group()
    if written in signs:
        if written in _MONEY and match.string[end : end + 1].isdigit():
            return []
        written = signs[written]
    return [Token(start, end, *word) for word in words(written)]
