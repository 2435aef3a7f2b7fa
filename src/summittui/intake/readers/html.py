"""The reader of web pages: the article without menus, banners and comments, by trafilatura (Barbaresi 2021)."""

import re

from summittui.intake.readers.document import Format, ReadDocument, unix_lines
from summittui.intake.readers.encodings import decode
from summittui.intake.readers.metadata import one_line, partial_date
from summittui.model import InputError

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_XML = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_LANGUAGE = re.compile(r"<html\b[^>]{0,2000}?\blang\s*=\s*[\"']([A-Za-z-]{2,35})[\"']", re.IGNORECASE)
_LEFT_OUT = 200
"""Lines that are told of what was left out at most."""


def read_html(content: bytes) -> ReadDocument:
    """Read a web page; dates are taken from its metadata alone, never guessed.

    Raises:
        InputError: The bytes are no text, or the page has none.
    """
    import trafilatura
    from trafilatura.settings import Document

    declared = _DECLARED.search(content[:4096])
    decoded, guessed = decode(content, declared[1].decode() if declared else None)
    page = _XML.sub("", unix_lines(decoded), count=1)
    article = trafilatura.bare_extraction(
        page, with_metadata=True, include_comments=False, date_extraction_params={"extensive_search": False}
    )
    stated: dict[str, str | None] = article.as_dict() if isinstance(article, Document) else {}
    text = unix_lines(stated.get("text") or trafilatura.html2txt(page))
    if not text.strip():
        raise InputError("the page holds no text; save it from the browser as it is shown, or as PDF")
    language = _LANGUAGE.search(page[:20_000])
    return ReadDocument(
        format=Format.HTML,
        guessed_encoding=guessed,
        text=text,
        title=one_line(stated.get("title")),
        outlet=one_line(stated.get("sitename")),
        author=one_line(stated.get("author")),
        published=partial_date(stated.get("date")),
        language=language[1] if language else None,
        url=stated.get("url"),
        left_out=_missing(page, text),
    )


def _missing(page: str, text: str) -> tuple[str, ...]:
    """Return the pieces of text of the whole page that the article does not hold, in their order."""
    import lxml.html

    body = lxml.html.document_fromstring(page).find("body")
    held = " ".join(text.split())
    pieces = body.xpath(".//text()[not(ancestor::script or ancestor::style)]") if body is not None else []
    lines = dict.fromkeys(" ".join(piece.split()) for piece in pieces)
    missing = tuple(line for line in lines if line and line not in held)
    more = len(missing) - _LEFT_OUT
    return missing if more <= 0 else (*missing[:_LEFT_OUT], f"and {more} more lines")
