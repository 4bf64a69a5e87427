"""Can every sign of a name be drawn with the fonts that this machine has?

In: a text. Out: the signs for which Pango, which lays our pages out, finds no font.
"""

import ctypes
import ctypes.util
from functools import cache, lru_cache
from typing import Any

from recruiter_kit.documents.lock import ALONE


@lru_cache(4096)
def undrawn(text: str) -> tuple[str, ...]:
    """Return the signs of `text` that no font here can draw, each once; nothing where Pango is not found."""
    if text.isascii():
        return ()
    with ALONE:
        return tuple(each for each in dict.fromkeys(text) if not each.isascii() and not _is_drawn(each))


def _is_drawn(sign: str) -> bool:
    libraries = _libraries()
    if libraries is None:
        return True
    pango, gobject, context = libraries
    layout = pango.pango_layout_new(context)
    try:
        encoded = sign.encode()
        pango.pango_layout_set_text(layout, encoded, len(encoded))
        return bool(pango.pango_layout_get_unknown_glyphs_count(layout) == 0)
    finally:
        gobject.g_object_unref(layout)


@cache
def _libraries() -> tuple[Any, Any, Any] | None:
    """Return Pango, GObject and a context to lay text out in."""
    found = {
        name: next(filter(None, map(ctypes.util.find_library, spellings)), None)
        for name, spellings in _SPELLINGS.items()
    }
    if None in found.values():
        return None
    pango, freetype, gobject = (ctypes.CDLL(name) for name in found.values())
    freetype.pango_ft2_font_map_new.restype = ctypes.c_void_p
    pango.pango_font_map_create_context.restype = ctypes.c_void_p
    pango.pango_font_map_create_context.argtypes = [ctypes.c_void_p]
    pango.pango_layout_new.restype = ctypes.c_void_p
    pango.pango_layout_new.argtypes = [ctypes.c_void_p]
    pango.pango_layout_set_text.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    pango.pango_layout_get_unknown_glyphs_count.argtypes = [ctypes.c_void_p]
    gobject.g_object_unref.argtypes = [ctypes.c_void_p]
    return pango, gobject, pango.pango_font_map_create_context(freetype.pango_ft2_font_map_new())


_SPELLINGS = {
    "pango": ("pango-1.0", "pango-1.0-0"),
    "freetype": ("pangoft2-1.0", "pangoft2-1.0-0"),
    "gobject": ("gobject-2.0", "gobject-2.0-0"),
}
