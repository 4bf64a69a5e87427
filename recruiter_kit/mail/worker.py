"""The worker: a thread that sends what is due, and begins where the last one stopped.

Everything it knows stands in the outbox, so it may be stopped or killed at any time.
"""

import logging
from pathlib import Path
from threading import Event, Thread

from recruiter_kit.mail.settings import MailServer
from recruiter_kit.mail.smtp import send_due
from recruiter_kit.store.database import open_store

LOG = logging.getLogger(__name__)
SECONDS_BETWEEN = 5.0


class Worker(Thread):
    """Sends the outbox of the database at `path` until stop() is called."""

    def __init__(self, path: Path, server: MailServer, every: float = SECONDS_BETWEEN) -> None:
        super().__init__(name="mail", daemon=True)
        self._path = path
        self._server = server
        self._every = every
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
        db = open_store(self._path)
        try:
            send_due(db, self._server)
        finally:
            db.conn.close()

    def stop(self, timeout: float = 30) -> None:
        """Let the message under way finish, then end."""
        self._stopping.set()
        self.join(timeout)
