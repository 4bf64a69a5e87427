from recruiter_kit.intake.joining.private import is_private, without_private
from recruiter_kit.model import Rating, Scorecard


def card(note: str | None, private_note: str, rating_note: str | None = None) -> Scorecard:
    ratings = (Rating(criterion="c", note=rating_note),)
    return Scorecard(id="s1", note=note, private_note=private_note, ratings=ratings)


def test_it_works() -> None:
    kept, touched = without_private(card("Slow to ask. Wants 80k a year.", "Wants 80k a year"))
    assert (kept.note, touched) == ("Slow to ask.", ["note"])


def test_a_note_that_is_the_private_note_goes_however_short() -> None:
    assert without_private(card("Fine!", " fine "))[0].note is None


def test_a_rating_note_is_treated_alike() -> None:
    kept, _ = without_private(card(None, "Wants 80k a year.", "Wants 80k a year."))
    assert kept.ratings[0].note is None


def test_a_common_word_is_not_torn_from_another_note() -> None:
    given = card("Good. Asked what the reports were for.", "Good. Expensive.")
    assert without_private(given) == (given, [])


def test_without_a_private_note_nothing_changes() -> None:
    given = card("One. Two.", "  ")
    assert without_private(given) == (given, [])


def test_headings_that_say_private() -> None:
    for heading in (
        "Private Notes",
        " private notes ",
        "Confidential remarks",
        "Internal only",
        "Don’t share",
    ):
        assert is_private(heading), heading
    for heading in ("Key Take-Aways", "Internals of the database", "Comments"):
        assert not is_private(heading), heading
