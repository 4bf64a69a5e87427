"""Shorthand written out.

In: a normalised sentence and the trades it comes from. Out: the sentence in full words; a short form with
several meanings stays as it was typed. Packs are data: a file in lexicon/shorthand/ is a
trade, and needs no code.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from recruiter_kit.installation import here
from recruiter_kit.language.grammar.tokens import protected_gaps
from recruiter_kit.language.lexicons import Lexicon, WordSet, load_folder, load_own
from recruiter_kit.language.rewriting.shapes import write_out


class Pack(Lexicon):
    """The shorthand of one trade; `roles` are words of a role's title that call for it.

    A long form that is spelled in two ways is written "behaviour|behavior", the British one first.
    """

    trade: str
    roles: tuple[str, ...]
    expand: dict[str, str]
    unclear: WordSet


BRITISH = "en-GB"
_CAPITALS = re.compile(r"[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$")
_SPACE = re.compile(r"\s+")
_ABBREVIATION = re.compile(r"e\.g|i\.e|w\.r\.t|p\.s|[rRiIfF]/[a-zA-Z]")
"""Short forms with stops that look like code ("e.g.")."""
_WORD = re.compile(
    r"(?<![\w./&'-])[A-Za-z][A-Za-z0-9]*(?:/[a-z]{0,3}(?![A-Za-z/])|&[a-z]\b|(?:\.[a-z])+\.|\.(?=\s(?:[a-z,\d]|$)))?(?![\w&-])(?!'(?!s\b))"
)


@cache
def packs() -> tuple[Pack, ...]:
    """Return every pack: the general ones first, the organisation's (instance/shorthand/) after ours."""
    found = [*load_folder("shorthand", Pack), *load_own(here().shorthand, Pack)]
    return tuple(sorted(found, key=lambda each: each.trade != "general"))


def trades_for(title: str) -> tuple[str, ...]:
    """Return the trades whose shorthand may appear in notes on a role of this title."""
    low = f" {title.lower()} "
    found = (
        each.trade
        for each in packs()
        if any(re.search(rf"\b{re.escape(word)}\b", low) for word in each.roles)
    )
    return tuple(dict.fromkeys(found))


def expand(sentence: str, trades: Sequence[str] = (), spelling: str = BRITISH) -> str:
    """Return `sentence` with its shorthand written out.

    `spelling` ("en-GB", "en-US") is that of the words put in; the note's own are never re-spelled.
    """
    table = _table(tuple(trades), spelling)
    american = spelling != BRITISH
    written = "".join(
        piece if kept else _expand(piece, table, tuple(trades), american) for piece, kept in _pieces(sentence)
    )
    return _SPACE.sub(" ", written).strip()


def _pieces(sentence: str) -> Iterator[tuple[str, bool]]:
    """Yield the sentence in pieces, as protected_gaps() does; "e.g." and its like are not code."""
    open_piece = ""
    for piece, kept in protected_gaps(sentence):
        if kept and not _ABBREVIATION.fullmatch(piece):
            yield open_piece, False
            yield piece, True
            open_piece = ""
        else:
            open_piece += piece
    yield open_piece, False


def _expand(piece: str, known: dict[str, str], trades: tuple[str, ...], american: bool) -> str:
    if not piece or piece.isspace():
        return piece

    def replace(found: re.Match[str]) -> str:
        return _written(found.group(), known, opens=found.start() == 0)

    return _WORD.sub(replace, write_out(piece, trades, american=american))


# "dB", "kB" and "mA" are units.
_MIXED = re.compile(r"[a-z]+[A-Z]")


def _written(short: str, known: dict[str, str], *, opens: bool) -> str:
    """Return the long form; what is all in capitals is a name or a term unless a pack has it in capitals."""
    if _MIXED.match(short):
        return short
    key = short if _CAPITALS.match(short) else short.lower()
    if key not in known and key.endswith(".") and key.count(".") == 1:
        key = key[:-1]
    if key not in known:
        return short
    long = known[key]
    return long[0].upper() + long[1:] if opens and short[0].isupper() else long


@cache
def _table(trades: tuple[str, ...], spelling: str) -> dict[str, str]:
    """Return what each short form means for these trades; one that may mean several things is not in it."""
    general = [each for each in packs() if each.trade == "general"]
    special = [each for each in packs() if each.trade != "general"]
    wanted = [each for each in special if each.trade in trades]
    readings: dict[str, set[str]] = {}
    for pack in special:
        for short, long in pack.expand.items():
            readings.setdefault(short, set()).add(long)
    counted = Counter({short: len(longs) for short, longs in readings.items()})
    known = {short: next(iter(longs)) for short, longs in readings.items() if counted[short] == 1}
    unclear = {short for short in counted if counted[short] > 1}.union(*(each.unclear for each in general))
    known = {short: long for short, long in known.items() if short not in unclear}
    for pack in [*general, *wanted]:
        known |= pack.expand
    return {short: long.split("|")[0 if spelling == BRITISH else -1] for short, long in known.items()}
