"""What a browser does with the forms of a page."""

import io

from bs4 import BeautifulSoup


def drop(client, content: bytes, name: str) -> str:  # type: ignore[no-untyped-def]
    answer = client.post("/import", data={"files": (io.BytesIO(content), name)})
    assert answer.status_code == 302
    location: str = answer.location
    return location


def sent(page: BeautifulSoup) -> dict[str, str]:
    """Return what the form of a page would send as it is."""
    chosen = {
        each["name"]: (each.select_one("option[selected]") or {}).get("value", "") for each in page("select")
    }
    typed = {each["name"]: each.get("value", "") for each in page("input") if each.get("name")}
    return {str(name): str(value) for name, value in (chosen | typed).items()}
