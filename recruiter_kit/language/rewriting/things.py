"""Clauses about what the candidate made or showed: "Answers were long", "Pallet wrapped loosely".

In: tokens that start with a thing instead of a person. Out: "Your" and the clause, with "was" or
"were" put in where the note left it out, or None when the words are of another kind. Raises Doubt
where what happened may not be the candidate's.
"""

from collections.abc import Sequence

from recruiter_kit.language.lexicons import load
from recruiter_kit.language.names import NameWords
from recruiter_kit.language.rewriting import heads
from recruiter_kit.language.rewriting.capitals import small
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.dictionary import base, is_adverb, is_noun, is_plural, kinds, verb_forms
from recruiter_kit.language.rewriting.record import Trace
from recruiter_kit.language.rewriting.tokens import Token, lows, opening, put_in, spaced
from recruiter_kit.language.rewriting.who import Who, stem
from recruiter_kit.language.rewriting.words import fragment_words, words

_LONGEST_SUBJECT = 7
_BE = frozenset({"were", "are", "had", "could", "couldn't", "did", "didn't"})
_AFTER_STATE = frozenset({"", ",", ";", "(", "-", "–", "—", ".", "and", "but", "or", "to", "enough", "too"})
_PASSIVES = frozenset({"given", "done", "shown", "made", "kept", "left", "cut", "put", "set", "read"})
_LINKS = frozenset({"of", "on", "about", "for", "in", "to", "with", "between", "from"})
_NOMINAL = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ing", "cy", "ism", "age", "ure")


