"""Aligning: each word of a text goes to the place of a note that fits it best.

In: a text and notes as they were read. Out: an Alignment.
"""

from collections.abc import Iterable, Mapping, Sequence

from recruiter_kit.language.proving.aligning.alignment import Alignment
from recruiter_kit.language.proving.aligning.candidates import candidates
from recruiter_kit.language.proving.aligning.compounds import align_compounds
from recruiter_kit.language.proving.aligning.notes import Notes, Place
from recruiter_kit.language.proving.aligning.short_forms import align_short_forms
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.meanings import bases
from recruiter_kit.language.proving.reading.reading import Reading, Sentence, Token

Scores = Mapping[tuple[int, int], float]
"""How much of some words each sentence of the notes has, by its note and its number."""


def align(text: Reading, notes: Notes) -> Alignment:
    """Return the text beside its notes."""
    found = Alignment(text, notes.readings, [None] * len(text.tokens), [{} for _ in notes.readings])
    for sentence in text.sentences:
        _align_sentence(found, notes, sentence)
    align_short_forms(found)
    align_compounds(found)
    return found


def _align_sentence(found: Alignment, notes: Notes, sentence: Sentence) -> None:
    tokens = found.text.tokens
    words = range(sentence.first, sentence.last)
    fitting = {place: each for place in words if (each := candidates(tokens[place], notes))}
    choice = any(len(each) > 1 for each in fitting.values())
    followed = {place: _followed(found, each) for place, each in fitting.items()} if choice else {}
    whole = _scores(tokens, followed, words) if choice else {}
    follows: dict[tuple[int, int], int] = {}
    used: set[Place] = set()
    before: Place | None = None
    for number in sentence.clauses:
        clause = found.text.clauses[number]
        here = range(clause.first, clause.last)
        scores = _scores(tokens, followed, here) if choice else {}
        for place in here:
            if place not in fitting:
                continue
            each = fitting[place]
            best = each[0]
            if len(each) > 1:
                best = _best(found, tokens[place], each, whole, scores, before, used)
            found.places[place] = before = best
            found.told[best[0]].setdefault(best[1], []).append(place)
            used.add(best)
            one = best[0], found.notes[best[0]].tokens[best[1]].sentence
            follows[one] = follows.get(one, 0) + 1
            if _once(found, tokens[place], each):
                found.single.add(place)
    found.sentences.append(sorted(follows, key=lambda one: -follows[one]))


def _followed(found: Alignment, places: Iterable[Place]) -> set[tuple[int, int]]:
    """Return the sentences of notes in which places are."""
    return {(note, found.notes[note].tokens[place].sentence) for note, place in places}


def _scores(
    tokens: Sequence[Token], followed: Mapping[int, set[tuple[int, int]]], places: Iterable[int]
) -> Scores:
    """Return how much of some words each sentence of the notes has; words of the frame count little."""
    frame = grammar().frame
    scores: dict[tuple[int, int], float] = {}
    for place in places:
        if place in followed:
            each = followed[place]
            share = (0.3 if tokens[place].low in frame else 1.0) / len(each)
            for one in each:
                scores[one] = scores.get(one, 0.0) + share
    return scores


def _once(found: Alignment, token: Token, places: Sequence[Place]) -> bool:
    """Whether the notes have a word, in any of its forms, in one place only."""
    if token.number:
        return False
    mine = bases(token.low)
    return sum(not mine.isdisjoint(bases(found.notes[note].tokens[place].low)) for note, place in places) == 1


def _best(
    found: Alignment,
    token: Token,
    places: Sequence[Place],
    whole: Scores,
    clause: Scores,
    before: Place | None,
    used: set[Place],
) -> Place:
    """Return the place that fits a word best, the first in its note where two fit as well.

    `whole` and `clause` are the scores of the sentence and of the clause that the word is in, `before` is the
    place of the word before it, `used` the places of all the words before it.
    """

    def fit(at: Place) -> tuple[float, int, Place]:
        note, place = at
        other = found.notes[note].tokens[place]
        much = clause[note, other.sentence] + 0.3 * min(whole[note, other.sentence], 4.0)
        if not token.number and other.low != token.low:
            much -= 0.8 if bases(other.low).isdisjoint(bases(token.low)) else 0.2
        if (token.quote >= 0) != (other.quote >= 0):
            much -= 1.0
        if token.denied == other.denied:
            much += 0.4
        if before is not None:
            much -= abs(place - before[1]) / 80 if before[0] == note else 0.6
        return much - (0.9 if at in used else 0.0), -place, at

    return max(places, key=fit)
