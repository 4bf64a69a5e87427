"""The system libraries that laying pages out rests on, by the names that each system gives them."""

import ctypes.util

PANGO = "Pango"
PANGO_FT2 = "PangoFT2"
GOBJECT = "GObject"
HARFBUZZ_SUBSET = "HarfBuzz subset"

NEEDED = (PANGO, PANGO_FT2, GOBJECT)
FASTER = (HARFBUZZ_SUBSET,)

_SPELLINGS = {
    PANGO: ("pango-1.0", "pango-1.0-0"),
    PANGO_FT2: ("pangoft2-1.0", "pangoft2-1.0-0"),
    GOBJECT: ("gobject-2.0", "gobject-2.0-0"),
    HARFBUZZ_SUBSET: ("harfbuzz-subset", "harfbuzz-subset-0"),
}


def file_of(library: str) -> str | None:
    """Return the name to load a library of NEEDED or FASTER by, None where this machine has none."""
    return next(filter(None, map(ctypes.util.find_library, _SPELLINGS[library])), None)
