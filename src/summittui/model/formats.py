"""Formats of texts that stand for something else: digests, web addresses, tags of languages."""

import re
from urllib.parse import urlsplit

_DIGITS = re.compile(r"[0-9a-f]*")
_LANGUAGE = (
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}"  # language, extended by up to three
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*)?"  # extensions
    r"-?(?:(?<![a-z0-9])x(?:-[a-z0-9]{1,8})+)?"  # private use
)


def is_hexadecimal(text: str, length: int) -> bool:
    """Tell whether `text` is `length` hexadecimal digits in lower case, as a digest is written."""
    return len(text) == length and _DIGITS.fullmatch(text) is not None


def is_web_address(text: str) -> bool:
    """Tell whether `text` is an absolute URL of the web, `http` or `https`, that holds neither blanks nor controls."""
    if not text.isprintable() or any(sign.isspace() for sign in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        return False


def is_language_tag(text: str) -> bool:
    """Tell whether `text` is a well-formed tag of a language (BCP 47, RFC 5646 section 2.1), such as `zh-Hans`."""
    return bool(text) and not text.endswith("-") and re.fullmatch(_LANGUAGE, text, re.IGNORECASE) is not None
