"""The published JSON Schema of recruiter-kit/1: `python -m recruiter_kit.intake.schema` prints it.

In: nothing. Out: the schema that docs/recruiter-kit-1.schema.json holds, made from model.py.
"""

import json
from typing import Any

from recruiter_kit.model import BundleFile

ADDRESS = "https://recruiter-kit.example.org/recruiter-kit-1.schema.json"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a recruiter-kit/1 file."""
    made = BundleFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": ADDRESS, **made}


def schema_text() -> str:
    """Return the schema as it is published."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    import sys

    sys.stdout.write(schema_text())
