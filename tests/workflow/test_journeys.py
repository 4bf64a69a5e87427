"""Whatever people do, in any order: nobody is told twice and nobody is forgotten."""

import tempfile
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from recruiter_kit.clock import now
from recruiter_kit.errors import RecruiterKitError
from recruiter_kit.store import audit
from recruiter_kit.workflow import changes_asked, disputes, outbox, outcomes
from recruiter_kit.workflow.applications import Filters, application, counts, queue
from recruiter_kit.workflow.approval import approve, ask_for_changes, was_approved
from recruiter_kit.workflow.claims import claim, release, who_tells
from recruiter_kit.workflow.decisions import record_decision
from recruiter_kit.workflow.holds import end_hold
from recruiter_kit.workflow.imports import accept_changes, keep_import
from recruiter_kit.workflow.requests import of, record_request
from recruiter_kit.workflow.status import KNOWS, SPOKEN, Status
from recruiter_kit.workflow.status import of as where
from recruiter_kit.workflow.tellings import record_telling, tellings
from recruiter_kit.workflow.versions import latest, save_draft
from tests.workflow.build import INES, OMAR, applied, bundle, decided, feedback, store

IDS = st.sampled_from(["a2", "a3", "a1"])
PEOPLE = st.sampled_from([INES, OMAR])
RESULTS = st.sampled_from(
    ["reached", "in_writing", "voicemail", "no_answer", "declined", "disputed", "alleged_discrimination"]
)
LATER = now() + timedelta(days=400)


