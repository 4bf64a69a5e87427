"""An independent reading of a rewritten sentence against its note.

In: the note and the text that was made of it. Out: what could not be proved, empty when all was.
It shares no rule with the rewriter: it only compares words, numbers, negations and quotations, and
knows its own lists (lexicon/verifying.yaml). It cannot see a wrong inserted subject.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache

from recruiter_kit.language.grammar.dictionary import base, verb_forms
from recruiter_kit.language.lexicons import Lexicon, WordSet, load
from recruiter_kit.language.rewriting.normalising import normalise
from recruiter_kit.language.rewriting.shorthand import expand


class VerifierWords(Lexicon):
    """Words that may change freely, agree, be added as part of a frame, or move."""

    free: WordSet
    agreement: dict[str, str]
    frames: WordSet
    most_frames: int
    movable: WordSet
    moved_adjectives: WordSet
    negations: WordSet
    between: WordSet
    joining: WordSet
    verbs_after_you: WordSet


_WORD = re.compile(r"[^\W_][\w'./%+#^&-]*")
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*%?")
_QUOTE = re.compile(r"\"[^\"]*\"|(?<!\w)'(?=\S)[^'\n]{1,200}(?:'\w[^'\n]{0,200}){0,4}'(?!\w)|`[^`]*`")
_FIRST_PERSON = re.compile(r"(?<![-\w])(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|I'(?:m|ve|d|ll))\b(?![/.-]\w)")
_CANDIDATE = re.compile(r"\b(?:candidate|applicant|interviewee)\b(?! keys?)", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.? (?=[A-Z])")
_THIS_ONE = re.compile(r"\b(?:this|our) (?=candidate|applicant|interviewee)\w+", re.IGNORECASE)
_ANSWERED = re.compile(r"\? (?:Only (?:after|when|once|with|if)\b[^.]*|[A-Za-z']+(?: [A-Za-z']+){0,2})\.")
_YOU = re.compile(r"\b(?:you|your|yours|yourself|you're|you've|you'd|you'll)\b", re.IGNORECASE)
_WE_OR_THERE = re.compile(r"(?:^|[.;:,!?] |\bbut )(?:We\b|[Tt]here (?:was|were)\b)")
_DISAGREES = re.compile(
    r"\b[Yy]ou(?: (?:never|also|really|just|only|still|always|often|then|clearly|barely))?"
    r" (?:is|was|has|does|isn't|wasn't|hasn't|doesn't|am)\b|\b[Ww]e (?:is|was|am|has|does)\b|\b[Yy]ou's\b"
    r"|\b[Yy]our you"
)
_AFTER_YOU = re.compile(r"(?:^|[.;:] )You ((?:[a-z'-]+ ){0,4}[a-z'-]+)\b")
_WHEN_ASKED = re.compile(r"(?:^|(?<=: ))[Ww]hen (?=asked\b)")
_TWICE = re.compile(r"\b[Yy]ou ((?:[a-z']+ ){1,2})you\b(?!')")
_GENDERED = {
    "he": ("he", "him", "his", "himself"),
    "she": ("she", "her", "hers", "herself"),
    "they": ("they", "their", "theirs", "themselves"),
}


def verify(
    note: str, text: str, names: Collection[str] = (), pronoun: str | None = None, trades: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return what in `text` cannot be proved from `note`; raises Doubt for unclear shorthand."""
    return verify_expanded(expand(normalise(note), trades), text, frozenset(names), pronoun)


def verify_expanded(
    source: str, text: str, names: Collection[str] = (), pronoun: str | None = None
) -> tuple[str, ...]:
    """Like `verify`, for a note whose shorthand is written out already."""
    quotes = _QUOTE.findall(source)
    if quotes != _QUOTE.findall(text):
        return ("quotations differ",)
    found = _words_differ(source, text, names)
    bare = _QUOTE.sub("it", text)
    found += _persons(bare, _QUOTE.sub("it", source), names, pronoun)
    return tuple(found + _grammar(bare))


@cache
def _known() -> VerifierWords:
    return load("verifying", VerifierWords)


def _content(text: str, names: Collection[str]) -> list[str]:
    """Return the words that must come back, in order, with agreement undone."""
    known, found = _known(), []
    for each in _WORD.findall(_TITLE.sub("", _THIS_ONE.sub("candidate", text))):
        word = each.strip(".'-/").lower()
        stem = word.removesuffix("'s") if word not in known.free else word
        if stem and stem not in known.free and word not in names and stem not in names:
            found.append(_undone(word if word.endswith("'s") else stem))
    return found


