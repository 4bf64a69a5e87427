"""What the next page says."""

import base64
import zlib
from pathlib import Path

from recruiter_kit.installation import Installation
from recruiter_kit.store.database import open_store
from tests.web.conftest import As


def test_what_is_said_next_stands_in_no_cookie(signed_in: As, instance: Path, imported: str) -> None:
    lead = signed_in("lead")
    db = open_store(Installation(instance).database)
    db.execute("UPDATE applications SET decision = NULL")
    lead.post("/queue/draft", data={"application": imported})
    cookie = lead.get_cookie("recruiter-kit")
    assert cookie is not None
    held = cookie.value.lstrip(".").split(".")[0]
    held += "=" * (-len(held) % 4)
    inside = base64.urlsafe_b64decode(held)
    text = zlib.decompress(inside) if cookie.value.startswith(".") else inside
    assert b"Marta" not in text
    assert "Marta Silva:" in lead.get("/queue").text
    assert "Marta Silva:" not in lead.get("/queue").text, "it is said once"
