"""The organisation's logo, from instance/brand/.

In: its file name. Out: the image as a data: URI, because pages read no file but the bundled fonts.
"""

from base64 import b64encode

from recruiter_kit.errors import RenderError
from recruiter_kit.installation import here
from recruiter_kit.messages import say

MOST_KILOBYTES = 500
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


def logo_uri(name: str | None) -> str | None:
    """Return the logo as a data: URI, None without one; raises RenderError when it cannot be used."""
    if name is None:
        return None
    folder = here().brand
    try:
        content = (folder / name).read_bytes()
    except OSError:
        content = b""
    kind = kind_of(content)
    if kind is None:
        raise RenderError(say("logo_unusable", file=name, limit=MOST_KILOBYTES, folder=folder.name))
    return as_uri(content, kind)


def kind_of(content: bytes) -> str | None:
    """Return "png" or "jpeg", None for what cannot be a logo: another kind of file, or a large one."""
    kind = next((kind for beginning, kind in _KINDS.items() if content.startswith(beginning)), None)
    return kind if len(content) <= MOST_KILOBYTES * 1000 else None


def as_uri(content: bytes, kind: str) -> str:
    """Return a picture as a data: URI."""
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
