"""Written sentences as they are said: at most 15 words in one breath, facts and severity unchanged.

In: statements. Out: lines of a script. A long sentence is cut where a speaker would begin a new one; where
there is no such place it is broken over lines with "…", and not a word is left out.
"""

import re
from typing import Literal

from recruiter_kit.composing import phrasing
from recruiter_kit.model import Record

MOST_WORDS = 15
FEWEST_WORDS = 3

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"“‘A-Z])")
# "…, but the design had no refund": a clause with a subject of its own can be a sentence.
_CLAUSE = re.compile(
    r",? (?=(?:but|so|and then) (?:you|it|they|we|the|your|this|there|that|no)\b)"
    r"|,? (?=and (?:you|it|they|we|there)\b)"
    r"|[;:] (?=\w)"
)
_DEPENDENT = re.compile(
    r"(?:when|if|after|before|while|although|because|once|until|since|as)\b", re.IGNORECASE
)
BREATH = re.compile(
    r"(?<=,) |(?<=\w) (?=(?:that|which|who|when|before|after|because|without|with|and|or|but)\b)"
    r"|(?<=\w) (?=(?:to|for|from|in|of)\b)"
)
_WHOLE = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)|\([^)]*\)|\d\s*[,;–—-]\s*\d")


class Line(Record):
    """One line of the script: a sentence to say, a point to say in words of one's own, or a stage direction.

    `beside` is on the last point of what one interviewer wrote: the letter's own words, to be read.
    """

    kind: Literal["say", "point", "stage"]
    text: str
    beside: str | None = None

    @property
    def spoken(self) -> bool:
        return self.kind != "stage"


def sentences(text: str) -> list[str]:
    """Cut a statement into its sentences; statements are whole sentences with closing stops."""
    return [sentence for sentence in _SENTENCE_END.split(text.strip()) if sentence]


def spoken(text: str) -> list[Line]:
    """Return a statement as lines to say, each of at most 15 words."""
    return [
        Line(kind="say", text=line)
        for sentence in sentences(text)
        for clause in clauses(sentence)
        for line in _breaths(clause)
    ]


def whole(text: str) -> list[Line]:
    """Return each sentence as one line, however long a name in it is."""
    return [Line(kind="say", text=sentence) for sentence in sentences(text)]


def stage(name: str) -> Line:
    """Return a stage direction by its name in call.yaml."""
    return Line(kind="stage", text=phrasing.say(f"call.stage.{name}"))


def clauses(sentence: str) -> list[str]:
    """Cut a sentence of more than 15 words into two where the second half can be a sentence of its own."""
    if words(sentence) <= MOST_WORDS or re.search(r"[\"“”]", sentence):
        return [sentence]
    cuts = [cut for cut in _CLAUSE.finditer(sentence) if _is_whole(sentence[: cut.start()])]
    cuts = [cut for cut in cuts if words(sentence[cut.end() :]) >= FEWEST_WORDS]
    if not cuts:
        return [sentence]
    cut = min(cuts, key=lambda cut: max(words(sentence[: cut.start()]), words(sentence[cut.end() :])))
    rest = sentence[cut.end() :]
    return [*clauses(f"{sentence[: cut.start()]}."), *clauses(f"{rest[:1].upper()}{rest[1:]}")]


def words(text: str) -> int:
    """Return the number of words; a dash or dots between words do not count."""
    return len(re.findall(r"\w\S*", text))


def inside(text: str, place: int) -> bool:
    """Return whether `place` is inside a quotation, brackets or a number, where nothing is cut."""
    return any(whole.start() < place < whole.end() for whole in _WHOLE.finditer(text))


def _is_whole(start: str) -> bool:
    return words(start) >= FEWEST_WORDS and not (_DEPENDENT.match(start) and "," not in start)


def _breaths(sentence: str) -> list[str]:
    if words(sentence) <= MOST_WORDS:
        return [sentence]
    cuts = [cut for cut in BREATH.finditer(sentence) if words(sentence[: cut.start()]) >= FEWEST_WORDS]
    cuts = [cut for cut in cuts if words(sentence[cut.end() :]) >= FEWEST_WORDS]
    if not cuts:
        middle = sentence.split()
        half = len(middle) // 2
        return [*_breaths(" ".join(middle[:half]) + " …"), *_breaths(" ".join(middle[half:]))]
    cut = min(cuts, key=lambda cut: max(words(sentence[: cut.start()]), words(sentence[cut.end() :])))
    return [*_breaths(f"{sentence[: cut.start()]} …"), *_breaths(sentence[cut.end() :])]
