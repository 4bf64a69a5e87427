"""A backup and back to it: nothing is lost or sent twice, and what is not a backup changes nothing."""

from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZipFile

import pytest

from recruiter_kit.clock import now
from recruiter_kit.errors import StoreError
from recruiter_kit.installation import Installation
from recruiter_kit.store import audit, database
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import outbox
from recruiter_kit.workflow.applications import queue
from recruiter_kit.workflow.backup import back_up, restore
from tests.workflow.build import INES, applied, approved, store

WRITTEN = {
    "standard.yaml": "# Ours.\ncountry: NO\n",
    "mail.yaml": "host: mail.example.org\n",
    "sign-in.yaml": "issuer: https://id.example.org\nclient_id: kit\n",
    "rules/ours.yaml": "label: jargon\n",
    "shorthand/ours.yaml": "source: ours\n",
    "templates/documents/letter.css": "p { color: navy }\n",
    "brand/logo.png": "a picture",
}


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """An installation with a database and everything that an organisation can write itself."""
    folder = tmp_path / "instance"
    store(folder, applied(), applied("a2")).conn.close()
    for name, text in WRITTEN.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / "session-key").write_bytes(b"secret")
    return Installation(folder)


def written(installation: Installation) -> dict[str, str]:
    return {name: (installation.folder / name).read_text("utf-8") for name in WRITTEN}


def statuses(installation: Installation) -> list[str]:
    return [row.status for row in queue(open_store(installation.database))]


def test_a_backup_holds_everything_and_no_key(installation: Installation, tmp_path: Path) -> None:
    back_up(installation, tmp_path / "monday.zip", INES)
    with ZipFile(tmp_path / "monday.zip") as archive:
        assert set(archive.namelist()) == {"recruiter-kit.db", *WRITTEN}
    assert (tmp_path / "monday.zip").stat().st_mode & 0o077 == 0


def test_everything_comes_back_on_a_machine_where_nothing_is(
    installation: Installation, tmp_path: Path
) -> None:
    back_up(installation, tmp_path / "monday.zip", INES)
    other = Installation(tmp_path / "other")
    assert restore(other, tmp_path / "monday.zip", INES) is None
    assert written(other) == WRITTEN
    assert statuses(other) == ["decided", "decided"]
    assert sorted(path.name for path in other.folder.glob(".*")) == []


def test_what_was_there_is_saved_and_can_come_back_too(installation: Installation, tmp_path: Path) -> None:
    back_up(installation, tmp_path / "monday.zip", INES)
    open_app = open_store(installation.database)
    approved(open_app)
    installation.standard.write_text("country: SE\n", "utf-8")
    (installation.rules / "later.yaml").write_text("label: vague\n", "utf-8")
    saved = restore(installation, tmp_path / "monday.zip", INES)
    assert [row.status for row in queue(open_app)] == ["decided", "decided"], "an open app sees it at once"
    assert written(installation) == WRITTEN
    assert not (installation.rules / "later.yaml").exists()
    assert audit.verify(open_app).broken_at is None
    assert audit.entries(open_app)[0].what == "restored"
    assert saved is not None
    restore(installation, saved, INES)
    assert statuses(installation) == ["approved", "decided"]
    assert installation.standard.read_text("utf-8") == "country: SE\n"


def test_a_backup_of_the_first_release_brings_the_data_and_leaves_the_settings(
    installation: Installation, tmp_path: Path
) -> None:
    database.backup(open_store(installation.database), tmp_path / "monday.db")
    approved(open_store(installation.database))
    restore(installation, tmp_path / "monday.db", INES)
    assert statuses(installation) == ["decided", "decided"]
    assert written(installation) == WRITTEN


def test_mail_that_may_have_left_since_is_looked_at_before_it_is_sent(tmp_path: Path) -> None:
    db, installation = store(tmp_path), Installation(tmp_path)
    version = approved(db)
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = INES, "marta@example.org", "Your application"
    message.set_content("We are not offering you the role.")
    outbox.put(db, "a1", version, message, INES)
    back_up(installation, tmp_path / "monday.zip", INES)
    restore(installation, tmp_path / "monday.zip", INES)
    assert outbox.due(db, now() + timedelta(days=1)) == []
    assert [mail.why for mail in outbox.troubled(db)] == [
        "a backup was put back since; was it sent? check the mailbox"
    ]


@pytest.mark.parametrize(
    "content", [b"", b"no database", b"SQLite format 3\x00 and then nothing", b"PK\x03\x04"]
)
def test_what_is_not_a_backup_changes_nothing(
    installation: Installation, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "other.zip").write_bytes(content)
    with pytest.raises(StoreError, match="nothing was changed"):
        restore(installation, tmp_path / "other.zip", INES)
    assert (statuses(installation), written(installation)) == (["decided", "decided"], WRITTEN)


@pytest.mark.parametrize(
    "name", ["../outside.yaml", "/outside.yaml", "session-key", "rules/../../x", "kept/a"]
)
def test_a_file_that_does_not_belong_in_a_backup_changes_nothing(
    installation: Installation, tmp_path: Path, name: str
) -> None:
    back_up(installation, tmp_path / "monday.zip", INES)
    with ZipFile(tmp_path / "monday.zip", "a") as archive:
        archive.writestr(name, "from outside")
    with pytest.raises(StoreError, match="nothing was changed"):
        restore(installation, tmp_path / "monday.zip", INES)
    assert written(installation) == WRITTEN
    assert (installation.folder / "session-key").read_bytes() == b"secret"


@pytest.mark.parametrize("damage", ["encrypted", "compressed in a way nobody knows", "bits changed"])
def test_a_damaged_backup_changes_nothing(installation: Installation, tmp_path: Path, damage: str) -> None:
    backup = tmp_path / "monday.zip"
    back_up(installation, backup, INES)
    content = bytearray(backup.read_bytes())
    local, central = content.index(b"PK\x03\x04"), content.index(b"PK\x01\x02")
    if damage == "encrypted":
        content[local + 6] |= 1
        content[central + 8] |= 1
    elif damage == "bits changed":
        content[local + 200 : local + 400] = bytes(200)
    else:
        content[local + 8] = content[central + 10] = 99
    backup.write_bytes(content)
    with pytest.raises(StoreError, match="nothing was changed"):
        restore(installation, backup, INES)
    assert (statuses(installation), written(installation)) == (["decided", "decided"], WRITTEN)


def test_a_backup_of_a_newer_program_changes_nothing(installation: Installation, tmp_path: Path) -> None:
    newer = open_store(tmp_path / "newer" / "recruiter-kit.db")
    newer.execute("INSERT INTO migrations VALUES ('999_later.sql', '2030-01-01T00:00:00.000+00:00')")
    newer.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    newer.conn.close()
    with ZipFile(tmp_path / "monday.zip", "w") as archive:
        archive.write(tmp_path / "newer" / "recruiter-kit.db", "recruiter-kit.db")
    with pytest.raises(StoreError, match="newer version"):
        restore(installation, tmp_path / "monday.zip", INES)
    assert statuses(installation) == ["decided", "decided"]


def test_a_backup_into_nowhere_says_so(installation: Installation, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"copy\.zip could not be written"):
        back_up(installation, tmp_path / "missing" / "copy.zip", INES)
