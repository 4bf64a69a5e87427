"""What rests on a criterion goes on resting on it when a newer file gives it another id."""

from recruiter_kit.intake.criteria.keeping_ids import with_ids_of
from recruiter_kit.model import Bundle, Criterion, Role
from tests import build

HERE = build.role(build.criterion("Handover", id="handover"), build.criterion("Communication", id="calm"))


def newer(*names: str) -> Bundle:
    criteria = tuple(Criterion(id=f"n{number}", name=name, required=3) for number, name in enumerate(names))
    role = Role(id="r1", title="Ward Nurse", organisation="Harbour Hospital", criteria=criteria)
    rated = build.scorecard(*(build.rating(2, "Left it out.", each.id) for each in criteria))
    decided = build.decision(build.decision().reason, criteria[0].id)
    return Bundle(roles=(role,), applications=(build.application(rated, decided=decided),))


def test_a_criterion_of_the_same_name_has_the_id_that_it_has_here() -> None:
    read = with_ids_of(newer("1. Hand-over", "Dress"), [HERE])
    assert [each.id for each in read.roles[0].criteria] == ["handover", "n1"]
    (application,) = read.applications
    assert [rating.criterion for rating in application.scorecards[0].ratings] == ["handover", "n1"]
    assert application.decision
    assert application.decision.decisive == ("handover",)


def test_one_that_is_only_near_is_asked_about_and_new_until_then() -> None:
    read = with_ids_of(newer("Comms"), [HERE])
    assert [each.id for each in read.roles[0].criteria] == ["n0"]
    (notice,) = read.notices
    assert "“Comms” is new in the role Ward Nurse, which has “Communication” here; is it" in notice.message


def test_what_a_person_said_holds() -> None:
    read = with_ids_of(newer("Comms"), [HERE], {"Comms": "Communication"})
    assert [each.id for each in read.roles[0].criteria] == ["calm"]
    assert read.notices == ()


def test_what_is_the_same_or_of_another_role_stays_as_it_is() -> None:
    read = newer("Handover")
    assert with_ids_of(read, [HERE.model_copy(update={"id": "r9"})]) == read
    same = read.model_copy(update={"roles": (HERE,), "applications": ()})
    assert with_ids_of(same, [HERE]) == same
