"""Which addresses a model may be asked at."""

from pathlib import Path

import pytest

from recruiter_kit.errors import DataFileError
from recruiter_kit.installation import Installation
from recruiter_kit.writing.settings import Model, model_settings


def read(tmp_path: Path, text: str) -> Model | None:
    installation = Installation(tmp_path)
    installation.model.write_text(text, "utf-8")
    return model_settings(installation)


def test_without_the_file_there_is_no_model(tmp_path: Path) -> None:
    assert model_settings(Installation(tmp_path)) is None


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:11434/v1", "http://localhost:8080/v1", "http://[::1]:8080/v1", "https://127.8.0.9/v1"],
)
def test_an_address_of_this_machine_needs_no_more(tmp_path: Path, address: str) -> None:
    settings = read(tmp_path, f"address: '{address}'\nmodel: smollm2\n")
    assert settings is not None
    assert not settings.leaves
    assert (settings.timeout, settings.at_once, settings.elsewhere) == (60, 1, False)


@pytest.mark.parametrize(
    "address",
    [
        "https://api.example.org/v1",
        "https://localhost.example.org/v1",
        "https://10.0.0.5/v1",
        "https://0.0.0.0/v1",
        "https://127.0.0.1.example.org/v1",
        "https://2130706433/v1",
    ],
)
def test_another_machine_is_refused_with_what_to_do(tmp_path: Path, address: str) -> None:
    with pytest.raises(DataFileError, match="elsewhere: true"):
        read(tmp_path, f"address: {address}\nmodel: m\n")
    settings = read(tmp_path, f"address: {address}\nmodel: m\nelsewhere: true\n")
    assert settings is not None
    assert settings.leaves


def test_nothing_leaves_in_the_open(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="use https"):
        read(tmp_path, "address: http://models.example.org/v1\nmodel: m\nelsewhere: true\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("address: ftp://127.0.0.1/v1\nmodel: m\n", "not an address of a server"),
        ("address: 'http://127.0.0.1:99999/v1'\nmodel: m\n", "not an address of a server"),
        ("address: 'http://127.0.0.1@example.org/v1'\nmodel: m\n", "name or a password"),
        ("address: http://127.0.0.1/v1\nmodel: m\nkey_from: sk-abc\n", "key_from"),
        ("address: http://127.0.0.1/v1\nmodel: m\nkey: abc\n", "key"),
        ("address: http://127.0.0.1/v1\nmodel: m\ntimeout: 601\n", "600"),
        ("address: http://127.0.0.1/v1\nmodel: m\nat_once: 9\n", "8"),
        ("model: m\n", "address"),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, text: str, why: str) -> None:
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, text)
    assert why in str(caught.value)


def test_a_backup_holds_the_settings(tmp_path: Path) -> None:
    installation = Installation(tmp_path)
    assert installation.model in installation.settings
