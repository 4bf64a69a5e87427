"""The telephone number and how a name is said: kept here, for no export has a place for it."""

from pathlib import Path

import pytest

from recruiter_kit.errors import StoreError
from recruiter_kit.store import audit
from recruiter_kit.workflow.holds import hold
from recruiter_kit.workflow.telephones import Telephone, of, save
from tests.workflow.build import INES, store


def test_a_number_is_kept_as_it_was_written_and_dialled_as_a_telephone_does(tmp_path: Path) -> None:
    db = store(tmp_path)
    assert of(db, "a1") == ("", "")
    save(db, "a1", " +44 (0)20 7946  0018 ", "MAR-ta SIL-va", INES)
    assert of(db, "a1") == ("+44 (0)20 7946 0018", "MAR-ta SIL-va")
    assert of(db, "a1").dialled == "+442079460018"
    assert Telephone("020 7946-0018 ext. 12").dialled == "02079460018"


def test_empty_ones_are_forgotten_and_the_log_has_no_number(tmp_path: Path) -> None:
    db = store(tmp_path)
    save(db, "a1", "020 7946 0018", "", INES)
    save(db, "a1", "", "", INES)
    save(db, "a1", "", "", INES)
    assert of(db, "a1") == Telephone()
    written = [each for each in audit.entries(db) if each.what == "telephone changed"]
    assert [each.detail for each in written] == [{}, {}]


@pytest.mark.parametrize("number", ["ask her sister", "12", "+44 <b>", "1" * 60, "- - -"])
def test_what_is_no_number_is_refused(tmp_path: Path, number: str) -> None:
    with pytest.raises(StoreError, match="enter a telephone number"):
        save(store(tmp_path), "a1", number, "", INES)


def test_nothing_is_changed_on_hold_and_a_name_is_no_essay(tmp_path: Path) -> None:
    db = store(tmp_path)
    with pytest.raises(StoreError, match="100 characters"):
        save(db, "a1", "", "a" * 101, INES)
    hold(db, "a1", INES, "My age.")
    with pytest.raises(StoreError, match="on hold"):
        save(db, "a1", "020 7946 0018", "", INES)


def test_it_goes_with_the_application(tmp_path: Path) -> None:
    db = store(tmp_path)
    save(db, "a1", "020 7946 0018", "", INES)
    db.execute("DELETE FROM applications WHERE id = 'a1'")
    assert of(db, "a1") == Telephone()
