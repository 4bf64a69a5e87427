from pathlib import Path

import pytest

from recruiter_kit.errors import InputError
from recruiter_kit.intake import read_standard
from recruiter_kit.standard import Standard
from tests.intake.sources import write

YAML = "organisation: Northgate\nmost_gaps: 2\nreapply_from: 2027-05-01\nsender:\n  name: Ines Duarte\n"


def test_it_works(tmp_path: Path) -> None:
    standard = read_standard(write(tmp_path, "house.yaml", YAML))
    assert (standard.organisation, standard.most_gaps) == ("Northgate", 2)
    assert str(standard.reapply_from) == "2027-05-01"
    assert standard.sender is not None


def test_without_a_file_every_default_holds() -> None:
    assert read_standard() == read_standard(None) == Standard()


def test_json_is_read_too(tmp_path: Path) -> None:
    assert read_standard(write(tmp_path, "house.json", {"page": "Letter"})).page == "Letter"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("most_gaps: 7\n", "house.yaml: most_gaps: 7 was found; expected a number up to 3"),
        (
            "signature: x\n",
            "house.yaml: signature: the field is not part of the format; expected one of sender",
        ),
        ("sender:\n  name: A\n  name: B\n", "house.yaml: sender: the key name stands twice"),
        ("- a\n", "house.yaml: a list was found; expected an object"),
        ("a: [", "house.yaml: this is not YAML"),
        ("", "house.yaml: the file is empty"),
    ],
)
def test_what_is_wrong_names_the_setting(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_standard(write(tmp_path, "house.yaml", text))
    assert str(caught.value).startswith(message)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_standard(tmp_path / "house.yaml")
