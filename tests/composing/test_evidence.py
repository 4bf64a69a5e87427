"""Which observations show how a criterion was met."""

from recruiter_kit.composing.evidence import for_gap, for_strength, is_failure
from recruiter_kit.feedback import Direction, Observation, Source, Tier


def observation(
    name: str,
    text: str,
    direction: Direction = Direction.GAP,
    card: str = "s1",
    place: str = "ratings[0].note",
) -> Observation:
    source = Source(scorecard=card, place=place, start=0, end=len(text), text=text)
    return Observation(
        id=name, criterion="modelling", direction=direction, source=source, text=text, tier=Tier.SURE
    )


def test_nothing_seen_means_nothing_said() -> None:
    assert for_gap([]) == ()
    assert for_gap([observation("o1", "Your joins were correct.", Direction.STRENGTH)]) == ()
    assert for_strength([observation("o1", "You got stuck on joins.")]) == ()


def test_evidence_for_a_gap_keeps_the_order_in_which_it_was_written() -> None:
    seen = for_gap(
        [observation("o1", "You left the refund out."), observation("o2", "You skipped the index.")]
    )
    assert [piece.text for piece in seen] == ["You left the refund out.", "You skipped the index."]


def test_the_rest_of_the_same_note_goes_with_a_gap_and_another_note_does_not() -> None:
    seen = for_gap(
        [
            observation("o1", "Your joins were correct.", Direction.STRENGTH),
            observation("o2", "You got stuck on window functions."),
            observation("o3", "You named two indexes.", Direction.STRENGTH, card="s2"),
        ]
    )
    assert [piece.observations for piece in seen] == [("o1",), ("o2",)]


def test_what_two_interviewers_say_alike_is_said_once_with_both_sources() -> None:
    seen = for_gap(
        [
            observation("o1", "You did not ask what the reports were for."),
            observation("o2", "You did not ask once what the reports were for.", card="s2"),
        ]
    )
    assert [piece.text for piece in seen] == ["You did not ask once what the reports were for."]
    assert {source.scorecard for source in seen[0].sources} == {"s1", "s2"}


def test_at_most_three_pieces_are_chosen_and_the_detailed_come_first() -> None:
    texts = ["You were vague.", "You left out the refund path.", "You put the totals in the wrong table.",
             "You did not ask who reads the report on Mondays."]  # fmt: skip
    seen = for_gap([observation(f"o{number}", text) for number, text in enumerate(texts)])
    assert [piece.text for piece in seen] == texts[1:]


def test_a_sentence_too_long_for_a_letter_comes_last() -> None:
    long = "You " + "went over the whole of the plan again and " * 5 + "stopped."
    seen = for_strength(
        [
            observation("o1", long, Direction.STRENGTH),
            observation("o2", "You asked who reads the report.", Direction.STRENGTH),
        ]
    )
    assert [piece.observations for piece in seen] == [("o2",)]


def test_praise_that_only_the_level_makes_a_failure_takes_no_place() -> None:
    texts = ["You drew the API and the database quickly.", "You didn't mention a timeout.",
             "You put everything in one handler.", "You left the retry out."]  # fmt: skip
    seen = for_gap([observation(f"o{number}", text) for number, text in enumerate(texts)])
    assert [piece.text for piece in seen] == texts[1:]


def test_praise_alone_is_not_evidence_for_a_gap() -> None:
    assert for_gap([observation("o1", "You drew the API and the database quickly.")]) == ()


def test_what_was_seen_comes_before_a_general_word_even_of_two_interviewers() -> None:
    seen = for_gap(
        [
            observation("o1", "You were very slow."),
            observation("o2", "You were very slow.", card="s2"),
            observation("o3", "You left the refund path out."),
            observation("o4", "You put the totals in the wrong table."),
            observation("o5", "You did not ask who reads the report."),
        ]
    )
    assert [piece.observations for piece in seen] == [("o3",), ("o4",), ("o5",)]


def test_of_two_concrete_failures_the_one_that_two_interviewers_saw_is_chosen() -> None:
    seen = for_strength(
        [
            observation("o1", "You asked the buyer which shifts are hardest to fill.", Direction.STRENGTH),
            observation("o2", "You found the wrong total in March.", Direction.STRENGTH),
            observation("o3", "You found the wrong total in March.", Direction.STRENGTH, card="s2"),
        ]
    )
    assert [piece.observations for piece in seen] == [("o2", "o3")]


def test_a_failure_that_speaks_of_what_was_correct_is_still_chosen() -> None:
    seen = for_gap([observation("o1", "You worked the dose out as 5 ml, correct was 2.5 ml.")])
    assert [piece.observations for piece in seen] == [("o1",)]


def test_a_failure_is_recognised_by_its_words() -> None:
    assert is_failure("You have no forklift licence.")
    assert is_failure("You worked the dose out as 5 ml, correct was 2.5 ml.")
    assert not is_failure("You said the course is booked for January.")
    assert not is_failure("You drew the API and the database quickly.")


def test_two_sentences_that_contradict_each_other_are_never_merged() -> None:
    seen = for_gap(
        [
            observation("o1", "You did not check the dose against the chart."),
            observation("o2", "You did check the dose against the chart.", Direction.STRENGTH, card="s2"),
        ]
    )
    assert [piece.observations for piece in seen] == [("o1",)]