class Journeys(RuleBasedStateMachine):
    """Two people, three applications; what the store refuses is refused, what it does must hold together."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.db = store(Path(self.folder.name), applied("a1", decided=False), applied("a2"), applied("a3"))
        self.ids = {"a1", "a2", "a3"}
        self.imports = 0
        # Random journeys seldom come as far as telling on their own, so two begin there.
        self.made_ready("a2")
        self.made_ready("a3")
        record_telling(self.db, "a3", "phone", "reached", INES)

    def teardown(self) -> None:
        if hasattr(self, "db"):
            self.db.close()
            self.folder.cleanup()

    def tried(self, done: object, *values: object, **named: object) -> bool:
        try:
            done(self.db, *values, **named)  # type: ignore[operator]
        except RecruiterKitError:
            return False
        return True

    def standing(self, id: str) -> Status:
        return where(self.db, id)

    def version(self, id: str) -> int:
        found = latest(self.db, id)
        return found.version if found else 0

    @rule(given_name=st.sampled_from(["Marta", "Marte"]), fourth=st.booleans())
    def imported(self, given_name: str, fourth: bool) -> None:
        self.imports += 1
        newer = [applied("a2", given_name=given_name), *([applied("a4")] if fourth else [])]
        keep_import(self.db, bundle(*newer), str(self.imports).encode(), "export.json", INES)
        self.ids |= {each.id for each in newer}

    @rule(id=IDS, by=PEOPLE, note=st.sampled_from(["", "Looked again."]))
    def accepted(self, id: str, by: str, note: str) -> None:
        self.tried(accept_changes, id, by, note)

    @rule(id=IDS, by=PEOPLE, day=st.integers(12, 13), note=st.sampled_from(["", "The day was wrong."]))
    def decide(self, id: str, by: str, day: int, note: str) -> None:
        self.tried(record_decision, id, decided(day), by, note)

    @rule(id=IDS, by=PEOPLE, behind=st.integers(0, 1), second=st.booleans())
    def draft(self, id: str, by: str, behind: int, second: bool) -> None:
        number = self.version(id)
        made = feedback(application(self.db, id), second_approver=second)
        saved = self.tried(save_draft, made, by, number - behind)
        assert not (saved and behind)
        assert self.version(id) == number + saved

    @rule(id=IDS, by=PEOPLE)
    def approved(self, id: str, by: str) -> None:
        self.tried(approve, id, self.version(id), by)

    @rule(id=IDS)
    def made_ready(self, id: str) -> None:
        self.tried(record_decision, id, decided(), INES)
        self.tried(save_draft, feedback(application(self.db, id)), INES, self.version(id))
        self.tried(approve, id, self.version(id), OMAR)

    @rule(id=IDS, sent=st.booleans())
    def mailed_whoever_tells(self, id: str, sent: bool) -> None:
        release(self.db, id, INES)
        self.mailed(id, INES)
        self.worker_ran("accepted" if sent else "killed")

    @rule(id=IDS, by=PEOPLE)
    def changes_asked(self, id: str, by: str) -> None:
        self.tried(ask_for_changes, id, self.version(id), by, "Say what was seen.")

    @rule(id=IDS, by=PEOPLE, changed=st.booleans())
    def changes_answered(self, id: str, by: str, changed: bool) -> None:
        for asked in changes_asked.waiting(self.db, id):
            words = "Said it." if changed else "It is said."
            self.tried(changes_asked.answer, id, asked.id, words, by, changed=changed)

    @rule(id=IDS, by=PEOPLE)
    def changes_taken_back(self, id: str, by: str) -> None:
        for asked in changes_asked.waiting(self.db, id):
            self.tried(changes_asked.take_back, id, asked.id, by)

    @rule(id=IDS, by=PEOPLE)
    def claimed(self, id: str, by: str) -> None:
        self.tried(claim, id, by)

    @rule(id=IDS, by=PEOPLE)
    def released(self, id: str, by: str) -> None:
        release(self.db, id, by)

    @rule(id=IDS, by=PEOPLE, result=RESULTS, seen=st.booleans())
    def called(self, id: str, by: str, result: str, seen: bool) -> None:
        before, teller = latest(self.db, id), who_tells(self.db, id)
        version = self.version(id) if seen else None
        words = "My age." if result == "alleged_discrimination" else ""
        done = self.tried(record_telling, id, "phone", result, by, words, version)
        if result == "alleged_discrimination":
            assert done
            assert self.standing(id) is Status.HELD
        elif done:
            assert before is not None
            # Without the approval it is what the person who tells had begun to tell.
            begun = seen and teller == by and was_approved(self.db, id, before.version)
            assert before.state == "approved" or begun

    @rule(id=IDS, by=PEOPLE, result=st.sampled_from(["reached", "voicemail", "declined", "undone"]))
    def put_right(self, id: str, by: str, result: str) -> None:
        before = [each for each in tellings(self.db, id) if each.counts]
        if self.tried(outcomes.put_right, id, result, by, "A slip."):
            after = [each for each in tellings(self.db, id) if each.counts]
            assert [each.result for each in after[: len(before) - 1]] == [each.result for each in before[:-1]]
            assert [each.result for each in after[len(before) - 1 :]] == [result] * (result != "undone")

    @rule(id=IDS, by=PEOPLE)
    def mailed(self, id: str, by: str) -> None:
        message = EmailMessage()
        message["From"], message["To"], message["Subject"] = INES, "marta@example.org", "Your application"
        self.tried(outbox.put, id, self.version(id), message, by)

    @rule(id=IDS, by=PEOPLE)
    def mail_cancelled(self, id: str, by: str) -> None:
        for mail in outbox.of(self.db, id):
            self.tried(outbox.cancel, mail.id, by)

    @rule(end=st.sampled_from(["accepted", "later", "never", "killed"]))
    def worker_ran(self, end: str) -> None:
        for mail in outbox.due(self.db, LATER):
            newest = latest(self.db, mail.application)
            assert newest is not None
            if not outbox.take(self.db, mail):
                stays = self.standing(mail.application) in (Status.HELD, Status.DISPUTED)
                assert stays or newest.state != "approved"
                assert outbox.get(self.db, mail.id).state == "cancelled"
                continue
            assert (newest.version, newest.state) == (mail.version, "approved")
            assert not outbox.take(self.db, mail)
            if end == "accepted":
                outbox.accepted(self.db, mail.id)
            elif end != "killed":
                outbox.put_back(self.db, mail, "sending", "451", now() if end == "later" else None)

    @rule(sent=st.booleans())
    def settled(self, sent: bool) -> None:
        for mail in outbox.troubled(self.db):
            self.tried(outbox.settle, mail.id, sent, INES, LATER)

    @rule(id=IDS)
    def asked(self, id: str) -> None:
        record_request(self.db, id, INES)

    @rule(corrected=st.booleans())
    def dispute_answered(self, corrected: bool) -> None:
        for each in disputes.open_disputes(self.db):
            self.tried(disputes.answer, each.id, "corrected" if corrected else "stands", "Looked.", INES)

    @rule(id=IDS)
    def disputed(self, id: str) -> None:
        self.tried(disputes.raise_dispute, id, "I did write tests.", INES)

    @rule(id=IDS)
    def hold_ended(self, id: str) -> None:
        held = self.standing(id) is Status.HELD
        assert self.tried(end_hold, id, OMAR, "Settled.") is held

    @invariant()
    def nobody_is_told_twice(self) -> None:
        for id in self.ids:
            known = [each for each in tellings(self.db, id) if each.counts]
            knew = [each.result for each in known if each.result in KNOWS]
            answered = [each for each in of(self.db, id) if each.answered_at]
            answered += [each for each in disputes.of(self.db, id) if each.verdict == "corrected"]  # type: ignore[misc]
            # What is said on the telephone comes in writing after it: two halves of one telling.
            halves = [
                each
                for each, before in zip(knew, [None, *knew], strict=False)
                if before not in SPOKEN or each in SPOKEN
            ]
            assert len(halves) <= 1 + len(answered)

    @invariant()
    def nobody_is_forgotten(self) -> None:
        waiting = {each.id: each for each in queue(self.db)}
        told = {each.id for each in queue(self.db, Filters(statuses=(Status.TOLD,)))}
        assert waiting.keys() | told == self.ids
        assert not waiting.keys() & told
        for id in told:
            assert any(each.result in KNOWS for each in tellings(self.db, id) if each.counts)
            assert all(each.answered_at for each in of(self.db, id))
        assert all(Status(each.status) is not Status.TOLD for each in waiting.values())
        assert sum(counts(self.db).values()) == len(self.ids)

    @invariant()
    def nothing_is_approved_while_somebody_who_asked_for_changes_waits(self) -> None:
        for id in self.ids:
            found = latest(self.db, id)
            assert not (found and found.state == "approved" and changes_asked.waiting(self.db, id))

    @invariant()
    def the_log_is_whole(self) -> None:
        assert audit.verify(self.db).broken_at is None


TestJourneys = Journeys.TestCase
TestJourneys.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
pytestmark = pytest.mark.filterwarnings("error")
