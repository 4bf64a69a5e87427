"""Python's private parser of patterns, which literals.py relies on, is still what it was."""

import importlib
import platform
import re

import pytest

RELIED_ON = (
    "literals.py reads patterns with re._parser and re._constants, which are private to Python, and Python "
    f"{platform.python_version()} has changed them. Bring literals.py up to date with the new parser."
)
PATTERN = r"a(?P<at>b)(?:cd|e\w)f?g*?x++[h-j](?=k)(?!l)\b\d"
READ = (
    "[(LITERAL, 97), (SUBPATTERN, (1, 0, 0, [(LITERAL, 98)])), "
    "(BRANCH, (None, [[(LITERAL, 99), (LITERAL, 100)], "
    "[(LITERAL, 101), (IN, [(CATEGORY, CATEGORY_WORD)])]])), "
    "(MAX_REPEAT, (0, 1, [(LITERAL, 102)])), (MIN_REPEAT, (0, MAXREPEAT, [(LITERAL, 103)])), "
    "(POSSESSIVE_REPEAT, (1, MAXREPEAT, [(LITERAL, 120)])), (IN, [(RANGE, (104, 106))]), "
    "(ASSERT, (1, [(LITERAL, 107)])), (ASSERT_NOT, (1, [(LITERAL, 108)])), (AT, AT_BOUNDARY), "
    "(IN, [(CATEGORY, CATEGORY_DIGIT)])]"
)


def test_the_private_parser_of_python_gives_what_literals_relies_on() -> None:
    try:
        parser = importlib.import_module("re._parser")
        importlib.import_module("re._constants")
        read = str(list(parser.parse(PATTERN, re.IGNORECASE)))
    except (ImportError, AttributeError, TypeError) as error:
        pytest.fail(f"{RELIED_ON} ({error})")
    assert read == READ, RELIED_ON
