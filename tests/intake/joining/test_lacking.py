from pathlib import Path

from recruiter_kit.intake import read
from tests.intake.sources import a_bundle, a_role, greenhouse_files, only, write


def test_it_names_exactly_what_is_lacking(tmp_path: Path) -> None:
    criteria = [*a_role()["criteria"], {"id": "sql", "name": "SQL"}]
    role = a_role(organisation=None, criteria=criteria)
    notice = only(read(write(tmp_path, "b.json", a_bundle(roles=[role]))), "lacking")
    assert notice.place == "roles[0]"
    assert notice.message == (
        "still missing: for the role Data Engineer: the organisation (or name it in the "
        "standard); the kind of SQL; the required level of SQL; the text for the required level of SQL; "
        "advice for SQL; complete the role, in the app or in a role file, or the export"
    )


def test_a_role_without_criteria_lacks_them(tmp_path: Path) -> None:
    from tests.intake.sources import an_application

    role = {"id": "de", "title": "Data Engineer", "organisation": "Northgate"}
    application = an_application(decision=None, scorecards=[])
    notice = only(read(write(tmp_path, "b.json", a_bundle(application, roles=[role]))), "lacking")
    assert "for the role Data Engineer: its criteria;" in notice.message


def test_an_export_alone_lacks_what_only_a_role_file_gives(tmp_path: Path) -> None:
    message = only(read(*greenhouse_files(tmp_path)), "lacking").message
    assert "the kind of every criterion; the required level of every criterion" in message


def test_a_role_that_nobody_applied_for_lacks_nothing(tmp_path: Path) -> None:
    roles = [a_role(), {"id": "pm", "title": "Product Manager"}]
    assert read(write(tmp_path, "b.json", a_bundle(roles=roles))).notices == ()


def test_texts_and_advice_are_to_do_and_keep_no_letter_from_being_made(tmp_path: Path) -> None:
    criteria = [{"id": "modelling", "name": "Data modelling", "required": 4}]
    notice = only(read(write(tmp_path, "b.json", a_bundle(roles=[a_role(criteria=criteria)]))), "lacking")
    assert notice.message == (
        "to do for the role Data Engineer: the kind of Data modelling; the text for the required level of "
        "Data modelling; advice for Data modelling; letters can be made without, and say less"
    )
