"""What is written is read as a role file at once, whatever the names hold."""

from hypothesis import given, reject
from hypothesis import strategies as st
from pydantic import ValidationError

from recruiter_kit.files.text import clean, one_line
from recruiter_kit.files.yaml_text import parse_yaml
from recruiter_kit.intake.joining.found import Found
from recruiter_kit.intake.role_making.draft import draft_of
from recruiter_kit.intake.role_making.skeleton import skeleton
from recruiter_kit.intake.roles import read_roles
from recruiter_kit.model import Bundle, Criterion, CriterionKind, Role
from tests import build

PORTER = Role(id="porter", title="Porter", criteria=(Criterion(id="lifting", name="Lifting"),))


def written(*roles: Role) -> str:
    return skeleton([draft_of(role, Bundle(roles=roles)) for role in roles])


def read_back(text: str) -> tuple[Role, ...]:
    found = Found()
    read_roles(parse_yaml(text, "role.yaml"), found)
    assert found.notices == []
    return tuple(one.role for one in found.published)


def test_one_role_and_several_are_read_as_they_were() -> None:
    assert read_back(written(build.role())) == (build.role(),)
    assert read_back(written(build.role(), PORTER)) == (build.role(), PORTER)


def test_what_is_missing_is_left_out_and_said_in_a_comment() -> None:
    text = written(PORTER)
    assert "    # to do: required: a level from 1 to 5\n" in text
    assert "  # not rated\n  - id: lifting\n" in text
    assert "# to do: organisation:" in text


def test_a_to_do_line_is_a_setting_once_its_mark_is_taken_away() -> None:
    text = written(PORTER)
    text = text.replace(
        "# to do: kind: interview_performance, experience_and_skills or preparation", "kind: preparation"
    )
    text = text.replace("# to do: required: a level from 1 to 5", "required: 5")
    text = text.replace("# to do: levels: {", "levels: {").replace("# to do: advice: [", "advice: [")
    (role,) = read_back(text)
    criterion = role.criteria[0]
    assert (criterion.kind, criterion.required) == ("preparation", 5)
    assert criterion.levels == {"5": "what somebody on the required level does"}
    assert criterion.advice == (
        "what would help",
        "beginning with a verb",
        "and how to know that it worked",
    )


def test_a_role_without_criteria_can_be_read() -> None:
    assert read_back(written(Role(id="r", title="Porter"))) == (Role(id="r", title="Porter"),)


NAMES = st.text(min_size=1, max_size=30).map(lambda text: one_line(clean(text)[0])).filter(bool)
TEXTS = st.text(max_size=40).map(lambda text: clean(text)[0])
CRITERIA = st.lists(
    st.fixed_dictionaries(
        {
            "id": NAMES,
            "name": NAMES,
            "kind": st.sampled_from([None, *CriterionKind]),
            "required": st.sampled_from([None, 1.0, 2.5, 5.0]),
            "weight": st.sampled_from([1.0, 2.0]),
            "levels": st.dictionaries(st.sampled_from(["1", "2.5", "4"]), TEXTS),
            "advice": st.lists(TEXTS, max_size=2).map(tuple),
        }
    ),
    max_size=3,
)
ROLES = st.fixed_dictionaries(
    {"id": NAMES, "title": NAMES, "organisation": st.none() | NAMES, "criteria": CRITERIA.map(tuple)}
)


@given(st.lists(ROLES, min_size=1, max_size=2))
def test_whatever_a_role_holds_is_read_back(values: list[dict[str, object]]) -> None:
    try:
        roles = tuple(map(Role.model_validate, values))
    except ValidationError:
        reject()  # two criteria of one id, or a name that pydantic takes for blank
    assert read_back(written(*roles)) == roles
