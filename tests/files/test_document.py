from datetime import date

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.files.document import first_repeated, path, tidy


def test_it_works() -> None:
    assert tidy({"a": ["x\0"]}, "f").cleaned == ("a[0]",)


def test_keys_that_become_the_same_stand_twice() -> None:
    assert tidy({"a\0": 1, "a": 2}, "f").repeated == (("", "a"),)
    assert tidy({1: 1, "1": 2}, "f").repeated == (("", "1"),)


def test_what_json_has_no_word_for_is_refused() -> None:
    with pytest.raises(InputError, match=r"^f: a\[0\]: a value of the kind date"):
        tidy({"a": [date(2026, 11, 12)]}, "f")


def test_places_are_written_as_people_read_them() -> None:
    assert path(["applications", 3, "scorecards", 0]) == "applications[3].scorecards[0]"


def test_the_first_key_that_appears_twice_is_found() -> None:
    assert first_repeated(["a", "b", "a", "b"]) == "a"
    assert first_repeated(["a", "b"]) is None
