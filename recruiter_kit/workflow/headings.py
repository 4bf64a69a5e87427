"""Which heading of an organisation's own tables means which documented column, as a person has said."""

from collections.abc import Mapping

from recruiter_kit.store.database import Database, transaction


def known(db: Database) -> dict[str, str]:
    """Return the column by heading; "" for a heading that is left out."""
    return dict(db.execute('SELECT heading, "column" FROM columns').fetchall())


def remember(db: Database, columns: Mapping[str, str]) -> None:
    """Keep what was said, for the next file with these headings."""
    with transaction(db):
        for heading, column in columns.items():
            db.execute("INSERT OR REPLACE INTO columns VALUES (?, ?)", (heading, column))
