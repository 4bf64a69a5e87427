"""One JSON line per response: time, route, status, duration. Never who, never which candidate.

In: an app. Out: lines on the standard error. A path holds ids of applications, so the rule of the
address is written, not the address.
"""

import json
import logging
import time
from datetime import UTC, datetime

from flask import Flask, Response, g, request

LOG = logging.getLogger("recruiter_kit.web")
ANSWERED = "answered"


class AsJson(logging.Formatter):
    """A record as one line of JSON; of an exception only its kind and place, for texts may hold names."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            # Flask's own messages hold addresses, and those hold ids and links.
            "event": record.msg if record.msg == ANSWERED else record.name,
        }
        line |= getattr(record, "fields", {})
        if record.exc_info and record.exc_info[0]:
            line["kind"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace and trace.tb_next:
                trace = trace.tb_next
            if trace:
                line["where"] = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}"
        return json.dumps(line)


def log_as_json() -> None:
    """Send every log line of this process to the standard error as JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(AsJson())
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    # The server notes each request that waits, and WeasyPrint each of its steps; neither is trouble.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    logging.getLogger("weasyprint").setLevel(logging.WARNING)


def add_log(app: Flask) -> None:
    """Write a line for each answer of `app`."""

    @app.before_request
    def _begin() -> None:
        g.begun = time.perf_counter()

    @app.after_request
    def _end(response: Response) -> Response:
        fields = {
            "method": request.method,
            "place": request.url_rule.rule if request.url_rule else "",
            "status": response.status_code,
            "ms": round((time.perf_counter() - g.begun) * 1000, 1),
        }
        LOG.info(ANSWERED, extra={"fields": fields})
        return response
