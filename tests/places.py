"""Where the project's own files are, for tests at any depth."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SAMPLES = ROOT / "recruiter_kit" / "samples"
GOLD = SAMPLES / "gold"
CORPORA = ROOT / "tests" / "corpora"
PACKAGE = ROOT / "recruiter_kit"
PAGES = [
    *(
        ROOT / name
        for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "instance/README.md")
    ),
    *sorted(DOCS.rglob("*.md")),
]
TEXTS = {
    ".py",
    ".toml",
    ".yaml",
    ".md",
    ".html",
    ".txt",
    ".css",
    ".js",
    ".csv",
    ".json",
    ".jsonl",
    ".svg",
    "",
}


def name_of(path: Path) -> str:
    """Return the path of a file inside the project, as the name of its test."""
    return str(path.relative_to(ROOT))
