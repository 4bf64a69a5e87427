import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.files import yaml_text
from recruiter_kit.files.yaml_text import parse_yaml

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def test_it_works() -> None:
    text = "roles:\n  - id: de\n    required: 4\n    weight: 2.5\n    levels: {3: Sound., 4: Fluent.}\n"
    value = parse_yaml(text, "f").value
    assert value == {
        "roles": [{"id": "de", "required": 4, "weight": 2.5, "levels": {"3": "Sound.", "4": "Fluent."}}]
    }


@pytest.mark.parametrize(
    ("word", "read"), [("no", "no"), ("yes", "yes"), ("on", "on"), ("true", True), ("", None)]
)
def test_words_are_words(word: str, read: object) -> None:
    assert parse_yaml(f"recommendation: {word}", "f").value == {"recommendation": read}


@pytest.mark.parametrize("text", ["2026-11-12", "12:30", "0123", "1_000", "1e5", "~no"])
def test_what_only_looks_like_a_value_stays_text(text: str) -> None:
    assert parse_yaml(f"a: {text}", "f").value == {"a": text}


def test_aliases_are_refused() -> None:
    with pytest.raises(InputError, match=r"anchor or alias .* in line 1"):
        parse_yaml(BOMB, "f")


def test_a_key_that_appears_twice_is_remembered() -> None:
    assert parse_yaml("a:\n  - b: 1\n    b: 2\n", "f").repeated == (("a[0]", "b"),)


def test_a_tab_is_named_in_plain_words() -> None:
    with pytest.raises(InputError, match="a tab where spaces should be at line 2, column 1"):
        parse_yaml("a:\n\tb: 1\n", "f")


@pytest.mark.parametrize(
    "text",
    [
        "a: [1",
        "a: b: c",
        "- a\nb",
        "{a: 1}}",
        "a: !!python/object:os.system x",
        "a: \x07",
        "--- 1\n--- 2",
        "? [a]\n: 1",
    ],
)
def test_what_is_not_yaml_names_the_line(text: str) -> None:
    with pytest.raises(InputError, match=r"not YAML: .* at line \d+, column \d+"):
        parse_yaml(text, "f")


@pytest.mark.parametrize("text", ["a: !!int x", "a: !!float x", "a: !!timestamp x", "a: !!bool maybe"])
def test_a_tag_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="tag"):
        parse_yaml(text, "f")


@pytest.mark.parametrize("text", ["!!set {a, b}", "!!binary aGVsbG8=", "!!timestamp 2026-11-12", "a: .5e999"])
def test_values_that_json_has_no_word_for_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_yaml(text, "f")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(InputError, match="nested more than 100 deep"):
        parse_yaml("[" * 5000, "f")


def test_a_text_longer_than_hands_write_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MOST_CHARACTERS", 10)
    with pytest.raises(InputError, match="longer than the 10 characters"):
        parse_yaml("a: " + "x" * 10, "f")
