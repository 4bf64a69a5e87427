"""What must hold when somebody is hasty, curious or unlucky: nothing leaks and nothing is lost."""

import logging
import re
from io import StringIO
from pathlib import Path

import pytest
from authlib.integrations.flask_client.apps import FlaskOAuth2App
from flask.testing import FlaskClient
from joserfc.errors import BadSignatureError

from recruiter_kit.intake import read
from recruiter_kit.store.database import FILE, open_store
from recruiter_kit.web import logs
from recruiter_kit.web.pages import feedback
from recruiter_kit.workflow import imports, outbox
from tests.web.conftest import GOLD, MAIL, As


def keep(instance: Path, role: str = "", **changes: object) -> None:
    """Import another application like the first, for the same role or another."""
    bundle = read(GOLD / "marta.json")
    about = bundle.applications[0].model_copy(
        update={"id": "twin"} | ({"role": role} if role else {}) | changes
    )
    roles = (
        (bundle.roles[0].model_copy(update={"id": role, "title": "Head of Secrets"}),)
        if role
        else bundle.roles
    )
    db = open_store(instance / FILE)
    imports.keep_import(
        db, bundle.model_copy(update={"applications": (about,), "roles": roles}), b"twin", "twin", "terminal"
    )
    db.conn.close()


def test_an_allegation_can_be_written_down_at_any_time(lead: FlaskClient, at: str) -> None:
    assert lead.get(f"{at}/stopped").location == at
    lead.post(f"{at}/sent", data={"channel": "post"})
    page = lead.post(
        f"{at}/allegation", data={"note": "She says it was her age."}, follow_redirects=True
    ).text
    assert "Stop here" in page
    assert "On hold by lead@example.org" in lead.get(at).text
    assert lead.get(f"{at}/email.eml").status_code == 422
    lead.post(f"{at}/hold", data={"note": "Settled."})
    assert lead.get(f"{at}/stopped").location == at
    assert lead.post(f"{at}/hold", data={"note": "Again."}).status_code == 422


def test_changes_cannot_be_asked_for_on_hold(lead: FlaskClient, at: str) -> None:
    lead.post(f"{at}/allegation", data={"note": "Her age."})
    asked = {"version": 1, "verdict": "changes", "note": "Say what was seen."}
    assert lead.post(f"{at}/approval", data=asked).status_code == 422


def test_a_hiring_manager_does_not_hear_of_other_roles(signed_in: As, at: str, instance: Path) -> None:
    keep(instance, role="secrets")
    assert "Head of Secrets" in signed_in("lead").get(at).text
    role = re.findall(r'href="/roles/([^/"]+)/', signed_in("lead").get("/scorecards/new").text)
    own = next(each for each in role if each != "secrets")
    assert "Head of Secrets" not in signed_in("hiring_manager", own).get(at).text


def test_the_note_on_record_is_no_reason_for_another_decision(
    signed_in: As, lead: FlaskClient, at: str
) -> None:
    said = {"reason": "close_call", "decided_by": "Ana", "decided_on": "2026-11-12", "note": "As discussed."}
    asked = lead.post(f"{at}/decision", data=said)
    assert "say in a note why the decision changes" in asked.text
    assert '<option selected value="close_call">' in asked.text, "what was chosen is still chosen"
    assert "Why it changes" in lead.get(f"{at}/decision").text
    assert lead.post(f"{at}/decision", data=said | {"note_change": "The panel met again."}).status_code == 302


def test_what_is_kept_apart_in_the_decision_stays_when_it_is_recorded_anew(
    signed_in: As, instance: Path, at: str
) -> None:
    decided = read(GOLD / "marta.json").applications[0].decision
    assert decided is not None
    keep(instance, decision=decided.model_copy(update={"note": "She is pregnant. We met twice."}))
    lead, officer = signed_in("lead"), signed_in("privacy_officer")
    page = lead.get("/applications/twin/decision").text
    assert "pregnant" not in page
    shown = re.findall(r'<textarea[^>]*name="note"[^>]*>\s*(.*?)</textarea>', page, re.S)[0]
    said = {"reason": "below_bar", "decisive": "modelling", "decided_by": "Ana", "decided_on": "2026-11-13"}
    lead.post("/applications/twin/decision", data=said | {"note": shown})
    db = open_store(instance / FILE)
    (kept,) = db.execute("SELECT decision FROM applications WHERE id = 'twin'").fetchone()
    assert "She is pregnant. We met twice." in kept
    assert officer.get("/applications/twin").status_code == 200


def test_words_older_than_the_scorecards_say_so_and_are_not_approved(
    lead: FlaskClient, at: str, imported: str
) -> None:
    assert "have changed since" not in lead.get(at).text
    card = {"interviewer": "Ana", "interview": "Call", "recommendation": "", "level_0": "2"}
    page = lead.post(f"{at}/scorecard", data=card, follow_redirects=True).text
    assert "What was drafted does not know of it." in page
    assert "have changed since" in page
    assert lead.post(f"{at}/approval", data={"version": 1, "verdict": "approve"}).status_code == 422
    lead.post(f"{at}/draft", data={"version": 1})
    assert lead.post(f"{at}/approval", data={"version": 2, "verdict": "approve"}).status_code == 302


