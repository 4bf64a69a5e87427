"""Breezy's scorecards, with the candidates and positions that they belong to."""

import tempfile
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read
from recruiter_kit.model import Bundle, Recommendation
from tests.intake.breezy.samples import BODY, SAMPLES, candidate, criterion, meta, position, scorecard
from tests.intake.sources import a_decision, messages, only, told, write


def read_all(folder: Path, *values: object) -> Bundle:
    return read(*(write(folder, f"f{index}.json", value) for index, value in enumerate(values)))


def read_cards(folder: Path, *cards: dict[str, Any]) -> Bundle:
    return read_all(folder, meta(*cards), [candidate()], [position()])


@pytest.mark.parametrize("sample", ["meta", "bare meta", "recorded meta"])
def test_it_works(tmp_path: Path, sample: str) -> None:
    bundle = read_all(tmp_path, SAMPLES[sample], SAMPLES["candidates"], SAMPLES["positions"])
    (application,) = bundle.applications
    assert (application.id, application.role, application.stage) == ("c1", "p1", "Interviewing")
    assert application.candidate.full_name == "Marta Silva"
    assert application.candidate.email == "marta@example.org"
    (card,) = application.scorecards
    assert (card.id, card.interviewer.name) == ("s1", "Ana Reyes")
    assert (card.recommendation, card.raw) == (Recommendation.NO, "poor")
    assert card.note == "Careful, but slow to ask."
    assert [(rating.criterion, rating.level, rating.raw) for rating in card.ratings] == [
        ("data-modelling", 2, "poor")
    ]
    (role,) = bundle.roles
    assert (role.title, role.scale.lowest, role.scale.highest) == ("Data Engineer", 1, 5)


@pytest.mark.parametrize(
    ("score", "level", "recommendation"),
    [
        ("very_poor", 1, Recommendation.STRONG_NO),
        ("poor", 2, Recommendation.NO),
        ("neutral", 3, Recommendation.MIXED),
        ("good", 4, Recommendation.YES),
        ("very_good", 5, Recommendation.STRONG_YES),
    ],
)
def test_every_documented_score_is_understood(
    tmp_path: Path, score: str, level: int, recommendation: Recommendation
) -> None:
    bundle = read_cards(tmp_path, scorecard(criterion("Testing", score), score=score))
    (card,) = bundle.applications[0].scorecards
    assert (card.ratings[0].level, card.recommendation) == (level, recommendation)
    assert messages(bundle, "not_understood") == []


def test_other_scores_are_reported_and_kept(tmp_path: Path) -> None:
    bundle = read_cards(tmp_path, scorecard(criterion("Testing", 4), score="superb"))
    (card,) = bundle.applications[0].scorecards
    assert (card.recommendation, card.raw) == (None, "superb")
    assert (card.ratings[0].level, card.ratings[0].raw) == (None, "4")
    assert len(messages(bundle, "not_understood")) == 2


def test_a_criterion_that_was_not_scored_is_not_assessed(tmp_path: Path) -> None:
    (card,) = read_cards(tmp_path, scorecard(criterion("Testing", None))).applications[0].scorecards
    assert card.ratings[0].level is None


def test_a_score_without_a_criterion_costs_its_application(tmp_path: Path) -> None:
    bundle = read_cards(tmp_path, scorecard({"score": "good"}))
    assert bundle.applications == ()
    assert "has no name" in only(bundle, "error").message


def test_an_empty_scorecard_is_left_out_and_reported(tmp_path: Path) -> None:
    empty = scorecard(criterion("Testing", None), score=None, note="") | {"_id": "s2"}
    bundle = read_cards(tmp_path, scorecard(), empty)
    assert [card.id for card in bundle.applications[0].scorecards] == ["s1"]
    assert any("neither a level nor a text" in message for message in messages(bundle, "left_out"))


@pytest.mark.parametrize("sample", ["body", "body of a candidate"])
def test_the_body_of_a_scorecard_is_read_and_its_interviewer_is_not_known(
    tmp_path: Path, sample: str
) -> None:
    bundle = read_all(tmp_path, SAMPLES[sample], SAMPLES["candidates"], SAMPLES["positions"])
    (card,) = bundle.applications[0].scorecards
    assert (card.recommendation, card.note) == (Recommendation.STRONG_YES, "Quick to ask.")
    assert "nothing says who wrote 1 scorecards" in messages(bundle, "lacking")[0]


def test_a_body_of_a_scorecard_that_is_there_is_read_once(tmp_path: Path) -> None:
    body = {"candidate": "c1", "score": "poor", "note": "Careful, but slow to ask."}
    bundle = read_all(tmp_path, meta(), body, [candidate()], [position()])
    assert [card.id for card in bundle.applications[0].scorecards] == ["s1"]
    assert any("it was read once" in message for message in messages(bundle, "left_out"))


