"""Words that one side writes together and the other apart: "cut-off" and "cutoff".

In: an Alignment. Out: the same, with such words in it.
"""

from itertools import pairwise

from recruiter_kit.language.proving.aligning.alignment import Alignment


def align_compounds(found: Alignment) -> None:
    """Align a word that no note holds with two neighbours that make it, and the other way round."""
    unheld = [place for place, at in enumerate(found.places) if at is None]
    mine = {found.text.lows[place]: place for place in unheld}
    apart = {
        first + second: place
        for place, (first, second) in enumerate(pairwise(found.text.lows))
        if first and second
    }
    for note, reading in enumerate(found.notes):
        for place, (first, second) in enumerate(pairwise(reading.lows)):
            if first and second and first + second in mine:
                _align(found, mine[first + second], note, place)
                found.told[note].setdefault(place + 1, []).append(mine[first + second])
        for place, low in enumerate(reading.lows):
            if low in apart:
                _align(found, apart[low], note, place)
                _align(found, apart[low] + 1, note, place)


def _align(found: Alignment, word: int, note: int, place: int) -> None:
    if found.places[word] is None:
        found.places[word] = (note, place)
        found.told[note].setdefault(place, []).append(word)
