"""Small documents of invented content: Word files, e-mails, e-mails as Outlook saves them."""

import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

SECTOR, SMALL = 512, 64
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def word(fill: Callable[[Any], object]) -> bytes:
    """Return a Word file that `fill` has written into."""
    document = Document()
    fill(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def changed(data: bytes, parts: dict[str, bytes]) -> bytes:
    """Return the zip with these parts replaced or added."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return out.getvalue()


def labelled(document: Any, bold: str, text: str, style: str | None = None) -> None:
    """Add a paragraph that begins in bold."""
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(bold).bold = True
    paragraph.add_run(text)


def mail(
    text: str, subject: str = "Feedback", sender: str = "Ana Reyes <ana@example.org>", kind: str = "plain"
) -> bytes:
    """Return an e-mail."""
    headers = (
        f"From: {sender}\nTo: ines@example.org\nSubject: {subject}\nMessage-ID: <1@example.org>\n"
        f"Date: Mon, 9 Nov 2026 10:00:00 +0100\nMIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n"
        "Content-Transfer-Encoding: 8bit\n\n"
    )
    return (headers + text).encode()


def outlook(texts: dict[int, str]) -> bytes:
    """Return an e-mail of Outlook with these properties: a compound file with one stream for each."""
    entries = b"".join(
        struct.pack("<IIII", pid << 16 | 0x1F, 6, len(text) * 2 + 2, 0) for pid, text in texts.items()
    )
    streams = {"__properties_version1.0": b"\0" * 32 + entries}
    streams |= {f"__substg1.0_{pid:04X}001F": text.encode("utf-16-le") for pid, text in texts.items()}
    return compound(streams)


def compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file whose streams are all small."""
    small, starts, chain = b"", [], list[int]()
    for content in streams.values():
        count = -(-len(content) // SMALL)
        starts.append(len(chain) if count else END)
        chain += [len(chain) + 1 + at for at in range(count - 1)] + ([END] if count else [])
        small += content.ljust(count * SMALL, b"\0")
    entries = [_entry("Root Entry", 5, 1 if streams else FREE, FREE, 0, len(small))]
    for at, (name, content) in enumerate(streams.items()):
        right = at + 2 if at + 1 < len(streams) else FREE
        entries.append(_entry(name, 2, FREE, right, starts[at], len(content)))
    while len(entries) % 4:
        entries.append(_entry("", 0, FREE, FREE, 0, 0))
    folder = b"".join(entries)
    mini_fat = struct.pack(f"<{len(chain)}I", *chain)
    parts = [small, folder, mini_fat]
    counts = [-(-len(part) // SECTOR) for part in parts]
    firsts = [1, 1 + counts[0], 1 + counts[0] + counts[1]]
    fat = [FAT]
    for first, count in zip(firsts, counts, strict=True):
        fat += [first + at + 1 for at in range(count - 1)] + [END] * bool(count)
    folder = _entry("Root Entry", 5, 1, FREE, firsts[0], len(small)) + folder[128:]
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + b"\0" * 6
    )
    header += struct.pack("<IIIIIIIIII", 0, 1, firsts[1], 0, 4096, firsts[2], counts[2], END, 0, 0)
    header = header[:76] + struct.pack("<109I", *([0] + [FREE] * 108))
    sectors = struct.pack(f"<{len(fat)}I", *fat).ljust(SECTOR, b"\xff")
    for part, fill in ((small, b"\0"), (folder, b"\0"), (mini_fat, b"\xff")):
        sectors += part.ljust(-(-len(part) // SECTOR) * SECTOR, fill)
    return header + sectors


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    length = len(written) + 2 if name else 0
    begin = written.ljust(64, b"\0") + struct.pack("<HBBIII", length, kind, 1, FREE, right, child)
    return begin + b"\0" * 36 + struct.pack("<IQ", start, size)