def thing(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "Answers were long" and "Answers long" into "Your answers were long"."""
    low = lows(tokens)
    for place in range(1, min(_LONGEST_SUBJECT, len(low))):
        kind = _kind(low, place)
        if kind and is_subject(tokens[:place], finite=kind == "verb"):
            trace.fired("your-noun")
            copula = [] if kind == "verb" else put_in("were" if _is_many(low[:place]) else "was")
            rest = convert(small(tokens), who, trace)
            head, tail = rest[:place], rest[place:]
            if _counted(low):
                return [*head, *copula, *spaced(tail)]
            return [*opening("Your"), *spaced(head), *copula, *spaced(tail)]
    return None


def _kind(low: Sequence[str], place: int) -> str:
    """Return "verb" or "state" when a predicate of that kind starts at `place`, else an empty text."""
    known = words()
    if low[place - 1] in known.determiners or low[place - 1] in known.prepositions:
        return ""
    if low[place] in known.agreement or low[place] in _BE or low[place] in known.modals:
        return "verb"
    here = place
    while here < len(low) - 1 and (
        is_adverb(low[here]) or low[here] in fragment_words().degree or low[here] in {"a", "bit"}
    ):
        here += 1
    word, following = low[here], low[here + 1] if here + 1 < len(low) else ""
    forms = verb_forms(word)
    if word in known.linking and following not in known.particles:
        return "verb" if _goes_on_with_state(low, here + 1) else ""
    if is_state(low, here) or (word in {"on", "off"} and following in _AFTER_STATE - {"to", "and"}):
        return "state"
    if not kinds(word) and not following and low[here - 1] == "not":
        return "state"
    if word[:1].isdigit() and following in _AFTER_STATE:
        return "state" if low[place - 1] in fragment_words().measured else ""
    if here > place and not forms & {"VBD", "VBN"}:
        return ""
    if "VBN" in forms and "VBD" not in forms and ("NOUN" not in kinds(word) or word in _PASSIVES):
        return "" if _has_object(word, following) else "state"
    if "VBD" in forms and not kinds(word) & {"NOUN"}:
        if "VBN" not in forms or _has_object(word, following):
            return "verb"
        moves = base(word) in known.intransitive and following not in known.particles
        return "verb" if moves else "state"
    return "verb" if "VBZ" in forms and "NOUN" not in kinds(word) else ""


def _goes_on_with_state(low: Sequence[str], place: int) -> bool:
    """Whether "felt" goes on with how it felt."""
    while place < len(low) - 1 and (
        is_adverb(low[place]) or low[place] in fragment_words().degree | {"a", "bit", "like"}
    ):
        place += 1
    if place >= len(low):
        return False
    word = low[place]
    return (
        "ADJ" in kinds(word)
        or word in fragment_words().judging
        or bool(verb_forms(word) & {"VBN", "VBG"})
        or low[place - 1] == "like"
    )


def _has_object(word: str, following: str) -> bool:
    """Whether the verb goes on with a thing it acts on, so that it is no passive."""
    known = words()
    if following in known.determiners and following not in {
        "what",
        "how",
        "why",
        "when",
        "where",
        "if",
        "which",
    }:
        return following not in {"from", "without", "for", "every"}
    return (
        is_noun(following)
        and not is_adverb(following)
        and following not in known.prepositions
        and following not in known.coordinators
        and following not in known.subordinators
        and following.isalpha()
        and not (kinds(following) == {"ADJ"} or following in fragment_words().degree or following == "to")
    )


def is_state(low: Sequence[str], place: int) -> bool:
    """Whether a judgement stands at `place` and no noun follows that it belongs to."""
    known = fragment_words()
    if _is_phrase(low, place):
        return True
    here = place
    while here < len(low) - 1 and (
        low[here] in known.degree or low[here] in {"a", "bit", "not"} or is_adverb(low[here])
    ):
        here += 1
    word = low[here]
    if _is_phrase(low, here):
        return True
    listed = word in known.judging or word in known.of_a_person
    if not (listed or kinds(word) == {"ADJ"}):
        return False
    following = low[here + 1] if here + 1 < len(low) else ""
    return (
        following in _AFTER_STATE
        or following in words().prepositions
        or following in words().subordinators
        or following in {"throughout", "overall", "today", "first"}
        or (is_adverb(following) and not is_noun(following))
    )


def _is_phrase(low: Sequence[str], place: int) -> bool:
    """Whether a phrase that says how a thing was stands at `place`: "out of date", "on time"."""
    known = fragment_words().state_phrases
    return tuple(low[place : place + 3]) in known or tuple(low[place : place + 2]) in known


def is_subject(tokens: Sequence[Token], *, finite: bool) -> bool:
    """Whether the words name something of the candidate's: "drug calculation", "knowledge of joins"."""
    low = lows(tokens)
    known = words()
    noun = next((place for place, each in enumerate(low) if place and each in _LINKS), len(low))
    start = _counted(low)
    if noun <= start or (noun < len(low) and noun == len(low) - 1):
        return False
    if not all(_may_name(each) for each in low[start:noun]) or not _ends_well(low, noun):
        return False
    head = low[noun - 1] or tokens[noun - 1].text.lower()
    if not heads.may_be_head(head) or _is_somebody(head) or head in fragment_words().not_about_you:
        return False
    if low[0] in known.pointers and not start:
        return False
    if (
        is_adverb(low[0])
        or low[0] in known.leads
        or (len(low) == 1 and not _names_a_thing(tokens[0], finite=finite))
    ):
        return False
    return not (finite and len(low) > 1 and not _may_act(head))


def _counted(low: Sequence[str]) -> int:
    place = 0
    while place < len(low) - 1 and low[place] in {
        "all",
        "both",
        "most",
        "some",
        "half",
        "several",
        "two",
        "three",
        "four",
        "five",
        "of",
    }:
        place += 1
    return place


def _may_name(low: str) -> bool:
    """Whether the word can be part of a thing's name."""
    known = words()
    if not low or low == "and":
        return True
    if (
        low in known.determiners
        or low in known.prepositions
        or low in known.subordinators
        or low.startswith("@")
    ):
        return False
    if low in known.linking or low in known.agreement or low in known.modals or stem(low) in known.expletives:
        return False
    if not low[0].isalnum() or is_adverb(low):
        return False
    forms = verb_forms(low)
    return (
        bool(kinds(low) & {"NOUN", "ADJ", "PROPN"})
        or not kinds(low)
        or (bool(forms & {"VBG", "VB"}) and not forms & {"VBD", "VBZ"})
    )


def _ends_well(low: Sequence[str], noun: int) -> bool:
    """Whether the part after "of" is a thing as well, and nothing but it."""
    rest = low[noun + 1 :]
    return all(
        each.isalnum() is True or each in {"", "'s", "the", "a"} or "'" in each or "-" in each
        for each in rest
    ) and not any(each in words().subordinators or each in words().modals for each in rest)


def _is_somebody(noun: str) -> bool:
    known = words()
    return (
        noun in known.people
        or noun in known.collectives
        or (noun.endswith("s") and noun[:-1] in known.people)
    )


def _may_act(head: str) -> bool:
    """Whether a verb may be said of the thing without its being somebody else's."""
    known = fragment_words()
    return (
        head in known.owned
        or head in known.assessed
        or head in known.activities
        or head in known.had
        or (head in known.given or head in known.labels or head.endswith(_NOMINAL) or is_plural(head))
    )


def _names_a_thing(token: Token, *, finite: bool) -> bool:
    """Whether a single word is a thing and not somebody's name."""
    low = token.low or token.text.lower()
    if _may_act(low):
        return True
    if token.kept or (token.text.isupper() and len(low) > 1):
        return not finite
    if finite or low in load("names", NameWords).also_words:
        return False
    if not kinds(low):
        return token.text[:1].islower()
    return "NOUN" in kinds(low) and not kinds(low) & {"ADJ", "ADV"} and "VBD" not in verb_forms(low)


def _is_many(subject: Sequence[str]) -> bool:
    noun = next((place for place, each in enumerate(subject) if place and each in _LINKS), len(subject))
    return is_plural(subject[noun - 1]) or "and" in subject[:noun]
