"""Whose pronoun it is: the candidate's, or somebody else's.

In: the words of a sentence, the candidate's pronoun, and the sentence before. Out: the pronouns that mean the
candidate. Raises Unclear where one may mean either: an answer of the recruiter settles it. Only people
spoken of before a pronoun can be meant by it; a pronoun of another gender than theirs cannot mean them.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recruiter_kit.language.grammar.candidate import FEMININE, MASCULINE, PLURAL, Who, stem
from recruiter_kit.language.grammar.dictionary import base, is_adverb, is_plural, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows, tokenise
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.rewriting.mentions import MENTION, OWNER
from recruiter_kit.language.rewriting.record import Unclear

FORMS = {"he": MASCULINE, "she": FEMININE, "they": PLURAL}
_OTHER = {"he": "she", "she": "he"}
_TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
_POSSESSIVES = frozenset({"his", "her", "their", OWNER})
_PRETENDED = frozenset({"pretend", "imaginary", "fictional", "made-up"})
_NEAR = 4
_MADE_TO = frozenset({"let", "make", "help", "watch", "see", "hear", "have"})
_SOON = 2
_SHORTEST_NAME = 2
_DATE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)"
    r"(?:\w*day|uary|ch|il|e|y|ust|tember|ober|ember)?$",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[a-z-]+")
_STAGED = re.compile(
    r"\b(?:role[- ]?play|scenario|simulat\w*|mock|lesson|call|drill|handover|consultation|home visit|patient"
    r"|customer|client|pupil|service user|observed|observation)\b",
    re.IGNORECASE,
)
_ANYBODY = frozenset(
    {"the person", "the someone", "the somebody", "the friend", "the guy", "the lead", "the head"}
)
_SOMEBODY = frozenset(
    {"somebody", "someone", "everybody", "everyone", "anybody", "anyone", "nobody", "each", "who"}
)


class Rival(NamedTuple):
    """Somebody else in a sentence: where, as what, and which pronoun would mean them (None: he or she)."""

    place: int
    text: str
    pronoun: str | None


def used(tokens: Sequence[Token]) -> set[str]:
    """Return which of "he", "she" and "they" are in a sentence, in any form."""
    stems = {stem(word) for word in lows(tokens)}
    return {name for name, forms in FORMS.items() if not forms.isdisjoint(stems)}


def meant(
    tokens: Sequence[Token], who: Who, before: Sequence[str] = (), others: frozenset[str | None] = frozenset()
) -> frozenset[str]:
    """Return which of "he", "she" and "they" mean the candidate in this sentence; raises Unclear.

    `before` holds the words of the note before it, in lower case. Where `others` act beside the
    candidate (others_in), a pronoun after a verb without a subject may be theirs: "asked what she knew".
    """
    low = lows(tokens)
    stems = [stem(word) for word in low]
    pronouns = used(tokens)
    rivals = list(_rivals(tokens, low))
    found = {
        name for name in sorted(pronouns) if _is_candidate(name, stems, rivals, pronouns, who, before, others)
    }
    return frozenset(found)


def without_owner(tokens: Sequence[Token], own: frozenset[str]) -> list[str]:
    """Return the first word of each pronoun that is not the candidate's and has nobody before it to mean."""
    low = lows(tokens)
    stems = [stem(word) for word in low]
    rivals = list(_rivals(tokens, low))
    found = []
    for name in sorted(used(tokens) - own):
        first = next(place for place, word in enumerate(stems) if word in FORMS[name])
        someone = any(rival.place < first and rival.pronoun in (None, name) for rival in rivals)
        if not someone and not (name == "they" and _several(stems[:first])):
            found.append(stems[first])
    return found


def name_of(form: str) -> str:
    """Return "she" for "her" and "hers"."""
    return next(name for name, forms in FORMS.items() if form in forms)


def only_other(word: str, who: Who, note: str, interview: str = "") -> str | None:
    """Return the one person whom `word` can mean where it cannot mean the candidate, or None.

    It is the only one that the note names, or, where it names nobody, the interview ("Patient scenario").
    """
    name = name_of(word)
    if who.pronoun not in _OTHER or name != _OTHER[who.pronoun]:
        return None
    found = people_in(word, note, interview)
    return found[0] if len(found) == 1 else None


