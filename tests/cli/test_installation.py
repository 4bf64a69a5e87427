"""import, user, backup and audit verify, as typed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from recruiter_kit.installation import Installation

NORTHGATE = Path("recruiter_kit/samples/northgate")
FILES = tuple(
    str((NORTHGATE / name).absolute())
    for name in ("bundle.json", "roles.yaml", "decisions.csv", "scorecards.csv")
)


def run(instance: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"RECRUITER_KIT_INSTANCE": str(instance)}
    command = [sys.executable, "-c", "from recruiter_kit.cli.main import main; main()", *words]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


def test_an_export_is_imported_once(tmp_path: Path) -> None:
    first = run(tmp_path, "import", *FILES)
    assert "import 1: " in first.stdout, first.stderr
    assert ", 0 changed, 0 the same" in first.stdout
    again = run(tmp_path, "import", *reversed(FILES))
    assert "import 1: 0 new, 0 changed" in again.stdout
    assert (Installation(tmp_path).database).stat().st_mode & 0o077 == 0


def test_a_person_is_added_listed_and_given_another_link(tmp_path: Path) -> None:
    added = run(tmp_path, "user", "add", "Ines Okoro", "ines@example.org", "--as", "recruiter")
    assert added.stdout.startswith("http://127.0.0.1:8400/link/")
    listed = run(tmp_path, "user", "list").stdout
    assert listed == "ines@example.org\trecruiter\tno password yet\tInes Okoro\n"
    assert run(tmp_path, "user", "link", "ines@example.org").stdout != added.stdout
    unknown = run(tmp_path, "user", "link", "omar@example.org")
    assert (unknown.returncode, unknown.stderr) == (2, "recruiter-kit: there is no person omar@example.org\n")


@pytest.mark.parametrize("words", [("user", "list"), ("backup", "copy.db"), ("audit", "verify")])
def test_without_a_database_it_says_what_to_do(tmp_path: Path, words: tuple[str, ...]) -> None:
    found = run(tmp_path, *words)
    assert (found.returncode, found.stdout) == (2, "")
    assert "import an export first" in found.stderr


def test_a_backup_brings_everything_to_another_machine(tmp_path: Path) -> None:
    run(tmp_path, "user", "add", "Ines Okoro", "ines@example.org", "--as", "recruiter")
    (tmp_path / "standard.yaml").write_text("organisation: Northgate Logistics\n", "utf-8")
    backup = tmp_path / "safe" / "monday.zip"
    assert run(tmp_path, "backup", str(backup)).returncode == 2
    backup.parent.mkdir()
    assert run(tmp_path, "backup", str(backup)).returncode == 0
    assert run(tmp_path / "new", "restore", str(backup)).returncode == 0
    assert "ines@example.org" in run(tmp_path / "new", "user", "list").stdout
    assert (tmp_path / "new" / "standard.yaml").exists()
    itself = run(tmp_path, "backup", str(Installation(tmp_path).database))
    assert "a file of its own" in itself.stderr


def test_a_changed_audit_log_is_found(tmp_path: Path) -> None:
    run(tmp_path, "user", "add", "Ines Okoro", "ines@example.org", "--as", "recruiter")
    good = run(tmp_path, "audit", "verify")
    assert good.returncode == 0
    assert "none changed" in good.stdout
    with closing(sqlite3.connect(Installation(tmp_path).database)) as db, db:
        db.execute("DROP TRIGGER audit_no_update")
        db.execute("UPDATE audit SET by = 'nobody' WHERE seq = 1")
    bad = run(tmp_path, "audit", "verify")
    assert (bad.returncode, bad.stdout[:6]) == (1, "line 1")
