"""Scorecards that are written in the app, and candidates who are first met there.

Each is kept as an import of its own, so that every scorecard says where it comes from. What is told rests on
the scorecards: a new one takes away an approval.
"""

import json
import secrets

from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.intake.plain_card import plain_card
from recruiter_kit.model import FORMAT, Application, Candidate, Scorecard
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, confirming, decisions, imports, quarantine, rows, status
from recruiter_kit.workflow.rows import WRITTEN
from recruiter_kit.workflow.withdrawing import withdraw


def new_id() -> str:
    """Return an id for a scorecard or an application that is written here; it names nobody."""
    return WRITTEN + secrets.token_hex(6)


def meet(db: Database, role_id: str, candidate: Candidate, stage: str | None, by: str) -> str:
    """Add a candidate for a role without any scorecard yet, and return the application's id."""
    with transaction(db):
        role = applications.role(db, role_id)
        added = Application(id=new_id(), role=role.id, stage=stage, candidate=candidate)
        rows.insert(db, added, _source(db, added, by))
        audit.record(db, by, Event.CANDIDATE_ADDED, added.id)
    return added.id


def add(db: Database, application_id: str, card: Scorecard, by: str, *, disputed: bool = False) -> int:
    """Add a scorecard to an application, and return how many of its sentences were set apart.

    Raises StoreError when it rates a criterion that the role does not have (R3) or a level off the scale, and
    once the candidate is told, unless it speaks of a fact that is `disputed`.
    """
    with transaction(db):
        here = applications.application(db, application_id)
        _fits(db, here, card)
        if disputed:
            status.refuse_when_held(db, application_id)
        else:
            decisions.may_change(db, application_id)
            withdraw(db, application_id)
        card, _ = plain_card(card)
        changed = here.model_copy(update={"scorecards": (*here.scorecards, card)})
        source = _source(db, changed.model_copy(update={"scorecards": (card,)}), by)
        rows.replace(db, changed, source)
        audit.record(db, by, Event.SCORECARD_WRITTEN, application_id, scorecard=card.id)
        return sum(place.scorecard == card.id for place in quarantine.places(db, application_id))


def confirm(db: Database, application_id: str, card_id: str, place: str, by: str, name: str) -> None:
    """Confirm a note that an assistant wrote: the person called `name` vouches for it from now on.

    Raises NotFoundError where no such note waits, and StoreError once the candidate is told.
    """
    with transaction(db):
        here = applications.application(db, application_id)
        decisions.may_change(db, application_id)
        card = next((card for card in here.scorecards if card.id == card_id), None)
        changed = confirming.confirmed(card, place, name) if card else None
        if changed is None:
            raise NotFoundError.of("store_no_note")
        cards = tuple(changed if card.id == card_id else card for card in here.scorecards)
        after = here.model_copy(update={"scorecards": cards})
        withdraw(db, application_id)
        rows.replace(db, after, _source(db, after.model_copy(update={"scorecards": (changed,)}), by))
        audit.record(db, by, Event.NOTE_CONFIRMED, application_id, scorecard=card_id, place=place)


def _fits(db: Database, here: Application, card: Scorecard) -> None:
    role = applications.role(db, here.role)
    for rating in card.ratings:
        if role.criterion(rating.criterion) is None:
            raise StoreError.of("store_decisive_unknown", criteria=rating.criterion)
        if rating.level is not None and not role.scale.holds(rating.level):
            raise StoreError.of("store_off_scale", level=rating.level)


def _source(db: Database, application: Application, by: str) -> int:
    written = json.dumps({"format": FORMAT, "applications": [application.model_dump(mode="json")]})
    return imports.keep_source(db, written.encode(), "", by, "written")
