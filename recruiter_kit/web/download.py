"""Files that the app hands out."""

from flask import Response


def attached(content: bytes, name: str, kind: str) -> Response:
    """Return an answer that a browser saves under `name`."""
    headers = {"Content-Disposition": f"attachment; filename={name}", "Cache-Control": "no-store"}
    return Response(content, mimetype=kind, headers=headers)
