import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.files import json_text
from recruiter_kit.files.json_text import parse_json


def test_it_works() -> None:
    assert parse_json('{"a": [1, 2.5, null, true, "x"]}', "f").value == {"a": [1, 2.5, None, True, "x"]}


def test_a_truncated_file_names_line_and_column() -> None:
    with pytest.raises(InputError, match=r"^f: this is not JSON: .* at line 2, column 8"):
        parse_json('{\n "a": [', "f")


@pytest.mark.parametrize("text", ["[" * 1_000_000, '{"a":' * 300_000, "[" * 200 + "]" * 200])
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="nested more than 100 deep"):
        parse_json(text, "f")


def test_more_values_than_an_export_has_are_refused_before_they_fill_the_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_text, "MOST_VALUES", 100)
    with pytest.raises(InputError, match="more than 100 values"):
        parse_json("[" + "[]," * 100 + "[]]", "f")


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_a_number_that_is_none_is_refused(number: str) -> None:
    with pytest.raises(InputError, match="a number in it is infinite"):
        parse_json(f'{{"level": {number}}}', "f")


def test_a_key_that_appears_twice_is_remembered_with_its_place() -> None:
    document = parse_json('{"a": [{"b": 1, "c": 2, "b": 3}]}', "f")
    assert document.repeated == (("a[0]", "b"),)


def test_a_nul_in_a_text_is_taken_out_and_remembered() -> None:
    document = parse_json('{"note": ["a\\u0000b\\ud800"]}', "f")
    assert document.value == {"note": ["ab"]}
    assert document.cleaned == ("note[0]",)


def test_a_nul_in_the_file_is_refused() -> None:
    with pytest.raises(InputError, match="not JSON"):
        parse_json('{"note": "a\0b"}', "f")
