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


def everything_sent(page: BeautifulSoup, **changes: str) -> list[tuple[str, str]]:
    """Return every field of a page's forms in its order, as a browser sends it, but for what was changed."""
    fields: list[tuple[str, str]] = []
    for each in page(["input", "textarea", "select"]):
        name = str(each.get("name", ""))
        value = str(each.get("value", ""))
        if each.name == "textarea":
            value = each.text.removeprefix("\n").replace("\n", "\r\n")
        elif each.name == "select":
            chosen = each.select_one("option[selected]") or each.select_one("option")
            value = str(chosen["value"]) if chosen else ""
        if name:
            fields.append((name, changes.get(name, value)))
    return fields
