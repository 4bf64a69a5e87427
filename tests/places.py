"""Where the project's own files are, for tests at any depth."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SAMPLES = ROOT / "recruiter_kit" / "samples"
GOLD = SAMPLES / "gold"
CORPORA = ROOT / "tests" / "corpora"
