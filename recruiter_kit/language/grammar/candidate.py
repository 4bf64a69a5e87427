"""Who the candidate is in a note.

In: the words of a note, the candidate's own names, and the pronoun when it is known. Out: which
pronouns mean the candidate. Raises Doubt where a pronoun may mean somebody else.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.dictionary import is_finite, is_plural, kinds
from recruiter_kit.language.grammar.tokens import Token
from recruiter_kit.language.grammar.words import words

MASCULINE = frozenset({"he", "him", "his", "himself"})
FEMININE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "themself"})
_SETS = {"he": MASCULINE, "she": FEMININE, "they": PLURAL}
CANDIDATE_NOUNS = frozenset({"candidate", "applicant", "interviewee"})
_POSSESSIVE = frozenset({"his", "her", "hers", "their", "theirs"})


@dataclass(frozen=True)
class Who:
    """Which words mean the candidate: the pronoun ("he", "she", "they", None) and names in lower case."""

    pronoun: str | None = None
    names: frozenset[str] = frozenset()

    @property
    def pronouns(self) -> frozenset[str]:
        """Every form of the candidate's pronoun."""
        return _SETS[self.pronoun] if self.pronoun else frozenset()

    def is_subject(self, low: str) -> bool:
        """Whether the word is the candidate's subject pronoun."""
        return low == self.pronoun


def stem(low: str) -> str:
    """Return a pronoun without what is contracted onto it."""
    return low.split("'")[0] if "'" in low else low


def pronoun_of(stated: str | None) -> str | None:
    """Return "he", "she" or "they" for pronouns as stated ("she/her"), or None."""
    parts = re.findall(r"[a-z]+", (stated or "").lower())
    subjects = [part for part in parts if part in ("he", "she", "they")]
    return subjects[0] if subjects and len(set(subjects)) == 1 else None


def seen_pronouns(lows: Iterable[str]) -> frozenset[str]:
    """Return which of "he", "she" and "they" are among the words."""
    stems = {stem(low) for low in lows}
    return frozenset(name for name in ("he", "she", "they") if stems & _SETS[name])


def find(tokens: Sequence[Token], names: frozenset[str], stated: str | None = None) -> Who:
    """Return who the candidate is; raises Doubt."""
    low = [token.low for token in tokens]
    stated = _overruled(stated, low)
    short_forms = frozenset(token.low for token in tokens if len(token.text) > 1 and token.text.isupper())
    who = Who(stated or _guess(low, names, short_forms), names)
    _guard(low, who)
    return who


def _overruled(stated: str | None, low: Sequence[str]) -> str | None:
    """A note that opens with "They" and knows no other pronoun means the candidate by it."""
    if stated in ("he", "she") and seen_pronouns(low) == {"they"} and _opens_with(low, "they"):
        return "they"
    return stated


def _opens_with(low: Sequence[str], pronoun: str) -> bool:
    first = next((word for word in low if word not in words().leads and word != ","), "")
    return stem(first) in _SETS[pronoun]


def _guess(low: Sequence[str], names: frozenset[str], short_forms: frozenset[str]) -> str | None:
    seen = seen_pronouns(low)
    if {"he", "she"} <= seen:
        opening = [pronoun for pronoun in ("he", "she") if _opens_with(low, pronoun)]
        if not opening:
            raise Doubt("two_people")
        return opening[0]
    for pronoun in ("he", "she"):
        if pronoun in seen:
            return pronoun
    if "they" not in seen or not _is_about_one(low):
        return None
    return "they" if _opens_with(low, "they") or not _others_before_they(low, names, short_forms) else None


def _is_about_one(low: Sequence[str]) -> bool:
    """A lone "them" means things ("mixed them up") unless the interviewer comes before it."""
    if any(stem(word) in PLURAL - {"them"} for word in low):
        return True
    return bool({"i", "we", "me", "us", "panel"} & set(low[: low.index("them")]))


def _others_before_they(low: Sequence[str], names: frozenset[str], short_forms: frozenset[str]) -> bool:
    """Whether "they" has somebody else before it that it may mean, a short form ("DSL") included."""
    before = low[: next(place for place, word in enumerate(low) if stem(word) in PLURAL)]
    return any(word in short_forms or _may_be_they(word, names) for word in before)


def _may_be_they(word: str, names: frozenset[str]) -> bool:
    known = words()
    return word not in names and (
        word in known.collectives or word in known.people or (is_plural(word) and "NOUN" in kinds(word))
    )


# "while the HCA was on her break": a clause with a subject of its own, whose "her" is that subject's.
_OWNERS = frozenset({"her", "his"})
_OTHER_SUBJECT = re.compile(
    r"\b(?:while|when|because|since|after|before|until) (?:the|a|an|another|one) (?P<who>[\w-]+)(?: [\w-]+)? "
    r"(?:was|is|had|has|went|took|left|came|did)\b[^,;]*\b(?:her|his)\b"
)


def _guard(low: Sequence[str], who: Who) -> None:
    """Raise Doubt where a pronoun of the candidate follows somebody it may mean instead."""
    other = _OTHER_SUBJECT.search(" ".join(low)) if not _OWNERS.isdisjoint(low) else None
    if other:
        raise Doubt("person_before_pronoun", other["who"])
    if who.pronoun in ("he", "she"):
        if {"he", "she"} <= seen_pronouns(low):
            return
        own = who.pronouns - _POSSESSIVE
        _guard_against(low, own, lambda word: word in words().people)
        if not _named_first(low, who):
            _guard_against(low, who.pronouns & {"his", "her"}, lambda word: word in words().people)
    elif who.pronoun == "they":
        _guard_against(low, PLURAL, _is_others)


def _named_first(low: Sequence[str], who: Who) -> bool:
    """Whether the candidate is spoken of before anybody else, so that "her" goes on with the candidate."""
    for word in low:
        if stem(word) in who.pronouns or word in who.names or word in CANDIDATE_NOUNS:
            return True
        if word in words().people:
            return False
    return True


_MADE_UP = frozenset({"example", "examples", "time", "story", "scenario", "case", "instance", "question"})


def _is_no_one_there(low: Sequence[str], place: int) -> bool:
    """Whether the person is only spoken of: "in person", "an example of a difficult colleague"."""
    before = low[max(0, place - 5) : place]
    return before[-1:] == ["in"] or bool(_MADE_UP & set(before) and {"a", "an"} & set(before[1:]))


def _is_others(word: str) -> bool:
    known = words()
    return (
        word in known.collectives or word in known.people or (is_plural(word) and "VERB" not in kinds(word))
    )


def _guard_against(low: Sequence[str], own: frozenset[str], is_other: Callable[[str], bool]) -> None:
    somebody = ""
    for place, word in enumerate(low):
        if word in words().people and _is_no_one_there(low, place):
            continue
        if (
            somebody
            and word in {"him", "her"}
            and low[place - 2 : place - 1] == [somebody]
            and is_finite(low[place - 1])
        ):
            # "a pupil corrected him": nobody who acts on herself is called "her".
            continue
        if somebody and stem(word) in own:
            raise Doubt("they_unclear" if own is PLURAL else "person_before_pronoun", somebody)
        if is_other(word):
            somebody = word
