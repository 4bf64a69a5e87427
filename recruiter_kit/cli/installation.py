"""The database of the installation that a command works on."""

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import VARIABLE, here
from recruiter_kit.store.database import Database, open_store

TERMINAL = "terminal"


def there() -> Database:
    """Open the database; raises StoreError where there is none yet."""
    database = here().database
    if not database.exists():
        raise StoreError.of("store_missing", file=database, variable=VARIABLE)
    return open_store(database)
