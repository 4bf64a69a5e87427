"""One document at a time: Pango, WeasyPrint and PDFium are not made for several threads of one process.

Out: the lock that whoever calls one of them holds. Without it two people who look at letters at once can
bring the whole server down, from inside the libraries.
"""

from threading import Lock

ALONE = Lock()