def test_the_stream_is_left_out_and_reported(tmp_path: Path) -> None:
    bundle = read_cards(tmp_path)
    assert any("left out: streams of candidates" in message for message in messages(bundle, "left_out"))
    assert "80k" not in bundle.model_dump_json()


def test_a_meta_is_of_the_candidate_who_names_it(tmp_path: Path) -> None:
    two = [candidate(meta_id="m9", _id="c9", name="Jo Kay"), candidate()]
    bundle = read_all(tmp_path, {"_id": "m1", **meta()}, two, [position()])
    assert [application.id for application in bundle.applications] == ["c1"]


def test_several_candidates_never_mix(tmp_path: Path) -> None:
    listed = [{"candidate": "c1", **meta()}, {"candidate": "c2", **meta(scorecard() | {"_id": "s2"})}]
    positions = [position(), position(_id="p2", name="Data Analyst")]
    people = [
        {"position": "p1", "candidates": [candidate()]},
        {"position": "p2", "candidates": [candidate(_id="c2", meta_id="m2", name="Jo Kay")]},
    ]
    bundle = read_all(tmp_path, listed, positions, people)
    assert [(each.id, each.role, [card.id for card in each.scorecards]) for each in bundle.applications] == [
        ("c1", "p1", ["s1"]),
        ("c2", "p2", ["s2"]),
    ]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([meta(), [position()]], "nothing says which candidate"),
        ([SAMPLES["meta"], [position()]], "the candidate c1 is not in the files"),
        ([SAMPLES["meta"], [candidate()]], "nothing says which position the candidate c1 is in"),
        ([SAMPLES["meta"], SAMPLES["candidates of a position"]], "the position p1 is not in the files"),
        (
            [SAMPLES["meta"], [candidate()], [position(), position(_id="p2")]],
            "nothing says which position the candidate c1 is in",
        ),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, values: list[object], message: str) -> None:
    bundle = read_all(tmp_path, *values)
    assert bundle.applications == ()
    assert message in only(bundle, "error").message


def test_a_candidate_in_two_positions_is_an_error(tmp_path: Path) -> None:
    people = [{"position": key, "candidates": [candidate()]} for key in ("p1", "p2")]
    bundle = read_all(tmp_path, SAMPLES["meta"], people, [position(), position(_id="p2")])
    assert "for several postings (p1, p2)" in only(bundle, "error").message


def test_objects_that_differ_are_an_error(tmp_path: Path) -> None:
    bundle = read_all(tmp_path, SAMPLES["meta"], [candidate(), candidate(name="Marta Souza")], [position()])
    assert "the object appears twice" in only(bundle, "error").message


def test_what_became_of_it_is_held_against_the_decision(tmp_path: Path) -> None:
    hired = candidate(stage={"id": "9", "name": "Hired", "type": {"id": "hired", "name": "Hired"}})
    decision = {"c1": a_decision(decisive=["data-modelling"])}
    bundle = read_all(tmp_path, SAMPLES["meta"], [hired], [position()], decision)
    assert "“Hired”" in only(bundle, "error").message


def test_a_closed_stage_is_not_a_decision(tmp_path: Path) -> None:
    closed = candidate(stage={"id": "8", "name": "Disqualified"})
    bundle = read_all(tmp_path, SAMPLES["body of a candidate"], [closed], [position()])
    assert bundle.applications[0].decision is None
    assert "Disqualified; that is not a decision" in only(bundle, "left_out").message


@pytest.mark.parametrize(
    ("sample", "what"),
    [
        ("candidates", "candidates of Breezy"),
        ("positions", "positions of Breezy"),
        ("webhook", "bodies of webhooks of Breezy"),
    ],
)
def test_what_holds_no_scorecard_is_named_with_what_to_add(tmp_path: Path, sample: str, what: str) -> None:
    with pytest.raises(InputError, match=f"{what} and no meta of candidates; add the export of the meta"):
        read_all(tmp_path, SAMPLES[sample])


def test_files_may_come_in_any_order(tmp_path: Path) -> None:
    values = [SAMPLES["meta"], [candidate()], [position()], {"candidate": "c1", **BODY}]
    assert len({repr(told(read_all(tmp_path, *order))) for order in permutations(values)}) == 1


@given(st.permutations(range(4)))
def test_rows_may_come_in_any_order(numbers: list[int]) -> None:
    def card(number: int) -> dict[str, Any]:
        return scorecard(criterion(f"Skill {number}", "good")) | {"_id": f"s{number}"}

    with tempfile.TemporaryDirectory() as folder:
        bundle = read_cards(Path(folder), *map(card, numbers))
        assert told(bundle) == told(read_cards(Path(folder), *map(card, range(4))))
    assert [each.id for each in bundle.applications[0].scorecards] == ["s0", "s1", "s2", "s3"]
