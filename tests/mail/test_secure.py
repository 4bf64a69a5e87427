"""Letters and the password leave encrypted, to a server whose certificate is trusted, and to no other."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from recruiter_kit.mail.settings import PASSWORD, MailServer
from recruiter_kit.mail.smtp import send_due
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import outbox
from tests.mail.mailbox import Mailbox, free_port
from tests.mail.test_sending import MARTA, put, status
from tests.workflow.build import applied, store

SECRET = "correct horse"  # noqa: S105


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that signs itself, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "mail.example.org")])
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file


def knows(server: SMTP, session: object, envelope: object, mechanism: str, auth: object) -> AuthResult:
    """Let the house's own account in, and nobody else."""
    fits = isinstance(auth, LoginPassword) and auth == LoginPassword(b"recruiting", SECRET.encode())
    return AuthResult(success=fits, handled=fits)


@contextmanager
def serving(mailbox: Mailbox, certificate: Path, security: str) -> Iterator[MailServer]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    secured = (
        {"ssl_context": context, "auth_require_tls": False}
        if security == "tls"
        else {"tls_context": context, "require_starttls": True, "auth_require_tls": True}
    )
    port = free_port()
    controller = Controller(
        mailbox, hostname="127.0.0.1", port=port, authenticator=knows, auth_required=True, **secured
    )
    controller.start()
    try:
        yield MailServer(host="127.0.0.1", port=port, security=security, user="recruiting")  # type: ignore[arg-type]
    finally:
        controller.stop()


@pytest.fixture
def db(tmp_path: Path) -> Database:
    return store(tmp_path, applied(email=MARTA))


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_the_house_signs_in_and_the_letter_arrives(
    db: Database, certificate: Path, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv(PASSWORD, SECRET)
    mailbox = Mailbox()
    put(db)
    with serving(mailbox, certificate, security) as server:
        assert send_due(db, server) == 1
    assert [each["To"] for each in mailbox.messages] == ["Marta Silva <marta@example.org>"]
    assert status(db) == "told"


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_wrong_password_sends_nothing_and_says_why(
    db: Database, certificate: Path, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv(PASSWORD, "guessed")
    mailbox = Mailbox()
    put(db)
    with serving(mailbox, certificate, security) as server:
        assert send_due(db, server) == 0
    assert mailbox.messages == []
    (mail,) = outbox.troubled(db)
    assert mail.why.startswith("535")
    assert "guessed" not in mail.why


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_nothing_leaves_to_a_server_whose_certificate_nobody_vouches_for(
    db: Database, certificate: Path, security: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD, SECRET)
    mailbox = Mailbox()
    put(db)
    with serving(mailbox, certificate, security) as server:
        assert send_due(db, server) == 0
    assert mailbox.messages == []
    assert status(db) == "mail_waiting"
