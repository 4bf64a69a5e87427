"""The pronoun table.

In: a pronoun of the candidate or the interviewer and the words around it. Out: the word that
takes its place. Raises Doubt where "her" or "'s" can be read in two ways.
"""

from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.dictionary import base, is_adverb, is_noun, kinds, verb_forms
from recruiter_kit.language.grammar.words import words

INTERVIEWER = "the interviewer"
INTERVIEWER_SUBJECT = {
    "i": INTERVIEWER,
    "i'm": f"{INTERVIEWER} is",
    "i've": f"{INTERVIEWER} has",
    "i'd": f"{INTERVIEWER} would",
    "i'll": f"{INTERVIEWER} will",
}
INTERVIEWER_OTHER = {
    "me": INTERVIEWER,
    "my": f"{INTERVIEWER}'s",
    "mine": f"{INTERVIEWER}'s",
    "myself": INTERVIEWER,
}
AGAIN = {"me": "them", "my": "their", "mine": "theirs", "myself": "themselves"}
_PLAIN = {
    "him": "you",
    "them": "you",
    "himself": "yourself",
    "herself": "yourself",
    "themselves": "yourself",
    "themself": "yourself",
    "hers": "yours",
    "theirs": "yours",
    "their": "your",
}
_NUMBERS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
_LETS = frozenset({"make", "let", "help", "see", "watch", "hear", "have"})
OBJECTS = frozenset({"him", "them"})


def interviewer(low: str, following: Sequence[str]) -> str:
    """Return what takes the place of "I", "I'm", "I'd" …; "I'd had" means "had", "I'd act" means "would"."""
    if low == "i'd" and "VBN" in verb_forms(next((word for word in following if not is_adverb(word)), "")):
        return f"{INTERVIEWER} had"
    return INTERVIEWER_SUBJECT[low]


def replaced(low: str, following: Sequence[str], previous: str, subject: str | None) -> tuple[str, bool]:
    """Return what takes the place of a candidate's pronoun, and whether it is an object."""
    if low == "his":
        return ("your" if _owns(following) else "yours"), False
    if low == "her":
        is_object = her_is_object(following, previous, subject)
        return ("you" if is_object else "your"), is_object
    return _PLAIN[low], low in OBJECTS


def _owns(following: Sequence[str]) -> bool:
    """Whether what follows "his" is a thing that he has."""
    known = words()
    word = following[0] if following else "."
    if not word or word == "back":
        return True
    return word[0].isalnum() and not (
        word in known.prepositions
        or word in known.coordinators
        or word == "not"
        or word in known.agreement
        or word in known.modals
    )


def her_is_object(following: Sequence[str], previous: str, subject: str | None) -> bool:
    word = following[0] if following else "."
    if not previous or word == "own" or (word in _NUMBERS and previous in words().prepositions):
        return False
    if base(previous) in _LETS and "VB" in verb_forms(word):
        return True
    gives = base(previous) in words().dative
    if (
        gives
        and subject == "we"
        and (word[:1].isdigit() or word in ("a", "an", "two", "three", "several", "some"))
    ):
        return True
    if _ends_object(word):
        return True
    if gives and subject == "we":
        return word not in words().people
    if gives and subject != "you":
        raise Doubt("them_unclear", "her")
    return False


def _ends_object(word: str) -> bool:
    """Whether `word` cannot be owned, so that the "her" before it is on its own."""
    known = words()
    if not word or not word[0].isalnum():
        return bool(word)
    return (
        word in known.prepositions
        or word in known.determiners
        or word in known.coordinators
        or word in known.subordinators
        or word == "not"
        or (is_adverb(word) and "ADJ" not in kinds(word))
        or bool(verb_forms(word) and not kinds(word) & {"NOUN", "ADJ"})
    )


def contracted(ending: str, following: Sequence[str], whole: str) -> str:
    """Return what takes the place of "'s", "'d", "'ll", "'re", "'ve" after the candidate's pronoun."""
    if ending != "s":
        return ending
    return "ve" if _means_has(following, whole) else "re"


def _means_has(following: Sequence[str], whole: str) -> bool:
    known = words()
    place = 0
    while place < len(following) and is_adverb(following[place]):
        place += 1
    if place == len(following):
        raise Doubt("contraction", whole)
    word = following[place]
    after = following[place + 1] if place + 1 < len(following) else ""
    forms = verb_forms(word)
    if word == "used" and after == "to":
        return False
    if word in known.has_participles or ("never" in following[:place] and "VBN" in forms):
        return True
    if "VBN" not in forms or word in known.participle_adjectives:
        return False
    if "VB" in forms or "ADJ" in kinds(word):
        raise Doubt("contraction", whole)
    if after in known.determiners or (after and is_noun(after) and after not in known.prepositions):
        return True
    raise Doubt("contraction", whole)
