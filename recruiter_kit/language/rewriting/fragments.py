"""Notes without a verb, completed by a closed set of frames.

In: tokens of a verbless clause. Out: a sentence ("Your SQL was decent", "You were weak on
testing", "There was no …"). Raises Doubt for everything that the lists do not know.
"""

from collections.abc import Sequence

from recruiter_kit.language.rewriting import heads
from recruiter_kit.language.rewriting.capitals import small
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.dictionary import is_adverb, is_finite, is_noun, is_plural
from recruiter_kit.language.rewriting.record import Doubt, Trace
from recruiter_kit.language.rewriting.tokens import Token, lows, opening, put_in, spaced
from recruiter_kit.language.rewriting.who import Who
from recruiter_kit.language.rewriting.words import fragment_words, words

_AT_THE_END = frozenset({"throughout", "overall", "today"})


def quantified(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "No plan" into "There was no plan"; None when no amount opens the fragment."""
    low = lows(tokens)
    start = heads.quantifier_length(low)
    if not start or any(is_auxiliary(each) for each in low[: heads.clause_start(low)]):
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
                *spaced(body[:1]),
                *put_in("have"),
                *convert(body[1:], who, trace),
            ]
        if low[0] != "not":
            return [*opening("You", "had"), *spaced(convert(body, who, trace))]
    if head in fragment_words().given:
        return [*opening("You", "gave"), *spaced(convert(body, who, trace))]
    if not is_noun(head):
        raise Doubt("fragment")
    many = (
        is_plural(head)
        or low[0] in {"few", "several", "many"}
        or "many" in low[:2]
        or low[:2] == ["very", "few"]
    )
    return [*opening("There", "were" if many else "was"), *spaced(convert(body, who, trace))]


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
    """Turn "Decent SQL" into "Your SQL was decent"; None when no judging adjective opens the fragment."""
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
        return [*opening(*frame), *spaced(convert(small(tokens), who, trace))]
    if article:
        raise Doubt("fragment")
    heads.check_known(noun, tokens[count:])
    trace.fired("judged-noun")
    end = len(tokens) - 1 if low[-1] in _AT_THE_END and len(tokens) > count + 1 else len(tokens)
    verb = "were" if is_plural(noun) else "was"
    rest = convert(small(tokens[count:end]), who, trace)
    judged = [*spaced(_with_and(small(tokens[:count]))), *tokens[end:]]
    return [*opening("Your"), *spaced(rest), *put_in(verb), *judged]


def _takes_article(noun: str, adjectives: Sequence[str]) -> bool:
    counted = noun in fragment_words().had_one
    return counted and not {"limited", "poor", "little"} & set(adjectives)


def _with_and(adjectives: Sequence[Token]) -> list[Token]:
    """Put "and" for the comma of "good, clear"."""
    commas = [place for place, each in enumerate(adjectives) if each.low == ","]
    if not commas:
        return list(adjectives)
    return [*adjectives[: commas[-1]], *put_in("and"), *adjectives[commas[-1] + 1 :]]


def _person(tokens: Sequence[Token], low: Sequence[str], article: int, trace: Trace) -> list[Token]:
    if len(low) - article > 4:
        raise Doubt("fragment")
    trace.fired("person-noun")
    frame = ["You", "were"] if article else ["You", "were", _article(low[0])]
    return [*opening(*frame), *spaced(small(tokens))]


def is_auxiliary(low: str) -> bool:
    """Whether the word makes a fragment a clause."""
    return low in words().agreement or low in words().modals or low in {"were", "are"}


def _article(following: str) -> str:
    return "an" if following[:1] in "aeiou" else "a"
