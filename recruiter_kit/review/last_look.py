"""The last look at a finished letter, independent of everything that made it.

In: a feedback and the names around it. Out: errors, which nobody can dismiss: somebody's name, a pronoun
without its owner, open quotation marks, placeholders, markup, unprintable characters, words under the wrong
heading. Keeps R4, R7 and R9 where wording and screening have failed.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from recruiter_kit.feedback import Direction, Feedback, Finding, Part, Statement
from recruiter_kit.language.direction import direction
from recruiter_kit.language.sentences import split
from recruiter_kit.messages import say
from recruiter_kit.model import Scale
from recruiter_kit.review.last_look_people import Place, homeless_pronouns, names_in, parts_of
from recruiter_kit.review.last_look_words import failures, known, praises, unquoted

LABEL = "last-look"
# In these parts a pronoun may lean on the sentence before it; everywhere else its owner is in its own.
_LEANING = frozenset(
    {
        Part.DECISION,
        Part.PROCESS,
        Part.OUTCOME,
        Part.UNSEEN,
        Part.ADVICE,
        Part.DISPUTE,
        Part.RETENTION,
        Part.REAPPLY,
    }
)
_PAIRS = {")": "(", "]": "[", "}": "{", "”": "“", "»": "«"}
_MARKS = re.compile(r"[()\[\]{}“”«»\"]")
# :) and ;-) are faces, 5" is a length; "1)" and "b)" begin a point where no bracket is open.
_NO_MARK = re.compile(r"[:;]-?[()](?=\s|$)|(?<=\d)\"(?=[\s,.;]|$)")
_POINTS = re.compile(r"(?:^|[\s,;:.])(?:\d{1,2}|[A-Za-z])\Z")
_BRACKETED = re.compile(r"(?<![\w\]])\[(?=[^\]]*[^\W\d_]{2})[^\[\]]{2,80}\]")
_PLACEHOLDERS = (
    re.compile(r"(?<![\w/$])\{\{?\s*[A-Za-z_][\w.]*\s*\}?\}"),
    re.compile(
        r"(?<!\b[Aa] )(?<!\b[Tt]he )(?<!\b[Nn]o )(?<!\bof )\b(?:TODO|FIXME|TBC|TBD)\b(?=\s*[:.\])]|$)"
    ),
    re.compile(r"\bX{3,}\b|_{3,}|\blorem ipsum\b", re.IGNORECASE),
)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)\b[^<>]{0,200}>")
_MARKUP = (
    re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,6});"),
    re.compile(r"(?<!\w)\*\*(?!kwargs|\s*\d)|(?<=[^\s\w)])\*\*|(?<=[A-Za-z])\*\*(?!\w)"),
    re.compile(r"```|~~|\]\((?:https?|mailto):|^#{1,6}\s", re.MULTILINE),
)
_ALLOWED = frozenset("\n\u200c\u200d")
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_MARKS_OF_DIRECTION = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffd"
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_POINT = re.compile(r"^[\s\-•*:–—]*(?:(?:in|on|at|for) [^,]{1,60}, )?", re.IGNORECASE)


def last_look(feedback: Feedback, people: Sequence[str]) -> Iterator[Finding]:
    """Yield everything in the texts of `feedback` that may not be printed, in reading order.

    `people` are the names of everybody around the application (Case.people). None of it can be suppressed.
    """
    names = _Names(feedback, people)
    for statement in feedback.statements:
        found = {
            "last_look_name": names.in_statement(statement),
            "last_look_quotes": _unbalanced(statement.text),
            "last_look_pronoun": homeless_pronouns(
                statement.text, post_holder=statement.part is Part.NEEDS, whole=_is_of_one_hand(statement)
            ),
            "last_look_placeholder": _placeholders(statement, feedback),
            "last_look_markup": _markup(statement.text),
            "last_look_character": _characters(statement.text),
            "last_look_heading": _wrong_heading(statement),
        }
        places = sorted((place, key) for key, spots in found.items() for place in set(spots))
        for (start, end), key in places:
            yield _finding(key, statement, start, end)


def _is_of_one_hand(statement: Statement) -> bool:
    """Whether its sentences follow each other, so that a pronoun may have its owner in one before."""
    return statement.part in _LEANING or statement.proposal is not None or statement.by is not None


def _finding(key: str, statement: Statement, start: int, end: int) -> Finding:
    words = statement.text[start:end]
    if key == "last_look_character":
        words = f"U+{ord(words):04X}"
    return Finding(
        label=LABEL,
        severity="error",
        start=start,
        end=end,
        rule=f"{LABEL}.{key.removeprefix('last_look_')}",
        message=say(key, words=words),
        source="PRODUCT, R4, R7 and R9",
        statement=statement.id,
    )


class _Names:
    """Who may be named where: candidate and sender anywhere, who decided where that is told."""

    def __init__(self, feedback: Feedback, people: Sequence[str]) -> None:
        sender = feedback.standard.sender
        allowed = (feedback.candidate.full_name, *((sender.name,) if sender else ()))
        decider = feedback.decision.decided_by
        everybody = parts_of((*people, decider))
        self._anywhere = everybody - parts_of(allowed)
        self._in_process = everybody - parts_of((*allowed, decider))
        interviews = {statement.interview for statement in feedback.statements if statement.interview}
        spaced = (name for name in interviews if " " in name)
        criteria = (standing.name for standing in feedback.standings)
        self._beside = (
            feedback.role, feedback.organisation, feedback.standard.criteria_document, *criteria, *spaced
        )  # fmt: skip

    def in_statement(self, statement: Statement) -> Iterator[Place]:
        people = self._in_process if statement.part is Part.PROCESS else self._anywhere
        return names_in(statement.text, people, self._beside)


def _unbalanced(text: str) -> Iterator[Place]:
    """Yield the first quotation mark or bracket that is never closed or was never opened."""
    bare = _NO_MARK.sub(lambda found: " " * len(found.group()), text)
    open_marks: list[tuple[str, int]] = []
    for found in _MARKS.finditer(bare):
        mark, place = found.group(), found.start()
        if mark == ")" and not open_marks and _POINTS.search(bare, 0, place):
            continue
        wanted = _PAIRS.get(mark, '"' if mark == '"' else None)
        if wanted and open_marks and open_marks[-1][0] == wanted:
            open_marks.pop()
        elif mark in _PAIRS:
            yield place, place + 1
            return
        else:
            open_marks.append((mark, place))
    if open_marks:
        yield open_marks[0][1], open_marks[0][1] + 1


def _placeholders(statement: Statement, feedback: Feedback) -> Iterator[Place]:
    """Yield what was to be filled in; who signs is a finding of its own where the standard names nobody."""
    if statement.part is Part.WAITING:
        return
    text = unquoted(statement.text)
    signs = statement.part is Part.DISPUTE and feedback.standard.sender is None
    for found in list(_BRACKETED.finditer(text))[1 if signs else 0 :]:
        yield found.span()
    for pattern in _PLACEHOLDERS:
        yield from (found.span() for found in pattern.finditer(text))


def _markup(text: str) -> Iterator[Place]:
    bare = unquoted(text)
    yield from (tag.span() for tag in _TAG.finditer(bare) if tag.group(1).lower() in known().tags)
    for pattern in _MARKUP:
        yield from (found.span() for found in pattern.finditer(bare))


def _characters(text: str) -> Iterator[Place]:
    if text.isprintable() and "\ufffd" not in text:
        return
    for place, letter in enumerate(text):
        bad = unicodedata.category(letter) in _UNPRINTABLE or letter in _MARKS_OF_DIRECTION
        if bad and letter not in _ALLOWED:
            yield place, place + 1


def _wrong_heading(statement: Statement) -> Iterator[Place]:
    """Yield a plain failure under a strength, and praise that is all there is under what was seen."""
    sentences = split(statement.text)
    if statement.part is Part.STRENGTH:
        yield from ((each.start, each.end) for each in sentences if _is_failure(each.text))
    elif statement.part is Part.SEEN and sentences and all(_is_praise(each.text) for each in sentences):
        yield sentences[0].start, sentences[-1].end


def _is_failure(sentence: str) -> bool:
    bare = _bare(sentence)
    found = failures().search(bare)
    return _plainly(sentence, found, Direction.STRENGTH, known().turned_by)


def _is_praise(sentence: str) -> bool:
    found = praises().match(_bare(sentence))
    return _plainly(sentence, found, Direction.GAP, known().taken_back_by)


def _bare(sentence: str) -> str:
    """Return a sentence without its quotations, its bullet and "In the exercise,"."""
    return _POINT.sub("", unquoted(sentence.replace("’", "'")))


def _plainly(
    sentence: str, found: re.Match[str] | None, opposite: Direction, turned_by: frozenset[str]
) -> bool:
    """Whether the words that were found decide: nothing beside them turns the sentence round."""
    if found is None:
        return False
    rest = f"{found.string[: found.start()]} {found.string[found.end() :]}".lower()
    if not turned_by.isdisjoint(_WORD.findall(rest)):
        return False
    return direction(sentence, None, None, Scale()) is not opposite