@cache
def _agreed() -> dict[str, str]:
    return {second: third for third, second in _known().agreement.items() if third != "am"}


def _undone(word: str) -> str:
    word = _agreed().get(word, word)
    if word in _agreed().values() or word == "was":
        return word
    if "VBZ" in verb_forms(word):
        return base(word) or word
    return word


def _unframed(source: str, text: str) -> str:
    """Return `text` without the "When" that was put before the "asked" of the note."""
    return text if _WHEN_ASKED.search(source) else _WHEN_ASKED.sub("", text)


def _words_differ(source: str, text: str, names: Collection[str]) -> list[str]:
    known = _known()
    before, after = _content(source, names), _content(_unframed(source, text), names)
    if before == after:
        return []  # the numbers and the negations are among these words
    added, lost = Counter(after) - Counter(before), Counter(before) - Counter(after)
    frames = {_undone(each) for each in known.frames}
    extra = [each for each in added if each not in frames]
    if extra:
        return [f"added: {', '.join(extra)}"]
    if added.total() > known.most_frames:
        return ["more than a frame was added"]
    if lost:
        return [f"lost: {', '.join(lost)}"]
    fixed = known.movable | known.moved_adjectives | frames
    if [each for each in before if each not in fixed] != [each for each in after if each not in fixed]:
        return ["the order of words differs"]
    judged = known.moved_adjectives
    if [each for each in before if each in judged] != [each for each in after if each in judged]:
        return ["the order of judgements differs"]
    return _counts_differ(source, text)


def _counts_differ(source: str, text: str) -> list[str]:
    found = []
    if _NUMBER.findall(source) != _NUMBER.findall(text):
        found.append("numbers differ")
    if _negations(source) != _negations(text):
        found.append("negations differ")
    return found


def _negations(text: str) -> int:
    known = _known().negations
    return sum(
        each in known or each.endswith("n't") or each.startswith("lack")
        for each in (word.strip(".'-/").lower() for word in _WORD.findall(text))
    )


def _persons(text: str, source: str, names: Collection[str], pronoun: str | None) -> list[str]:
    """Return what is wrong with who is named."""
    found = []
    if _FIRST_PERSON.search(text):
        found.append("the interviewer speaks")
    words = [each.lower().removesuffix("'s") for each in _WORD.findall(text)]
    if _CANDIDATE.search(text) or _name_left(text, names):
        found.append("the candidate is named")
    found += _pronoun_left(set(words), set(re.findall(r"[a-z]+", source.lower())), pronoun)
    found += [
        "a sentence does not speak to the candidate"
        for sentence in re.split(r"(?<=[.!?])\s+", _ANSWERED.sub("?", text))
        if not (_YOU.search(sentence) or _WE_OR_THERE.search(sentence))
    ]
    return found


def _name_left(text: str, names: Collection[str]) -> bool:
    capitalised = {each.removesuffix("'s").lower() for each in _WORD.findall(text)[1:] if each[0].isupper()}
    return bool(capitalised & set(names))


def _pronoun_left(words: set[str], source: set[str], pronoun: str | None) -> list[str]:
    """A candidate's pronoun left; one of another gender may stay when the note has both."""
    stems = {each.split("'")[0] for each in words}
    if pronoun in _GENDERED and stems & set(_GENDERED[pronoun]):
        return ["a pronoun of the candidate is left"]
    for one, other in (("he", "she"), ("she", "he")):
        left = stems & set(_GENDERED[one])
        if left and pronoun not in ("he", "she") and not source & set(_GENDERED[other]):
            return ["a pronoun is left that may be the candidate's"]
    return []


def _may_stand_between(word: str) -> bool:
    """Whether the word may come between "You" and its verb."""
    return word in _known().between or (word.endswith("ly") and not verb_forms(word))


def _grammar(text: str) -> list[str]:
    found = []
    if _DISAGREES.search(text):
        found.append("a verb does not agree")
    for each in _AFTER_YOU.finditer(text):
        word = next((word for word in each.group(1).split() if not _may_stand_between(word)), "")
        if word not in _known().verbs_after_you and not verb_forms(word) & {"VBD", "VBP", "VB"}:
            found.append(f'no verb follows "You": {word}')
        if verb_forms(word) == {"VBZ"}:
            found.append("a verb does not agree")
    acts_on = [each for each in _TWICE.finditer(text) if not _known().joining & set(each.group(1).split())]
    return [*found, *(['"you" acts on "you"'] if acts_on else [])]
