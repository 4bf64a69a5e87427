"""How much the prover stops of what is wrong, and lets pass of what is right: by set and by kind, and its speed.

python -m benchmarks.proving [SET ...]   the labelled texts under tests/corpora/proving/
"""

import sys
from collections import Counter
from time import process_time

from recruiter_kit.language.proving import prove
from recruiter_kit.language.sentences import split
from tests.language.proving.sets import SETS, Labelled, texts


def figures(name: str) -> None:
    """Print the shares of one set."""
    faithful: Counter[str] = Counter()
    stopped: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for labelled in texts(name):
        verdict = labelled.proof().verdict
        if labelled.fault is None:
            faithful[verdict] += 1
            continue
        whole[labelled.fault] += 1
        stopped[labelled.fault] += verdict != "proved"
        refused[labelled.fault] += verdict == "refused"
    good, bad = faithful.total(), whole.total()
    print(f"{name}: {good} faithful, {bad} with one fault")
    print(f"  faithful: proved {share(faithful['proved'], good)}, to be looked at {share(faithful['look'], good)},"
          f" refused {share(faithful['refused'], good)}")  # fmt: skip
    print(
        f"  with a fault: not proved {share(stopped.total(), bad)}, of which refused {share(refused.total(), bad)}"
    )
    for kind in sorted(whole):
        print(f"    {kind:18} not proved {stopped[kind]:3} of {whole[kind]:3}, refused {refused[kind]:3}")


def share(part: int, whole: int) -> str:
    """Return a share in per cent."""
    return f"{100 * part / whole:.1f} %" if whole else "none"


def speed(labelled: list[Labelled]) -> None:
    """Print how many sentences a second one core proves, each text new to it and its notes known."""
    sentences = [(sentence.text, one) for one in labelled for sentence in split(one.text)]
    for again in range(3):
        began = process_time()
        for text, one in sentences:
            prove(text + " " * (again + 1), one.notes, one.people, one.withheld)
        print(f"sentences a second: {len(sentences) / (process_time() - began):,.0f}")


if __name__ == "__main__":
    chosen = sys.argv[1:] or SETS
    for each in chosen:
        figures(each)
    speed([labelled for each in chosen for labelled in texts(each)])
