"""The installation that a command works on: instance/, or where RECRUITER_KIT_INSTANCE says."""

from pathlib import Path

from recruiter_kit.errors import StoreError
from recruiter_kit.files.whole import INSTANCE, house
from recruiter_kit.store.database import FILE, Database, open_store

TERMINAL = "terminal"


def database() -> Path:
    """Return the path of the database."""
    return house(FILE)


def there() -> Database:
    """Open the database; raises StoreError where there is none yet."""
    if not database().exists():
        raise StoreError.of("store_missing", file=database(), variable=INSTANCE)
    return open_store(database())
