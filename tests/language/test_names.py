"""Other people's names in a note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.language.names import Names
from recruiter_kit.model import Candidate

PEOPLE = ("Tom Hale", "Will May", "王小明", "Ana Reyes", "An Li")
NAMES = Names.of(PEOPLE, own=Candidate(given_name="Marta", family_name="Hale"))


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Reminds me of Tom who we turned down.", "Tom"),
        ("Tom's query was better.", "Tom"),
        ("I asked Will about it.", "Will"),
        ("reyes liked it", "reyes"),
        ("An Li said so.", "An"),
        ("比王小明好", "王小明"),
    ],
)
def test_somebody_else_is_found(sentence: str, named: str) -> None:
    assert NAMES.found_in(sentence) == named


@pytest.mark.parametrize(
    "sentence",
    [
        "She will come in May.",
        "Hale did well.",
        "Marta asked two questions.",
        "Asked an lithe question.",
        "Wrote the tests first.",
        "",
    ],
)
def test_the_candidate_and_plain_words_are_nobody_else(sentence: str) -> None:
    assert NAMES.found_in(sentence) is None


def test_without_people_nobody_is_found() -> None:
    assert Names.of().found_in("Tom Hale") is None


KNOWN = Names.of(
    (
        "Al Moss", "Ben Carter", "Di Rees", "Jordan Pike", "Will May", "Grace Holt", "Mark Case",
        "Yemi Adeyemi", "Can Demir", "Ada Chance", "Tom Marks", "Bo Test", "Ana de la Cruz", "Van Nguyen",
        "El Amrani", "June Day", "Tom Strong", "Ida Good", "Lee Short", "Rose Drew", "Joe Anne-Lind",
    ),
    own=Candidate(given_name="Priya", family_name="Shah"),
)  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Took twice as long as Al on the second sheet",
        "Argued with Ben about the reorder point",
        "Asked Di for a hint twice",
        "Jordan then solved it faster",
        "Needed a prompt from Jordan",
        "Waited for El to answer",
        "Van asked about stock",
        "I asked Will about it",
        "Slower than Tom, Will and Rose",
        "Worse than Grace.",
        "Grace's schema was better",
        "Grace noted the gap",
        "Will never asked",
        "Mark says no",
        "Rose solved it alone",
        "June led the second task",
        "Jordan, our analyst, was quicker",
        '"Will was faster"',
        "Left no room for Chance",
        "Chance asked her about it",
        "Can then asked her",
        "Faster than Can on joins",
        "Like Test, who we hired",
        "Asked Marks about it",
        "asked adeyemi",
        "asked ben twice",
        "AL WAS FASTER",
        "ASKED WILL TWICE",
        "Asked Anne about it",
    ],
)
def test_a_name_with_a_capital_is_a_name_though_it_is_a_word_or_a_particle(sentence: str) -> None:
    assert KNOWN.found_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Will need support",
        "Will not ask",
        "Can explain joins",
        "Can you say more?",
        "May struggle",
        "Test coverage was low",
        "Test results were late",
        "Mark scheme not followed",
        "Mark the date on the sheet",
        "Grace period missed",
        "Case notes were incomplete",
        "Van loading was slow",
        "Drew the timeline",
        "Rose to the challenge",
        "Day one plan missing",
        "Good story on the migration",
        "Good at explaining",
        "Strong on SQL",
        "Short answers throughout",
        "Started on 12 May",
    ],
)
def test_the_first_word_of_a_sentence_is_a_word_where_what_follows_is_plain(sentence: str) -> None:
    assert KNOWN.found_in(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "what a user can do",
        "gave it no chance",
        "three marks lost",
        "wrote a test",
        "what a user CAN do",
        "said she can't join",
        "de facto standard, van der Waals left out",
        "et al were cited",
    ],
)
def test_words_in_small_letters_are_not_names(sentence: str) -> None:
    assert KNOWN.found_in(sentence) is None


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("Hiring Manager", "Asked the Manager of the sales team about hiring"),
        ("TA Panel", "Told the Panel what TA means"),
        ("Interviewer 1", "Interviewer asked twice"),
        ("Panel member 2", "Asked each Member of the panel"),
        ("School council", "Would put it to the School Council"),
        ("HR", "The HR policy was quoted"),
        ("Recruiter", "Recruiter said the shift pattern twice"),
        ("Marta Manager", "Asked the Manager of the store"),
    ],
)
def test_a_role_where_a_name_is_asked_for_is_nobody(who: str, sentence: str) -> None:
    assert Names.of((who,)).found_in(sentence) is None


@pytest.mark.parametrize(
    "who", ["Marta Manager", "Marta (HR)", "Hiring Manager Marta", "Interviewer 2: Marta"]
)
def test_the_part_beside_a_role_is_a_name(who: str) -> None:
    assert Names.of((who,)).found_in("Asked Marta for the sheet") == "Marta"


@pytest.mark.parametrize("name", ["Ben", "Al", "Di", "Will", "Grace", "Jordan", "Can"])
@pytest.mark.parametrize("frame", ["{} then asked for the sheet", "Asked {} twice", "{}'s plan was thin"])
def test_the_candidates_own_name_never_withholds_whoever_shares_it(name: str, frame: str) -> None:
    sentence = frame.format(name)
    others = (f"{name} Okoro", f"{name} Lind")
    assert Names.of(others, own=Candidate(given_name=name, family_name="Hale")).found_in(sentence) is None
    assert Names.of(others, own=Candidate(given_name="Yemi", family_name="Hale")).found_in(sentence) == name


@given(
    st.text(alphabet="bdfgklmnprstvz", min_size=4, max_size=9),
    st.sampled_from(("Asked {}.", "Beat {} on SQL")),
)
def test_a_name_that_is_no_word_is_found_in_any_letters(name: str, frame: str) -> None:
    names = Names.of((f"{name.title()} Okoro",))
    assert all(names.found_in(frame.format(said)) for said in (name.title(), name, name.upper()))


@given(st.text(max_size=80), st.text(max_size=30))
def test_any_text_and_any_name_can_be_asked_about(sentence: str, name: str) -> None:
    found = Names.of((name, "Will May", "Ana de la Cruz")).found_in(sentence)
    assert found is None or found in sentence
