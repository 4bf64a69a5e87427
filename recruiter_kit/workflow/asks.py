"""Questions to an interviewer about one note, by a link that works once and needs no account.

In: the store, a scorecard and one of its criteria. Out: the question, its link, and in the end a scorecard
that adds to the one it is about. Whoever has the link sees what that interviewer wrote on that criterion and
nothing else; only a hash of the link is kept.
"""

import secrets
from datetime import datetime, timedelta
from sqlite3 import IntegrityError
from typing import NamedTuple

from recruiter_kit.clock import now
from recruiter_kit.errors import NotFoundError, StoreError
from recruiter_kit.messages import say
from recruiter_kit.model import Rating, Scorecard
from recruiter_kit.people.users import ADDRESS, digest
from recruiter_kit.store import audit
from recruiter_kit.store.database import Database, from_text, to_text, transaction
from recruiter_kit.store.events import Event
from recruiter_kit.workflow import applications, disputes, notices, quarantine, scorecards, status
from recruiter_kit.workflow.asking import NoteToSend, messages
from recruiter_kit.workflow.closing import close_ask, prefix

PATH = "/ask/"
"""Where the app answers a link; the token follows."""
DAYS = 14
"""How long a link works."""
BY_LINK = "one-time link"
"""Who wrote a scorecard that came by a link, in the audit log: never a name."""
_COLUMNS = (
    "id, application, scorecard, criterion, sentence, question, interviewer, email, dispute, asked_at, by,"
    " expires_at, answered_at, answer, closed_at, why"
)


class Ask(NamedTuple):
    """One question. `sentence` is the part of the note that it is about, "" for the whole of it.

    `answer` is the id of the scorecard that came back; `why` says why it was closed without one.
    """

    id: int
    application: str
    scorecard: str
    criterion: str
    sentence: str
    question: str
    interviewer: str
    email: str | None
    dispute: int | None
    asked_at: datetime
    by: str
    expires_at: datetime
    answered_at: datetime | None
    answer: str | None
    closed_at: datetime | None
    why: str | None

    def standing(self, at: datetime | None = None) -> str:
        """Return waiting, answered, closed or expired."""
        if self.answered_at:
            return "answered"
        if self.closed_at:
            return "closed"
        return "expired" if (at or now()) >= self.expires_at else "waiting"


class About(NamedTuple):
    """What a question is about: one criterion of one scorecard, and perhaps one sentence or dispute."""

    scorecard: str
    criterion: str
    sentence: str = ""
    dispute: int | None = None


class Written(NamedTuple):
    """What the interviewer wrote on the criterion: the only words that a link shows."""

    note: str
    sentence: str
    level: float | None
    interview: str


def ask(
    db: Database,
    application_id: str,
    about: About,
    by: str,
    address: str,
    *,
    email: str | None = None,
    question: str = "",
    asker: str = "",
) -> tuple[Ask, str]:
    """Ask the interviewer; return the question, and its link below the app's own `address`.

    With an `email` the link is sent, with reminders after a day and after three, and the address is
    remembered; without one it is handed over by the asker. Raises StoreError on hold, once the candidate is
    told unless it is about an open dispute, for what the scorecard does not hold, and while the same is asked
    already; NotFoundError without such an application.
    """
    with transaction(db):
        here = applications.application(db, application_id)
        _refuse(db, application_id, about)
        card = next((card for card in here.scorecards if card.id == about.scorecard), None)
        criterion = applications.role(db, here.role).criterion(about.criterion)
        if card is None or criterion is None or not _holds(card, about):
            raise StoreError.of("ask_nothing")
        name = card.interviewer.name or ""
        if email:
            _remember(db, name, email)
        token = secrets.token_urlsafe(32)
        id = _insert(db, application_id, about, (name, email, question.strip(), digest(token), by))
        found, link = get(db, id), address + PATH + token
        if email:
            role = applications.role(db, here.role).title
            note = NoteToSend(asker or by, here.candidate.full_name, role, criterion.name, link)
            for key, subject, text, at in messages(found, note):
                notices.put(
                    db, "ask", prefix(id) + key, email, subject, text, application=application_id, at=at
                )
        audit.record(db, by, Event.INTERVIEWER_ASKED, application_id, ask=id, mailed=bool(email))
    return found, link


def answer(db: Database, token: str, level: float | None, note: str, page: str = "") -> Ask:
    """Keep the answer as a scorecard of the interviewer, and use the link up; of two at once, one is kept.

    Whoever asked by mail is told by mail, with the address of the `page` where the answer is. Raises
    StoreError without words, for a link that works no more, and as scorecards.add() does.
    """
    if not note.strip():
        raise StoreError.of("ask_words")
    with transaction(db):
        found = of_token(db, token)
        if found is None or found.standing() != "waiting":
            raise StoreError.of("ask_over")
        card = _card(db, found, level, note)
        scorecards.add(db, found.application, card, BY_LINK, disputed=found.dispute is not None)
        db.execute(
            "UPDATE asks SET answered_at = ?, answer = ? WHERE id = ?",
            (to_text(now()), card.id, found.id),
        )
        notices.cancel(db, prefix(found.id))
        if found.email and "@" in found.by:
            said = {"name": found.interviewer or say("ask_unnamed"), "link": page}
            subject, text = say("ask_answered_subject", **said), say("ask_answered_text", **said)
            notices.put(
                db, "answered", f"answered:{found.id}", found.by, subject, text, application=found.application
            )
        audit.record(db, BY_LINK, Event.INTERVIEWER_ANSWERED, found.application, ask=found.id)
        return get(db, found.id)


