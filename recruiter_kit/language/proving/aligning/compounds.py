"""Words that one side writes together and the other apart: "cut-off" and "cutoff".

In: an Alignment. Out: the same, with such words in it.
"""

from recruiter_kit.language.proving.aligning.alignment import Alignment


def align_compounds(found: Alignment) -> None:
    """Align a word that no note holds with two neighbours that make it, and the other way round."""
    tokens = found.text.tokens
    unheld = [place for place, at in enumerate(found.places) if at is None and tokens[place].content]
    if not unheld:
        return
    for note, reading in enumerate(found.notes):
        for word in unheld:
            if (place := reading.pairs.get(tokens[word].low)) is not None:
                _align(found, word, note, place)
                found.told[note].setdefault(place + 1, []).append(word)
        for together in sorted(found.text.pairs.keys() & reading.by_key.keys()):
            place = reading.by_key[together][0]
            if reading.lows[place] == together:
                first = found.text.pairs[together]
                _align(found, first, note, place)
                _align(found, first + 1, note, place)


def _align(found: Alignment, word: int, note: int, place: int) -> None:
    if found.places[word] is None:
        found.places[word] = (note, place)
        found.told[note].setdefault(place, []).append(word)
