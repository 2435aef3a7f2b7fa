"""The reader of PDF, by pypdf."""

import io
import logging

from summittui.intake.readers.document import Format, ReadDocument, unix_lines
from summittui.intake.readers.metadata import one_line
from summittui.model import InputError

PAGES = 3000
"""Pages of the longest document that is read."""

_PLACEHOLDERS = {"untitled", "anonymous", "unknown", "unspecified"}
"""Values that programs write where nobody stated one."""


def read_pdf(content: bytes) -> ReadDocument:
    """Read the text layer of a PDF, its pages parted by a blank line.

    Raises:
        InputError: The file is broken, encrypted, too long, or holds pictures of text alone.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("it is encrypted; save a copy without a password")
        if len(reader.pages) > PAGES:
            raise InputError(f"it has {len(reader.pages):,} pages, more than {PAGES:,}; split it")
        pages = [unix_lines(page.extract_text()).strip("\n") for page in reader.pages]
        title, author = (reader.metadata.title, reader.metadata.author) if reader.metadata else (None, None)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise InputError(f"it is no PDF that can be read ({type(error).__name__}); save it anew or as text") from None
    if not any(page.strip() for page in pages):
        raise InputError("it holds no text, only pictures; recognise its text (OCR) first")
    empty = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    return ReadDocument(
        format=Format.PDF,
        text=unix_lines("\n\n".join(page for page in pages if page.strip())),
        title=_stated(title),
        author=_stated(author),
        left_out=(f"pages without text: {', '.join(empty)}",) if empty else (),
    )


def _stated(value: str | None) -> str | None:
    """Return a value of the metadata; None where it is missing or a placeholder."""
    line = one_line(value)
    return None if line is None or line.strip("()").lower() in _PLACEHOLDERS else line
