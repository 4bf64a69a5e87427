"""recruiter-kit language-server: letters and templates checked in an editor while they are written.

Speaks the Language Server Protocol on standard input and output, by pygls (docs/decisions/17-editors.md).
Nothing is written or sent anywhere; an editor starts it and asks.
"""

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import click

from recruiter_kit.errors import InputError, RecruiterKitError

if TYPE_CHECKING:
    from lsprotocol import types
    from pygls.lsp.server import LanguageServer
    from pygls.workspace import TextDocument

    from recruiter_kit.feedback import Finding
    from recruiter_kit.language.checking.formats import Traced

WRITTEN_IN_EDITORS = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm"})
_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_VISIBLE = re.compile(r"\S")


@click.command("language-server")
def language_server() -> None:
    """Check letters and templates in an editor while they are written.

    An editor starts this and speaks to it (docs/editors.md); it needs the extra "editor".
    """
    server().start_io()


def server() -> "LanguageServer":
    """Return the server, not yet started; raises InputError where pygls is not there."""
    try:
        from lsprotocol import types
        from pygls.lsp.server import LanguageServer
    except ImportError as error:
        raise InputError.of("editor_missing") from error
    made = LanguageServer(
        "recruiter-kit", "1", text_document_sync_kind=types.TextDocumentSyncKind.Incremental
    )

    @made.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: LanguageServer, params: types.DidOpenTextDocumentParams) -> None:
        _publish(ls, params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: LanguageServer, params: types.DidChangeTextDocumentParams) -> None:
        _publish(ls, params.text_document.uri)

    @made.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: LanguageServer, params: types.DidCloseTextDocumentParams) -> None:
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(params.text_document.uri, []))

    @made.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def offered(ls: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        return _better(ls.workspace.get_text_document(params.text_document.uri), params)

    return made


def _publish(ls: "LanguageServer", uri: str) -> None:
    from lsprotocol import types

    document = ls.workspace.get_text_document(uri)
    try:
        text, findings = _found(document)
    except RecruiterKitError as error:
        # A broken rule file is named in the editor, because nobody sees what this program prints.
        shown = types.ShowMessageParams(types.MessageType.Error, f"Recruiter Kit: {error}")
        ls.window_show_message(shown)
        return
    levels = {
        "error": types.DiagnosticSeverity.Error,
        "warning": types.DiagnosticSeverity.Warning,
        "info": types.DiagnosticSeverity.Information,
    }
    told = [
        types.Diagnostic(
            range=_range(document, text, finding),
            message=f"{finding.message} {finding.better}" if finding.better else finding.message,
            severity=levels[finding.severity],
            code=finding.rule,
            source="recruiter-kit",
        )
        for finding in findings
    ]
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told, document.version))


def _found(document: "TextDocument") -> tuple["Traced", "Sequence[Finding]"]:
    """Return the text of a document and what is found in it; a file of another kind has no text.

    What a template fills in later is not read, and a template is not judged as a whole letter.
    """
    from recruiter_kit.language.checking import check
    from recruiter_kit.language.checking.formats import Traced, read_text

    name = PurePath(unquote(urlsplit(document.uri).path)).name
    if PurePath(name).suffix.lower() not in WRITTEN_IN_EDITORS:
        return Traced.whole(""), ()
    plain = _MARKUP.sub(lambda found: _VISIBLE.sub("x", found[0]), document.source)
    try:
        text = read_text(name, plain.encode("utf-8", "replace"))
    except InputError:
        return Traced.whole(""), ()
    return text, check(text.text, document=plain == document.source)


def _range(document: "TextDocument", text: "Traced", finding: "Finding") -> "types.Range":
    """Return where a finding is, in the characters of the editor; one on the whole is on the first line."""
    from lsprotocol import types

    if finding.start == finding.end:
        end = types.Position(0, len(document.lines[0].rstrip()) if document.lines else 0)
        whole = types.Range(types.Position(0, 0), end)
        return document.position_codec.range_to_client_units(document.lines, whole)
    place = text.position(finding.start, finding.end)
    return _between(document, place.start, place.end)


def _between(document: "TextDocument", start: int, end: int) -> "types.Range":
    from lsprotocol import types

    source = document.source
    first, last = (
        types.Position(source.count("\n", 0, at), at - source.rfind("\n", 0, at) - 1) for at in (start, end)
    )
    return document.position_codec.range_to_client_units(document.lines, types.Range(first, last))


def _better(document: "TextDocument", params: "types.CodeActionParams") -> "list[types.CodeAction]":
    """Return a better wording for what is at a place, where one can be taken as it is."""
    from lsprotocol import types

    from recruiter_kit.language.checking.remedies import remedied

    text, findings = _found(document)
    if text.text != document.source:
        return []
    offered = []
    for finding in findings:
        here = _range(document, text, finding)
        if here.end < params.range.start or params.range.end < here.start:
            continue
        first = text.text.rfind("\n", 0, finding.start) + 1
        line = text.text[first:].partition("\n")[0]
        moved = {"start": finding.start - first, "end": finding.end - first}
        better = remedied(line, finding.model_copy(update=moved))
        if better is None:
            continue
        start, end, instead = _difference(line, better)
        edit = types.TextEdit(_between(document, first + start, first + end), instead)
        title = f"Say: {better}" if better else "Leave it out"
        offered.append(
            types.CodeAction(
                title,
                kind=types.CodeActionKind.QuickFix,
                edit=types.WorkspaceEdit(changes={document.uri: [edit]}),
            )
        )
    return offered


def _difference(before: str, after: str) -> tuple[int, int, str]:
    """Return the characters [start, end) of `before` that differ, and what `after` has there."""
    start = next(
        (at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    same = 0
    while same < min(len(before), len(after)) - start and before[-1 - same] == after[-1 - same]:
        same += 1
    return start, len(before) - same, after[start : len(after) - same]
