"""Notes that an assistant wrote are confirmed by a named person, as long as they say the same."""

from recruiter_kit.model import Application, Candidate, Rating, Scorecard
from recruiter_kit.workflow.confirming import confirmed, unconfirmed, with_confirmed

CARD = Scorecard(
    id="s1",
    ratings=(
        Rating(criterion="sql", note="Slow.", by_assistant=True),
        Rating(criterion="planning", note="Late."),
    ),
    note="Fine.",
    by_assistant=True,
)


def application(card: Scorecard) -> Application:
    return Application(id="a1", role="de", candidate=Candidate(given_name="Marta"), scorecards=(card,))


def test_each_note_is_confirmed_by_itself() -> None:
    assert unconfirmed(CARD) == {"ratings[0].note": "Slow.", "note": "Fine."}
    after = confirmed(CARD, "ratings[0].note", "Ana Reyes")
    assert after is not None
    assert unconfirmed(after) == {"note": "Fine."}
    assert after.ratings[0].confirmed_by == "Ana Reyes"
    assert confirmed(after, "ratings[0].note", "Owen Walsh") is None
    assert confirmed(CARD, "ratings[1].note", "Owen Walsh") is None


def test_a_newer_import_keeps_what_was_confirmed_of_notes_that_are_the_same() -> None:
    here = confirmed(CARD, "ratings[0].note", "Ana Reyes")
    assert here is not None
    assert with_confirmed(application(CARD), application(here)) == application(here)
    other = CARD.model_copy(update={"ratings": (CARD.ratings[0].model_copy(update={"note": "Quick."}),)})
    assert with_confirmed(application(other), application(here)) == application(other)
