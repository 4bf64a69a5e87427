"""recruiter-kit serve: a real server on this machine, which says little and stops when told."""

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner

from recruiter_kit.cli.serve import serve
from recruiter_kit.installation import VARIABLE, here

PROGRAM = Path(sys.executable).parent / "recruiter-kit"


@contextmanager
def ended(server: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        server.kill()


def test_it_serves_this_machine_logs_nobody_and_stops_when_told(tmp_path: Path) -> None:
    command = [PROGRAM, "serve", "--port", "0", "--instance", tmp_path]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    # Killed whatever happens: a check that fails would else wait for the server for ever.
    with subprocess.Popen(command, text=True, **pipes) as server, ended(server):  # type: ignore[call-overload]
        address = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
        assert address is not None
        link = re.search(r"http://127\.0\.0\.1:\d+/link/(\S+)", server.stdout.readline())
        assert link is not None
        assert requests.get(f"{address[0]}/health", timeout=10).json() == {"status": "ok"}
        assert "setting up Recruiter Kit" in requests.get(link[0], timeout=10).text
        requests.get(f"{address[0]}/applications/marta-silva", timeout=10, allow_redirects=False)
        server.send_signal(signal.SIGTERM)
        _, logged = server.communicate(timeout=30)
        assert server.returncode == 0
    lines = [json.loads(each) for each in logged.splitlines()]
    places = [each["place"] for each in lines if each["event"] == "answered"]
    assert places == ["/health", "/link/<token>", "/applications/<application>"]
    assert "marta" not in logged
    assert link[1] not in logged


def test_what_the_house_has_of_its_own_is_looked_for_in_the_installation_that_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "another"))
    monkeypatch.setattr("waitress.server.create_server", lambda *_, **__: exit(0))
    CliRunner().invoke(serve, ["--instance", str(tmp_path / "served")])
    assert here().templates == tmp_path / "served" / "templates"
    assert (tmp_path / "served").is_dir()
    assert not (tmp_path / "another").exists()
