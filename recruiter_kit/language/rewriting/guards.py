"""Where the hidden subject may be the interviewer.

In: the words of a clause whose subject was left out. Raises Doubt when nothing shows that it was
the candidate who acted: "Pressed twice", "Can't fault his preparation". No check on the finished
sentence can see this, so every doubt counts.
"""

import re
from collections.abc import Sequence
from functools import cache

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.dictionary import base, is_adverb, starts_predicate, verb_forms
from recruiter_kit.language.grammar.pronouns import OBJECTS
from recruiter_kit.language.grammar.words import words
from recruiter_kit.language.lexicons import Lexicon, Pattern, load


class Interviewers(Lexicon):
    """Openings of what interviewers feel and do, and readings that are the candidate's after all."""

    felt: tuple[Pattern, ...]
    asked: tuple[Pattern, ...]
    candidate: tuple[Pattern, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    known = load("interviewers", Interviewers)
    either = [
        re.compile("|".join(f"(?:{each})" for each in group))
        for group in (known.felt, known.asked, known.candidate)
    ]
    return either[0], either[1], either[2]


def against_interviewer(lows: Sequence[str], who: Who, *, never: bool = False) -> None:
    """Raise Doubt when the clause that starts with these words may be the interviewer's.

    `never` says that "never" or the like comes before them: nobody notes of themselves what they
    never asked or explained, so only what an interviewer may feel is doubted.
    """
    text = " ".join(lows)
    felt, asked, candidate = _patterns()
    for pattern, key in ((felt, "interviewer_may_feel"), (asked, "interviewer_may_act"))[: 1 if never else 2]:
        found = pattern.match(text)
        if found and not candidate.match(_marked(lows, who)):
            raise Doubt(key, found.group().strip())


def _marked(lows: Sequence[str], who: Who) -> str:
    """Return the words, a pronoun that means the candidate with @ before it."""
    return " ".join(f"@{low}" if low in who.pronouns else low for low in lows)


def against_objects(lows: Sequence[str], who: Who) -> None:
    """Raise Doubt when the candidate is the object of a verb without a subject."""
    for place, low in enumerate(lows[1:], start=1):
        if low not in who.pronouns:
            continue
        before = lows[place - 1]
        own_clause = any(each in words().subordinators or each in words().wh_words for each in lows[1:place])
        if low in OBJECTS and before not in words().prepositions and not own_clause:
            raise Doubt("whose_action", f"{lows[0]} … {low}")
    _against_owned_object(lows, who)


def _against_owned_object(lows: Sequence[str], who: Who) -> None:
    """Raise Doubt for "Questioned his approach"; what people do to their own things is on a list."""
    own = who.pronouns & {"his", "her", "their"}
    place = 1 if lows[0] in words().agreement or lows[0] in words().modals or is_adverb(lows[0]) else 0
    while place < len(lows) and is_adverb(lows[place]):
        place += 1
    if place + 1 < len(lows) and lows[place + 1] in own and base(lows[place]) not in words().self_directed:
        raise Doubt("whose_action", f"{lows[place]} {lows[place + 1]}")


def against_run_ons(lows: Sequence[str], who: Who) -> None:
    """Raise Doubt when a clause joined on later may have another subject."""
    for place in range(1, len(lows)):
        if _joins(lows, place) and not _led_to_candidate(lows, place, who):
            _against_run_on(lows[place:], who)


def _led_to_candidate(lows: Sequence[str], place: int, who: Who) -> bool:
    """Whether an adverb shows that the candidate acts ("never asked")."""
    return is_adverb(lows[place - 1]) and bool(_patterns()[2].match(_marked(lows[place - 1 :], who)))


def _joins(lows: Sequence[str], place: int) -> bool:
    marks = words().coordinators | {",", "-", "–", "—"}
    if lows[place - 1] in marks:
        return True
    return place > 1 and is_adverb(lows[place - 1]) and lows[place - 2] in marks


def _against_run_on(rest: Sequence[str], who: Who) -> None:
    word, following = rest[0], rest[1] if len(rest) > 1 else ""
    known = words()
    auxiliary = word in known.modals or word in known.agreement
    passive = len(rest) > 2 and "VBN" in verb_forms(rest[2])
    if (word in {"wouldn't", "would", "will", "won't"} and following == "be" and not passive) or word in {
        "is",
        "isn't",
    }:
        raise Doubt("other_subject", word)
    if word == "held" and following in {"up", "back", "firm", "on", "his", "her", "their"}:
        return
    if word == "scaled" and following in {"it", "the", "up", "down", "back"}:
        return
    if word == "worked" and following in {"backwards", "through", "out", "with", "hard", "from", "on"}:
        return
    if word == "ran" and following in {"with", "through", "out", "over"}:
        return
    verb = base(following) if auxiliary else base(word)
    if verb in known.about_the_work and (auxiliary or verb_forms(word) & {"VBD", "VBZ"}):
        raise Doubt("other_subject", word)
    if word == "had" and following == "to" and who.pronouns & set(rest) & {"him", "her", "them"}:
        raise Doubt("other_subject", "had to")
    if word not in {"which", "that"} and starts_predicate(word):
        against_interviewer(rest, who)
        if who.pronouns & set(rest[:3]) & OBJECTS:
            raise Doubt("whose_action", word)
