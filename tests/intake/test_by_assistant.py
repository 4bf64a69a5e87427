"""What a source says an assistant wrote carries that mark, until a person has confirmed it."""

from pathlib import Path

from recruiter_kit.intake import read
from recruiter_kit.model import Scorecard
from tests.intake.sources import (
    a_bundle,
    an_application,
    greenhouse_application,
    greenhouse_candidate,
    greenhouse_card,
    messages,
    write,
)

SAID = "Strong on systems, weaker on trade-offs."
SUMMARY = {"id": 5, "question": "AI summary", "answer": SAID}


def greenhouse(folder: Path, *questions: object) -> tuple[Scorecard, list[str]]:
    card = greenhouse_card(questions=list(questions))
    files = [
        write(folder, "cards.json", [card]),
        write(folder, "applications.json", [greenhouse_application()]),
        write(folder, "candidates.json", [greenhouse_candidate()]),
    ]
    bundle = read(*files)
    return bundle.applications[0].scorecards[0], messages(bundle, "left_out")


def test_an_answer_under_a_heading_that_says_so_is_marked(tmp_path: Path) -> None:
    card, _ = greenhouse(tmp_path, SUMMARY)
    assert (card.note, card.by_assistant, card.is_unconfirmed) == (SAID, True, True)


def test_beside_the_note_of_a_person_it_is_left_out_and_said(tmp_path: Path) -> None:
    takeaways = {"id": None, "question": "Key Take-Aways", "answer": "Careful, but slow to ask."}
    card, told = greenhouse(tmp_path, SUMMARY, takeaways)
    assert (card.note, card.by_assistant) == ("Careful, but slow to ask.", False)
    assert any("what an assistant wrote was left out" in each for each in told)


def test_a_column_that_says_so_is_marked(tmp_path: Path) -> None:
    text = f"Candidate;Job;Interviewer;Planning;AI notes\nNoa;Chef;Ana;2;{SAID}\n"
    table = write(tmp_path, "t.csv", text)
    columns = "candidate: name, job: role, interviewer: interviewer, planning: level of Planning"
    said = f"tables: [{{columns: {{{columns}, ai notes: note on Planning}}}}]"
    (application,) = read(table, columns=write(tmp_path, "c.yaml", said)).applications
    (rating,) = application.scorecards[0].ratings
    assert (rating.note, rating.by_assistant, rating.level) == (SAID, True, 2)


def test_a_note_that_says_so_itself_is_marked(tmp_path: Path) -> None:
    rating = {"criterion": "modelling", "level": 2, "note": f"AI-generated summary:\n{SAID}"}
    scorecard = {"id": "s1", "interviewer": {"name": "Ana Reyes"}, "ratings": [rating]}
    bundle = read(write(tmp_path, "b.json", a_bundle(an_application(scorecards=[scorecard]))))
    assert bundle.applications[0].scorecards[0].ratings[0].by_assistant
