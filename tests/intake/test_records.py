"""Objects come out of whatever they are wrapped in, each with its place and the name of its list."""

import pytest

from recruiter_kit.intake.records import goes_on, named_items

USER = {"id": 1, "name": "Ana Reyes"}


@pytest.mark.parametrize(
    ("value", "place", "name"),
    [
        (USER, "", ""),
        ([USER], "[0]", ""),
        ({"results": [USER], "next": None, "previous": None}, "results[0]", "results"),
        ({"data": [USER], "success": True}, "data[0]", "data"),
        ([{"stream": "users", "data": USER, "emitted_at": 1}], "[0].data", "users"),
        ([{"type": "RECORD", "stream": "users", "record": USER}], "[0].record", "users"),
        ([{"type": "RECORD", "record": {"stream": "users", "data": USER}}], "[0].record.data", "users"),
        ({"endpoint": "/users", "status": 200, "response": [USER]}, "response[0]", ""),
        ([{"type": "STATE", "value": {}}, {"type": "RECORD", "record": USER}], "[1].record", ""),
        ({"data": USER, "links": {}}, "data", "data"),
        ({"message": USER}, "message", "message"),
        ([{"_airbyte_ab_id": "x", "_airbyte_data": USER}], "[0]._airbyte_data", ""),
    ],
)
def test_an_object_is_found_in_its_wrapping(value: object, place: str, name: str) -> None:
    assert list(named_items(value)) == [(place, USER, name)]


def test_an_object_with_lists_of_its_own_is_not_taken_apart() -> None:
    job = {"id": 7, "title": "Data Engineer", "criteria": [{"id": 1}]}
    assert [value for _, value, _ in named_items(job)] == [job]


def test_every_list_of_an_envelope_is_seen() -> None:
    found = list(named_items({"candidates": [USER], "jobs": [{"id": 2}], "meta": {"total": 2}}))
    assert [(place, name) for place, _, name in found] == [
        ("candidates[0]", "candidates"),
        ("jobs[0]", "jobs"),
    ]


@pytest.mark.parametrize(
    ("value", "more"),
    [
        ({"data": [], "hasNext": True}, True),
        ({"results": [], "next": "cD0yMDI2"}, True),
        ({"data": [], "links": {"next": "page 2"}}, True),
        ({"results": [], "next": None}, False),
        ({"results": [], "moreDataAvailable": False}, False),
        ([], False),
    ],
)
def test_a_response_says_whether_there_are_more_pages(value: object, more: bool) -> None:
    assert goes_on(value) is more
