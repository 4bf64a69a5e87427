"""A text beside its notes: what every fault is looked for in."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from recruiter_kit.language.proving.aligning.notes import Place
from recruiter_kit.language.proving.reading.grammar import grammar
from recruiter_kit.language.proving.reading.reading import Reading, Token

_NEAR = 8
_NEAR_THERE = 10


@dataclass(slots=True)
class Alignment:
    """A text beside its notes.

    `places` holds for each token of the text the note and the token there, None where there is none; `told`
    for each note the places of its tokens that the text uses, with the text's; `single` the places of words
    that the notes have once; `sentences` for each sentence of the text the sentences of notes that it
    follows, the best first, each with its note.
    """

    text: Reading
    notes: Sequence[Reading]
    places: list[Place | None]
    told: list[dict[int, list[int]]]
    sentences: list[list[tuple[int, int]]] = field(default_factory=list)
    single: set[int] = field(default_factory=set)
    _firm: dict[int, bool] = field(default_factory=dict)
    _near: dict[int, list[Token]] = field(default_factory=dict)
    _lows: dict[int, frozenset[str]] = field(default_factory=dict)

    def held(self, place: int) -> Token | None:
        """Return the token of a note that the text's token stands for, None where no note holds it."""
        at = self.places[place]
        return self.notes[at[0]].tokens[at[1]] if at else None

    def firm(self, place: int) -> bool:
        """Whether a word is not where it is by chance.

        A neighbour of it stands for a neighbour there, or the notes have the word once and it says something.
        """
        if place not in self._firm:
            self._firm[place] = self._is_firm(place)
        return self._firm[place]

    def _is_firm(self, place: int) -> bool:
        at = self.places[place]
        if at is None:
            return False
        if place in self.single and self.text.tokens[place].low not in grammar().frame:
            return True
        sentence = self.text.sentences[self.text.tokens[place].sentence]
        there = self.notes[at[0]].tokens
        for other in self.places[max(sentence.first, place - _NEAR) : min(sentence.last, place + _NEAR + 1)]:
            if (
                other is not None
                and other[0] == at[0]
                and 0 < abs(other[1] - at[1]) <= _NEAR_THERE
                and there[other[1]].sentence == there[at[1]].sentence
            ):
                return True
        return False

    def near(self, sentence: int) -> list[Token]:
        """Return the tokens of the sentences of notes that a sentence of the text follows, or of all."""
        if sentence not in self._near:
            followed = [self.notes[note].tokens_of(number) for note, number in self.sentences[sentence]]
            self._near[sentence] = [
                token for tokens in followed or [note.tokens for note in self.notes] for token in tokens
            ]
        return self._near[sentence]

    def near_lows(self, sentence: int) -> frozenset[str]:
        """Return the words of all sentences of notes that a sentence of the text follows, or of all notes."""
        if sentence not in self._lows:
            self._lows[sentence] = frozenset(token.low for token in self.near(sentence))
        return self._lows[sentence]
