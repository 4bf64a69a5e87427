"""What one person may do with an application now, and why not: asked by every page before it offers anything.

In: an application and a person. Out: a Permitted. The rules are the store's own: what is permitted here is
not refused there, unless somebody else is faster.
"""

from collections.abc import Callable
from dataclasses import dataclass

from recruiter_kit.errors import StoreError, UndecidedError
from recruiter_kit.people.rights import Right, may
from recruiter_kit.people.users import User
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import (
    answering,
    applications,
    approval,
    changes_asked,
    claims,
    comments,
    decisions,
    status,
    tellings,
    versions,
)
from recruiter_kit.workflow.claims import ElsewhereError
from recruiter_kit.workflow.status import Status


@dataclass(frozen=True)
class Leave:
    """Whether something may be done: true unless `why_not` says why not, in the words of the refusal."""

    why_not: str = ""

    def __bool__(self) -> bool:
        """Whether it may be done."""
        return not self.why_not


@dataclass(frozen=True, kw_only=True)
class Permitted:
    """What one person may do now.

    `may_record` is to write down what the candidate asks or disputes, `may_allege` an allegation of
    discrimination; `may_release` concerns who handles the candidate.
    """

    may_decide: Leave
    may_write_scorecard: Leave
    may_draft: Leave
    may_answer: Leave
    may_approve: Leave
    may_ask_for_changes: Leave
    may_answer_changes: Leave
    may_comment: Leave
    may_call: Leave
    may_send: Leave
    may_release: Leave
    may_record: Leave
    may_allege: Leave
    may_end_hold: Leave


def permitted(db: Database, application_id: str, user: User) -> Permitted:
    """Return what this person may do with the application; raises NotFoundError."""
    role, id, by = applications.application(db, application_id).role, application_id, user.email

    def leave(right: Right, rule: Callable[[], object]) -> Leave:
        try:
            if not may(user, right, role):
                raise StoreError.of("permitted_right")
            rule()
        except (StoreError, UndecidedError) as error:
            return Leave(str(error))
        return Leave()

    return Permitted(
        may_decide=leave("decide", lambda: decisions.may_change(db, id)),
        may_write_scorecard=leave("write_scorecard", lambda: decisions.may_change(db, id)),
        may_draft=leave("draft", lambda: _refuse_draft(db, id, by)),
        may_answer=leave("draft", lambda: answering.refuse(db, id, by)),
        may_approve=leave("approve", lambda: _refuse_approval(db, id, by)),
        may_ask_for_changes=leave("approve", lambda: _refuse_changes(db, id)),
        may_answer_changes=leave("draft", lambda: changes_asked.refuse(db, id)),
        may_comment=leave("see_applications", lambda: comments.refuse(db, id)),
        may_call=leave("tell", lambda: _refuse_telling(db, id, by, spoken=True)),
        may_send=leave("tell", lambda: _refuse_telling(db, id, by, spoken=False)),
        may_release=leave(
            "tell", lambda: _refuse_unless(claims.who_tells(db, id) is not None, "permitted_unclaimed")
        ),
        may_record=leave("tell", lambda: _refuse_record(db, id)),
        may_allege=leave("tell", lambda: status.refuse_when_held(db, id)),
        may_end_hold=leave(
            "end_hold", lambda: _refuse_unless(status.of(db, id) is Status.HELD, "store_not_held")
        ),
    )


def _refuse_unless(fits: bool, key: str) -> None:
    if not fits:
        raise StoreError.of(key)


def _refuse_draft(db: Database, id: str, by: str) -> None:
    if applications.application(db, id).decision is None:
        raise UndecidedError.of("permitted_undecided")
    versions.refuse_new_words(db, id, by)


def _refuse_approval(db: Database, id: str, by: str) -> None:
    version = _open_version(db, id)
    _refuse_unless(not approval.approved_by(db, version, by), "store_second_person")
    approval.refuse_unfit(db, version)


def _refuse_changes(db: Database, id: str) -> None:
    _open_version(db, id)
    standing = status.of(db, id)
    _refuse_unless(standing is not Status.TOLD, "store_told")
    _refuse_unless(standing is not Status.MAIL_SENDING, "store_mail_under_way")


def _open_version(db: Database, id: str) -> versions.Version:
    """Return the newest version, when it is not approved yet."""
    status.refuse_when_held(db, id)
    version = versions.latest(db, id)
    if version is None:
        raise StoreError.of("permitted_no_draft")
    _refuse_unless(version.state != "approved", "permitted_approved")
    return version


def _refuse_telling(db: Database, id: str, by: str, *, spoken: bool) -> None:
    try:
        tellings.ready(db, id, by, spoken=spoken)
    except ElsewhereError:
        # The page itself asks whether the person knows.
        return


def _refuse_record(db: Database, id: str) -> None:
    status.refuse_when_held(db, id)
    _refuse_unless(bool(tellings.tellings(db, id)), "permitted_not_told")
