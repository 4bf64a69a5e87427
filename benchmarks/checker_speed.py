"""How fast the checker reads, loads, and how long its slowest rule takes; side by side with others.

Run: python -m benchmarks.checker_speed [--peers]
In: the sample letters and labelled sentences of tests/, with names, numbers and order changed each time so
that no text is repeated. Out: megabytes a second on one core, milliseconds to load, the slowest rules
on 100 kB of hostile text. With --peers proselint, write-good and alex are installed into a temporary
folder (pip, npm) and read the same text; they are no dependencies of the project.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.labelled import sentences
from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.engine.ruleset import Ruleset
from recruiter_kit.language.checking.engine.running import run
from recruiter_kit.language.checking.packs.examples import MARK
from recruiter_kit.language.checking.packs.loading import packs
from recruiter_kit.language.checking.packs.rule import Rule

TESTS = Path(__file__).parent.parent / "tests"
LETTERS = sorted([*(TESTS / "samples" / "golden").glob("*.txt"), *(TESTS / "corpora" / "gold").glob("*.md")])
SIZE = 400_000
HOSTILE = 100_000
ROUNDS = 5
PEERS_SIZE = 270_000
AUTOMATON = (
    "import time; from recruiter_kit.language.checking import check;"
    "from recruiter_kit.language.checking.packs.loading import packs; packs();"
    "s=time.perf_counter(); check('Plain.', document=True); print((time.perf_counter()-s)*1000)"
)


def letters(size: int, *, labelled: bool = False) -> list[str]:
    """Return letters of `size` characters in all, each with sentences, names and numbers of its own.

    With `labelled` every fourth sentence is one of the labelled ones, most of which are bad.
    """
    chance = random.Random(4)  # noqa: S311 - the same text each time
    whole = [path.read_text(encoding="utf-8") for path in LETTERS]
    bad = [each.text for each in sentences(("devset", "own"))]
    made: list[str] = []
    done = 0
    while done < size:
        parts = chance.choice(whole).split("\n\n")
        middle = parts[1:-1]
        chance.shuffle(middle)
        middle = [_varied(each, chance) for each in middle]
        if labelled:
            middle += chance.sample(bad, len(middle))
        made.append("\n\n".join([parts[0], *middle, parts[-1]]))
        done += len(made[-1])
    return made


def _varied(paragraph: str, chance: random.Random) -> str:
    """Put another number and an invented word into each sentence, so that none comes twice."""
    return paragraph.replace(". ", f" with {chance.choice('BCDFGLMNPRST')}a{chance.randrange(9999)}. ")


def throughput(texts: list[str]) -> float:
    """Return the median megabytes a second of `ROUNDS` readings of fresh texts, on one core."""
    for each in texts[: len(texts) // 4]:
        check(each, document=True)
    rates = []
    step = max(1, len(texts) // ROUNDS)
    for begin in range(0, len(texts), step):
        some = texts[begin : begin + step]
        start = time.process_time()
        for each in some:
            check(each, document=True)
        rates.append(sum(len(each.encode()) for each in some) / (time.process_time() - start) / 1e6)
    return statistics.median(rates)


def loading() -> tuple[float, float]:
    """Return the median milliseconds to load all packs in a new process: kept ready, and from files."""
    code = (
        "import time; from recruiter_kit.language.checking.packs import loading as l; s=time.perf_counter();"
        "{}; print((time.perf_counter()-s)*1000)"
    )
    ready = [_python(code.format("l.packs()")) for _ in range(ROUNDS)]
    files = [_python(code.format("l.load(l.own_files())")) for _ in range(ROUNDS)]
    return statistics.median(ready), statistics.median(files)


def _python(code: str) -> float:
    answer = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(answer.stdout)


def hostile(rule: Rule) -> list[str]:
    """Return seeds that keep the patterns of `rule` busy.

    The worst input of a rule is built from the rule itself: the words its patterns begin with and depend
    on, its own examples without a full stop, one letter without a space.
    """
    words = sorted(
        {text for finder in rule.finders for way in finder.ways for piece in way for text in piece}
    )
    unstopped = {ord(mark): None for mark in ".!?"}
    own = " ".join(MARK.sub(r"\1", example).translate(unstopped) for example in rule.flag)
    seeds = (" ".join(words)[:4000] + " ", own + " ", "a", "you very ", "' ")
    return [seed for seed in map(str.lstrip, seeds) if seed]


def slowest() -> list[tuple[float, str]]:
    """Return rules with the milliseconds of their worst of some hostile texts, slowest first."""
    taken = []
    for rule in packs().rules:
        ruleset = Ruleset(((rule, None),))
        times = []
        for seed in hostile(rule):
            text = (seed * (HOSTILE // len(seed) + 1))[:HOSTILE]
            taken_each = []
            for _ in range(3):
                start = time.process_time()
                run(text, ruleset)
                taken_each.append((time.process_time() - start) * 1000)
            times.append(min(taken_each))
        taken.append((max(times), rule.id))
    return sorted(taken, reverse=True)


def peers() -> None:
    """Print megabytes a second of each checker on the same text, without the start of its program."""
    text = "\n\n".join(letters(PEERS_SIZE, labelled=True))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "text.md").write_text(text, encoding="utf-8")
        (place / "empty.md").write_text("Plain.\n", encoding="utf-8")
        commands = {"recruiter-kit": [str(Path(sys.executable).parent / "recruiter-kit"), "check"]}
        subprocess.run([sys.executable, "-m", "venv", place / "venv"], check=True)
        pip = place / "venv" / "bin"
        subprocess.run([pip / "pip", "install", "--quiet", "proselint"], check=True)
        commands["proselint"] = [str(pip / "proselint"), "check"]
        if shutil.which("npm"):
            npm = ["npm", "install", "--silent", "--prefix", str(place), "write-good", "alex"]
            subprocess.run(npm, check=True)
            commands["write-good"] = [str(place / "node_modules" / ".bin" / "write-good")]
            commands["alex"] = [str(place / "node_modules" / ".bin" / "alex")]
        for name, command in commands.items():
            taken = _best(lambda command=command: _quiet([*command, str(place / "text.md")]))  # type: ignore[misc]
            taken -= _best(lambda command=command: _quiet([*command, str(place / "empty.md")]))  # type: ignore[misc]
            print(f"{name:16}{taken:8.2f} s{len(text.encode()) / taken / 1e6:8.2f} MB/s")


def _quiet(command: list[str]) -> None:
    subprocess.run(command, check=False, capture_output=True)


def _best(call: Callable[[], None]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print the figures."""
    print(f"fair letters, none twice:       {throughput(letters(SIZE)):6.2f} MB/s  (to reach: 2)")
    print(f"half of the paragraphs bad:     {throughput(letters(SIZE, labelled=True)):6.2f} MB/s")
    ready, files = loading()
    print(
        f"loading all packs, kept ready:  {ready:6.1f} ms    (to reach: 60); from their files {files:.0f} ms"
    )
    print(f"automaton, at the first text:    {_python(AUTOMATON):6.1f} ms")
    print(f"slowest rules on {HOSTILE // 1000} kB of hostile text (to reach: 10 ms):")
    for milliseconds, rule in slowest()[:8]:
        print(f"{milliseconds:8.1f} ms  {rule}")
    if "--peers" in sys.argv:
        print(f"side by side on {PEERS_SIZE // 1000} kB, half of the paragraphs bad:")
        peers()


if __name__ == "__main__":
    main()
