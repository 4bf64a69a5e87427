"""Which word of a note each word of a text stands for.

In: a text and notes as they were read. Out: an Alignment. A word goes to the place that shares a meaning with
it and lies nearest to where its neighbours went, so that a sentence follows one sentence of a note.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recruiter_kit.language.grammar.dictionary import lemmas
from recruiter_kit.language.proving.meanings import bases
from recruiter_kit.language.proving.reading import Clause, Reading, Token, grammar

_NEAR = 8
_LONG = 5


@dataclass(slots=True)
class Alignment:
    """A text beside its notes.

    `places` holds for each token of the text the note and the token there, None where there is none; `told`
    for each note the places of its tokens that the text uses, with the text's; `single` the words that the notes have once; `sentences` for each sentence of the text the
    sentences of notes that it follows, the best first.
    """

    text: Reading
    notes: Sequence[Reading]
    places: list[tuple[int, int] | None]
    told: list[dict[int, list[int]]]
    sentences: list[list[tuple[int, int]]] = field(default_factory=list)
    single: set[int] = field(default_factory=set)
    _near: dict[int, list[Token]] = field(default_factory=dict)
    _lows: dict[int, frozenset[str]] = field(default_factory=dict)

    def held(self, place: int) -> Token | None:
        """Return the token of a note that the text's token stands for, None where no note holds it."""
        at = self.places[place]
        return self.notes[at[0]].tokens[at[1]] if at else None

    def firm(self, place: int) -> bool:
        """Whether it is no chance that a word stands where it does.

        A neighbour of it stands for a neighbour there, or the notes have the word once and it is none of the frame.
        """
        at = self.places[place]
        if at is None:
            return False
        if place in self.single and self.text.tokens[place].low not in grammar().frame:
            return True
        tokens = self.text.tokens
        reading = self.notes[at[0]]
        for other in range(max(0, place - _NEAR), min(len(tokens), place + _NEAR + 1)):
            there = self.places[other]
            if (
                other == place
                or there is None
                or there[0] != at[0]
                or tokens[other].sentence != tokens[place].sentence
            ):
                continue
            if (
                0 < abs(there[1] - at[1]) <= _NEAR + 2
                and reading.tokens[there[1]].sentence == reading.tokens[at[1]].sentence
            ):
                return True
        return False

    def clause_of(self, at: tuple[int, int]) -> Clause:
        """Return the clause of a note's token."""
        reading = self.notes[at[0]]
        return reading.clauses[reading.tokens[at[1]].clause]

    def near(self, sentence: int) -> list[Token]:
        """Return the tokens of all sentences of notes that a sentence of the text follows."""
        if sentence not in self._near:
            self._near[sentence] = [
                token
                for note, number in self.sentences[sentence]
                for token in self.notes[note].tokens
                if token.sentence == number
            ]
        return self._near[sentence]

    def near_lows(self, sentence: int) -> frozenset[str]:
        """Return the words of all sentences of notes that a sentence of the text follows."""
        if sentence not in self._lows:
            self._lows[sentence] = frozenset(token.low for token in self.near(sentence))
        return self._lows[sentence]


def align(text: Reading, notes: Sequence[Reading]) -> Alignment:
    """Return the text beside its notes."""
    found = Alignment(text, notes, [None] * len(text.tokens), [{} for _ in notes])
    first = 0
    for number in range(len(text.sentences)):
        last = first
        while last < len(text.tokens) and text.tokens[last].sentence == number:
            last += 1
        _align_sentence(found, first, last)
        first = last
    _align_initials(found)
    return found


def _align_initials(found: Alignment) -> None:
    """Align "date of birth" with "DOB", whichever of the two has the short form."""
    mine = found.text.initials
    for note, reading in enumerate(found.notes):
        for place, short in reading.shorts:
            for at in _spelled(mine, short):
                for word in range(at, at + len(short)):
                    if found.places[word] is None:
                        found.places[word] = (note, place)
                found.told[note].setdefault(place, []).append(at)
        for at, short in found.text.shorts:
            for place in _spelled(reading.initials, short):
                if found.places[at] is None:
                    found.places[at] = (note, place)
                for word in range(place, place + len(short)):
                    found.told[note].setdefault(word, []).append(at)
    for at, short in found.text.shorts:
        # "healthcare assistant (HCA)": the text explains its own short form.
        for word in _spelled(mine, short):
            for one, other in ((at, word), (word, at)):
                if found.places[one] is None:
                    found.places[one] = found.places[other]
            for other in range(word, word + len(short)):
                found.places[other] = found.places[other] or found.places[at]


def _spelled(initials: str, short: str) -> list[int]:
    found, at = [], initials.find(short)
    while at >= 0:
        found.append(at)
        at = initials.find(short, at + 1)
    return found


