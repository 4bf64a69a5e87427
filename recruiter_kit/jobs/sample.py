"""Loading the sample that comes with the program: the twelve applications of samples/northgate."""

from importlib.resources import as_file, files

from recruiter_kit.intake.opening import open_files
from recruiter_kit.jobs.completing import completed
from recruiter_kit.store.database import Database
from recruiter_kit.workflow import headings, samples
from recruiter_kit.workflow.imports import packed

FOLDER = "samples/northgate"
FILES = (
    "bundle.json",
    "greenhouse-applications.json",
    "greenhouse-candidates.json",
    "greenhouse-scorecards.json",
    "scorecards.csv",
    "roles.yaml",
    "decisions.csv",
)


def load(db: Database, by: str) -> int:
    """Read the sample and keep it; return how many candidates it has.

    Raises StoreError when candidates are here already.
    """
    with as_file(files("recruiter_kit") / FOLDER) as folder:
        paths = [folder / name for name in FILES]
        bundle = completed(open_files(paths), db, headings.criteria(db), headings.ties(db))
        content = packed([(path.name, path.read_bytes()) for path in paths])
    return samples.keep(db, bundle, content, by)
