"""What a reader would take the candidate for."""

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.candour import errors, rows
from recruiter_kit.errors import DataFileError
from recruiter_kit.feedback import Feedback, Part
from recruiter_kit.files.data_file import read_record
from recruiter_kit.review.candour import findings, measure
from recruiter_kit.review.imagined_reader import Reader, inferred
from tests.gold import gold
from tests.samples.made import feedbacks

SWEET = {
    "modelling": "You drew an excellent set of tables. Refunds were a small thing to add.",
    "sql": "Your joins were excellent, and you used a window function with only a tiny hint.",
    "explaining": "Your explanation was brilliant and perfectly clear throughout.",
    "working": "Your work with finance was outstanding.",
}
HARSH = {
    "modelling": "Your tables were a hopeless mess. You had no idea at all about refunds.",
    "sql": "You were hopeless with window functions and useless without a hint.",
}
SWEET_WARD = {
    "leading": "You were well above the level of any ward sister we know, and handled the shift perfectly.",
    "staff": "Your support of the team was exceptional, and your feedback was brilliant.",
}
HARSH_WARD = {
    "leading": "You were below the level we need here, slow and unsure.",
    "staff": "You forgot the new starter and were dismissive of the rota.",
}


def reworded(feedback: Feedback, texts: dict[str, str]) -> Feedback:
    """Return the feedback with what was seen told in other words, bands left unsaid."""
    statements, done = [], set()
    for each in feedback.statements:
        if each.part not in (Part.SEEN, Part.STRENGTH):
            statements.append(each)
        elif each.criterion in texts and each.criterion not in done:
            done.add(each.criterion)
            statements.append(each.model_copy(update={"text": texts[each.criterion]}))
    standard = feedback.standard.model_copy(update={"bands_shown": False})
    return feedback.model_copy(update={"statements": tuple(statements), "standard": standard})


def inflation(feedback: Feedback) -> float:
    found = measure(feedback).inflation
    assert found is not None
    return found


@pytest.mark.parametrize("name", ["marta", "ward-sister"])
def test_the_gold_letters_read_as_the_panel_meant_them(name: str) -> None:
    assert abs(inflation(feedbacks()[name])) <= 0.5
    assert not list(findings(feedbacks()[name], measure(feedbacks()[name])))


@pytest.mark.parametrize(("name", "texts"), [("marta", SWEET), ("ward-sister", SWEET_WARD)])
def test_a_sweet_version_without_bands_reads_better_than_the_panel_meant(
    name: str, texts: dict[str, str]
) -> None:
    sweet = reworded(feedbacks()[name], texts)
    assert inflation(sweet) > 0.5
    assert {each.label for each in findings(sweet, measure(sweet))} == {"sugar-coating"}


@pytest.mark.parametrize(("name", "texts"), [("marta", HARSH), ("ward-sister", HARSH_WARD)])
def test_a_harsh_version_without_bands_reads_worse_than_the_panel_meant(
    name: str, texts: dict[str, str]
) -> None:
    harsh = reworded(feedbacks()[name], texts)
    assert inflation(harsh) < -0.5
    assert {each.label for each in findings(harsh, measure(harsh))} == {"needlessly-harsh"}


def test_the_figure_names_the_sentences_behind_it() -> None:
    feedback = gold()
    first = measure(feedback).by_criterion[0]
    assert first.criterion == "modelling"
    assert set(first.statements) == {
        each.id for each in feedback.said(Part.SEEN) if each.criterion == "modelling"
    }


def test_a_gap_that_is_kept_quiet_reads_as_met() -> None:
    kept = tuple(each for each in gold().statements if each.criterion != "modelling")
    read = {each.criterion: each for each in measure(gold(statements=kept)).by_criterion}
    assert read["modelling"].inferred == 0
    assert read["modelling"].statements == ()


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ("You did not check the dose.", "You checked the dose."),
        ("You were slow.", "You were a little slow."),
        ("Your plan was good.", "Your plan was outstanding."),
        ("Your plan was hopeless and wrong.", "Your plan was wrong."),
    ],
)
def test_negation_and_words_of_degree_count(worse: str, better: str) -> None:
    assert inferred("", [worse]) < inferred("", [better])


def test_a_worse_band_reads_worse() -> None:
    bands = ("well below", "below", "just below", "at", "above", "well above")
    read = [inferred(f"{each} the level this role needs", ["You named the parts."]) for each in bands]
    assert read == sorted(read)


def test_passages_that_were_held_back_are_guessed_to_half_a_level() -> None:
    found = errors(rows(held_back=True))
    assert len(found) >= 40
    assert sum(map(abs, found)) / len(found) <= 0.6
    assert abs(sum(found) / len(found)) <= 0.2


def test_a_lexicon_that_does_not_fit_is_refused_with_file_place_and_reason(tmp_path: Path) -> None:
    whole = (files("recruiter_kit.composing") / "wording" / "reader.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "reader.yaml"
    broken.write_text(whole.replace("level: -3", "level: low", 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"reader\.yaml.*headings\[0\]\.level.*number"):
        read_record(broken, Reader)


WORDS = st.sampled_from(("you", "did", "not", "check", "slowly", "perfectly", "hopeless", "little", "but"))


@given(st.sampled_from(["", "well below the level", "What you did well"]), st.lists(WORDS, max_size=30))
def test_a_guess_is_never_off_the_scale(heading: str, words: list[str]) -> None:
    assert -3 <= inferred(heading, [" ".join(words)]) <= 2
