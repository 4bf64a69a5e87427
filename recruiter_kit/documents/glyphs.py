"""Characters of a name that no installed font can draw.

In: a text. Out: the characters for which Pango, which lays our pages out, finds no font. A font that
is installed is found by the processes that start after that.
"""

import ctypes
import unicodedata
from functools import cache, lru_cache
from typing import Any

from recruiter_kit.documents.libraries import GOBJECT, PANGO, PANGO_FT2, file_of
from recruiter_kit.documents.lock import ALONE
from recruiter_kit.errors import RenderError
from recruiter_kit.messages import say

SCRIPTS = {"Arabic": "م", "Devanagari": "प", "Han": "王", "Hangul": "김", "Hebrew": "ד", "Thai": "ส"}
"""Scripts that names are written in and that the bundled fonts do not have, each with a letter of it."""


class UndrawnError(RenderError):
    """No font of this machine can draw the candidate's name: only the letter as a PDF waits for one."""


def refuse_undrawn(name: str) -> None:
    """Raise UndrawnError when no font here can draw a name; the message has its scripts, and not the name."""
    if missing := undrawn(name):
        raise UndrawnError(say("not_drawn", scripts=", ".join(dict.fromkeys(map(_script, missing)))))


def scripts_undrawn() -> tuple[str, ...]:
    """Return the names of SCRIPTS that no font here can draw."""
    return tuple(script for script, letter in SCRIPTS.items() if undrawn(letter))


@lru_cache(4096)
def undrawn(text: str) -> tuple[str, ...]:
    """Return the characters of `text` that no font here can draw, each once; none if Pango is not found."""
    if text.isascii():
        return ()
    with ALONE:
        return tuple(
            character
            for character in dict.fromkeys(text)
            if not character.isascii() and not _is_drawn(character)
        )


def _script(character: str) -> str:
    """Return the script of a character ("Hangul"), its number where it has no name."""
    first = unicodedata.name(character, "").partition(" ")[0].capitalize()
    return {"": f"U+{ord(character):04X}", "Cjk": "Han"}.get(first, first)


def _is_drawn(character: str) -> bool:
    libraries = _libraries()
    if libraries is None:
        return True
    pango, gobject, context = libraries
    layout = pango.pango_layout_new(context)
    try:
        encoded = character.encode()
        pango.pango_layout_set_text(layout, encoded, len(encoded))
        return bool(pango.pango_layout_get_unknown_glyphs_count(layout) == 0)
    finally:
        gobject.g_object_unref(layout)


@cache
def _libraries() -> tuple[Any, Any, Any] | None:
    """Return Pango, GObject and a context to lay text out in."""
    files = [file_of(PANGO), file_of(PANGO_FT2), file_of(GOBJECT)]
    if None in files:
        return None
    pango, freetype, gobject = (ctypes.CDLL(file) for file in files)
    freetype.pango_ft2_font_map_new.restype = ctypes.c_void_p
    pango.pango_font_map_create_context.restype = ctypes.c_void_p
    pango.pango_font_map_create_context.argtypes = [ctypes.c_void_p]
    pango.pango_layout_new.restype = ctypes.c_void_p
    pango.pango_layout_new.argtypes = [ctypes.c_void_p]
    pango.pango_layout_set_text.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    pango.pango_layout_get_unknown_glyphs_count.argtypes = [ctypes.c_void_p]
    gobject.g_object_unref.argtypes = [ctypes.c_void_p]
    return pango, gobject, pango.pango_font_map_create_context(freetype.pango_ft2_font_map_new())
