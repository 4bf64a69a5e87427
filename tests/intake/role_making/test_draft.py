from recruiter_kit.intake.role_making.draft import RoleDraft, draft_of
from recruiter_kit.intake.role_making.suggesting import Part
from recruiter_kit.model import Bundle, Criterion, Role, Scale
from tests import build

NURSE = Role(
    id="nurse",
    title="Ward Nurse",
    criteria=(Criterion(id="handover", name="1. Hand-over"), Criterion(id="drugs", name="Drug calculations")),
)
STAFF = build.role(
    build.criterion("Handover", required=4, advice=("Write five practice handovers.",)),
    build.criterion("Medicines management", required=3),
).model_copy(update={"title": "Staff Nurse", "id": "staff"})


def bundle(*cards: object, role: Role = NURSE) -> Bundle:
    made = build.application(*cards).model_copy(update={"role": role.id})  # type: ignore[arg-type]
    return Bundle(roles=(role,), applications=(made,))


def nurse(*cards: object) -> RoleDraft:
    return draft_of(NURSE, bundle(*cards))


def suggested(part: Part, criterion: str, *known: Role, role: Role = NURSE) -> list[tuple[str, str, bool]]:
    questions = draft_of(role, bundle(role=role), known).questions_on(criterion)
    (question,) = [each for each in questions if each.part is part]
    return [(each.value, each.role, each.same) for each in question.suggestions]


def test_it_says_how_each_criterion_was_rated() -> None:
    cards = (
        build.scorecard(build.rating(2, criterion="handover"), id="s1", interviewer="Ana Reyes"),
        build.scorecard(build.rating(4, criterion="handover"), id="s2", interviewer="Omar Haddad"),
        build.scorecard(build.rating(4, criterion="handover"), id="s3", interviewer="Ana Reyes"),
        build.scorecard(build.rating(None, "Calm.", "handover"), id="s4", interviewer="Olu Ade"),
    )
    draft = nurse(*cards)
    first, second = draft.rated
    assert (first.levels, first.ratings, first.interviewers) == ((2, 4), 3, 2)
    assert (second.levels, second.ratings, second.interviewers) == ((), 0, 0)


def test_it_asks_for_what_is_missing_and_needs_only_the_required_level() -> None:
    draft = nurse()
    asked = [(each.part, each.needed) for each in draft.questions_on("handover")]
    assert asked == [(Part.KIND, False), (Part.REQUIRED, True), (Part.TEXT, False), (Part.ADVICE, False)]
    assert not draft.can_be_told


def test_a_role_that_says_everything_leaves_nothing_to_ask() -> None:
    draft = draft_of(build.role(), bundle(role=build.role()))
    assert draft.questions == ()
    assert draft.can_be_told


def test_the_same_criterion_of_another_role_suggests_all_that_it_has() -> None:
    assert suggested(Part.KIND, "handover", STAFF) == [("experience_and_skills", "Staff Nurse", True)]
    assert suggested(Part.REQUIRED, "handover", STAFF) == [("4", "Staff Nurse", True)]
    assert suggested(Part.TEXT, "handover", STAFF) == [("A sound grasp of Handover.", "Staff Nurse", True)]
    assert suggested(Part.ADVICE, "handover", STAFF) == [
        ("Write five practice handovers.", "Staff Nurse", True)
    ]


def test_one_that_is_only_near_is_suggested_as_near() -> None:
    assert suggested(Part.REQUIRED, "drugs", STAFF) == [("3", "Staff Nurse", False)]


def test_a_family_of_competencies_is_near_too() -> None:
    chef = Role(id="c", title="Chef", criteria=(Criterion(id="p", name="Running the pass"),))
    known = build.role(build.criterion("Section work", required=2)).model_copy(update={"title": "Sous Chef"})
    assert draft_of(chef, bundle(role=chef), [known]).questions[1].suggestions == ()
    draft = draft_of(
        chef, bundle(role=chef), [known], lambda name, title: "food_service" if "hef" in title else name
    )
    assert [each.value for each in draft.questions[1].suggestions] == ["2"]


def test_levels_of_another_scale_are_not_suggested() -> None:
    ten = STAFF.model_copy(update={"scale": Scale(lowest=1, highest=10)})
    assert suggested(Part.REQUIRED, "handover", ten) == suggested(Part.TEXT, "handover", ten) == []
    assert suggested(Part.KIND, "handover", ten) == [("experience_and_skills", "Staff Nurse", True)]


def test_the_text_suggested_is_that_of_the_level_that_is_required_here() -> None:
    stricter = NURSE.model_copy(update={"criteria": (Criterion(id="handover", name="Handover", required=5),)})
    assert suggested(Part.TEXT, "handover", STAFF, role=stricter) == []


def test_each_value_is_suggested_once_from_the_role_most_alike() -> None:
    other = STAFF.model_copy(update={"title": "Porter", "id": "porter"})
    assert suggested(Part.REQUIRED, "handover", other, STAFF) == [("4", "Staff Nurse", True)]
