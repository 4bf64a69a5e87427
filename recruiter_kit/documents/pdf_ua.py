"""Make a PDF conform to PDF/A-2a and PDF/UA-1 at once.

In: a document and the PDF that WeasyPrint made of it as PDF/A-2a. Out: nothing; its metadata now claims
PDF/UA-1 as well. PDF/A wants each claim outside its own list described (ISO 19005-2, 6.6.2.3), so the
description of pdfuaid:part goes with it. WeasyPrint writes either claim, not both (docs/decisions/09-pdf.md).
"""

from typing import Any

_END = b"</rdf:RDF>"
_CLAIM = b"""\
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1" />\
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" \
rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""


def also_accessible(document: Any, pdf: Any) -> None:  # noqa: ARG001 - WeasyPrint hands both over
    """Add the claim of PDF/UA-1 to the metadata of `pdf` (pydyf.PDF)."""
    for item in pdf.objects:
        if getattr(item, "extra", {}).get("Type") == "/Metadata":
            item.stream = [part.replace(_END, _CLAIM + _END) for part in item.stream]
