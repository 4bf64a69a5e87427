"""Measure what a language model's proposals come to behind the prover: `make bench-model`.

`recorded OUT` makes letters of tests/corpora/letters with the recorded proposals of a strong model, to
measure the whole; `small ADDRESS MODEL` runs the path against a real small model, not to judge its prose;
`serve` only answers with the recorded proposals, until it is stopped. benchmarks/README.md has the figures.
"""

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.recorded_model import recorded
from recruiter_kit.feedback import Feedback
from recruiter_kit.intake import read, read_standard
from recruiter_kit.jobs.batch import make_feedback, write_report
from recruiter_kit.jobs.report import Made
from recruiter_kit.model import Bundle
from recruiter_kit.writing.settings import Model

ROOT = Path(__file__).parent.parent
LETTERS = ROOT / "tests" / "corpora" / "letters"
MOST_REASONS = 15


def letters() -> Bundle:
    return read(LETTERS / "candidates.json")


def run(model: Model, bundle: Bundle, out: Path) -> None:
    """Make every draft with the model, and print what came of it."""
    standard = read_standard(LETTERS / "standard.yaml")
    began = time.monotonic()
    results = list(make_feedback(bundle, bundle.applications, out, standard=standard, model=model))
    seconds = time.monotonic() - began
    write_report(bundle, results, out)
    made = [each for each in results if isinstance(each, Made)]
    accounts = [each.model for each in made if each.model]
    said = [
        Feedback.model_validate_json((out / each.folder / "feedback.json").read_text("utf-8"))
        for each in made
    ]
    told = [statement for feedback in said for statement in feedback.statements if statement.observations]
    rows = {
        "letters made": len(made),
        "not made": len(results) - len(made),
        "questions asked": sum(each.asked for each in accounts),
        "pieces proved and told": sum(each.proved for each in accounts),
        "pieces offered": sum(each.offered for each in accounts),
        "next steps put in": sum(each.steps for each in accounts),
        "criteria that stay as noted, wholly or partly": sum(len(each.as_noted) for each in accounts),
        "drafts given up": sum(bool(each.gave_up) for each in accounts),
        "statements told in the model's words": sum(statement.proposal is not None for statement in told),
        "statements of interviewers in all": len(told),
        "errors found in drafts": sum(
            finding.severity == "error" for feedback in said for finding in feedback.findings
        ),
        "seconds": round(seconds, 1),
    }
    for name, value in rows.items():
        print(f"{name:50} {value}")
    reasons = Counter(kept.why for each in accounts for kept in each.as_noted)
    for why, count in reasons.most_common(MOST_REASONS):
        print(f"  {count:3}  {why[:160]}")


def main(words: list[str]) -> None:
    if words[:1] == ["small"]:
        bundle = read(ROOT / "recruiter_kit" / "samples" / "gold" / "marta.json")
        with tempfile.TemporaryDirectory() as folder:
            run(Model(address=words[1], model=words[2], timeout=300), bundle, Path(folder))
        return
    with recorded(LETTERS / "prose.jsonl", bundle := letters()) as (known, model):
        if words[:1] == ["serve"]:
            print(f"address: {model.address}\nmodel: {model.model}", flush=True)
            time.sleep(float("1e8"))
        with tempfile.TemporaryDirectory() as folder:
            run(model, bundle, Path(words[1]) if len(words) > 1 else Path(folder))
        print(f"{'questions without a recorded answer':50} {known.unknown}")


if __name__ == "__main__":
    main(sys.argv[1:])
