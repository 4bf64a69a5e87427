"""Tables that are joined by ids."""

from pathlib import Path

from tests.intake.table.own import people, read_own, told

CANDIDATES = "Applicant No,Full name,Email\n1,Noa Berg,noa@example.org\n2,Mia Lund,mia@example.org\n"
JOBS = "Job ID,Title\nj1,Data Engineer\n"
SCORES = "Applicant No,Job ID,Assessor,Competency,Score,Comments\n1,j1,Ana,Go,2,x\n2,j1,Ana,Go,3,y\n"
INTERVIEWS = "Interview ID,Applicant No,Job,Interviewer\ni1,1,Data Engineer,Ana\ni2,2,Data Engineer,Olu\n"
EVALUATIONS = "Interview ID,Competency,Score,Comments\ni1,Go,2,x\ni2,Go,3,y\n"


def test_three_tables_are_joined_by_their_ids(tmp_path: Path) -> None:
    bundle = read_own(tmp_path, {"c.csv": CANDIDATES, "j.csv": JOBS, "s.csv": SCORES})
    assert people(bundle) == {"Noa Berg": {"go": 2}, "Mia Lund": {"go": 3}}
    assert {(each.role, each.candidate.email) for each in bundle.applications} == {
        ("data-engineer", "noa@example.org"),
        ("data-engineer", "mia@example.org"),
    }
    assert told(bundle, "error") == []


def test_a_scorecard_finds_its_candidate_through_the_interview(tmp_path: Path) -> None:
    bundle = read_own(tmp_path, {"c.csv": CANDIDATES, "i.csv": INTERVIEWS, "e.csv": EVALUATIONS})
    assert people(bundle) == {"Noa Berg": {"go": 2}, "Mia Lund": {"go": 3}}
    assert {each.scorecards[0].interviewer.name for each in bundle.applications} == {"Ana", "Olu"}


def test_an_id_of_two_people_is_an_error_that_names_both_and_others_stay(tmp_path: Path) -> None:
    files = {"c.csv": f"{CANDIDATES}2,Mio Lund,\n", "j.csv": JOBS, "s.csv": SCORES}
    bundle = read_own(tmp_path, files)
    assert people(bundle).keys() == {"Noa Berg"}
    ((file, place, message),) = told(bundle, "error")
    assert (file, place) == ("s.csv", "row 3, column applicant_no")
    assert "Mia Lund (c.csv: row 3) and Mio Lund (c.csv: row 4)" in message


def test_people_of_one_name_with_two_ids_stay_two(tmp_path: Path) -> None:
    files = {"c.csv": CANDIDATES.replace("Mia Lund", "Noa Berg"), "j.csv": JOBS, "s.csv": SCORES}
    bundle = read_own(tmp_path, files)
    assert len(bundle.applications) == 2
    assert told(bundle, "error") == []


def test_an_id_that_no_list_has_is_an_error_of_its_application_only(tmp_path: Path) -> None:
    bundle = read_own(tmp_path, {"c.csv": CANDIDATES, "j.csv": JOBS, "s.csv": f"{SCORES}3,j1,Ana,Go,4,z\n"})
    assert len(bundle.applications) == 2
    assert "the candidate has no name" in told(bundle, "error")[0][2]
