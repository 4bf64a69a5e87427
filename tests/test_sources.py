"""Every rule number and every source that code, messages and rules cite leads a reader somewhere."""

import re

import pytest
import yaml

from tests.places import DOCS, PACKAGE, PAGES, name_of

NUMBER_OF_RULES = 23
CODE = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))


def principles() -> list[str]:
    return re.findall(r"^## (R\d+): ", (DOCS / "principles.md").read_text("utf-8"), re.MULTILINE)


def test_the_principles_are_numbered_without_a_gap_and_say_why() -> None:
    assert principles() == [f"R{number}" for number in range(1, NUMBER_OF_RULES + 1)]
    sections = (DOCS / "principles.md").read_text("utf-8").split("\n## ")[1:]
    assert [section[:30] for section in sections if "*Why:*" not in section] == []


def cited_numbers() -> dict[str, set[str]]:
    """Return the R numbers of each source file, message file, rule and page."""
    files = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".toml", ".yaml"}]
    cited = {
        name_of(path): set(re.findall(r"\bR\d+\b", path.read_text("utf-8"))) for path in [*files, *PAGES]
    }
    return {name: numbers for name, numbers in cited.items() if numbers}


def test_every_number_that_is_cited_is_a_principle() -> None:
    cited = cited_numbers()
    assert cited
    assert {
        name: numbers - set(principles()) for name, numbers in cited.items() if numbers - set(principles())
    } == {}


def sources() -> list[str]:
    """Return the sources that rules name: of each rule file, and of each rule in it."""
    named: list[str] = []
    for path in sorted((PACKAGE / "language" / "rules").glob("*.yaml")):
        pack = yaml.safe_load(path.read_text("utf-8"))
        if "rules" in pack:
            named += [record["source"] for record in (pack, *pack["rules"]) if "source" in record]
    named += re.findall(
        r'"((?:(?:PRODUCT|FEEDBACK|LANGUAGE),|[a-z-]+ [0-9]+\.[0-9]+)[^"]*)"', CODE.replace('\\"', "")
    )
    return list(dict.fromkeys(named))


def is_a_door(source: str) -> bool:
    """Whether a reader gets from a part of a source to something public, here or elsewhere."""
    page = (DOCS / "sources.md").read_text("utf-8")
    headings = re.findall(r"^##+ (.*)$", page, re.MULTILINE)
    document = re.split(r"[, ]", source)[0]
    if document not in headings:
        if re.search(r"https?://|\]\(|\b(?:19|20)\d\d\b|\bISO \d+", source):
            return True
        return source.strip().lower().rstrip(".").endswith(("ours", "our style guide"))
    section = page.split(f"\n## {document}\n")[1].split("\n## ")[0]
    numbers = re.findall(r"\b(?:\d+\.\d+|[KH]\d)\b", re.sub(r"\(.*?\)", "", source))
    rules = re.findall(r"\bR\d+\b", source)
    return all(
        re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]\d)", section) for number in numbers
    ) and set(rules) <= set(principles())


@pytest.mark.parametrize("source", sources())
def test_every_source_that_a_rule_names_can_be_found(source: str) -> None:
    for part in re.sub(r"\(.*?\)", "", source).split(";"):
        assert is_a_door(part.strip()), part


def test_every_title_that_code_or_data_cites_is_on_the_page() -> None:
    page = (DOCS / "sources.md").read_text("utf-8")
    data = [path.read_text("utf-8") for path in PACKAGE.rglob("*.yaml")]
    cited = re.findall(
        r'\b(?:PRODUCT|FEEDBACK|LANGUAGE|DESIGN)(?:\.md)?,\s+"([^"]+)"', "\n".join([CODE, *data])
    )
    assert cited
    assert [title for title in cited if title.rstrip(".,") not in page] == []


def test_a_source_that_nobody_can_find_is_not_a_door() -> None:
    for dead in (
        "nowhere 1.2",
        "evidence/feedback-science.md 2.6",
        "feedback-science 99.9",
        "PRODUCT, R99",
        "somebody said so",
    ):
        assert not is_a_door(dead)


def test_rules_name_sources() -> None:
    assert len(sources()) > 20