def people_in(word: str, note: str, interview: str) -> list[str]:
    """Return whom `word` can mean of those whom the note names, or, where it names nobody, the interview."""
    name = name_of(word)
    tokens = tokenise(note)
    rivals = (rival for rival in _rivals(tokens, lows(tokens)) if rival.pronoun in (None, name))
    found = [rival.text for rival in rivals if rival.text not in _ANYBODY]
    if not found:
        named = (each for each in lows(tokenise(interview)) if each in words().people)
        found = [f"the {noun}" for noun in named if _gender(noun) in (None, name)]
    return list(dict.fromkeys(found))


def _is_candidate(
    name: str,
    stems: Sequence[str],
    rivals: Sequence[Rival],
    pronouns: set[str],
    who: Who,
    before: Sequence[str],
    others: frozenset[str | None],
) -> bool:
    first = next(place for place, word in enumerate(stems) if word in FORMS[name])
    if name == "they":
        return _is_they(stems, first, rivals, who)
    fitting = [rival for rival in rivals if rival.pronoun in (None, name)]
    earlier = [rival for rival in fitting if rival.place < first]
    if _is_acted_on(stems, first):
        raise Unclear(stems[first], [rival.text for rival in fitting])
    if who.pronoun != name:
        if who.pronoun in ("he", "she", "they") and earlier:
            return False
        raise Unclear(stems[first], [rival.text for rival in earlier[::-1]])
    if _OTHER[name] in pronouns and len({rival.text for rival in fitting if rival.pronoun is None}) <= 1:
        # The one other person is meant by the other pronoun.
        fitting = [rival for rival in fitting if rival.pronoun == name]
        others = frozenset()
    last = max(place for place, word in enumerate(stems) if word in FORMS[name])
    between = [rival for rival in fitting if rival.place < last]
    if between:
        raise Unclear(stems[last], [rival.text for rival in between[::-1]])
    if _named(stems[:first]):
        return True
    other = _alone_before(name, before)
    if other or (others & {None, name} and _without_subject(stems, first)):
        raise Unclear(stems[first], [other] if other else [])
    return True


def _is_acted_on(stems: Sequence[str], first: int) -> bool:
    """Whether a verb without a subject acts on the pronoun: in "told her", either is the candidate."""
    if stems[first] not in ("him", "her") or not 0 < first <= _SOON:
        return False
    if stems[first] == "her" and first + 1 < len(stems) and "NOUN" in kinds(stems[first + 1]):
        return False
    return bool(verb_forms(stems[first - 1]) & {"VBD", "VBZ"}) and all(
        is_adverb(word) or verb_forms(word) for word in stems[:first]
    )


def _without_subject(stems: Sequence[str], first: int) -> bool:
    """Whether the sentence begins with a verb whose subject was left out, before the first pronoun."""
    if stems[first] in ("himself", "herself"):
        return False
    opening = next((word for word in stems[:first] if word and word[0].isalpha() and not is_adverb(word)), "")
    closed = opening in words().closed or opening in ("i", "we")
    return not closed and bool(verb_forms(opening) & {"VBD", "VBZ", "VBN"})


def _is_they(stems: Sequence[str], first: int, rivals: Sequence[Rival], who: Who) -> bool:
    last = max(place for place, word in enumerate(stems) if word in PLURAL)
    if who.pronoun == "they":
        if _several(stems[:last]) or any(rival.place < last for rival in rivals):
            raise Unclear(stems[last], [rival.text for rival in rivals[::-1]])
        return True
    people = any(rival.place < first for rival in rivals) or _several_people(stems[:first])
    if who.pronoun is None and not people:
        # "Tools they had not used": things do not act.
        raise Unclear(stems[first], [])
    if _named(stems[:first]) and who.pronoun is None:
        raise Unclear(stems[first], [rival.text for rival in rivals[::-1]])
    several = people or _several(stems[:first])
    if several or _named_later_as_people(stems, first):
        return False
    raise Unclear(stems[first], [])


def _several(stems: Sequence[str]) -> bool:
    """Whether several people or things, or somebody of either gender, are spoken of."""
    return any(
        word in words().collectives
        or word in _SOMEBODY
        or (word not in words().mass_words and is_plural(word) and "NOUN" in kinds(word))
        for word in stems
        if word
    )


