"""Encodings: the bytes of a text into code points."""

import codecs
from importlib.util import find_spec

from summittui.model import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; those of UTF-32 stand before those of UTF-16, which begin them."""

_COMMON = (
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("koi8_r", "mac_roman", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
"""Encodings that documents are found in today; of equally likely ones the first is taken (as WHATWG advises)."""
_SEVEN_BIT = ("iso2022", "hz", "utf_7")
"""Beginnings of the names of encodings in which every text is ASCII too, and means another text then."""
_AS_GOOD = 0.02
"""The share of 1 by which a text in the first encoding may be messier and still be taken."""


def decode(content: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """Return the text that `content` encodes, and the name of its encoding where that had to be guessed.

    Args:
        content: The bytes, with or without a byte order mark.
        declared: The encoding that the file itself declares; taken where UTF-8 does not fit, or where it says
            what ASCII means (ISO-2022-JP).

    Raises:
        InputError: The bytes are no text, or their encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content.removeprefix(mark) if encoding == "utf-8" else content, encoding), None
    if b"\0" in content:
        raise InputError("it is binary; give a text, Markdown, HTML, PDF, docx or e-mail file")
    if declared and _is_seven_bit(declared):
        return _decoded(content, declared), None
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return (_decoded(content, declared), None) if declared else _detected(content, error.start)


def _is_seven_bit(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name.replace("-", "_").startswith(_SEVEN_BIT)
    except LookupError:
        return False


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise InputError(f"its bytes are not {encoding}, as the file itself claims; convert it to UTF-8") from None


def _detected(content: bytes, first_bad: int) -> tuple[str, str]:
    """Return the text in the likeliest encoding, found by charset-normalizer, and the name of the encoding."""
    if find_spec("charset_normalizer") is None:
        why = f"it is not UTF-8 at byte {first_bad}"
        raise InputError(f"{why}; convert it, or install summittui[import], which detects encodings")
    from charset_normalizer import from_bytes

    matches = list(from_bytes(content, cp_isolation=list(_COMMON)))
    if not matches:
        raise InputError(f"its encoding cannot be told (not UTF-8 at byte {first_bad}); convert it to UTF-8")
    if _reads_alike(content, str(matches[0])):
        return str(matches[0]), _COMMON[0]
    likely = [match for match in matches if match.chaos <= matches[0].chaos + _AS_GOOD]
    best = next((match for match in likely if match.encoding == _COMMON[0]), matches[0])
    return str(best), best.encoding


def _reads_alike(content: bytes, text: str) -> bool:
    """Tell whether the commonest encoding gives the same text as the one that was detected."""
    try:
        return content.decode(_COMMON[0]) == text
    except UnicodeDecodeError:
        return False
