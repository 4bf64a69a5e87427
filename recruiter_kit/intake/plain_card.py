"""A scorecard with plain notes, from whatever source or hand it comes.

In: a scorecard. Out: the same with the words of its texts only (plain_note), and whether whole lines were
left out. A text of which nothing is left becomes None; one that says so itself is marked as an assistant's.
"""

from recruiter_kit.files.text import one_line
from recruiter_kit.intake.assistants import is_by_assistant
from recruiter_kit.intake.plain_note import cleaned
from recruiter_kit.model import Rating, Scorecard


def plain_card(card: Scorecard) -> tuple[Scorecard, bool]:
    """Return the scorecard with plain notes, and whether whole lines of them were left out."""
    texts = {name: cleaned(text) for name in ("note", "private_note") if (text := getattr(card, name))}
    interview = cleaned(card.interview).text if card.interview else None
    changed: dict[str, object] = {
        name: plain.text or None for name, plain in texts.items() if plain.text != getattr(card, name)
    }
    if interview != card.interview:
        changed["interview"] = one_line(interview or "") or None
    if card.note and not card.by_assistant and is_by_assistant(card.note):
        changed["by_assistant"] = True
    ratings = [_plain_rating(rating) for rating in card.ratings]
    if any(new is not old for (new, _), old in zip(ratings, card.ratings, strict=True)):
        changed["ratings"] = tuple(rating for rating, _ in ratings)
    left_out = any(plain.lines_left_out for plain in texts.values()) or any(left for _, left in ratings)
    return card.model_copy(update=changed) if changed else card, left_out


def _plain_rating(rating: Rating) -> tuple[Rating, bool]:
    if not rating.note:
        return rating, False
    plain = cleaned(rating.note)
    by_assistant = rating.by_assistant or is_by_assistant(rating.note)
    if plain.text == rating.note and by_assistant == rating.by_assistant:
        return rating, False
    changed = {"note": plain.text or None, "by_assistant": by_assistant}
    return rating.model_copy(update=changed), plain.lines_left_out