def withdraw_ask(db: Database, ask_id: int, by: str) -> Ask:
    """Close a question that needs no answer now; raises StoreError when it is answered or closed."""
    with transaction(db):
        if not close_ask(db, ask_id, "withdrawn"):
            raise StoreError.of("ask_closed")
        found = get(db, ask_id)
        audit.record(db, by, Event.ASK_CLOSED, found.application, ask=ask_id)
    return found


def written(db: Database, found: Ask) -> Written:
    """Return what the interviewer wrote on the criterion, without what is set apart (R13)."""
    here = applications.application(db, found.application)
    seen = quarantine.without(here, quarantine.places(db, here.id))
    card = next((card for card in seen.scorecards if card.id == found.scorecard), None)
    if card is None:
        return Written("", "", None, "")
    ratings = [rating for rating in card.ratings if rating.criterion == found.criterion]
    note = "\n\n".join(rating.note for rating in ratings if rating.note)
    sentence = found.sentence if _quoted(card, found.criterion, found.sentence) else ""
    level = next((rating.level for rating in ratings if rating.level is not None), None)
    return Written(note, sentence, level, card.interview or "")


def answered(db: Database, found: Ask) -> Rating | None:
    """Return what came back without what is set apart (R13), None before an answer or where it is gone."""
    here = applications.application(db, found.application)
    cards = quarantine.without(here, quarantine.places(db, here.id)).scorecards
    return next((card.ratings[0] for card in cards if card.id == found.answer and card.ratings), None)


def get(db: Database, ask_id: int) -> Ask:
    """Return one; raises NotFoundError."""
    asked = _asks(db, "id = ?", ask_id)
    if not asked:
        raise NotFoundError.of("ask_none")
    return asked[0]


def of_token(db: Database, token: str) -> Ask | None:
    """Return the question of a link, whatever became of it; None for an unknown link."""
    return next(iter(_asks(db, "token_sha256 = ?", digest(token))), None)


def of(db: Database, application_id: str) -> list[Ask]:
    """Return the questions on one application, oldest first."""
    return _asks(db, "application = ?", application_id)


def open_asks(db: Database) -> list[Ask]:
    """Return the questions that wait for an interviewer, oldest first."""
    return _asks(db, "answered_at IS NULL AND closed_at IS NULL AND expires_at > ?", to_text(now()))


def address_of(db: Database, name: str) -> str | None:
    """Return where an interviewer of this name gets mail, None where nobody has said yet."""
    row = db.execute("SELECT email FROM interviewer_addresses WHERE name = ?", (name,)).fetchone()
    return row[0] if row and name else None


def _refuse(db: Database, application_id: str, about: About) -> None:
    status.refuse_when_held(db, application_id)
    if about.dispute is None:
        if status.knows(db, application_id):
            raise StoreError.of("ask_told")
        return
    dispute = disputes.get(db, about.dispute)
    if dispute.application != application_id or dispute.answered_at is not None:
        raise StoreError.of("store_dispute_answered")


def _insert(
    db: Database, application_id: str, about: About, said: tuple[str, str | None, str, str, str]
) -> int:
    at = now()
    for old in of(db, application_id):
        if (old.scorecard, old.criterion, old.standing()) == (about.scorecard, about.criterion, "expired"):
            close_ask(db, old.id, "withdrawn")
    name, email, question, token, by = said
    try:
        row = db.execute(
            "INSERT INTO asks (application, scorecard, criterion, sentence, question, interviewer, email,"
            " dispute, token_sha256, asked_at, by, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                application_id, about.scorecard, about.criterion, about.sentence, question, name, email,
                about.dispute, token, to_text(at), by, to_text(at + timedelta(days=DAYS)),
            ),
        )  # fmt: skip
    except IntegrityError as error:
        raise StoreError.of("ask_open") from error
    return int(row.lastrowid or 0)


def _remember(db: Database, name: str, email: str) -> None:
    if not ADDRESS.fullmatch(email):
        raise StoreError.of("user_address", email=email)
    if name:
        db.execute("INSERT OR REPLACE INTO interviewer_addresses VALUES (?, ?)", (name, email))


def _holds(card: Scorecard, about: About) -> bool:
    rated = any(rating.criterion == about.criterion for rating in card.ratings)
    if not about.sentence:
        return rated
    return _quoted(card, about.criterion, about.sentence)


def _quoted(card: Scorecard, criterion: str, sentence: str) -> bool:
    """Whether the interviewer wrote this sentence, on the criterion or on the whole."""
    notes = [card.note, *(rating.note for rating in card.ratings if rating.criterion == criterion)]
    return bool(sentence) and any(sentence in (note or "") for note in notes)


def _card(db: Database, found: Ask, level: float | None, note: str) -> Scorecard:
    """Return the answer as a scorecard of the same interviewer and interview as the one it adds to."""
    cards = applications.application(db, found.application).scorecards
    first = next((card for card in cards if card.id == found.scorecard), None)
    if first is None:
        raise StoreError.of("ask_over")
    return Scorecard(
        id=scorecards.new_id(),
        interviewer=first.interviewer,
        interview=first.interview,
        occasion=first.occasion or first.adds_to or first.id,
        adds_to=first.adds_to or first.id,
        submitted_at=now(),
        ratings=(Rating(criterion=found.criterion, level=level, note=note.strip()),),
    )


def _asks(db: Database, where: str, *values: object) -> list[Ask]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM asks WHERE {where} ORDER BY id", values)
    found = []
    for row in rows:
        kept = dict(zip(Ask._fields, row, strict=True))
        for name in ("asked_at", "expires_at", "answered_at", "closed_at"):
            kept[name] = from_text(kept[name]) if kept[name] else None
        found.append(Ask(**kept))
    return found
