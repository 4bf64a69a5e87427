"""Make feedback for many applications in a process of its own: `python -m benchmarks.many WORKERS OUT COUNT`.

Prints seconds, the parent's largest memory in MB, and how many were made.
"""

import resource
import sys
import time
from pathlib import Path

from recruiter_kit.intake import read, read_standard
from recruiter_kit.jobs.batch import make_feedback
from recruiter_kit.jobs.report import Made
from recruiter_kit.model import Application, Bundle

GOLD = Path(__file__).parent.parent / "recruiter_kit" / "samples" / "gold"


def many(count: int) -> Bundle:
    """Return a bundle of `count` applications made from the first gold example, each under its own name."""
    bundle = read(GOLD / "marta.json")
    first = bundle.applications[0]
    return bundle.model_copy(
        update={"applications": tuple(_numbered(first, place) for place in range(count))}
    )


def _numbered(application: Application, place: int) -> Application:
    candidate = application.candidate.model_copy(update={"family_name": f"Silva{place:04}"})
    return application.model_copy(update={"id": f"a{place:04}", "candidate": candidate})


if __name__ == "__main__":
    bundle, standard = many(int(sys.argv[3])), read_standard(GOLD / "standard.yaml")
    begin = time.perf_counter()
    results = make_feedback(
        bundle, bundle.applications, Path(sys.argv[2]), standard=standard, workers=int(sys.argv[1])
    )
    made = sum(isinstance(each, Made) for each in results)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.perf_counter() - begin, peak, made)
