"""What a person has said of an organisation's own tables, for the next file with the same headings."""

from collections.abc import Iterable, Mapping

from recruiter_kit.intake.table.said import Said
from recruiter_kit.store.database import Database, transaction


def said_before(db: Database) -> tuple[Said, ...]:
    """Return what was said of each kind of table."""
    return tuple(
        Said.model_validate_json(text) for (text,) in db.execute("SELECT said FROM tables").fetchall()
    )


def chosen_before(db: Database) -> dict[str, str]:
    """Return what was last chosen for each heading; "" for one that is left out."""
    return dict(db.execute('SELECT heading, "column" FROM columns').fetchall())


def remember(db: Database, listed: Iterable[Said]) -> None:
    """Keep what was said of tables."""
    with transaction(db):
        for said in listed:
            columns = said.by_heading()
            key = "\n".join(sorted(columns))
            db.execute("INSERT OR REPLACE INTO tables VALUES (?, ?)", (key, said.model_dump_json()))
            for heading, column in columns.items():
                db.execute("INSERT OR REPLACE INTO columns VALUES (?, ?)", (heading, column))


def ties(db: Database) -> dict[str, str]:
    """Return to which criterion the notes under a heading belong; "" for a heading that belongs to none."""
    return dict(db.execute("SELECT heading, criterion FROM ties").fetchall())


def remember_ties(db: Database, said: Mapping[str, str]) -> None:
    """Keep to which criterion the notes under these headings belong."""
    with transaction(db):
        for heading, criterion in said.items():
            db.execute("INSERT OR REPLACE INTO ties VALUES (?, ?)", (heading, criterion))


def criteria(db: Database) -> dict[str, str]:
    """Return which published criterion a name in files means; "" for a name that means none."""
    return dict(db.execute("SELECT name, criterion FROM criterion_names").fetchall())


def remember_criteria(db: Database, said: Mapping[str, str]) -> None:
    """Keep which criterion these names mean."""
    with transaction(db):
        for name, criterion in said.items():
            db.execute("INSERT OR REPLACE INTO criterion_names VALUES (?, ?)", (name, criterion))
