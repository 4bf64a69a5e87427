"""How a candidate is reached by telephone, and how the name is said: kept here, for no export has it."""

import re
from typing import NamedTuple

from recruiter_kit.errors import StoreError
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, status

LONGEST = 100
_NUMBER = re.compile(r"\+?[\d\s()./-]{3,40}(?:\s*(?:ext\.?|x)\s*\d{1,8})?", re.IGNORECASE)
_FEWEST_DIGITS = 3


class Telephone(NamedTuple):
    """A number as a person wrote it, and how the name is said; both may be empty."""

    number: str = ""
    said_as: str = ""

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it: digits, with a plus in front of an international one."""
        main = re.split(r"(?:ext|x)", self.number, maxsplit=1, flags=re.IGNORECASE)[0]
        # "+44 (0)20 …" is dialled without the nought.
        main = main.replace("(0)", "") if main.strip().startswith("+") else main
        return ("+" if main.strip().startswith("+") else "") + "".join(re.findall(r"\d", main))


def of(db: Database, application_id: str) -> Telephone:
    """Return how the candidate of this application is reached; nothing is known unless somebody said."""
    row = db.execute(
        "SELECT number, said_as FROM telephones WHERE application = ?", (application_id,)
    ).fetchone()
    return Telephone(*row) if row else Telephone()


def save(db: Database, application_id: str, number: str, said_as: str, by: str) -> Telephone:
    """Keep the number and how the name is said; empty ones are forgotten.

    Raises StoreError for what is not a telephone number, for too long a text, and on hold.
    """
    number, said_as = " ".join(number.split()), " ".join(said_as.split())
    if number and not (_NUMBER.fullmatch(number) and len(re.findall(r"\d", number)) >= _FEWEST_DIGITS):
        raise StoreError.of("telephone_number")
    if len(said_as) > LONGEST:
        raise StoreError.of("telephone_said_as", most=LONGEST)
    with transaction(db):
        applications.application(db, application_id)
        status.refuse_when_held(db, application_id)
        if of(db, application_id) == (number, said_as):
            return Telephone(number, said_as)
        db.execute("DELETE FROM telephones WHERE application = ?", (application_id,))
        if number or said_as:
            db.execute("INSERT INTO telephones VALUES (?, ?, ?)", (application_id, number, said_as))
        audit.record(db, by, Event.TELEPHONE_CHANGED, application_id)
    return Telephone(number, said_as)
