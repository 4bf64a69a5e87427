"""What the columns of a table may hold, going by their headings and what is in them."""

import pytest

from recruiter_kit.intake.table.csv_text import parse_csv
from recruiter_kit.intake.table.suggesting import suggestions


def suggested(text: str, *others: str) -> dict[str, str]:
    sheets = [parse_csv(each, f"{at}.csv") for at, each in enumerate((text, *others))]
    return suggestions(sheets[0], {}, sheets[1:])


def test_skills_that_nobody_rates_are_no_criteria() -> None:
    text = 'id,name,skills\n1,Rowan Teal,"Plumbing, tiling"\n2,Noa Berg,"Tiling, brickwork"\n'
    scores = "candidate_id,interviewer,tiling_score\n1,Ana,3\n2,Ana,4\n"
    assert suggested(text, scores) == {"id": "candidate", "name": "name", "skills": ""}


def test_a_criterion_with_its_level_under_an_unknown_heading_stays_one() -> None:
    text = "Candidate,Interviewer,Skill,Ticked\nNoa Berg,Ana,Tiling,3\nNoa Berg,Ana,Grouting,2\n"
    assert suggested(text)["skill"] == "criterion"


def test_a_level_of_no_criterion_is_the_mark_of_the_whole() -> None:
    one = "candidate_id,interviewer,score,feedback\n1,Ana,70,Laid a straight course.\n2,Ana,60,Left gaps.\n"
    assert suggested(one)["score"] == ""
    long = "candidate_id,interviewer,topic,score\n1,Ana,Tiling,3\n1,Ana,Grouting,2\n"
    assert suggested(long)["score"] == "level"


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("feedback_text", "note"),
        ("Interview feedback", "note"),
        ("Detailed comments", "note"),
        ("Comments on candidate", "note"),
        ("Tiling comments", "note on Tiling"),
        ("interview_score", ""),
        ("tiling_score", "level of Tiling"),
    ],
)
def test_what_is_written_on_the_whole_is_no_criterion(heading: str, meaning: str) -> None:
    cell = "3" if heading.endswith("score") else "Laid a straight course and grouted it."
    text = f"candidate_id,interviewer,{heading}\n1,Ana,{cell}\n2,Ana,{cell}\n"
    column = heading.casefold().replace(" ", "_")
    assert suggested(text)[column] == meaning


def test_a_name_that_means_a_mark_or_a_note_is_what_its_cells_are() -> None:
    text = "candidato,entrevistador,competencia,nota,notas\nNoa,Ana,Obra,{},Dejó huecos.\nNoa,Ana,Plano,{},\n"
    marks = suggested(text.format(7, 8))
    assert (marks["competencia"], marks["nota"], marks["notas"]) == ("criterion", "level", "note")
    words = suggested("Kandidat;Interviewer;Kompetenz;Bewertung\nNoa;Ana;Bau;Hat schief und krumm gebaut.\n")
    assert words["bewertung"] == "note"


def test_a_column_called_data_with_small_numbers_is_no_day() -> None:
    text = "nome,avaliador,data,comentário\nNoa,Ana,{},Deixou espaços.\n"
    assert suggested(text.format("2026-11-09"))["data"] == "submitted_at"
    assert suggested(text.format("3"))["data"] == "level of Data"


def test_the_id_of_a_row_by_one_person_on_another_is_that_of_its_scorecard() -> None:
    card = suggested("id;candidaturaId;avaliador;parecer\n7;a1;Ana;Sim\n8;a1;Omar;Sim\n")
    assert card["id"] == "scorecard"
    rating = suggested("id,application_id,interviewer,criterion,score\n7,a1,Ana,Tiling,3\n8,a1,Ana,Grout,2\n")
    assert rating["id"] == ""


def test_a_name_beside_one_of_its_parts_is_the_other_part_or_the_whole() -> None:
    assert suggested("Name;Vorname;Stelle\nBerg;Noa;Maurer\n") == {
        "name": "family_name",
        "vorname": "given_name",
        "stelle": "role",
    }
    assert suggested("nome,cognome,posizione\nNoa,Berg,Muratore\n")["nome"] == "given_name"
    whole = suggested("Full name,First name,Job\nNoa Berg,Noa,Builder\n")
    assert (whole["full_name"], whole["first_name"]) == ("name", "")


def test_headings_are_known_in_portuguese_and_chinese() -> None:
    portuguese = suggested(
        "candidato,vaga,avaliador,dataHora,competência,nota,observações\n"
        "Noa Berg,Pedreiro,Ana,2026-11-09,Obra,3,Deixou as juntas abertas.\n"
        "Noa Berg,Pedreiro,Ana,2026-11-09,Plano,4,\n"
    )
    assert [*portuguese.values()] == [
        *("name", "role", "interviewer", "submitted_at", "criterion", "level", "note"),
    ]
    chinese = suggested(
        "姓名,应聘职位,面试官,面试日期,面试评价\n王安,瓦工,李宁,2026-11-09,砌墙平直，但是接缝没有填满\n"
    )
    assert [*chinese.values()] == ["name", "role", "interviewer", "submitted_at", "note"]
