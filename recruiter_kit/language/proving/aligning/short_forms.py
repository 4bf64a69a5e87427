"""Short forms in capitals beside what they are short for: "date of birth" and "DOB".

In: an Alignment. Out: the same, with the words of short forms in it, whichever side has the short one.
"""

from recruiter_kit.language.proving.aligning.alignment import Alignment


def align_short_forms(found: Alignment) -> None:
    """Align each word that begins with a letter of a short form with that form."""
    for note in range(len(found.notes)):
        _shortened_in_note(found, note)
        _shortened_in_text(found, note)
    _explained(found)


def _shortened_in_note(found: Alignment, note: int) -> None:
    for place, short in found.notes[note].shorts:
        for at in _spelled(found.text.initials, short):
            for word in range(at, at + len(short)):
                if found.places[word] is None:
                    found.places[word] = (note, place)
            found.told[note].setdefault(place, []).append(at)


def _shortened_in_text(found: Alignment, note: int) -> None:
    for at, short in found.text.shorts:
        for place in _spelled(found.notes[note].initials, short):
            if found.places[at] is None:
                found.places[at] = (note, place)
            for word in range(place, place + len(short)):
                found.told[note].setdefault(word, []).append(at)


def _explained(found: Alignment) -> None:
    """Align a short form that the text itself explains: "healthcare assistant (HCA)"."""
    for at, short in found.text.shorts:
        for word in _spelled(found.text.initials, short):
            for one, other in ((at, word), (word, at)):
                if found.places[one] is None:
                    found.places[one] = found.places[other]
            for other in range(word, word + len(short)):
                found.places[other] = found.places[other] or found.places[at]


def _spelled(initials: str, short: str) -> list[int]:
    """Return the places of words whose first letters spell a short form."""
    found, at = [], initials.find(short)
    while at >= 0:
        found.append(at)
        at = initials.find(short, at + 1)
    return found
