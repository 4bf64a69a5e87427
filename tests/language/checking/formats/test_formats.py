"""Whatever kind of file a letter is, its words are read and lead back to their place in it."""

import io
import zipfile
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recruiter_kit.errors import InputError
from recruiter_kit.language.checking import check
from recruiter_kit.language.checking.formats import LARGEST, Traced, read_text

WORDS = "many strong candidates"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(*paragraphs: str, body: str = "word/document.xml") -> bytes:
    inner = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in paragraphs)
    return packed(f'<w:document xmlns:w="{NAMESPACE}"><w:body>{inner}</w:body></w:document>'.encode(), body)


def packed(content: bytes, name: str = "word/document.xml") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def place_of(text: Traced, words: str) -> tuple[int, int]:
    start = text.text.index(words)
    place = text.position(start, start + len(words))
    return place.start, place.end


def mail(body: str, encoding: str, subtype: str = "plain") -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Your application"
    message.set_content(body, subtype=subtype, cte=encoding)
    return message.as_bytes()


def test_html_shows_what_a_reader_sees_and_leads_back_to_its_source() -> None:
    page = (
        "<html><head><title>Promise</title><style>p{}</style></head><body><p>Dear Sam &amp; all,</p>"
        "<p>we had <b>many</b> strong\n candidates<br>here</p><script>x</script></body></html>"
    )
    text = read_text("letter.html", page.encode())
    assert "Promise" not in text.text
    assert "Dear Sam & all," in text.text
    start, end = place_of(text, "many strong candidates")
    assert page[start:end] == "many</b> strong\n candidates"
    start, end = place_of(text, "&")
    assert page[start:end] == "&amp;"
    assert "evasion" in {each.label for each in check(text.text)}


@pytest.mark.parametrize("encoding", ["7bit", "quoted-printable", "base64"])
def test_a_mail_leads_back_to_its_file_however_it_is_encoded(encoding: str) -> None:
    content = mail(f"Dear Sam,\n\nWe had {WORDS} this year.\n", encoding)
    text = read_text("letter.eml", content)
    assert WORDS in text.text
    start, end = place_of(text, WORDS)
    raw = content[start:end]
    if encoding == "base64":
        assert raw in content
        assert start > content.index(b"\r\n\r\n")
    else:
        assert raw.decode() == WORDS


def test_accents_in_a_mail_move_nothing() -> None:
    content = mail("Chère Zoë — naïve café. We had many strong candidates.\n", "quoted-printable")
    text = read_text("letter.eml", content)
    start, end = place_of(text, WORDS)
    assert content[start:end].replace(b"=\r\n", b"").decode() == WORDS
    place = text.position(text.text.index("ë"), text.text.index("ë") + 1)
    assert content[place.start : place.end] == b"=C3=AB"


def test_a_mail_in_html_leads_back_too() -> None:
    content = mail(f"<p>Dear Sam,</p><p>We had {WORDS}.</p>", "quoted-printable", "html")
    start, end = place_of(read_text("letter.eml", content), WORDS)
    assert content[start:end].decode() == WORDS


def test_the_plain_part_is_read_and_attachments_are_not() -> None:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Yours"
    message.set_content("Plain words.")
    message.add_alternative("<p>Other words.</p>", subtype="html")
    message.add_attachment("Secret words.", filename="notes.txt")
    assert read_text("a.eml", message.as_bytes()).text.strip() == "Plain words."


def test_a_word_document_counts_paragraphs() -> None:
    text = read_text("letter.docx", word("Dear Sam,", "", f"We had {WORDS}."))
    start = text.text.index(WORDS)
    place = text.position(start, start + len(WORDS))
    assert (place.paragraph, place.start, place.end, place.line) == (3, 7, 7 + len(WORDS), None)


def test_a_text_with_a_mark_or_in_utf_16_is_read() -> None:
    assert read_text("a.txt", "\ufeffDear Sam".encode()).text == "Dear Sam"
    assert read_text("a.txt", "Dear Sam".encode("utf-16")).text == "Dear Sam"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", b"no zip"),
        ("a.docx", word("x", body="other.xml")),
        ("a.docx", packed(b"<broken")),
        ("a.docx", packed(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')),
        ("a.docx", word("Dear Sam,")[:-30]),
        ("a.docx", packed(b"<a>" + b" " * 25_000_000 + b"</a>")),
        ("a.eml", b"\xff\xfe"),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\nxx"),
        ("a.eml", b"Subject: x\nContent-Type: text/plain; charset=klingon\n\nxx"),
        ("a.txt", b"\x00\x01"),
        ("a.txt", b"caf\xe9"),
        ("a.pdf", b"%PDF"),
        ("a.txt", b"a" * (LARGEST + 1)),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name(name: str, content: bytes) -> None:
    with pytest.raises(InputError, match=f"^{name}"):
        read_text(name, content)


def test_deeply_nested_documents_do_not_end_the_program() -> None:
    assert read_text("a.docx", packed(b"<a>" * 50_000 + b"</a>" * 50_000)).text == ""


@given(st.sampled_from(["a.html", "a.eml", "a.docx", "a.txt"]), st.binary(max_size=300))
def test_no_bytes_break_a_reader(name: str, content: bytes) -> None:
    for each in (content, b"Subject: x\n\n" + content, b"<p>" + content):
        try:
            text = read_text(name, each)
        except InputError:
            continue
        for place in range(len(text.text)):
            found = text.position(place, place + 1)
            assert 0 <= found.start <= found.end <= len(text.source)
