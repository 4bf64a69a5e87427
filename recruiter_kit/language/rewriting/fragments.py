"""Notes without a verb, completed by a closed set of frames.

In: tokens of a verbless clause. Out: a sentence ("Your SQL was decent", "You were weak on
testing", "There was no …"). Raises Doubt for everything that the lists do not know.
"""

from collections.abc import Sequence

from recruiter_kit.language.rewriting import guards, heads
from recruiter_kit.language.rewriting.capitals import small
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.dictionary import is_adverb, is_finite, is_noun, is_plural, verb_forms
from recruiter_kit.language.rewriting.record import Doubt, Trace
from recruiter_kit.language.rewriting.subjectless import joined
from recruiter_kit.language.rewriting.tokens import Token, lows, put_in
from recruiter_kit.language.rewriting.who import Who
from recruiter_kit.language.rewriting.words import fragment_words, words

_OPEN = frozenset(
    {
        "",
        ",",
        "and",
        "but",
        "to",
        "when",
        "if",
        "that",
        "enough",
        "throughout",
        "at",
        "–",
        "-",
        "until",
        "once",
        "about",
    }
)


_AT_THE_END = frozenset({"throughout", "overall", "today"})


def opening(*texts: str) -> list[Token]:
    """Return inserted words that start a sentence."""
    first, *rest = put_in(*texts)
    return [first._replace(space=False), *rest]


