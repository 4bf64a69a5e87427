"""An editor that asks the language server over its standard input and output, as editors do."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

LETTER = (
    "Dear Ana,\n\nWe are not offering you the role.\n"
    "We had many strong candidates. 🙂 Unfortunately it is a no.\n"
)
START = "from recruiter_kit.cli.main import main; main()"
WAIT = 30


class Editor:
    """An editor with one open file."""

    def __init__(self, name: str, *words: str) -> None:
        self.words = words
        self.uri = f"file:///letters/{name}"
        self.client = LanguageClient("editor", "1")
        self.told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        self.shown: asyncio.Queue[str] = asyncio.Queue()

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)
        def shown(params: types.ShowMessageParams) -> None:
            self.shown.put_nowait(params.message)

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

    async def open(self, text: str) -> list[types.Diagnostic]:
        await self.start(text)
        return await self.findings()

    async def start(self, text: str) -> None:
        await self.client.start_io(sys.executable, "-c", START, *self.words, "language-server")
        await self.client.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
        self.client.initialized(types.InitializedParams())
        item = types.TextDocumentItem(self.uri, "plaintext", 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def findings(self) -> list[types.Diagnostic]:
        told = await asyncio.wait_for(self.told.get(), WAIT)
        assert told.uri == self.uri
        return list(told.diagnostics)

    async def type_over(self, place: types.Range, text: str) -> list[types.Diagnostic]:
        change = types.TextDocumentContentChangePartial(place, text)
        about = types.VersionedTextDocumentIdentifier(2, self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(about, [change]))
        return await self.findings()

    async def close(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


def in_editor(name: str, doing: Callable[[Editor], Awaitable[None]], *words: str) -> None:
    async def work() -> None:
        editor = Editor(name, *words)
        try:
            await doing(editor)
        finally:
            await editor.close()

    # In a thread of its own: a browser of another test may have left this one's loop running.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(work())).result()


def marked(text: str, place: types.Range) -> str:
    """Return the words at a place, which counts UTF-16 units as the protocol does."""
    line = text.splitlines()[place.start.line].encode("utf-16-le")
    return line[2 * place.start.character : 2 * place.end.character].decode("utf-16-le")


def test_what_is_wrong_is_marked_where_it_is_and_goes_when_it_is_put_right() -> None:
    async def write(editor: Editor) -> None:
        found = {str(each.code).partition(".")[0]: each for each in await editor.open(LETTER)}
        assert "many strong" in marked(LETTER, found["comparison"].range)
        assert marked(LETTER, found["apology"].range).startswith("Unfortunately")
        assert found["comparison"].severity is types.DiagnosticSeverity.Error
        line = types.Range(types.Position(3, 0), types.Position(3, 200))
        left = await editor.type_over(line, "In the test you left two of the nine rows empty.")
        assert not [each for each in left if each.range.start.line == 3]

    in_editor("ana.txt", write)


def test_a_better_wording_can_be_taken_with_one_key() -> None:
    text = "Dear Ana,\n\nUnfortunately we are not offering you the role.\n\nYours, Bo\n"

    async def write(editor: Editor) -> None:
        (found,) = [each for each in await editor.open(text) if each.code == "apology.for-the-decision"]
        asked = types.CodeActionParams(
            types.TextDocumentIdentifier(editor.uri), found.range, types.CodeActionContext([found])
        )
        offered = await editor.client.text_document_code_action_async(asked)
        assert offered
        edit = offered[0].edit.changes[editor.uri][0]
        rest = text.splitlines()[2][edit.range.end.character :]
        assert (edit.range.start.line, edit.new_text + rest) == (2, "We are not offering you the role.")

    in_editor("ana.txt", write)


def test_what_a_template_fills_in_is_no_word_of_a_letter() -> None:
    text = "<p>Dear {{ unfortunately }},</p>\n{% if many %}<p>You were slightly late.</p>{% endif %}\n"

    async def write(editor: Editor) -> None:
        found = await editor.open(text)
        assert [marked(text, each.range) for each in found] == ["slightly"]

    in_editor("letter.html", write)


def test_a_file_of_another_kind_is_left_alone() -> None:
    async def write(editor: Editor) -> None:
        assert await editor.open("Unfortunately = 1\n") == []

    in_editor("letter.py", write)


def test_a_broken_rule_of_a_house_is_named_in_the_editor(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "ours.yaml").write_text("label: house\n", encoding="utf-8")

    async def write(editor: Editor) -> None:
        await editor.start("We are not offering you the role.\n")
        assert "ours.yaml" in await asyncio.wait_for(editor.shown.get(), WAIT)

    in_editor("ana.txt", write, "--instance", str(tmp_path))


@pytest.mark.parametrize("name", ["ana.txt", "a%20b.md"])
def test_an_empty_file_has_no_place_to_mark_but_its_first_line(name: str) -> None:
    async def write(editor: Editor) -> None:
        assert all(each.range.start == types.Position(0, 0) for each in await editor.open(""))

    in_editor(name, write)
