"""The server itself: which message of the client causes what."""

import os
from dataclasses import dataclass, field, replace
from typing import Any, BinaryIO

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from golint_sched import __version__
from golint_sched.registry import choose
from golint_sched.report.page import unwrapped
from golint_sched.report.places import place, readable
from golint_sched.result import Result
from golint_sched.scan import Request, scan
from golint_sched.server.diagnostics import SOURCE, Client, absolute, diagnostics_by_path
from golint_sched.server.documents import Document, documents, path_of, uri_of
from golint_sched.server.positions import contains
from golint_sched.server.schedule import AnalysisError, Schedule, in_thread
from golint_sched.worker import rules_of

_PAUSE = 0.3  # seconds without an edit before the text is analysed


def serve(request: Request, read: BinaryIO, write: BinaryIO) -> bool:
    """Serve one client over the two streams to its end; return whether it took leave as the protocol wants.

    Findings are wanted as `request` says; its paths are those that the client opens. Raises UsageError where its words
    mean no rule, or where the rules are broken, before anything is read.
    """
    rules = rules_of(request.rule_root)
    choose(tuple(loaded.rule for loaded in rules), request.select, request.ignore)
    pages = {loaded.rule.id: unwrapped(loaded.page) for loaded in rules}
    server = _Server(SOURCE, __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = _Session(server, request, pages)
    _register(server, session)
    server.start_io(read, write)
    return session.ended


class _Server(LanguageServer):
    """A server that tells of its own faults in the client's log: a window for each would be one for each key stroke.

    Texts are synchronised as a whole, because a change of a part depends on both sides counting lines alike, and pygls
    takes some characters for line ends that the protocol does not.
    """

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ANN401, ARG002 -- pygls's signature
        """Log a fault in the handling of a message."""
        self.log(types.MessageType.Error, f"internal error, please report it: {error}")

    def log(self, type_: types.MessageType, text: str) -> None:
        """Write one message to the client's log."""
        self.window_log_message(types.LogMessageParams(type_, text))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was last published for a document, and the version that it speaks of."""

    version: int | None
    diagnostics: list[types.Diagnostic]


@dataclass(slots=True)
class _Session:
    """What is known of the conversation, beside the documents that pygls keeps."""

    server: _Server
    request: Request
    pages: dict[str, str]
    ended: bool = False
    schedule: Schedule = field(init=False)
    shown: dict[str, _Shown] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Have folders analysed by this session."""
        self.schedule = Schedule(self.analyse)

    def touch(self, uri: str, delay: float = 0) -> None:
        """Have the folder of a document analysed after `delay` seconds."""
        path = path_of(uri)
        if path and path.endswith(".go"):
            self.schedule.request(os.path.dirname(path), delay)  # noqa: PTH120 -- as Document.folder

    def close(self, uri: str) -> None:
        """Take back what was published for a document; its neighbours now see the file on disk."""
        self.clear()
        self.touch(uri)

    def clear(self) -> None:
        """Take back what was published for documents that are closed, or no longer in the workspace."""
        wanted = {each.uri for each in documents(self.server.workspace)}
        for uri in [uri for uri in self.shown if uri not in wanted]:
            del self.shown[uri]
            self.server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def analyse(self, folder: str) -> None:
        """Analyse a folder and publish what is found in its open documents, unless it has been edited meanwhile."""
        every = documents(self.server.workspace)
        here = [each for each in every if each.folder == folder]
        if not here:
            return
        request = replace(
            self.request,
            paths=[each.path for each in here],
            unsaved={each.path: each.content for each in every},
        )
        try:
            result = (await in_thread(lambda: scan(request))).result
            if not self.schedule.is_superseded(folder):
                self._tell(folder, result)
                self._publish(here, result)
        except AnalysisError as error:
            self.server.log(types.MessageType.Error, f"{readable(folder)}: not analysed: {error}")
        except BrokenPipeError:
            pass  # the client is gone, which the end of its stream tells as well

    def _publish(self, here: list[Document], result: Result) -> None:
        """Publish the diagnostics of each of the documents that were analysed and are still open."""
        uris = {each.path: each.uri for each in documents(self.server.workspace)}
        found = diagnostics_by_path(result, self._client(uris))
        for document in here:
            if document.path in uris:
                diagnostics = found.get(document.path, [])
                self.shown[document.uri] = _Shown(document.version, diagnostics)
                self.server.text_document_publish_diagnostics(
                    types.PublishDiagnosticsParams(document.uri, diagnostics, document.version)
                )

    def _client(self, uris: dict[str, str]) -> Client:
        """Return what the client can show; `uris` are its own names of the open documents, by path."""
        text_document = self.server.client_capabilities.text_document
        publishing = text_document.publish_diagnostics if text_document else None
        return Client(
            encoding=types.PositionEncodingKind(self.server.workspace.position_encoding or "utf-16").value,
            takes_related=bool(publishing and publishing.related_information),
            uri_of=lambda path: uris.get(path) or uri_of(path),
        )

    def _tell(self, folder: str, result: Result) -> None:
        """Log what is to be said about the analysis itself; not again what was said of the same folder before."""
        before, now = self.told.get(folder, set()), set()
        for notification in result.notifications:
            span = notification.span
            where = f"{absolute(result, span.path)}:{place(result.sources, span).line}: " if span else ""
            text = readable(f"{where}{notification.text}")
            now.add(text)
            if text not in before:
                type_ = types.MessageType.Error if notification.failed else types.MessageType.Log
                self.server.log(type_, text)
        self.told[folder] = now

    def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """Return the pages of the rules whose diagnostics stand at `position`; None where there are none.

        After an edit nothing is said until the new text has been analysed, since the places are those of the old one.
        """
        shown = self.shown.get(uri)
        current = [each for each in documents(self.server.workspace) if each.uri == uri]
        if not shown or not current or current[0].version != shown.version:
            return None
        under = [each for each in shown.diagnostics if contains(each.range, position)]
        if not under:
            return None
        ids = dict.fromkeys(str(each.code) for each in under)
        text = "\n---\n\n".join(self.pages[id_] for id_ in ids)
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), under[0].range)


def _register(server: _Server, session: _Session) -> None:
    """Connect the client's messages with what they cause; pygls keeps the documents up to date before."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        session.touch(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: types.DidChangeTextDocumentParams) -> None:
        session.touch(params.text_document.uri, _PAUSE)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        session.touch(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_workspace_folders(_params: types.DidChangeWorkspaceFoldersParams) -> None:
        session.clear()
        for document in server.workspace.text_documents.values():
            session.touch(document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        return session.hover(params.text_document.uri, params.position)

    @server.feature(types.SHUTDOWN)
    def shutdown(_params: None) -> None:
        session.ended = True
        session.schedule.stop()