def _several_people(stems: Sequence[str]) -> bool:
    """Whether several people are spoken of, or somebody of either gender."""
    known = words()
    return any(
        word in known.collectives
        or word in _SOMEBODY
        or any(word in (f"{person}s", f"{person}es") for person in known.people)
        for word in stems
    )


def _named_later_as_people(stems: Sequence[str], first: int) -> bool:
    """Whether whom "their" means follows at once: "in their words, the pupils …"."""
    return _several(stems[first + 1 : first + 1 + _NEAR]) and stems[first] != "they"


def _named(stems: Sequence[str]) -> bool:
    return MENTION in stems or OWNER in stems


def _alone_before(name: str, before: Sequence[str]) -> str:
    """Return somebody spoken of since the candidate was last named whom the pronoun may mean."""
    stems = [stem(word) for word in before]
    for place in range(len(stems) - 1, -1, -1):
        word = stems[place]
        if word in FORMS[name] or word in (MENTION, OWNER):
            return ""
        if _is_person(stems, place) and _gender(word) in (None, name):
            return f"the {word}"
    return ""


def others_in(note: str, interview: str) -> frozenset[str | None]:
    """Return by which pronouns others may be meant who are in what was seen: "he", "she", None for either."""
    tokens = tokenise(note)
    found = {rival.pronoun for rival in _rivals(tokens, lows(tokens))}
    return frozenset(found | {None} if _STAGED.search(interview) else found)


def _rivals(tokens: Sequence[Token], low: Sequence[str]) -> Iterator[Rival]:
    for place, word in enumerate(low):
        if not word:
            # "a guy" in quotation marks may be meant, too.
            yield from _quoted(tokens[place].text, place)
            continue
        noun = word.partition("'")[0]
        if noun in _TITLES and place + 1 < len(low) and tokens[place + 1].text[:1].isupper():
            yield Rival(
                place, f"{tokens[place].text} {tokens[place + 1].text.partition(chr(39))[0]}", _TITLES[noun]
            )
        elif _is_person(low, place):
            yield Rival(place, f"the {noun}", _gender(noun))
        elif _is_named(tokens, place) and not (place and low[place - 1] in _TITLES):
            yield Rival(place, tokens[place].text.partition("'")[0], None)


def _quoted(text: str, place: int) -> Iterator[Rival]:
    for word in _WORDS.findall(text.lower()):
        if word in words().people:
            yield Rival(place, f"the {word}", _gender(word))


def _is_named(tokens: Sequence[Token], place: int) -> bool:
    """Whether a capital and no entry in the dictionary make a word a name: "asked Lars how he holds it"."""
    word, _, ending = tokens[place].text.partition("'")
    if ending not in ("", "s") or _DATE.match(word):
        return False
    if not (len(word) > _SHORTEST_NAME and word[0].isupper() and word[1:].islower() and word.isalpha()):
        return False
    if kinds(word.lower()) - {"PROPN"} or word.lower() in words().closed:
        return False
    if place and tokens[place - 1].low in words().determiners:
        # "The Felixstowe run" names a thing.
        return False
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return (place > 0 and tokens[place - 1].text[-1:] not in ".!?") or bool(
        verb_forms(following) & {"VBD", "VBZ"}
    )


def _is_person(low: Sequence[str], place: int) -> bool:
    """Whether a word names somebody who is there, not a kind of thing ("customer service", "in person")."""
    noun = low[place].partition("'")[0]
    if place and low[place - 1] in _PRETENDED and "NOUN" in kinds(noun):
        return True
    if noun not in words().people:
        return False
    if place and low[place - 1] in _POSSESSIVES | {"in", "per", "as"}:
        return False
    following = low[place + 1] if place + 1 < len(low) else ""
    made_to = place > 1 and base(low[place - 2]) in _MADE_TO and "VB" in verb_forms(following)
    if made_to:
        return True
    closed = following in words().determiners or following in words().expletives
    compound = not closed and "NOUN" in kinds(following) and not verb_forms(following) & {"VBD", "VBZ"}
    return not compound and not _is_made_up(low, place)


def _is_made_up(low: Sequence[str], place: int) -> bool:
    return (
        bool({"example", "time", "story", "case"} & set(low[max(0, place - 5) : place]))
        and low[place - 1] != "the"
    )


def _gender(noun: str) -> str | None:
    known = words()
    return "she" if noun in known.women else "he" if noun in known.men else None
