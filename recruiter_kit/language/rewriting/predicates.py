"""What is said of a thing: a verb of its own, or how it was with "was" left out.

In: lower-case words of a clause and where its predicate may start. Out: "verb", "state" or an
empty text ("Drawing | lacked tolerances", "Pallet | wrapped loosely", "Answers on | joins").
"""

from collections.abc import Sequence

from recruiter_kit.language.grammar.dictionary import base, is_adverb, is_noun, kinds, verb_forms
from recruiter_kit.language.grammar.words import fragment_words, words

_BE = frozenset({"were", "are", "had", "could", "couldn't", "did", "didn't"})
_ENDS = frozenset({"", ",", ";", "(", "-", "–", "—", ".", "but", "or", "enough", "too"})
_AFTER_STATE = _ENDS | {"and", "to"}
_PASSIVES = frozenset({"given", "done", "shown", "made", "kept", "left", "cut", "put", "set", "read"})
_INDIRECT = frozenset({"what", "how", "why", "when", "where", "if", "which"})
_NO_OBJECT = frozenset({"from", "without", "for", "every"})


def predicate_kind(low: Sequence[str], place: int) -> str:
    """Return "verb" or "state" when a predicate of that kind starts at `place`, else an empty text."""
    known = words()
    if low[place - 1] in known.determiners or low[place - 1] in known.prepositions:
        return ""
    if low[place] in known.agreement or low[place] in _BE or low[place] in known.modals:
        return "verb"
    if _is_phrase(low, place):
        return "state"
    here = _after_degree(low, place)
    word, following = low[here], _at(low, here + 1)
    if word in known.linking and following not in known.particles:
        return "verb" if _goes_on_with_state(low, here + 1) else ""
    if _is_state(low, here) or _is_short_state(low, here):
        return "state"
    if word[:1].isdigit() and following in _AFTER_STATE:
        return "state" if low[place - 1] in fragment_words().measured else ""
    if here > place and not verb_forms(word) & {"VBD", "VBN"}:
        return ""
    return _kind_of_verb(word, following)


def is_state_at(low: Sequence[str], place: int) -> bool:
    """Whether a judgement is at `place`, words of degree before it or not."""
    return place < len(low) and _is_state(low, _after_degree(low, place))


def _at(low: Sequence[str], place: int) -> str:
    return low[place] if place < len(low) else ""


def _after_degree(low: Sequence[str], place: int) -> int:
    """Return where the words of degree that start at `place` end ("a bit", "very", "mostly")."""
    known = fragment_words().degree
    while place < len(low) - 1 and (
        is_adverb(low[place]) or low[place] in known or low[place] in {"a", "bit"}
    ):
        place += 1
    return place


def _kind_of_verb(word: str, following: str) -> str:
    """Tell "lacked tolerances" (it acts) from "wrapped loosely" (it was acted on)."""
    forms, known = verb_forms(word), words()
    if "VBN" in forms and "VBD" not in forms and ("NOUN" not in kinds(word) or word in _PASSIVES):
        return "" if _has_object(following) else "state"
    if "VBD" in forms and "NOUN" not in kinds(word):
        if "VBN" not in forms or _has_object(following):
            return "verb"
        moves = base(word) in known.intransitive and following not in known.particles
        return "verb" if moves else "state"
    return "verb" if "VBZ" in forms and "NOUN" not in kinds(word) else ""


def _goes_on_with_state(low: Sequence[str], place: int) -> bool:
    """Whether "felt" goes on with how it felt."""
    place = _after_degree(low, place)
    word = _at(low, place)
    if word == "like":
        return True
    return "ADJ" in kinds(word) or word in fragment_words().judging or bool(verb_forms(word) & {"VBN", "VBG"})


def _has_object(following: str) -> bool:
    """Whether a verb goes on with a thing it acts on, so that it is not a passive."""
    known = words()
    if following in known.determiners and following not in _INDIRECT:
        return following not in _NO_OBJECT
    return (
        is_noun(following)
        and following.isalpha()
        and following not in known.prepositions | known.coordinators | known.subordinators | {"to"}
        and not (is_adverb(following) or kinds(following) == {"ADJ"} or following in fragment_words().degree)
    )


def _is_state(low: Sequence[str], place: int) -> bool:
    """Whether a judgement is at `place` and no noun follows that it belongs to."""
    known = fragment_words()
    if _is_phrase(low, place):
        return True
    word, following = low[place], _at(low, place + 1)
    if not (word in known.judging or word in known.of_a_person or kinds(word) == {"ADJ"}):
        return False
    return (
        following in _AFTER_STATE
        or following in words().prepositions
        or following in words().subordinators
        or following in {"throughout", "overall", "today", "first"}
        or (is_adverb(following) and not is_noun(following))
    )


def _is_short_state(low: Sequence[str], place: int) -> bool:
    """Whether "on", "off" or "not" with a word of the trade ends it ("boots on", "not idempotent")."""
    word, following = low[place], _at(low, place + 1)
    if word in {"on", "off"}:
        return following in _ENDS
    return not kinds(word) and not following and low[place - 1] == "not"


def _is_phrase(low: Sequence[str], place: int) -> bool:
    """Whether a phrase that says how a thing was is at `place`: "out of date", "on time"."""
    known = fragment_words().state_phrases
    return tuple(low[place : place + 3]) in known or tuple(low[place : place + 2]) in known
