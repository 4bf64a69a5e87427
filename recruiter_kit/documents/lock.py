"""A process-wide lock: Pango, WeasyPrint and PDFium are not thread-safe.

Whoever calls one of them holds it. Without it two people who look at letters at once can bring the whole
server down, from inside the libraries.
"""

from threading import Lock

ALONE = Lock()
