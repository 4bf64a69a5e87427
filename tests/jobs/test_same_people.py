"""Which applications of a bundle are possibly of one person, by name or address."""

from typing import Any

from recruiter_kit.jobs.same_people import PossiblySame, possibly_same
from recruiter_kit.model import Application, Bundle
from tests import build

OTHER_ROLE = build.role().model_copy(update={"id": "r2", "title": "Sales Lead"})


def applied(id: str, role: str = "r1", **candidate: Any) -> Application:
    return build.application(**candidate).model_copy(update={"id": id, "role": role})


def found(*applications: Application) -> list[tuple[tuple[str, ...], str]]:
    bundle = Bundle(roles=(build.role(), OTHER_ROLE), applications=applications)
    return [(same.applications, same.shared) for same in possibly_same(bundle)]


def test_one_person_under_two_ids_is_named_with_the_role() -> None:
    bundle = Bundle(
        roles=(build.role(), OTHER_ROLE),
        applications=(
            applied("c1", email="m@example.org"),
            applied("x", given_name="Ed"),
            applied("C-1", email="M@example.org"),
        ),
    )
    assert possibly_same(bundle) == (
        PossiblySame(applications=("c1", "C-1"), shared="name and address", roles=("Data Engineer",)),
    )


def test_another_role_is_another_role() -> None:
    bundle = Bundle(roles=(build.role(), OTHER_ROLE), applications=(applied("a"), applied("b", "r2")))
    (same,) = possibly_same(bundle)
    assert same.roles == ("Data Engineer", "Sales Lead")


def test_a_name_is_enough_whatever_the_addresses() -> None:
    one, other = applied("a", email="m@example.org"), applied("b", email="n@example.org")
    assert found(one, other) == [(("a", "b"), "name")]
    assert found(one, applied("c", given_name=None, family_name="SILVA, Márta")) == [(("a", "c"), "name")]


def test_an_address_is_enough_whatever_the_names() -> None:
    one, other = applied("a", email="m@example.org"), applied("b", given_name="M.", email="m@example.org")
    assert found(one, other) == [(("a", "b"), "address")]


def test_two_people_are_not_named() -> None:
    assert found(applied("a", email="a@example.org"), applied("b", given_name="Ed")) == []
