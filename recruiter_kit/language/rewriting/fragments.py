"""Notes without a verb, completed by a closed set of frames.

In: tokens of a verbless clause. Out: a sentence ("Your SQL was decent", "You were weak on
testing", "There was no …"). Raises Doubt for everything that the lists do not know.
"""

from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.capitals import small
from recruiter_kit.language.grammar.dictionary import is_finite, is_noun, is_plural, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows, opening, put_in, spaced
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.rewriting import heads
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.record import Trace

_LONGEST_NAME = 5
_NUMBERS = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_DURATIONS = frozenset({"year", "years", "months", "weeks"})
_AT_THE_END = frozenset({"throughout", "overall", "today"})


def quantified(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "No plan" into "There was no plan"; None when no amount opens the fragment."""
    low = lows(tokens)
    start = heads.quantifier_length(low)
    if not start or any(is_auxiliary(each) for each in low[: heads.clause_start(low)]):
        return None
    if low[0] == "nothing":
        return _nothing(tokens, who, trace)
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


def _nothing(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token]:
    """Turn "Nothing on security" into "There was nothing on security", and "Nothing prepared"."""
    trace.fired("amount")
    following = lows(tokens)[1] if len(tokens) > 1 else ""
    frame = ("There", "was") if following in words().prepositions else ("You", "had")
    if frame[0] == "You" and "VBN" not in verb_forms(following):
        raise Doubt("fragment")
    return [*opening(*frame), *spaced(convert(small(tokens), who, trace))]


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
        follows = low[place + 1] in fine or low[place + 1][:1].isdigit()
        if each == "," and not (heads.quantifier_length(low[place + 1 :]) or follows):
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
    verb = _verb_for(noun, article=bool(article))
    if verb:
        trace.fired("judged-noun")
        needed = not article and (verb == "made" or _takes_article(noun, low[:count]))
        needed = needed and not is_plural(noun)
        frame = ["You", verb, *([_article(low[0])] if needed else [])]
        return [*opening(*frame), *spaced(convert(small(tokens), who, trace))]
    trace.fired("judged-noun")
    end = len(tokens) - 1 if low[-1] in _AT_THE_END and len(tokens) > count + 1 else len(tokens)
    verb = "were" if is_plural(noun) else "was"
    rest = convert(small(tokens[count:end]), who, trace)
    judged = [*spaced(_with_and(small(tokens[:count]))), *tokens[end:]]
    return [*opening("Your"), *spaced(rest), *put_in(verb), *judged]


def _verb_for(noun: str, *, article: bool) -> str:
    """Return what somebody does with the noun: makes a point, gives an answer, has experience."""
    known = fragment_words()
    if noun in known.made:
        return "made"
    if noun in known.had:
        return "had"
    return ("gave" if noun in known.given else "had") if article else ""


def described(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "One-word answers to most questions" into "You gave one-word answers to most questions"."""
    low = lows(tokens)
    noun = next((place for place, each in enumerate(low) if place and each in words().prepositions), len(low))
    if not 0 < noun <= _LONGEST_NAME or any(is_finite(each) and "NOUN" not in kinds(each) for each in low):
        return None
    named = all(_describes(each) for each in low[: noun - 1]) and not {",", "and", "but", "-"} & set(low)
    if not named or (low[0] in words().pointers and low[0] not in _NUMBERS):
        return None
    verb = _verb_of(low[:noun], goes_on=noun < len(low))
    if not verb:
        return None
    trace.fired("amount" if verb == "were" else "judged-noun")
    return [*opening("There" if verb == "were" else "You", verb), *spaced(convert(small(tokens), who, trace))]


def _verb_of(name: Sequence[str], *, goes_on: bool) -> str:
    """Return the verb of the frame that takes the noun, or an empty text."""
    head, known = name[-1], fragment_words()
    if goes_on and ((len(name) == 2 and head in _DURATIONS) or head in known.had):
        return "had"
    if head in known.flaws and head.endswith("s") and goes_on:
        return "were"
    if head in known.had:
        return "had"
    return "gave" if head in known.given and is_plural(head) else ""


def _describes(low: str) -> bool:
    return (
        not low
        or low in _NUMBERS
        or low[:1].isdigit()
        or bool(kinds(low) & {"ADJ", "NOUN"})
        or not kinds(low)
    )


def bit_of(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "Bit of a slow start" into "You had a bit of a slow start"."""
    low = lows(tokens)
    start = 1 if low[0] == "a" else 0
    if low[start : start + 2] != ["bit", "of"] or any(is_auxiliary(each) for each in low):
        return None
    heads.check(heads.head(low[start + 2 :][1:] or low[start + 2 :]))
    trace.fired("amount")
    frame = ["You", "had"] if start else ["You", "had", "a"]
    return [*opening(*frame), *spaced(convert(small(tokens), who, trace))]


def _takes_article(noun: str, adjectives: Sequence[str]) -> bool:
    counted = noun in fragment_words().had_one
    return counted and not {"limited", "poor", "little"} & set(adjectives)


def _with_and(adjectives: Sequence[Token]) -> list[Token]:
    """Put "and" for the comma of "good, clear"."""
    commas = [place for place, each in enumerate(adjectives) if each.low == ","]
    if not commas:
        judging = fragment_words().judging | fragment_words().of_a_person
        side_by_side = [
            place
            for place in range(1, len(adjectives))
            if adjectives[place].low in judging and adjectives[place - 1].low in judging
        ]
        if side_by_side:
            return [*adjectives[: side_by_side[-1]], *put_in("and"), *adjectives[side_by_side[-1] :]]
        return list(adjectives)
    return [*adjectives[: commas[-1]], *put_in("and"), *adjectives[commas[-1] + 1 :]]


def _person(tokens: Sequence[Token], low: Sequence[str], article: int, trace: Trace) -> list[Token]:
    if len(low) - article > 4 and not any(each in words().prepositions for each in low[2 + article : 5]):
        raise Doubt("fragment")
    trace.fired("person-noun")
    frame = ["You", "were"] if article else ["You", "were", _article(low[0])]
    return [*opening(*frame), *spaced(small(tokens))]


def is_auxiliary(low: str) -> bool:
    """Whether the word makes a fragment a clause."""
    return low in words().agreement or low in words().modals or low in {"were", "are"}


def _article(following: str) -> str:
    return "an" if following[:1] in "aeiou" else "a"
