"""Letters and scripts are for the archive and for screen readers, and say nothing beside their text."""

import io
from pathlib import Path

import pytest
from pdfua import validate
from pypdf import PdfReader

from recruiter_kit.documents.call_sheet import call_script_pdf
from recruiter_kit.documents.letter import letter_pdf
from tests.documents.looks import with_look
from tests.gold import gold


@pytest.mark.parametrize("make", [letter_pdf, call_script_pdf])
def test_an_independent_checker_finds_nothing(make, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "document.pdf"
    path.write_bytes(make(gold(state="approved")))
    assert list(validate(str(path)).findings) == []


@pytest.mark.parametrize("make", [letter_pdf, call_script_pdf])
def test_it_claims_pdf_a_and_pdf_ua(make) -> None:  # type: ignore[no-untyped-def]
    reader = PdfReader(io.BytesIO(make(gold())))
    metadata = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    claims = ('pdfaid:part="2"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"', "pdfaSchema:prefix>pdfuaid")
    assert all(claim in metadata for claim in claims)
    assert metadata.count("</rdf:RDF>") == 1
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_the_chart_says_in_words_what_it_shows() -> None:
    reader = PdfReader(io.BytesIO(letter_pdf(with_look(chart=True))))
    spoken = [element.get("/Alt") for element in _elements(reader)]
    assert "well below what the role needs" in spoken
    assert "above the level this role needs" in spoken


def _elements(reader: PdfReader):  # type: ignore[no-untyped-def]
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if hasattr(element, "get"):
            yield element
            children = element.get("/K")
            waiting += children if isinstance(children, list) else [children] if children is not None else []
        waiting = [child for child in waiting if hasattr(child.get_object(), "get")]
