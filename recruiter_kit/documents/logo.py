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
    kind = next((kind for beginning, kind in _KINDS.items() if content.startswith(beginning)), None)
    if kind is None or len(content) > MOST_KILOBYTES * 1000:
        raise RenderError(say("logo_unusable", file=name, limit=MOST_KILOBYTES, folder=folder.name))
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
