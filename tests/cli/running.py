"""Run the command line as a person does, in this process."""

import sys
from dataclasses import dataclass

import pytest

from recruiter_kit.cli.main import main


@dataclass(frozen=True)
class Run:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object) -> Run:
    monkeypatch.setattr(sys, "argv", ["recruiter-kit", *map(str, words)])
    capsys.readouterr()
    try:
        main()
        code: object = 0
    except SystemExit as end:
        code = end.code or 0
    printed = capsys.readouterr()
    return Run(code if isinstance(code, int) else 1, printed.out, printed.err)
