"""A text prepared for rules: plain marks, whole sentences, quotations marked.

In: a text as written, wrapped or not, with Markdown's stars or not. Out: its sentences as rules
read them, and the way back from a place there to the characters of the original.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from recruiter_kit.language.learned import labels
from recruiter_kit.language.learned.weights import Scores
from recruiter_kit.language.sentences import split

_CURLY = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\u202f": " ", "\t": " "}
)
# Invisible characters and emphasis say nothing; a line break ends a sentence only before a blank
# line, a list, a heading or bold line.
# Each alternative begins with one character, so that the expression is only tried where one of them is; an
# end has a group.
_BREAKS = ((r"\n", ""), (" ", r"[ \r]*\n"), (r"\r", r"[ \r]*\n"))
_NEW = r"(?=[ \r]*(?:\n|[-*+•>#|]|\d{1,2}[.)] )|\*\*)"
_AWKWARD = re.compile(
    "|".join(
        (
            *"\u00ad\u200b\u200c\u200d\u2060\ufeff",
            r"\*\*?\*?",
            r"_(?<!\w_)_?(?=\w)",
            r"_(?<=[\w.!?]_)_?(?!\w)",
            *(rf"{first}{rest}{_NEW}[\s>#]*()" for first, rest in _BREAKS),
            *(rf"{first}(?<=\*\*{first}){rest}[\s>#]*()" for first, rest in _BREAKS),
            *(first + rest + " *" for first, rest in _BREAKS),
            "  +",
        )
    )
)
_QUOTATION = re.compile(
    r"\"(?P<double>[^\"\n]{1,400})\"|(?<![\w'])'(?P<single>[^'\n](?:[^'\n]|(?<=\w)'(?=\w)){0,400})'(?!\w)"
)
_HIDDEN = "¤"
LONGEST = 1000
Quotations = Literal["exempt", "read"]
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The characters from `start` of a page, once as written and once with quotations hidden."""

    start: int
    text: str
    hidden: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Page:
    """A text ready for rules; `terms` are phrases that count as one word."""

    plain: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    terms: re.Pattern[str] | None = None

    def original(self, place: int) -> int:
        """Return the place in the original text of the character at `place`."""
        return place + self.shifts[bisect_right(self.starts, place) - 1]

    def words(self, text: str) -> int:
        """Return how many words `text`, a part of this page, has."""
        return len(_WORD.findall(self.without_terms(text)))

    def without_terms(self, text: str) -> str:
        """Return `text`, a part of this page, with one short word for each term."""
        return self.terms.sub("term", text) if self.terms else text

    @cached_property
    def hidden(self) -> str:
        """The text with everything in quotation marks hidden, character by character."""
        return _QUOTATION.sub(_hide, self.plain) if '"' in self.plain or "'" in self.plain else self.plain

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in reading order; a semicolon does not end one."""
        spans: list[tuple[int, int]] = []
        for sentence in split(self.plain):
            start, end = sentence.start, sentence.end
            if end - start > LONGEST:
                spans += _pieces(self.plain, start, end)
            elif spans and self._go_on(spans[-1], start, end):
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
        return self._parts(spans)

    @cached_property
    def paragraphs(self) -> tuple[Sentence, ...]:
        """The paragraphs and list items in reading order."""
        return self._parts(
            span for line in _LINE.finditer(self.plain) for span in _pieces(self.plain, *line.span())
        )

    def scores_of(self, label: str, quotations: Quotations) -> Scores:
        """Return how much speaks for a label that was learned in each sentence; there is at least one."""
        known = labels.weights()
        scores: Scores = self._scores[quotations][:, known.names.index(label)]
        return scores

    @cached_property
    def _scores(self) -> Mapping[Quotations, Scores]:
        known = labels.weights()
        texts, hidden = ([getattr(part, of) for part in self.sentences] for of in ("text", "hidden"))
        read = known.scores(texts)
        return {"read": read, "exempt": read if texts == hidden else known.scores(hidden)}

    def spans(self, pattern: re.Pattern[str], part: Sentence) -> tuple[tuple[int, int], ...]:
        """Return where `pattern` matches a part with its quotations hidden; searched for once."""
        spans = self._spans.get((pattern, part.start))
        if spans is None:
            spans = tuple(match.span() for match in pattern.finditer(part.hidden))
            self._spans[pattern, part.start] = spans
        return spans

    @cached_property
    def _spans(self) -> dict[tuple[re.Pattern[str], int], tuple[tuple[int, int], ...]]:
        return {}

    def parts(self, scope: str) -> tuple[Sentence, ...]:
        """Return the parts of the text that a rule of `scope` reads one by one."""
        return self.paragraphs if scope == "paragraph" else self.sentences

    def part_at(self, place: int, scope: str) -> int:
        """Return the number of the part that holds the character at `place`."""
        return max(0, bisect_right(self.parts(scope), place, key=lambda part: part.start) - 1)

    def _parts(self, spans: Iterable[tuple[int, int]]) -> tuple[Sentence, ...]:
        return tuple(Sentence(start, self.plain[start:end], self.hidden[start:end]) for start, end in spans)

    def _go_on(self, last: tuple[int, int], start: int, end: int) -> bool:
        return end - last[0] <= LONGEST and self.plain[last[1] : start].strip(" ") == ";"


def prepare(text: str, terms: Iterable[str] = ()) -> Page:
    """Return `text` ready for rules; never raises."""
    longest_first = sorted((term for term in terms if " " in term), key=lambda term: (-len(term), term))
    one_word = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if longest_first else None
    plain = text.translate(_CURLY)
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = here = 0
    for awkward in _AWKWARD.finditer(plain):
        piece = plain[here : awkward.start()] + _instead(awkward)
        pieces.append(piece)
        length += len(piece)
        here = awkward.end()
        starts.append(length)
        shifts.append(here - length)
    pieces.append(plain[here:])
    return Page("".join(pieces), tuple(starts), tuple(shifts), one_word)


def _instead(awkward: re.Match[str]) -> str:
    if awkward.lastindex:
        return "\n"
    return " " if awkward.group()[0] in " \r\n" else ""


def after_words(text: str, count: int) -> int:
    """Return where the first `count` words of `text` end."""
    end = 0
    for number, word in enumerate(_WORD.finditer(text), start=1):
        if number > count:
            return end
        end = word.end()
    return len(text)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at a space what is far too long to be a sentence, so that no rule takes too long."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _hide(found: re.Match[str]) -> str:
    mark = found.group()[0]
    return mark + _HIDDEN * (len(found.group()) - 2) + mark
