"""The worker: a thread that sends what is due and tells people what waits; it begins where the last stopped.

It always runs, and reads the mail settings each time before it sends, so that settings written while the app
runs are used. Everything it knows is in the outbox, so it may be stopped or killed at any time.
"""

import logging
from threading import Event, Thread
from time import monotonic

from recruiter_kit.installation import Installation, outside_address
from recruiter_kit.intake import standard_at
from recruiter_kit.mail import notices
from recruiter_kit.mail.settings import mail_server
from recruiter_kit.mail.smtp import send_due
from recruiter_kit.store.database import open_store
from recruiter_kit.workflow import notifying

LOG = logging.getLogger(__name__)
SECONDS_BETWEEN = 5.0
SECONDS_BETWEEN_LOOKS = 60.0
"""How often it is looked what people are to be told; nobody waits for that as for a letter."""


class Worker(Thread):
    """Sends the outbox of `installation` until stop() is called, looking `every` seconds."""

    def __init__(
        self,
        installation: Installation,
        every: float = SECONDS_BETWEEN,
        looks_every: float = SECONDS_BETWEEN_LOOKS,
    ) -> None:
        super().__init__(name="mail", daemon=True)
        self._installation = installation
        self._every = every
        self._looks_every = looks_every
        self._looked_at = float("-inf")
        self._stopping = Event()

    def run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._round()
            except Exception as error:
                # A disk that is full, a database that is busy, whatever it is: the next round may do better,
                # and without a worker nobody is told.
                LOG.warning("mail: round failed: %s", type(error).__name__)
            self._stopping.wait(self._every)

    def _round(self) -> None:
        server = mail_server(self._installation)
        if server is None:
            return
        db = open_store(self._installation.database)
        try:
            send_due(db, server)
            standard = standard_at(self._installation.standard)
            sender = standard.sender
            if sender and sender.email:
                if monotonic() - self._looked_at >= self._looks_every:
                    notifying.put_due(db, standard, outside_address(self._installation))
                    self._looked_at = monotonic()
                notices.send_due(db, server, sender)
        finally:
            db.conn.close()

    def stop(self, timeout: float = 30) -> None:
        """Let the message under way finish, then end."""
        self._stopping.set()
        self.join(timeout)
