"""What the audit log records, each with what it means; docs/operating.md has the same list."""

from enum import StrEnum
from typing import Self


class Event(StrEnum):
    """One kind of line in the audit log: the words in the log, and `about`, what they say happened."""

    about: str

    def __new__(cls, words: str, about: str) -> Self:
        event = str.__new__(cls, words)
        event._value_ = words
        event.about = about
        return event

    STANDARD_CHANGED = (
        "standard changed",
        "Settings of the standard were saved on its page; the detail names them, without values.",
    )
    MAIL_CHANGED = (
        "mail changed",
        "The settings of the mail server were saved; the detail names them, without values.",
    )
    MODEL_CHANGED = (
        "model changed",
        "The settings of the language model were saved or removed; the detail names them, without values.",
    )
    MODEL_ELSEWHERE = (
        "model elsewhere",
        "A language model of another machine was allowed; the detail names its host.",
    )
    MODEL_ASKED = (
        "model asked",
        "A language model was asked about an application; the detail says whether notes left this machine.",
    )
    FINDING_SUPPRESSED = "finding suppressed", "A finding was dismissed with a reason."
    QUESTION_ANSWERED = (
        "question answered",
        "A question about a note was answered; the detail has the question's id, never the answer.",
    )
    SENTENCE_RELEASED = (
        "sentence released",
        "A withheld sentence was let go for a reason; the detail has its id, never a word of it.",
    )
    CANDIDATE_ADDED = "candidate added", "A candidate was added in the app."
    SCORECARD_WRITTEN = "scorecard written", "A scorecard was written in the app."
    NOTES_CONFIRMED = (
        "notes confirmed",
        "A person confirmed sentences of a document; the detail counts what was used and what was left out.",
    )
    NOTE_CONFIRMED = (
        "note confirmed",
        "A person confirmed a note that an assistant wrote; the detail names its place, never a word of it.",
    )
    ASKED_FOR_FEEDBACK = "asked for feedback", "A candidate asked for feedback: the 24 hours began."
    BACKED_UP = "backed up", "A backup was made."
    RESTORED = "restored", "A backup was put back."
    ADDRESS_CHANGED = "address changed", "Another address of a candidate was recorded."
    CLAIMED = "claimed", "A person began to tell a candidate."
    RELEASED = "released", "A candidate was handed over, or taken over from somebody."
    HOLD_BEGUN = "hold begun", "Everything on a candidate was stopped."
    HOLD_ENDED = "hold ended", "A hold was ended by somebody with that right."
    DRAFT_SAVED = (
        "draft saved",
        "A version of the feedback was saved; the detail says whether it took an approval away.",
    )
    FACT_DISPUTED = "fact disputed", "A candidate said that a fact is wrong."
    DISPUTE_ANSWERED = "dispute answered", "A dispute was answered."
    DISPUTE_REOPENED = (
        "dispute reopened",
        "The answer to a dispute did not leave or was taken back, so the dispute is open again.",
    )
    INTERVIEWER_ASKED = (
        "interviewer asked",
        "An interviewer was asked about a note; the detail has its number and whether it was mailed.",
    )
    INTERVIEWER_ANSWERED = (
        "interviewer answered",
        "An interviewer answered by a one-time link, which wrote a scorecard.",
    )
    ASK_CLOSED = "question closed", "A question to an interviewer was closed without an answer."
    TOLD = "told", "A candidate was told; the detail has the channel and the result."
    TRIED = (
        "tried to tell",
        "A call that did not reach the candidate: voicemail, no answer, or a time to ring back.",
    )
    OUTCOME_CORRECTED = (
        "outcome corrected",
        "How a call went was put right; the detail has both results, and whether a reason was given.",
    )
    TELEPHONE_CHANGED = (
        "telephone changed",
        "A candidate's telephone number, or how the name is said, was entered.",
    )
    DECIDED = "decided", "A decision was recorded or changed."
    APPROVED = "approved", "A version was approved; the detail says whether that was enough."
    CHANGES_ASKED = "changes asked", "A version was sent back with a note."
    CHANGES_ANSWERED = (
        "changes answered",
        "A request for changes was answered; the detail has the version with the change, null without one.",
    )
    CHANGES_TAKEN_BACK = "changes taken back", "Whoever asked for changes took that back."
    COMMENTED = "commented", "A comment was written; the detail has its number, never a word of it."
    COMMENT_RESOLVED = (
        "comment resolved",
        "A comment was resolved, or opened again; the detail has its number and which of the two.",
    )
    TEST_SENT = (
        "test sent",
        "A message to a candidate was sent to a colleague as a test; nobody was told by it.",
    )
    MAIL_PUT_OUT = "mail put out", "A message was put into the outbox."
    MAIL_CANCELLED = "mail cancelled", "A message was taken back."
    MAIL_SENDING = "mail sending", "A message was handed to the mail server."
    MAIL_PUT_BACK = "mail waiting", "The mail server did not take a message yet; it is tried again."
    MAIL_FAILED = "mail failed", "The mail server refused a message, or was tried often enough."
    MAIL_SETTLED = "mail settled", "A person said whether a message had been sent."
    IMPORTED = "imported", "Files were imported."
    ROLE_ADDED = "role added", "A role was made in the app; the detail has its id and counts its criteria."
    ROLE_CHANGED = (
        "role changed",
        "A role was changed in the app; the detail has its id, its version and counts, never a word of it.",
    )
    ROLE_REMOVED = "role removed", "A role that nobody had applied for was deleted."
    SAMPLE_LOADED = (
        "sample loaded",
        "The invented candidates of the sample were loaded; the detail counts them.",
    )
    SAMPLE_REMOVED = "sample removed", "The candidates of the sample were removed; the detail counts them."
    CHANGE_ACCEPTED = "change accepted", "Newer values of an application were accepted."
    CHANGE_REFUSED = "change refused", "Newer values of an application were ignored."
    SIGNED_IN = "signed in", "Somebody signed in."
    SIGN_IN_FAILED = "sign-in failed", "Somebody tried to sign in and could not."
    USER_ADDED = "user added", "A person was added."
    USER_CHANGED = "user changed", "A person's name, post, roles, password or access was changed."
    LINK_MADE = "link made", "A one-time link to set a password was made."
    LINK_USED = "link used", "A one-time link was used."


def as_table() -> str:
    """Return the events as the table in docs/operating.md."""
    rows = (f"| {event} | {event.about} |" for event in Event)
    return "\n".join(("| in the log | what happened |", "|---|---|", *rows))
