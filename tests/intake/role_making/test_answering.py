import pytest

from recruiter_kit.intake.role_making.answering import answered, taken_from
from recruiter_kit.intake.role_making.suggesting import Part
from recruiter_kit.model import Criterion, CriterionKind, Role, Scale
from tests import build

CHEF = Role(
    id="chef",
    title="Chef de Partie",
    criteria=(
        Criterion(id="section", name="Running a section"),
        Criterion(id="hygiene", name="Food hygiene"),
    ),
)


def test_answers_make_a_role() -> None:
    result = answered(
        CHEF,
        {
            ("section", Part.KIND): "Experience and skills",
            ("section", Part.REQUIRED): " 4 ",
            ("hygiene", Part.REQUIRED): "",
        },
    )
    assert result.problems == {}
    assert result.role
    section, hygiene = result.role.criteria
    assert section == Criterion(
        id="section",
        name="Running a section",
        kind=CriterionKind.EXPERIENCE_AND_SKILLS,
        required=4,
    )
    assert hygiene.required is None


@pytest.mark.parametrize(
    ("part", "answer", "wrong"),
    [
        (Part.REQUIRED, "6", "“6” is not a level of the scale; expected a number from 1 to 5"),
        (Part.REQUIRED, "high", "“high” is not a level"),
        (Part.REQUIRED, "-1", "“-1” is not a level"),
        (Part.REQUIRED, "1e0", "“1e0” is not a level"),
        (Part.KIND, "skill", "“skill” is not a kind of criterion; expected one of interview_performance"),
    ],
)
def test_an_answer_that_cannot_be_used_is_named_and_none_is_taken(
    part: Part, answer: str, wrong: str
) -> None:
    result = answered(CHEF, {("section", part): answer, ("hygiene", Part.REQUIRED): "3"})
    assert result.role is None
    assert list(result.problems) == [("section", part)]
    assert wrong in result.problems["section", part]


def test_a_criterion_that_the_role_does_not_have_is_named() -> None:
    result = answered(CHEF, {("charm", Part.REQUIRED): "3"})
    assert "expected one of Running a section, Food hygiene" in result.problems["charm", Part.REQUIRED]


def test_what_is_lacking_is_taken_from_a_criterion_of_the_same_name_only() -> None:
    like = build.role(
        build.criterion("1. Running a section", required=4, weight=2),
        build.criterion("Food safety", required=5),
    ).model_copy(update={"title": "Sous Chef"})
    taken = taken_from(CHEF, like)
    section, hygiene = taken.role.criteria
    assert (section.kind, section.required, section.weight) == ("experience_and_skills", 4, 2)
    assert hygiene == CHEF.criteria[1]
    assert set(taken.sources.values()) == {"from Sous Chef, “1. running a section”"}


def test_what_is_known_stays_and_levels_of_another_scale_are_not_taken() -> None:
    known = CHEF.model_copy(
        update={
            "criteria": (Criterion(id="section", name="Running a section", kind=CriterionKind.PREPARATION),)
        }
    )
    like = build.role(build.criterion("Running a section"), scale=Scale(lowest=1, highest=10))
    (section,) = taken_from(known, like).role.criteria
    assert (section.kind, section.required, section.levels) == ("preparation", None, {})
    assert section.advice
