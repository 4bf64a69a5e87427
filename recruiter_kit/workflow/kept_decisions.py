"""What a newer import or role would take from what is on record, refused or asked about (R1, R3).

In: what waits to be accepted or saved, and the note of whoever does it. Out: nothing, or a StoreError that
names what would be lost. A decision is replaced, and loses the levels that it rests on, only with a note; it
loses a criterion only once its candidate has been told, and with a note. Ratings go out of use with a note.
"""

from collections.abc import Iterable, Iterator, Sequence

from recruiter_kit.errors import StoreError
from recruiter_kit.files.plain_errors import choices
from recruiter_kit.model import Application, Decision, Role
from recruiter_kit.panel.standing import levels_for
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import applications, status
from recruiter_kit.workflow.role_ratings import ratings


def refuse_replaced(before: Application, newer: Application, role: Role, note: str) -> None:
    """Raise StoreError when another decision would take the place of the one on record without a note."""
    decision = before.decision
    if decision and newer.decision != decision and not note.strip():
        on = _names(decision.decisive, role) or "—"
        raise StoreError.of("decision_replaced", criteria=on, **_which(before, decision))


def refuse_unrated(before: Application, newer: Application, role: Role, note: str) -> None:
    """Raise StoreError when levels that the decision rests on would go without a note."""
    decision = newer.decision
    if decision is None or note.strip():
        return
    gone = [each for each in decision.decisive if levels_for(before, each) and not levels_for(newer, each)]
    if gone:
        raise StoreError.of("decision_unrated", criteria=_names(gone, role), **_which(newer, decision))


def refuse_without_criteria(
    db: Database, newer: Application, here: Role, newer_role: Role, note: str
) -> None:
    """Raise StoreError when a decision on any application rests on what the newer role does not have.

    A criterion without a required level counts as lacking where it has one here. `newer` replaces the
    application of its id.
    """
    keys = ("decision_loses", "decision_told_loses")
    _refuse_losing((newer, *_decided(db, newer.role, newer.id)), db, here, newer_role, note, keys)


def refuse_lost(db: Database, here: Role, newer: Role, note: str) -> None:
    """Raise StoreError when saving `newer` would take from decisions or ratings what they rest on.

    The scale stays once a level was given on it: a 4 of 5 is another level than a 4 of 10.
    """
    lost = {each.id for each in here.criteria if _is_lost(each.id, here, newer)}
    if lost:
        resting = (
            each for each in _decided(db, here.id) if each.decision and lost & {*each.decision.decisive}
        )
        keys = ("role_decision_loses", "role_decision_told_loses")
        _refuse_losing(resting, db, here, newer, note, keys)
    given = ratings(db, here.id)
    if newer.scale != here.scale and (levelled := sum(bool(each.levels) for each in given.values())):
        raise StoreError.of("role_scale_stays", **here.scale.model_dump(), count=levelled)
    gone = [each for each in here.criteria if each.id in given and newer.criterion(each.id) is None]
    if gone and not note.strip():
        count = sum(given[each.id].ratings for each in gone)
        raise StoreError.of(
            "role_ratings_unused", criteria=choices([each.name for each in gone]), count=count
        )


def _refuse_losing(
    decided: Iterable[Application],
    db: Database,
    here: Role,
    newer_role: Role,
    note: str,
    keys: tuple[str, str],
) -> None:
    """Raise StoreError; `keys` say it before a candidate was told, and after."""
    for application in decided:
        decision = application.decision
        lost = _lost(decision, here, newer_role) if decision else []
        if decision is None or not lost:
            continue
        if not status.knows(db, application.id):
            names = _names(lost, here)
            raise StoreError.of(keys[0], criteria=names, **_which(application, decision))
        if not note.strip():
            names = _names(lost, here)
            raise StoreError.of(keys[1], criteria=names, **_which(application, decision))


def _decided(db: Database, role_id: str, without: str = "") -> Iterator[Application]:
    """Yield the applications for a role that are decided, all but one."""
    decided = db.execute(
        "SELECT id FROM applications WHERE role = ? AND decision IS NOT NULL AND id != ? ORDER BY id",
        (role_id, without),
    ).fetchall()
    yield from (applications.application(db, id) for (id,) in decided)


def _lost(decision: Decision, here: Role, newer_role: Role) -> list[str]:
    return [each for each in decision.decisive if _is_lost(each, here, newer_role)]


def _is_lost(criterion: str, here: Role, newer_role: Role) -> bool:
    before, after = here.criterion(criterion), newer_role.criterion(criterion)
    unlevelled = before and before.required is not None and after and after.required is None
    return after is None or bool(unlevelled)


def _which(application: Application, decision: Decision) -> dict[str, object]:
    return {
        "candidate": application.candidate.full_name,
        "application": application.id,
        "by": decision.decided_by,
        "date": decision.decided_on,
        "day": f"{decision.decided_on.day} {decision.decided_on:%B %Y}",
    }


def _names(criteria: Sequence[str], role: Role) -> str:
    named = [role.criterion(each) for each in criteria]
    return choices([each.name if each else key for key, each in zip(criteria, named, strict=True)])
