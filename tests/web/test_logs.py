"""What the log of the app holds."""

import logging
from io import StringIO

import pytest

from recruiter_kit.web import logs
from recruiter_kit.web.pages import feedback_view
from tests.web.client import PageClient


def test_the_log_of_an_accident_names_no_application(
    lead_approved: PageClient, at: str, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feedback_view.note_pieces, "by_note", lambda _: 1 / 0)
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.AsJson())
    lead_approved.application.logger.addHandler(handler)
    lead_approved.application.config["PROPAGATE_EXCEPTIONS"] = False
    assert lead_approved.get(at).status_code == 500
    lead_approved.application.logger.removeHandler(handler)
    assert "ZeroDivisionError" in written.getvalue()
    assert imported not in written.getvalue()
