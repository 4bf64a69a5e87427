"""The documentation says what is true, and can be read in order."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from recruiter_kit.cli.main import COMMANDS, recruiter_kit
from recruiter_kit.messages import texts
from recruiter_kit.standard import Standard
from tests.places import DOCS, PACKAGE, PAGES, ROOT, SAMPLES, TEXTS, name_of

README = ROOT / "README.md"
CODE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
LONGEST_LINE = 120


# What there is, and whether it is documented.


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_explains_itself(command: str) -> None:
    assert f"recruiter-kit {command}" in README.read_text("utf-8")
    with recruiter_kit.make_context("recruiter-kit", ["--help"], resilient_parsing=True) as context:
        called = recruiter_kit.get_command(context, command)
    assert called is not None
    assert called.help
    assert " ".join(called.help.split("\n\n")[0].split()) == COMMANDS[command]


@pytest.mark.parametrize("setting", Standard.model_fields)
def test_every_setting_of_a_standard_is_explained(setting: str) -> None:
    assert f"| `{setting}` |" in (DOCS / "standards.md").read_text("utf-8")


@pytest.mark.parametrize("key", texts())
def test_every_message_is_used(key: str) -> None:
    # counted("outbox_undone", 1) says outbox_undone_one.
    said = f"{key}|{key.removesuffix('_one')}"
    assert re.search(rf'["\'](?:{said})["\']', CODE), f"nobody says {key}"


def test_every_rule_of_composing_is_explained() -> None:
    rules = set(re.findall(r'trouble\(\s*"[\w-]+",\s*"(\w+)"', CODE))
    assert len(rules) > 1, "no rule was found: has trouble() another name?"
    page = (DOCS / "feedback.md").read_text("utf-8")
    assert [rule for rule in rules if f"composing.{rule}" not in page] == []


@pytest.mark.parametrize(
    "room", sorted({path.relative_to(PACKAGE).parts[0] for path in PACKAGE.rglob("*.py")} - {"__init__.py"})
)
def test_every_folder_and_module_at_the_top_is_in_the_tour(room: str) -> None:
    folder = f"`{room}`" if room.endswith(".py") else f"`{room}/`"
    assert folder in (DOCS / "tour.md").read_text("utf-8")


def test_every_file_that_the_tour_sends_a_newcomer_to_is_there() -> None:
    table = (DOCS / "tour.md").read_text("utf-8").partition("## Twelve changes")[2]
    rows = re.findall(r"^\| (?!to change|-)(.*) \| (.*) \|$", table, re.MULTILINE)
    assert len(rows) == 12
    for wanted, where in rows:
        paths = re.findall(r"`([^`]+)`", where)
        assert paths, wanted
        for path in paths:
            assert (PACKAGE / path).exists() or (ROOT / path).exists(), f"{wanted}: {path}"


def test_every_file_on_the_ways_through_the_code_is_there() -> None:
    ways = (DOCS / "tour.md").read_text("utf-8").partition("## How a note")[2]
    paths = re.findall(r"`([\w.-]+/[\w./-]*)`", ways)
    assert len(paths) > 20
    assert [path for path in paths if not (PACKAGE / path).exists() and not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_file_of_the_project_that_a_page_names_is_there(page: Path) -> None:
    named = re.findall(
        r"(?<![\w/])(?:recruiter_kit|templates|tests|benchmarks)/[\w./-]*\w", page.read_text("utf-8")
    )
    assert [path for path in named if not (ROOT / path).exists()] == []


# Pages, their order and their links.


def links(page: Path) -> Iterator[tuple[Path, str]]:
    """Yield the file and the heading (or "") that each link of a page inside the project leads to."""
    for link in re.findall(r"\]\(([^)\s]+)\)", without_code(page)):
        if not re.match(r"https?:|mailto:", link):
            path, _, heading = link.partition("#")
            yield (page.parent / path).resolve() if path else page, heading


def without_code(page: Path) -> str:
    return re.sub(r"^```.*?^```$|`[^`\n]+`", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """Return the headings of a page as GitHub spells them in an address."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_somewhere(page: Path) -> None:
    for path, heading in links(page):
        assert path.exists(), f"{name_of(page)}: {path}"
        assert not heading or heading in anchors(path), f"{name_of(page)}: {path.name}#{heading}"


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set(), [README]
    while waiting:
        page = waiting.pop()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            waiting += [path for path, _ in links(page)]
    assert [name_of(page) for page in PAGES if page not in reached and page.parent.name != "instance"] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_lines_of_prose_can_be_read_in_an_editor(page: Path) -> None:
    prose = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    # A row of a table, or a picture, cannot be broken.
    long = [
        line for line in prose.splitlines() if len(line) > LONGEST_LINE and not line.startswith(("|", "!["))
    ]
    assert long == []


