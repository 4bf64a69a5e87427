import pytest

from recruiter_kit.intake.criteria.names import folded, near, same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Data modelling", "Data Modeling"),
        ("1. Planning", "Planning"),
        ("(2) Planning", "3 - planning"),
        ("Q4: Knife skills", "Knife Skills"),
        ("a) Handover", "Hand-over"),
        ("Organisation", "organization"),
        ("Behaviour in class", "Behavior in class"),
        ("Paediatric assessment", "Pediatric assessment"),
        ("Driving licence", "Driving license"),
        ("Health & safety", "Health and safety"),
        ("Clinical judgement", "Clinical judgment"),
        ("Résumé of the case", "Resume of the case"),
        ("Programme planning", "Program planning"),
    ],
)
def test_a_name_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("C++", "C#"),
        ("C", "C++"),
        ("Planning (Tech)", "Planning (People)"),
        ("Planning 1", "Planning 2"),
        ("3.5 tonne driving", "7.5 tonne driving"),
        ("24 hour care", "12 hour care"),
        ("प्रबंधन", "प्रबंधना"),
        ("Comms", "Communication"),
        ("Verbal communication", "Non-verbal communication"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert not same(one, other)


@pytest.mark.parametrize(
    ("name", "others", "meant"),
    [
        ("Comms", ["Communication", "Planning"], "Communication"),
        ("Planning (Tech)", ["Communication", "Planning"], "Planning"),
        ("Communicatiom", ["Communication", "Planning"], "Communication"),
        ("Communication skills", ["Communication", "SQL"], "Communication"),
        ("Architecture", ["System design", "SQL"], "System design"),
        ("Drug calculations", ["Handover", "Medicines management"], "Medicines management"),
        ("Food hygiene", ["Running a section", "Food safety"], "Food safety"),
        ("Planning of lessons", ["Lesson planning", "Behaviour"], "Lesson planning"),
    ],
)
def test_a_name_is_near_what_it_may_mean(name: str, others: list[str], meant: str) -> None:
    assert near(name, others)[0] == meant


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("SQL", ["Communication", "Planning"]),
        ("Leadership", ["Membership"]),
        ("Java", ["JavaScript"]),
        ("QA", ["R"]),
    ],
)
def test_what_is_not_alike_is_near_nothing(name: str, others: list[str]) -> None:
    assert near(name, others) == ()


def test_the_nearest_comes_first_and_at_most_three_are_named() -> None:
    others = ["Planning and delivery", "Planning (People)", "Planing", "Long-term planning", "Planning work"]
    assert len(near("Planning", others)) == 3
    assert near("Planning", others)[0] == "Planning (People)"


def test_a_name_of_marks_only_is_itself() -> None:
    assert folded("***") == "***"
    assert not same("***", "---")
