"""The reader of docx, by python-docx."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summittui.intake.readers.archive import check_sizes
from summittui.intake.readers.document import Format, ReadDocument, unix_lines
from summittui.intake.readers.metadata import one_line
from summittui.model import InputError

if TYPE_CHECKING:
    from docx.document import Document

_LEFT_OUT = {"word/footnotes.xml": "footnotes", "word/endnotes.xml": "endnotes", "word/comments.xml": "comments"}


def read_docx(content: bytes) -> ReadDocument:
    """Read the paragraphs and tables of a docx file in their order.

    Raises:
        InputError: The file is broken, a bomb, or holds no text.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            check_sizes(archive.infolist())
            names = archive.namelist()
        document = docx.Document(io.BytesIO(content))
        blocks = list(_blocks(document))
        properties = document.core_properties
        title, author, language = properties.title, properties.author, properties.language
    except (
        zipfile.BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        AttributeError,
        OSError,
    ) as error:
        raise InputError(f"it is no docx file that can be read ({type(error).__name__}); save it anew") from None
    text = unix_lines("\n\n".join(block for block in blocks if block.strip()))
    if not text.strip():
        raise InputError("it holds no text; give a document with text")
    media = sum(name.startswith("word/media/") for name in names)
    left_out = [what for name, what in _LEFT_OUT.items() if name in names]
    return ReadDocument(
        format=Format.DOCX,
        text=text,
        title=one_line(title),
        author=one_line(author) if author != "python-docx" else None,
        language=one_line(language),
        left_out=(*left_out, *([f"pictures: {media}"] if media else [])),
    )


def _blocks(document: "Document") -> Iterator[str]:
    from docx.text.paragraph import Paragraph

    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from ("\t".join(cell.text for cell in row.cells) for row in block.rows)