# What can be typed.


def commands_of(page: Path) -> list[str]:
    """Return every `recruiter-kit …` of a page, in running text or in a block, with its words."""
    text = page.read_text("utf-8")
    inline = re.findall(r"`(?:\.venv/bin/)?recruiter-kit ([^`\n]+)`", text)
    blocks = re.findall(r"^ {4}(?:.*\| )?(?:\.venv/bin/)?recruiter-kit (.+)$", text, re.MULTILINE)
    return [alone for words in inline + blocks for alone in alternatives(words.partition("  #")[0])]


def alternatives(words: str) -> list[str]:
    """Return `rules list|test` as two commands."""
    together = re.search(r"\S+\|\S+", words)
    if together is None or "[" in words:
        return [words]
    return [words.replace(together[0], word) for word in together[0].split("|")]


def called(words: str) -> tuple[click.Command, list[str]]:
    """Return the command that the words call, and the words after its name."""
    command: click.Command = recruiter_kit
    rest = words.split()
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        name, *rest = rest
        inner = command.get_command(click.Context(command), name)
        assert inner is not None, f"there is no command {name} in: recruiter-kit {words}"
        command = inner
    return command, rest


@pytest.mark.parametrize("page", [page for page in PAGES if commands_of(page)], ids=name_of)
def test_every_command_that_a_page_names_can_be_typed(page: Path) -> None:
    for words in commands_of(page):
        command, rest = called(words)
        assert command.get_help(click.Context(command)), words
        options = {option for parameter in command.params for option in parameter.opts} | {"--help"}
        used = [word.strip("[]") for word in rest if word.strip("[]").startswith("--")]
        assert set(used) <= options, f"{name_of(page)}: recruiter-kit {words}"


def test_commands_are_looked_for_where_they_are_written() -> None:
    assert {words.split()[0] for words in commands_of(README)} >= set(COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_target_of_make_that_a_page_names_is_there(page: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"(?:`|^ {4})make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= set(targets)


def test_the_python_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (block,) = re.findall(r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    for name, sample in (("export.json", "bundle.json"), ("roles.yaml", "roles.yaml")):
        (tmp_path / name).write_bytes((SAMPLES / "northgate" / sample).read_bytes())
    monkeypatch.chdir(tmp_path)
    names: dict[str, bytes] = {}
    exec(compile(block, "README.md", "exec"), names)  # noqa: S102 - our own page
    assert names["pdf"].startswith(b"%PDF")


@pytest.mark.parametrize("page", sorted(set(PAGES) - {README}), ids=name_of)
def test_python_and_yaml_of_a_page_are_whole(page: Path) -> None:
    for language, block in re.findall(
        r"^```(\w+)\n(.*?)^```$", page.read_text("utf-8"), re.DOTALL | re.MULTILINE
    ):
        if language == "python":
            ast.parse(block)
        elif language == "yaml":
            yaml.safe_load(block)


# What is never in a tracked file.

KEPT_UNDER_VERSION_CONTROL = ("recruiter_kit", "templates", "tests", "docs", "benchmarks", ".ci")
NEVER = [
    "/" + "work/",
    "/" + "tmp/wt",
    "/" + "root/",
    "file" + "s.pythonhosted.org",
    "pypi.org/" + "simple",
]


def tracked() -> Iterator[Path]:
    yield from (
        path for path in ROOT.iterdir() if path.is_file() and path.suffix in TEXTS and path.name != ".git"
    )
    for folder in KEPT_UNDER_VERSION_CONTROL:
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix in TEXTS)


def test_no_tracked_text_names_a_registry_or_a_path_of_one_machine() -> None:
    files = list(tracked())
    assert len(files) > 300
    assert [
        (name_of(path), word)
        for path in files
        for word in NEVER
        if word in path.read_text("utf-8", "replace")
    ] == []


def test_the_pins_name_no_address() -> None:
    pinned = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
    assert "--hash=" in pinned
    assert not re.search(r"https?://|^--(?:index|find-links|trusted)", pinned, re.MULTILINE)
