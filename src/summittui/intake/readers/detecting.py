"""File formats, told by content first and by name second."""

import io
import re
import zipfile
from pathlib import PurePath

from summittui.intake.readers.document import Format
from summittui.model import InputError

_SUFFIXES = {
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".htm": Format.HTML,
    ".html": Format.HTML,
    ".xhtml": Format.HTML,
    ".eml": Format.MAIL,
}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE
)
_MAIL_HEADER = re.compile(rb"(?:^|\n)(from|to|date|subject|message-id|mime-version|received):[ \t]", re.IGNORECASE)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file; save it as docx"),
    (b"{\\rtf", "an RTF file; save it as docx"),
    (b"\x89PNG", "a picture; give a document with text"),
    (b"\xff\xd8\xff", "a picture; give a document with text"),
    (b"GIF8", "a picture; give a document with text"),
    (b"Rar!", "an archive of a kind that is not read; unpack it"),
    (b"7z\xbc\xaf", "an archive of a kind that is not read; unpack it"),
)


def format_of(content: bytes, name: str) -> Format:
    """Return the format of a file that is no archive.

    Args:
        content: The bytes of the file.
        name: The file's name or address; its suffix decides between formats that are plain text.

    Raises:
        InputError: There is no reader for the format.
    """
    for magic, what in _FOREIGN:
        if content.startswith(magic):
            raise InputError(f"it is {what}")
    if b"%PDF-" in content[:1024]:
        return Format.PDF
    if content.startswith(b"PK\x03\x04"):
        return _of_zip(content)
    suffix = PurePath(name.partition("?")[0]).suffix.lower()
    if suffix in _SUFFIXES:
        return _SUFFIXES[suffix]
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(head):
        return Format.HTML
    return Format.MAIL if _is_mail(head) else Format.TEXT


def _of_zip(content: bytes) -> Format:
    """Return the format of a zip that is one document.

    Raises:
        InputError: It is an archive inside an archive, or of a format that has no reader.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile:
        return Format.DOCX
    if "word/document.xml" in names:
        return Format.DOCX
    if not names & {"[Content_Types].xml", "mimetype"}:
        raise InputError("it is an archive inside an archive; unpack it")
    raise InputError("it is a table, slides, an OpenDocument text or an e-book; save it as docx, PDF or text")


def _is_mail(head: bytes) -> bool:
    """Tell whether a file begins with headers, three of those that mail has among them."""
    headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return len({name.lower() for name in _MAIL_HEADER.findall(headers)}) >= 3