def adjective(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """ "Weak on testing" → "You were weak on testing"; None when it is no such fragment."""
    low = lows(tokens)
    place = _after_intensifiers(low)
    if place == len(low) or low[place] not in fragment_words().of_a_person | words().participle_adjectives:
        return None
    following = low[place + 1] if place + 1 < len(low) else ""
    if not _stands_alone(low, place, following):
        return None
    _check_said_of_the_person(low, place)
    if {"start", "available", "relocate", "relocation", "travel", "notice"} & set(low[place + 1 :]) and low[
        place
    ] in {"able", "unable", "willing", "unwilling", "open", "flexible", "happy", "unsure", "ready"}:
        raise Doubt("availability")
    frame = ["You", "were"]
    body = small(tokens)
    if low[0] in {"bit", "little"}:
        frame.append("a")
    trace.fired("adjective")
    guards.against_run_ons(low, who)
    return [*opening(*frame), *_spaced(joined(convert(body, who, trace, continued=True), trace))]


def _check_said_of_the_person(low: Sequence[str], place: int) -> None:
    """ "Not clear why he left", "Good to see tests": there the interviewer judges, not the candidate."""
    rest = low[place + 1 :]
    doubtful = low[place] in {"clear", "unclear", "sure", "unsure", "certain"} and rest
    about_them = bool({"he", "she", "they", "his", "her", "their", "@you", "@your"} & set(rest))
    if doubtful and (
        rest[0] in {"why", "if", "whether", "that"} or (rest[0] in words().wh_words and about_them)
    ):
        raise Doubt("interviewer_may_feel", low[place])
    easy = low[place] in {
        "good",
        "great",
        "nice",
        "easy",
        "poor",
        "bad",
        "fine",
        "ok",
        "okay",
        "better",
        "strong",
    }
    if (
        easy
        and rest[:1] == ["to"]
        and not set(rest[1:2]) & {"talk", "follow", "work", "listen", "understand"}
    ):
        raise Doubt("interviewer_may_feel", f"{low[place]} to")


def _after_intensifiers(low: Sequence[str]) -> int:
    place = 0
    known = fragment_words().intensifiers
    while place < len(low) and (low[place] in known or low[place] in {"well", "badly", "poorly", "fully"}):
        place += 1
    return place


def _stands_alone(low: Sequence[str], place: int, following: str) -> bool:
    """Whether the adjective is said of the person, not of a noun that follows it."""
    known = fragment_words()
    here = place + 1
    while here < len(low) and (
        low[here] in {",", "and"}
        or low[here] in known.judging
        or low[here] in known.of_a_person
        or is_adverb(low[here])
    ):
        here += 1
    adjectives = here > place + 1 and (low[here - 1] in known.judging or low[here - 1] in known.of_a_person)
    noun_follows = _noun_at(low, here) or (here < len(low) and low[here].endswith("ing"))
    if adjectives and noun_follows and not _is_activity(low, here):
        return False
    if following in known.owned | known.assessed | known.had or (
        is_adverb(following) and _noun_at(low, place + 2)
    ):
        return False
    if (
        following in _OPEN
        or is_adverb(following)
        or following in words().prepositions
        or following in {"what", "how", "why"}
    ):
        return True
    if not following or not following[0].isalpha():
        return True
    return low[place] in known.with_ing and _is_activity(low, place + 1)


def _is_activity(low: Sequence[str], place: int) -> bool:
    """Whether "presenting" is what somebody does, not part of a noun ("presenting skills")."""
    return "VBG" in verb_forms(low[place]) and low[place].endswith("ing") and not _noun_at(low, place + 1)


def _noun_at(low: Sequence[str], place: int) -> bool:
    return place < len(low) and heads.may_be_head(low[place])


def quantified(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """ "No examples" → "There were no examples"; None when no amount opens the fragment."""
    low = lows(tokens)
    start = heads.quantifier_length(low)
    if not start or any(is_auxiliary(each) for each in low):
        return None
    head = heads.head(low[start:])
    heads.check(head)
    _check_list(low)
    body = small(tokens)
    trace.fired("amount")
    if head in fragment_words().had:
        if low[:2] in (["not", "much"], ["not", "many"]):
            return [
                *opening("You", "did"),
                *_spaced(body[:1]),
                *put_in("have"),
                *convert(body[1:], who, trace),
            ]
        if low[0] != "not":
            return [*opening("You", "had"), *_spaced(convert(body, who, trace))]
    if head in fragment_words().given:
        return [*opening("You", "gave"), *_spaced(convert(body, who, trace))]
    if not is_noun(head):
        raise Doubt("fragment")
    many = (
        is_plural(head)
        or low[0] in {"few", "several", "many"}
        or "many" in low[:2]
        or low[:2] == ["very", "few"]
    )
    return [*opening("There", "were" if many else "was"), *_spaced(convert(body, who, trace))]


def _check_list(low: Sequence[str]) -> None:
    """After a comma only more of the same kind may follow."""
    fine = {
        "all",
        "mostly",
        "mainly",
        "none",
        "both",
        "only",
        "especially",
        "including",
        "from",
        "with",
        "even",
        "just",
    }
    for place, each in enumerate(low[:-1]):
        if each == "," and not (heads.quantifier_length(low[place + 1 :]) or low[place + 1] in fine):
            raise Doubt("fragment")


def judged_noun(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """ "Decent SQL" → "Your SQL was decent"; None when no judging adjective opens the fragment."""
    low = lows(tokens)
    article = 1 if low[0] in {"a", "an"} else 0
    count = article + heads.adjectives_length(low[article:])
    if count == article or count >= len(low):
        return None
    heads.check_rest(low[count:], who)
    noun = heads.head(low[count:])
    if heads.is_person_noun(noun):
        return _person(tokens, low, article, trace)
    if noun in fragment_words().had:
        trace.fired("judged-noun")
        frame = [
            "You",
            "had",
            *([_article(low[0])] if not article and _takes_article(noun, low[:count]) else []),
        ]
        return [*opening(*frame), *_spaced(convert(small(tokens), who, trace))]
    if article:
        raise Doubt("fragment")
    heads.check_known(noun, tokens[count:])
    trace.fired("judged-noun")
    end = len(tokens) - 1 if low[-1] in _AT_THE_END and len(tokens) > count + 1 else len(tokens)
    verb = "were" if is_plural(noun) else "was"
    rest = convert(small(tokens[count:end]), who, trace)
    judged = [*_spaced(_with_and(small(tokens[:count]))), *tokens[end:]]
    return [*opening("Your"), *_spaced(rest), *put_in(verb), *judged]


def _takes_article(noun: str, adjectives: Sequence[str]) -> bool:
    counted = noun in {"grasp", "understanding", "awareness", "idea", "background", "concept"}
    return counted and not {"limited", "poor", "little"} & set(adjectives)


def _with_and(adjectives: Sequence[Token]) -> list[Token]:
    """ "good, clear" → "good and clear"."""
    commas = [place for place, each in enumerate(adjectives) if each.low == ","]
    if not commas:
        return list(adjectives)
    return [*adjectives[: commas[-1]], *put_in("and"), *adjectives[commas[-1] + 1 :]]


def _person(tokens: Sequence[Token], low: Sequence[str], article: int, trace: Trace) -> list[Token]:
    if len(low) - article > 4:
        raise Doubt("fragment")
    trace.fired("person-noun")
    frame = ["You", "were"] if article else ["You", "were", _article(low[0])]
    return [*opening(*frame), *_spaced(small(tokens))]


def noun_judged(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """ "Joins fine" → "Your joins were fine"; None when no judging adjective ends the fragment."""
    low = lows(tokens)
    start = len(low)
    known = fragment_words()
    while start > 1 and low[start - 1] in known.judging | known.of_a_person:
        start -= 1
    while (
        start > 1
        and start < len(low)
        and low[start - 1] in known.degree | {"a", "bit", "not", "less", "more", "also"}
    ):
        start -= 1
    if start in (0, len(low)) or start > 4 or {"is", "was", "are", "were"} & set(low):
        return None
    if any(
        each in words().prepositions or each in words().determiners or is_adverb(each) for each in low[:start]
    ):
        return None
    noun = low[start - 1] or tokens[start - 1].text.lower()
    if low[0] in known.judging or not heads.may_be_head(noun) or (is_finite(low[0]) and not is_plural(low[0])):
        return None
    heads.check(noun)
    trace.fired("noun-judged")
    verb = "were" if is_plural(noun) else "was"
    return [*opening("Your"), *_spaced(small(tokens[:start])), *put_in(verb), *_spaced(small(tokens[start:]))]


def is_auxiliary(low: str) -> bool:
    """Whether the word makes a fragment a clause."""
    return low in words().agreement or low in words().modals or low in {"were", "are"}


def _article(following: str) -> str:
    return "an" if following[:1] in "aeiou" else "a"


def _spaced(tokens: Sequence[Token]) -> list[Token]:
    return [tokens[0]._replace(space=True), *tokens[1:]] if tokens else []
