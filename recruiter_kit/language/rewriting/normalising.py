"""A note in one spelling: straight quotes, single spaces, the apostrophes that belong there.

In: a sentence as typed. Out: the same sentence, ready for the rules. What is in quotation
marks or is code stays as typed but for the quotation marks themselves.
"""

import re
from functools import cache

from recruiter_kit.language.grammar.tokens import protected_gaps
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.patterns import prefilter
from recruiter_kit.language.rewriting.spelling import mend


class Spellings(Lexicon):
    """Missing apostrophes put back, mistyped everyday words put right, words that say nothing left out."""

    missing_apostrophes: dict[str, str]
    mistyped: dict[str, str]
    fillers: WordSet


_MARKS = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "′": "'",
        "\u00a0": " ",
        "\u00ad": None,
        "\u200b": None,
        "\u200d": None,
        "\ufeff": None,
        "\ufe0f": None,
    }
)
_SPACE = re.compile(r"\s+")
_TICK = re.compile(r"\s*([✓✔✅☑]|[✗✘❌✖☒])\ufe0f?\s*")
_YES = frozenset("✓✔✅☑")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff]+")
_LONE_I = re.compile(r"(?<![\w.'])i(?![\w.)])(?!')|(?<![\w.'])i(?='(?:m|ve|d|ll)\b)")
_BEFORE_MARK = re.compile(r"\s+([,;!?]|\.(?!\w))")


def normalise(sentence: str) -> str:
    """Return `sentence` in one spelling."""
    text = sentence if sentence.isascii() else _EMOJI.sub(" ", _ticks(sentence).translate(_MARKS))
    text = _SPACE.sub(" ", text).strip()
    pieces = (piece if kept else _respell(piece) for piece, kept in protected_gaps(text))
    return _BEFORE_MARK.sub(r"\1", "".join(pieces)).strip()


def _ticks(text: str) -> str:
    """Write ticks and crosses as yes and no, in front of what they mark where the line begins with one."""
    if not _TICK.search(text):
        return text
    first = _TICK.match(text)
    if first and first[1] in _YES and len(_TICK.findall(text)) == 1:
        return text[first.end() :]
    if first:
        marked = _TICK.sub(lambda found: f"{'; ' if found.start() else ''}{_yes_or_no(found)}: ", text)
        return marked.removesuffix(": ")
    return _TICK.sub(
        lambda found: (
            f"{': ' if text[found.start() - 1].isalnum() else ' '}{_yes_or_no(found)}"
            f"{', ' if text[found.end() : found.end() + 1].isalnum() else ' '}"
        ),
        text,
    )


def _yes_or_no(found: re.Match[str]) -> str:
    return "yes" if found[1] in _YES else "no"


def _respell(piece: str) -> str:
    if not (_everything().search(piece.lower()) or _LONE_I.search(piece)):
        return mend(piece)
    piece = _fillers().sub(" ", _apostrophes().sub(_put_back, piece))
    return mend(_SPACE.sub(" ", _LONE_I.sub("I", piece)))


def _put_back(found: re.Match[str]) -> str:
    right = _right()[found.group().lower()]
    return right[0].upper() + right[1:] if found.group()[0].isupper() else right


@cache
def _apostrophes() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_right())})\b", re.IGNORECASE)


@cache
def _everything() -> re.Pattern[str]:
    """One search that most sentences do not pass."""
    known = [*_right(), *load("normalising", Spellings).fillers]
    return prefilter([rf"\b(?:{'|'.join(sorted(known))})\b"])


@cache
def _right() -> dict[str, str]:
    known = load("normalising", Spellings)
    return known.missing_apostrophes | known.mistyped


@cache
def _fillers() -> re.Pattern[str]:
    known = sorted(load("normalising", Spellings).fillers)
    return re.compile(rf",?\s*\b(?:{'|'.join(known)})\b,?(?=\s|[.;!?]|$)", re.IGNORECASE)
