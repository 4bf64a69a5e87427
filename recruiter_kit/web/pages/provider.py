"""Signing in by the organisation's own provider (OpenID Connect, by Authlib).

In: what the provider vouches for. Out: a session of the person whom an administrator has let in; of nobody
else. The provider's subject is remembered the first time, found by an address that it has verified.
"""

from typing import Any

from authlib.common.errors import AuthlibBaseError
from flask import Blueprint, abort, current_app, redirect, render_template, url_for
from requests import RequestException
from werkzeug.wrappers import Response as Answer

from recruiter_kit.errors import StoreError
from recruiter_kit.installation import here
from recruiter_kit.messages import say
from recruiter_kit.people.accounts import sign_in_vouched
from recruiter_kit.people.provider import Provider, provider
from recruiter_kit.web.context import store
from recruiter_kit.web.pages.sign_in import SignInForm
from recruiter_kit.web.signed_in import begin

place = Blueprint("provider", __name__)
METADATA = "/.well-known/openid-configuration"
SECONDS = 10


@place.post("/sign-in/provider")
def leave() -> Answer | tuple[str, int]:
    """Send the person to the provider."""
    try:
        found: Answer = _client().authorize_redirect(url_for("provider.back", _external=True))
    except (AuthlibBaseError, RequestException, ValueError):
        return _failed(say("provider_away"))
    return found


@place.get("/sign-in/back")
def back() -> Answer | tuple[str, int]:
    """Take over what the provider says of the person who comes back."""
    from joserfc.errors import JoseError

    client = _client()
    try:
        token = client.authorize_access_token()
        said = dict(token["userinfo"])
        if "email" not in said:
            # Many providers tell the address only where they are asked for it.
            more = client.userinfo(token=token)
            said |= more if more["sub"] == said["sub"] else {}
        subject, email = f"{said['iss']} {said['sub']}", str(said.get("email") or "")
    except (AuthlibBaseError, JoseError, RequestException, ValueError, KeyError, TypeError):
        return _failed(say("provider_failed"))
    try:
        begin(sign_in_vouched(store(), subject, email if said.get("email_verified") is True else ""))
    except StoreError as error:
        return _failed(str(error))
    return redirect(url_for("home.show"))


def settings() -> Provider | None:
    """Return the provider of this installation, None where people sign in with passwords only."""
    return provider(here())


def _client() -> Any:
    found = settings()
    if found is None:
        abort(404)
    # Loaded only where there is a provider: it slows down the start everywhere else.
    from authlib.integrations.flask_client import OAuth

    settings_sent = {"scope": "openid email", "code_challenge_method": "S256", "timeout": SECONDS}
    if not found.secret:
        # A provider may know the app without a secret; the code challenge then replaces it.
        settings_sent |= {"token_endpoint_auth_method": "none"}
    return OAuth(current_app).register(
        "house",
        overwrite=True,
        client_id=found.client_id,
        client_secret=found.secret or None,
        server_metadata_url=found.issuer.rstrip("/") + METADATA,
        client_kwargs=settings_sent,
    )


def _failed(why: str) -> tuple[str, int]:
    form = SignInForm()
    return render_template("web/sign-in.html", form=form, provider=settings(), wrong=why), 401
