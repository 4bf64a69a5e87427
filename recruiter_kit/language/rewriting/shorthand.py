"""Shorthand written out.

In: a normalised sentence and the trades it comes from. Out: the sentence in full words; a short form with
several meanings stays as it was typed. Packs are data: a file in lexicon/shorthand/ is a
trade, and needs no code.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from recruiter_kit.installation import here
from recruiter_kit.language.grammar.tokens import protected_gaps
from recruiter_kit.language.lexicons import Lexicon, WordSet, load_folder, load_own


class Pack(Lexicon):
    """The shorthand of one trade; `roles` are words of a role's title that call for it.

    A long form that is spelled in two ways is written "behaviour|behavior", the British one first.
    """

    trade: str
    roles: tuple[str, ...]
    expand: dict[str, str]
    unclear: WordSet


BRITISH = "en-GB"
_FINANCE = r"\s*(?:revenue|sales|targets?|results|numbers|forecast|close|earnings|quota|budget|20\d\d)"
_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(?i)\bw/(?=[a-z])(?!o\b|in\b|out\b)", "with "),
        (r"(?i)\bre:\s*", "about "),
        (r"\b[vV]\.\s?(?=[a-z])", "very "),
        (
            r"(?:(?<=^)|(?<=, )|(?<=and )|(?<=but ))[vV] (?=(?:good|strong|weak|poor|nervous|clear|quiet|slow"
            r"|keen|little|limited|confident|basic)\b)",
            "very ",
        ),
        (
            r"(?i)\b1\s?(?:yrs?|years?)'?\s(?:exp|experience|xp)\b\.?(?! (?:of|as|in a))",
            "1 year's experience",
        ),
        (r"(?i)\b(\d{1,2}\+?)\s?(?:yrs?|years)\b\.?'?\s(?:exp|experience|xp)\b\.?", r"\1 years' experience"),
        (r"(?i)(?<=\ba )(\d+)[ -]?mins?\b(?= [a-z])", r"\1-minute"),
        (r"(?i)(?<=\ba )(\d+)[ -]?hrs?\b(?= [a-z])", r"\1-hour"),
        (r"\b(Mr|Mrs|Ms|Dr)\.(?= [A-Z])", r"\1"),
        (r"\bQ(?= ?[-–:])", "question"),
        (r"(?i)\bobs(?= (?:chart|charts|round|rounds|were|taken|done|machine))", "observations"),
        (r"(?i)\b1\s?mins?\b\.?(?=\s|[,;)]|$)", "1 minute"),
        (r"(?i)(\d)\s?mins?\b(?:\.(?=\s[a-z]))?", r"\1 minutes"),
        (r"(?i)\b1\s?hr\b", "1 hour"),
        (r"(?i)(\d)\s?hrs?\b", r"\1 hours"),
        (r"(?i)\b1\s?yr\b", "1 year"),
        (r"(?i)(\d)\s?yrs?\b", r"\1 years"),
        (r"(?i)(\d)\s?(?:mos|mths)\b", r"\1 months"),
        (r"(?i)(\d)\s?secs?\b", r"\1 seconds"),
        (r"\bQ([5-9]|\d\d)\b", r"question \1"),
        (rf"(?<!in )(?<!for )\bQ([1-4])\b(?!{_FINANCE})", r"question \1"),
        (r"(?<=\s)&(?=\s)", "and"),
        (r"(?<=[a-z]) \+ (?=[a-z])", " and "),
        (r"~\s?(?=\d)", "about "),
        (r"(?<=\s)@(?=\s)", "at"),
    )
)
_MAY_HOLD_A_SHAPE = re.compile(r"[\d&+~@]|(?i:w/|re:|\bv\b|\bobs\b|\bm(?:r|rs|s)\.|\bdr\.|\bq\b)")
_WORD = re.compile(
    r"(?<![\w./&'-])[A-Za-z][A-Za-z0-9]*(?:/[a-z]{0,3}(?![A-Za-z/])|&[a-z]\b|(?:\.[a-z])+\.|\.(?=\s[a-z,]))?(?![\w&-])(?!'(?!s\b))"
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
    written = "".join(piece if kept else _expand(piece, table) for piece, kept in protected_gaps(sentence))
    return re.sub(r"\s+", " ", written).strip()


def _expand(piece: str, known: dict[str, str]) -> str:
    if not piece or piece.isspace():
        return piece
    if _MAY_HOLD_A_SHAPE.search(piece):
        for shape, written in _SHAPES:
            piece = shape.sub(written, piece)

    def replace(found: re.Match[str]) -> str:
        return _written(found.group(), known, opens=found.start() == 0)

    return _WORD.sub(replace, piece)


def _written(short: str, known: dict[str, str], *, opens: bool) -> str:
    low = short.lower()
    if low not in known and low.endswith(".") and low.count(".") == 1:
        low = low[:-1]
        if low not in known:
            return short
    if low in known:
        long = known[low]
        return long[0].upper() + long[1:] if opens and short[0].isupper() else long
    return short


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
