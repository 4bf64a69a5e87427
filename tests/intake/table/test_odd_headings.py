"""Which column holds what is suggested for typical forms of a table, in several languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.intake.table.sheet import sheet_of
from recruiter_kit.intake.table.suggesting import criterion_in, suggestions
from tests.intake.table.own import people, read_own, suggested

LONG_IN = {
    "German": (
        "Bewerber;Stelle;Interviewer;Interviewdatum;Kompetenz;Bewertung;Bemerkungen;Empfehlung\n"
        "Noa Berg;Data Engineer;Jörg Weiß;22.5.2026;Planung;2,5;Begann mit den Tabellen.;Ablehnen\n"
    ),
    "French": (
        "Candidat;Poste;Évaluateur;Date de l'entretien;Compétence;Note;Commentaires;Avis global\n"
        "Noa Berg;Data Engineer;Zoé;22/05/2026;Planung;2,5;A commencé par les tables.;Défavorable\n"
    ),
    "Spanish": (
        "Candidato;Puesto;Entrevistador;Fecha;Competencia;Puntuación;Comentarios;Recomendación\n"
        "Noa Berg;Data Engineer;Íñigo;22/05/2026;Planung;2,5;Empezó por las tablas.;Rechazar\n"
    ),
    "Japanese": (
        "候補者名;求人;面接官;面接日;評価項目;評価;コメント;総合評価\n"
        "Noa Berg;Data Engineer;佐藤;2026年5月22日;Planung;2,5;表から始めた。;不合格\n"
    ),
}
MEANINGS = ["name", "role", "interviewer", "submitted_at", "criterion", "level", "note", "recommendation"]


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        (language, encoding)
        for language in LONG_IN
        for encoding in ("utf-8", "cp1252", "utf-16")
        if (language, encoding) != ("Japanese", "cp1252")
    ],
)
def test_a_table_with_a_row_for_each_rating_is_understood(
    tmp_path: Path, language: str, encoding: str
) -> None:
    files = {"b.csv": LONG_IN[language].encode(encoding)}
    assert list(suggested(tmp_path, files).values()) == MEANINGS
    bundle = read_own(tmp_path, files)
    assert people(bundle) == {"Noa Berg": {"planung": 2.5}}
    assert str(bundle.applications[0].scorecards[0].submitted_at) == "2026-05-22 00:00:00"


@pytest.mark.parametrize(
    "headings",
    [
        "Bewerber/in;Stelle;Interviewende Person;Planung Bewertung;Planung Kommentar;Vertraulich",
        "Candidat;Poste;Évaluateur;Planung;Commentaires planung;Note interne",
        "Candidato;Vacante;Entrevistadora;Planung;Comentarios planung;Nota interna",
        "氏名;職種;面接官;Planung 評価;Planung コメント;社外秘",
        "Candidate;Role;Interviewer;Planung (score);Planung (comments);Confidential",
    ],
)
def test_a_table_with_a_column_for_each_criterion_is_understood(tmp_path: Path, headings: str) -> None:
    table = f"{headings}\nNoa Berg;Data Engineer;Ana;3;Asked what the reports were for, then planned.;dear\n"
    assert [meaning.casefold() for meaning in suggested(tmp_path, {"b.csv": table}).values()] == [
        "name",
        "role",
        "interviewer",
        "level of planung",
        "note on planung",
        "private_note",
    ]


def test_a_heading_that_stands_there_again_is_a_note_on_the_criterion_before_it(tmp_path: Path) -> None:
    table = "Candidate;Role;Assessor;Planning;Comments;Teamwork;Comments\nNoa;DE;Ana;2;Left out.;3;Helped.\n"
    assert list(suggested(tmp_path, {"b.csv": table}).values())[3:] == [
        "level of Planning",
        "note on Planning",
        "level of Teamwork",
        "note on Teamwork",
    ]


@pytest.mark.parametrize(
    "levels", ["★★★☆☆;★★", "4/5;3/5", "8/10;7/10", "80%;60 %", "80;65", "4 stars;2 stars"]
)
def test_a_column_of_marks_is_that_of_a_criterion(tmp_path: Path, levels: str) -> None:
    table = f"Candidate;Role;Assessor;Planning;Teamwork\nNoa;DE;Ana;{levels}\n"
    meanings = list(suggested(tmp_path, {"b.csv": table}).values())
    assert meanings[3:] == ["level of Planning", "level of Teamwork"]


def test_the_name_in_a_list_of_jobs_or_users_is_theirs(tmp_path: Path) -> None:
    assert suggested(tmp_path, {"j.csv": "Job ID,Title\nj1,Data Engineer\n"})["title"] == "role"
    assert suggested(tmp_path, {"u.csv": "User ID,Name\nu1,Ana Reyes\n"})["name"] == "interviewer"


def test_a_column_that_is_just_called_email_beside_an_interviewer_is_left_to_a_person(tmp_path: Path) -> None:
    table = "Candidate,E-mail,Job,Interviewer,Comments\nNoa,noa@example.org,DE,Ana,Planned well.\n"
    assert suggested(tmp_path, {"b.csv": table})["e-mail"] == ""


def test_the_words_around_a_criterion_are_told_from_it() -> None:
    assert criterion_in("planning_score") == ("level", "Planning")
    assert criterion_in("comments") == ("note", "")


HEADINGS = (
    "Name|Candidate|Role|Note|Notes|Score|Planning|Planning score|Comments|id|E-mail|Date|評価|Level||x"
)
VALUES = "|3|4/5|80%|★★|Noa Berg|2026-11-09|22/5/2026|x@example.org|yes"
CELLS, TEXTS = (st.sampled_from(listed.split("|")) for listed in (HEADINGS, VALUES))


@given(st.lists(CELLS, min_size=1, max_size=9), st.lists(st.lists(TEXTS, max_size=9), max_size=4))
def test_no_two_columns_are_suggested_for_one_thing(headings: list[str], rows: list[list[str]]) -> None:
    sheet = sheet_of([headings, *rows], "f")
    meanings = [meaning for meaning in suggestions(sheet, {}).values() if meaning]
    assert len(meanings) == len(set(meanings))
