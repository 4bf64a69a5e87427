"""Notes that say how somebody was: "Weak on testing", "Very nervous at the start".

In: tokens of a clause without a verb. Out: "You were" and the clause, or None when the adjective
belongs to a noun. Raises Doubt when it is the interviewer who judges or feels.
"""

from collections.abc import Sequence

from recruiter_kit.language.doubt import Doubt
from recruiter_kit.language.grammar.candidate import Who
from recruiter_kit.language.grammar.capitals import small
from recruiter_kit.language.grammar.dictionary import is_adverb, kinds, verb_forms
from recruiter_kit.language.grammar.tokens import Token, lows, opening, spaced
from recruiter_kit.language.grammar.words import fragment_words, words
from recruiter_kit.language.rewriting import guards, heads
from recruiter_kit.language.rewriting.converting import convert
from recruiter_kit.language.rewriting.record import Trace
from recruiter_kit.language.rewriting.subjectless import joined


def adjective(tokens: Sequence[Token], who: Who, trace: Trace) -> list[Token] | None:
    """Turn "Weak on testing" into "You were weak on testing"; None for any other fragment."""
    low = lows(tokens)
    place = _after_intensifiers(low)
    if place == len(low) or low[place] not in fragment_words().of_a_person | words().participle_adjectives:
        return None
    following = low[place + 1] if place + 1 < len(low) else ""
    if not _stands_alone(low, place, following) or _is_not_done(low[place + 1 :]):
        return None
    _check_said_of_the_person(low, place)
    known = fragment_words()
    if low[place] in known.offering and known.availability & set(low[place + 1 :]):
        raise Doubt("availability")
    frame = ["You", "were"]
    body = small(tokens)
    if low[0] in {"bit", "little"}:
        frame.append("a")
    trace.fired("adjective")
    guards.against_run_ons(low, who)
    return [*opening(*frame), *spaced(joined(convert(body, who, trace, continued=True), trace))]


def _is_not_done(rest: Sequence[str]) -> bool:
    """Whether "not followed" follows, so that "brief" is a thing."""
    return len(rest) > 1 and rest[0] == "not" and "VBN" in verb_forms(rest[1])


def _check_said_of_the_person(low: Sequence[str], place: int) -> None:
    """Raise Doubt where the interviewer judges: "Not clear why he left", "Good to see tests"."""
    rest, known = low[place + 1 :], fragment_words()
    doubtful = low[place] in {"clear", "unclear", "sure", "unsure", "certain"} and rest
    about_them = bool({"he", "she", "they", "his", "her", "their", "@you", "@your"} & set(rest))
    if doubtful and (
        rest[0] in {"why", "if", "whether", "that"} or (rest[0] in words().wh_words and about_them)
    ):
        raise Doubt("interviewer_may_feel", low[place])
    if low[place] in {"hard", "difficult", "tricky", "easy"} and rest[:1] == ["to"]:
        if not set(rest[1:2]) & known.done_to_people:
            raise Doubt("interviewer_may_feel", f"{low[place]} to")
        return
    easy = low[place] in {
        "good",
        "great",
        "nice",
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
        or kinds(low[here]) == {"ADJ"}
        or is_adverb(low[here])
    ):
        here += 1
    adjectives = here > place + 1 and (
        low[here - 1] in known.judging
        or low[here - 1] in known.of_a_person
        or kinds(low[here - 1]) == {"ADJ"}
    )
    noun_follows = _noun_at(low, here) or (here < len(low) and low[here].endswith("ing"))
    if adjectives and noun_follows and not _is_activity(low, here):
        return False
    if following in known.owned | known.assessed | known.had or (
        is_adverb(following) and _noun_at(low, place + 2)
    ):
        return False
    if (
        following in fragment_words().open_after_adjective
        or not following[:1].isalpha()
        or is_adverb(following)
        or following in words().prepositions
        or following in {"what", "how", "why"}
    ):
        return True
    alone = place + 2 == len(low) and low[place] in known.judging
    return low[place] in known.with_ing and not alone and _is_activity(low, place + 1)


def _is_activity(low: Sequence[str], place: int) -> bool:
    """Whether "presenting" is what somebody does, not part of a noun ("presenting skills")."""
    goes_on = place + 1 == len(low) or low[place + 1][:1].isalnum()
    return (
        goes_on
        and "VBG" in verb_forms(low[place])
        and low[place].endswith("ing")
        and not _noun_at(low, place + 1)
    )


def _noun_at(low: Sequence[str], place: int) -> bool:
    return place < len(low) and heads.may_be_head(low[place])
