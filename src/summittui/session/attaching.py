"""The attaching of texts to known documents, in one transaction, with the proof of every span of theirs."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from summittui.library import Library
from summittui.model import SourceId

if TYPE_CHECKING:
    from summittui.session.documents import Document
    from summittui.session.editing import Editing


class Attachment(Struct, frozen=True, kw_only=True):
    """An attached document and, by proof state, how many of its source's spans it verifies."""

    document: "Document"
    source: SourceId
    spans: dict[str, int]
    """Number of the source's spans by proof state."""
    quoted: dict[str, int]
    """Number of those with exact words, by proof state."""


def attach(session: "Editing", paths: Iterable[Path]) -> tuple[Attachment, ...]:
    """Attach the texts of known documents in one transaction and verify every span of theirs.

    Raises:
        InputError: A file cannot be read, or is none of the known documents.
        StoreError: The store may not be written or is busy.
    """
    from summittui.session.documents import KnownTexts, Match, read_document, unrecognised

    known = KnownTexts(session.library)
    documents = [read_document(path, known) for path in paths]
    for document in documents:
        if document.match is Match.UNKNOWN:
            raise unrecognised(session.library, document)
    texts = {SourceId(document.source or ""): document.text or "" for document in documents}
    session.edit({}, f"attach {', '.join(texts)}", texts=texts)
    return tuple(_attachment(session.library, document) for document in documents)


def _attachment(library: Library, document: "Document") -> Attachment:
    from summittui.library.answers.check import check_source

    source, text = document.source or SourceId(""), document.text or ""
    report = check_source(library, source, text)
    return Attachment(document=document, source=source, spans=report.spans, quoted=report.quoted)
