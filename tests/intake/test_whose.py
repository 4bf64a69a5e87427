"""A wrapping, or the address of a recorded call, says whose an object is."""

import pytest

from recruiter_kit.intake.whose import owned_items

ACTIVITY = {"id": 1, "action": "rating"}


@pytest.mark.parametrize(
    ("value", "place", "owners"),
    [
        ([ACTIVITY], "[0]", {}),
        ({"candidate": "c1", "activities": [ACTIVITY]}, "activities[0]", {"candidate": "c1"}),
        ([{"candidate": 7, "activities": [ACTIVITY]}], "[0].activities[0]", {"candidate": "7"}),
        (
            {"results": [{"candidate": "c1", "activities": [ACTIVITY]}], "next": None},
            "results[0].activities[0]",
            {"candidate": "c1"},
        ),
        (
            [{"method": "GET", "endpoint": "/v3/candidates/c1/activities?limit=1", "response": [ACTIVITY]}],
            "[0].response[0]",
            {"candidate": "c1"},
        ),
        (
            {
                "method": "PUT",
                "endpoint": "/v3/company/k/position/p1/candidate/c1/scorecard",
                "request": {"data": ACTIVITY},
                "response": "",
            },
            "request.data",
            {"candidate": "c1", "position": "p1"},
        ),
        ({"method": "PUT", "endpoint": "/candidate/{candidate_id}/x", "request": ACTIVITY}, "request", {}),
    ],
)
def test_an_object_has_the_owners_that_are_said(value: object, place: str, owners: dict[str, str]) -> None:
    assert list(owned_items(value)) == [(place, ACTIVITY, owners)]


def test_an_object_of_its_own_is_not_a_wrapping() -> None:
    form = {"id": 3, "candidate": "c1", "fields": []}
    assert [(item.value, item.owners) for item in owned_items(form)] == [(form, {})]