def _align_sentence(found: Alignment, first: int, last: int) -> None:
    tokens = found.text.tokens
    candidates = [_candidates(tokens[place], found.notes) for place in range(first, last)]
    followed = [
        {(note, found.notes[note].tokens[place].sentence) for note, place in each} for each in candidates
    ]
    whole = _scores(tokens[first:last], followed)
    before: tuple[int, int] | None = None
    used: set[tuple[int, int]] = set()
    begin = first
    while begin < last:
        end = begin
        while end < last and tokens[end].clause == tokens[begin].clause:
            end += 1
        clause = _scores(tokens[begin:end], followed[begin - first : end - first])
        for place in range(begin, end):
            each = candidates[place - first]
            if not each:
                continue
            fits = [(_fit(found, tokens[place], at, whole, clause, before, at in used), at) for at in each]
            best = max(fits)[1]
            found.places[place] = best
            found.told[best[0]].setdefault(best[1], []).append(place)
            used.add(best)
            before = best
            if _once(found, tokens[place], each):
                found.single.add(place)
        begin = end
    followed_by: dict[tuple[int, int], int] = {}
    for place in range(first, last):
        if at := found.places[place]:
            one = (at[0], found.notes[at[0]].tokens[at[1]].sentence)
            followed_by[one] = followed_by.get(one, 0) + 1
    found.sentences.append(sorted(followed_by, key=lambda one: -followed_by[one]))


def _scores(
    tokens: Sequence[Token], followed: Sequence[set[tuple[int, int]]]
) -> dict[tuple[int, int], float]:
    """Return how much of some words each sentence of the notes has; words of the frame count little."""
    frame = grammar().frame
    scores: dict[tuple[int, int], float] = {}
    for token, each in zip(tokens, followed, strict=True):
        if each:
            share = (0.3 if token.low in frame else 1.0) / len(each)
            for one in each:
                scores[one] = scores.get(one, 0.0) + share
    return scores


def _once(found: Alignment, token: Token, places: Sequence[tuple[int, int]]) -> bool:
    """Whether the notes have a word, in any of its forms, in one place only."""
    if token.number:
        return False
    mine = bases(token.low)
    return sum(bool(bases(found.notes[note].tokens[place].low) & mine) for note, place in places) == 1


def _candidates(token: Token, notes: Sequence[Reading]) -> list[tuple[int, int]]:
    if not (token.content or token.number or token.phrased):
        return []
    if token.number:
        wanted = frozenset({f"={token.number}"})
    else:
        wanted = token.keys if token.content else frozenset(key for key in token.keys if key[0] == "#")
    found = {
        (note, place)
        for note, reading in enumerate(notes)
        for key in wanted & reading.meanings
        for place in reading.by_key[key]
    }
    if found or token.number or not token.content:
        return sorted(found)
    return _mistyped(token, notes)


def _mistyped(token: Token, notes: Sequence[Reading]) -> list[tuple[int, int]]:
    """Return the words that differ from a long word by one slip of the keyboard, or are cut short."""
    low = token.low
    if len(low) < _LONG:
        return []
    return [
        (note, place)
        for note, reading in enumerate(notes)
        for place, other in enumerate(reading.tokens)
        if other.content
        and not lemmas(other.low)
        and other.low[0] == low[0]
        and abs(len(other.low) - len(low)) < 2
        and _one_slip(low, other.low)
    ]


def _one_slip(one: str, other: str) -> bool:
    """Whether one letter was put in, left out, changed, or two neighbours exchanged."""
    if one == other or len(other) < _LONG - 1:
        return False
    if len(one) > len(other):
        one, other = other, one
    at = next((place for place, letter in enumerate(one) if letter != other[place]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )


def _fit(
    found: Alignment,
    token: Token,
    at: tuple[int, int],
    whole: dict[tuple[int, int], float],
    clause: dict[tuple[int, int], float],
    before: tuple[int, int] | None,
    used: bool,
) -> tuple[float, int]:
    """Return how well a place of a note fits a word of the text: the more, the better."""
    note, place = at
    other = found.notes[note].tokens[place]
    fit = clause[note, other.sentence] + 0.3 * min(whole[note, other.sentence], 4.0)
    if not token.number and other.low != token.low:
        fit -= 0.2 if bases(other.low) & bases(token.low) else 0.8
    if (token.quote >= 0) != (other.quote >= 0):
        fit -= 1.0
    fit += 0.4 if token.denied == other.denied else 0.0
    if before is not None:
        fit -= abs(place - before[1]) / 80 if before[0] == note else 0.6
    return fit - (0.9 if used else 0.0), -place
