"""Write an application's row, its quarantined text (R13) and its status.

In: an application and the import it comes from, inside the caller's transaction. Out: its row. What was
written in the app (WRITTEN) stays when an import that does not know of it replaces the rest.
"""

import json
from collections.abc import Sequence

from recruiter_kit.clock import now
from recruiter_kit.model import Application
from recruiter_kit.store.database import Database, to_text
from recruiter_kit.store.folding import folded, name_words, sought
from recruiter_kit.workflow import confirming, quarantine, status

WRITTEN = "written-"
"""What the ids of scorecards and applications begin with that were written in the app."""


def insert(
    db: Database, application: Application, import_id: int, apart: Sequence[quarantine.Place] | None = None
) -> None:
    """Add an application; `apart` is what quarantine.find() found in it, where that is known already."""
    db.execute(
        "INSERT INTO applications (id, import_id, role, stage, candidate, candidate_name,"
        " candidate_name_folded, candidate_words, sought, decision, scorecards, changed_at, status)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'undecided')",
        (
            application.id,
            import_id,
            application.role,
            application.stage,
            *_columns(application),
            to_text(now()),
        ),
    )
    status.refresh(db, application.id)
    quarantine.set_apart(db, application, apart)


def replace(db: Database, application: Application, import_id: int) -> None:
    """Put a newer state of an application instead of the one that is here."""
    db.execute(
        "UPDATE applications SET import_id = ?, role = ?, stage = ?, candidate = ?, candidate_name = ?,"
        " candidate_name_folded = ?, candidate_words = ?, sought = ?, decision = ?, scorecards = ?,"
        " changed_at = ? WHERE id = ?",
        (
            import_id,
            application.role,
            application.stage,
            *_columns(application),
            to_text(now()),
            application.id,
        ),
    )
    quarantine.set_apart(db, application)
    status.refresh(db, application.id)


def with_written(newer: Application, here: Application) -> Application:
    """Return the newer state with the scorecards that were written here, and with what was confirmed here."""
    newer = confirming.with_confirmed(newer, here)
    known = {card.id for card in newer.scorecards}
    written = [card for card in here.scorecards if card.id.startswith(WRITTEN) and card.id not in known]
    return newer.model_copy(update={"scorecards": (*newer.scorecards, *written)}) if written else newer


def _columns(application: Application) -> tuple[str, str, str, str, str, str | None, str]:
    name = application.candidate.full_name
    return (
        application.candidate.model_dump_json(),
        name,
        folded(name),
        name_words(name),
        sought(name, application.candidate.email),
        application.decision.model_dump_json() if application.decision else None,
        json.dumps([card.model_dump(mode="json") for card in application.scorecards]),
    )
