from recruiter_kit.intake.criteria.matching import match
from recruiter_kit.model import Criterion


def named(*names: str) -> list[Criterion]:
    return [Criterion(id=f"{number}", name=name) for number, name in enumerate(names)]


def published(*names: str) -> list[Criterion]:
    return [Criterion(id=name.lower(), name=name) for name in names]


PUBLISHED = published("Communication", "Planning", "Handover")


def test_each_criterion_is_the_same_or_unclear_or_unknown() -> None:
    found = match(named("1. planning", "Comms", "Charm"), PUBLISHED)
    assert found.matched == {"0": "planning"}
    assert {key: [each.name for each in meant] for key, meant in found.unclear.items()} == {
        "1": ["Communication"]
    }
    assert [each.name for each in found.unknown] == ["Charm"]


def test_an_id_counts_as_well_as_a_name() -> None:
    assert match([Criterion(id="handover", name="Giving over")], PUBLISHED).matched == {
        "handover": "handover"
    }


def test_what_a_person_says_holds() -> None:
    found = match(named("Comms", "Charm"), PUBLISHED, {"comms": "Communication", "Charm": "handover"})
    assert found.matched == {"0": "communication", "1": "handover"}


def test_a_person_can_say_that_it_is_none_of_them() -> None:
    found = match(named("Comms"), PUBLISHED, {"Comms": ""})
    assert [each.name for each in found.unknown] == ["Comms"]


def test_what_is_said_of_another_role_leaves_the_question() -> None:
    found = match(named("Comms"), PUBLISHED, {"Comms": "Window functions"})
    assert list(found.unclear) == ["0"]


def test_two_spellings_in_one_file_are_not_made_one() -> None:
    found = match(named("1. Planning", "2. Planning"), PUBLISHED)
    assert found.matched == {}
    assert [[each.id for each in meant] for meant in found.unclear.values()] == [["planning"], ["planning"]]


def test_of_two_spellings_the_one_that_is_written_so_is_it() -> None:
    found = match(named("Planning", "1. Planning"), PUBLISHED)
    assert found.matched == {"0": "planning"}
    assert list(found.unclear) == ["1"]


def test_two_published_names_that_are_alike_are_asked_about() -> None:
    found = match(named("Data Modeling:"), published("Data modelling", "Data-modelling"))
    assert found.matched == {}
    assert len(found.unclear["0"]) == 2