def test_a_corrected_fact_does_not_leave_again_as_it_was(lead: FlaskClient, at: str, instance: Path) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    lead.post(f"{at}/sent", data={"channel": "post"})
    lead.post(f"{at}/dispute", data={"note": "I did name an owner."})
    lead.post(f"{at}/dispute/1", data={"note": "You did.", "verdict": "corrected"})
    assert lead.post(f"{at}/send", data={"version": 1}).status_code == 422
    page = lead.get(at).text
    assert "Save the words" in page
    for refused in (f'href="{at}/decision"', f'href="{at}/scorecard"'):
        assert refused not in page
    assert "mailto:marta.silva%40example.org?body=You%20did." in page
    assert "asked for feedback" not in page


def test_which_fact_is_wrong_is_written_down_at_once(lead: FlaskClient, at: str) -> None:
    assert "Write down which fact" in lead.post(f"{at}/call", data={"disputed": "1", "notes": " "}).text
    assert lead.post(f"{at}/call", data={"disputed": "1", "notes": "The index."}).status_code == 302


def test_nothing_is_sent_where_there_is_no_mail_server(lead: FlaskClient, at: str, instance: Path) -> None:
    assert lead.post(f"{at}/send", data={"version": 1}).status_code == 404
    assert lead.post(f"{at}/sent", data={}).status_code == 400
    assert outbox.waiting(open_store(instance / FILE)) == []


def test_one_that_is_gone_stops_no_other(lead: FlaskClient, imported: str, instance: Path) -> None:
    (instance / "mail.yaml").write_text(MAIL, encoding="utf-8")
    sent = {"application": ["gone", imported, "gone too"], "version": ["9" * 30, "1", "9" * 5000]}
    page = lead.post("/send", data=sent, follow_redirects=True).text
    assert "1 leave in 600 seconds" in page
    assert "gone" in lead.post("/queue/draft", data={"application": ["gone"]}, follow_redirects=True).text


def test_what_was_ticked_leads_to_an_address_without_the_forms_token(
    lead: FlaskClient, imported: str
) -> None:
    chosen = {"application": [imported], "csrf_token": "secret"}
    assert lead.post("/send/chosen", data=chosen).location == f"/send?application={imported}"


def test_a_hiring_manager_is_let_in_with_roles_and_these_can_be_changed(
    signed_in: As, imported: str, instance: Path
) -> None:
    administrator = signed_in("administrator")
    person = {"name": "Hanna", "email": "hanna@example.org", "post": "hiring_manager"}
    assert "Name at least one role" in administrator.post("/people", data=person).text
    page = administrator.post("/people", data=person | {"roles": "data-engineer"}).text
    assert "Hand this link to Hanna" in page
    taken = administrator.post("/people", data=person | {"name": "Hanna Two", "roles": "data-engineer"}).text
    assert 'value="Hanna Two"' in taken
    number = re.findall(r"/people/(\d+)/roles", page)[0]
    administrator.post(f"/people/{number}/roles", data={"roles": ["data-engineer", "unknown"]})
    assert "1 role<" in administrator.get("/people").text


def test_a_busy_database_gives_the_words_back(
    lead: FlaskClient, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlite3 import OperationalError

    def busy(*_: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr("recruiter_kit.workflow.approval.ask_for_changes", busy)
    asked = {"version": 1, "verdict": "changes", "note": "Say what was seen."}
    answer = lead.post(f"{at}/approval", data=asked)
    assert answer.status_code == 503
    assert "Say what was seen." in answer.text


def test_the_log_of_an_accident_names_no_application(
    lead: FlaskClient, at: str, imported: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feedback.note_pieces, "by_note", lambda _: 1 / 0)
    written = StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(logs.AsJson())
    lead.application.logger.addHandler(handler)
    lead.application.config["PROPAGATE_EXCEPTIONS"] = False
    assert lead.get(at).status_code == 500
    lead.application.logger.removeHandler(handler)
    assert "ZeroDivisionError" in written.getvalue()
    assert imported not in written.getvalue()


def test_a_provider_whose_word_cannot_be_proved_lets_nobody_in(
    signed_in: As, instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (instance / "sign-in.yaml").write_text("issuer: http://127.0.0.1:9\nclient_id: x\n", encoding="utf-8")
    monkeypatch.setattr(
        FlaskOAuth2App, "authorize_access_token", lambda _: (_ for _ in ()).throw(BadSignatureError())
    )
    client = signed_in("lead").application.test_client()
    assert client.get("/sign-in/back?code=x&state=y").status_code == 401


@pytest.mark.parametrize(
    ("where", "odd"),
    [
        ("/scorecard", {"interviewer": "   ", "interview": "Call"}),
        ("/decision", {"reason": "role_closed", "decided_by": "A" * 400, "decided_on": "2026-11-12"}),
        ("/decision", {"reason": "role_closed", "decided_by": "Ana", "decided_on": "9999-12-31"}),
    ],
)
def test_values_that_do_not_fit_are_said_on_the_form(
    signed_in: As, at: str, where: str, odd: dict[str, str]
) -> None:
    answer = signed_in("lead").post(at + where, data=odd)
    assert answer.status_code == 200
    assert 'class="error"' in answer.text
