"""Who acts in a text for the candidate, who is "you" there.

In: a text as it was read, and the place of a verb or a quotation. Out: a Doer, None where it is not said.
"""

from collections.abc import Sequence

from recruiter_kit.language.proving.acting.persons import Doer, is_name, persons
from recruiter_kit.language.proving.acting.verbs import governs, is_finite, is_passive
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.reading import Clause, Reading, Token

_REACH = 7
_AGENT = 3
# After one of these "you" acts, whatever is before it: "when he said he was scared you did not ask".
_AUXILIARIES = frozenset({"did", "had", "were", "would", "could", "have", "do", "can", "should", "will"})


def doer_in_text(text: Reading, place: int) -> Doer | None:
    """Return who does the act at `place`; in a passive that is whom "by" names, or not its subject."""
    subject = _subject(text, place)
    if is_passive(text.tokens, place):
        return _agent(text, place) or (Doer.OTHER if subject is Doer.CANDIDATE else None)
    return subject


def speaker_in_text(text: Reading, place: int) -> Doer | None:
    """Return who says the quotation that begins at `place`, None where no verb of saying is before it."""
    before = text.tokens[place - 1] if place else None
    if before is None or before.sentence != text.tokens[place].sentence or before.low not in persons().says:
        return None
    return doer_in_text(text, place - 1)


def _agent(text: Reading, place: int) -> Doer | None:
    """Return who is named after "by"."""
    tokens, known = text.tokens, persons()
    last = text.sentences[tokens[place].sentence].last
    for by in range(place + 1, min(place + _REACH + 1, last)):
        if tokens[by].low == "by":
            named = [token.low for token in tokens[by + 1 : by + 1 + _AGENT]]
            if named[:1] == ["you"]:
                return Doer.CANDIDATE
            others = any(low in known.not_candidate or low in known.spoken_to for low in named)
            return Doer.OTHER if others else None
    return None


def _subject(text: Reading, place: int) -> Doer | None:
    """Return who the subject of the verb at `place` is, across "and"."""
    token = text.tokens[place]
    first = text.sentences[token.sentence].clauses.start
    verb = place
    for number in range(token.clause, first - 1, -1):
        clause = text.clauses[number]
        found = _before(text.tokens, clause, verb, own=verb == place)
        if found is not None:
            # "You asked what he needed and noted it": of two who may act, nobody is named.
            embedded = verb != place and clause.opener in persons().embedding
            return found if found is not Doer.UNCLEAR and not embedded else None
        goes_on = not clause.opener or clause.opener in grammar().goes_on
        if not goes_on or text.tokens[clause.first].quote >= 0:
            return None
        verb = clause.first
    return None


def _before(tokens: Sequence[Token], clause: Clause, verb: int, *, own: bool) -> Doer | None:
    """Return who is named last before the verb in a clause, None where the clause has nothing in that place.

    `own` says that the verb is in the clause.
    """
    known = persons()
    if not own and (found := _first(tokens, clause)):
        return found
    if own and [token.low for token in tokens[max(clause.first, verb - 2) : verb]] == ["you", "to"]:
        return Doer.CANDIDATE
    for at in range(verb - 1, clause.first - 1, -1):
        low = tokens[at].low
        if low in known.third or low == "we":
            return Doer.OTHER
        if low in known.nobody or (own and at < verb - 1 and is_finite(tokens, at)):
            return Doer.UNCLEAR
        acts = low == "you" and at + 1 < verb and tokens[at + 1].low in _AUXILIARIES
        if (acts or not governs(_word_before(tokens, clause, at))) and (found := _named(tokens, at, verb)):
            return found
    return Doer.UNCLEAR if any(token.content for token in tokens[clause.first : verb]) else None


def _first(tokens: Sequence[Token], clause: Clause) -> Doer | None:
    """Return who begins a clause whose act goes on after "and"; where and when it was may come before."""
    placed = tokens[clause.first].low in persons().before_objects
    for at in range(clause.first, clause.last):
        token = tokens[at]
        if token.low == "you":
            return Doer.CANDIDATE
        if placed and not is_finite(tokens, at):
            continue
        if token.content:
            heads = at + 1 == clause.last or not tokens[at + 1].content or is_finite(tokens, at + 1)
            return Doer.OTHER if token.low in persons().not_candidate and heads else None
    return None


def _word_before(tokens: Sequence[Token], clause: Clause, at: int) -> str:
    """Return the word before a person in the clause; what determines the person is passed over."""
    before = at - 1
    if before > clause.first and tokens[before].low in grammar().determiners:
        before -= 1
    return tokens[before].low if before >= clause.first else ""


def _named(tokens: Sequence[Token], at: int, verb: int) -> Doer | None:
    """Return who is named by the word at a place before the verb."""
    token = tokens[at]
    if token.low == "you":
        return Doer.CANDIDATE
    opens = at == 0 or tokens[at - 1].sentence != token.sentence
    if is_name(token, opens=opens) and not (opens and at + 1 < verb):
        return Doer.OTHER
    heads = at + 1 == verb or not tokens[at + 1].content
    return Doer.OTHER if token.low in persons().not_candidate and heads else None
