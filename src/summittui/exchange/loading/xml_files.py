"""XML of others, without entities, document types or anything from elsewhere (defusedxml)."""

from typing import Any

from summittui.model import InputError
from summittui.model.text import clip, safe


def read_xml(content: bytes) -> Any:
    """Return the root of an XML document.

    Raises:
        InputError: It is broken, declares a document type or entities, or the library for it is not installed.
    """
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring
    except ImportError:
        raise InputError("XML of others needs one more library: pip install 'summittui[import]'") from None
    try:
        return fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise InputError("it declares a document type or entities, which no such file needs; it was not read") from None
    except (ParseError, ValueError, LookupError) as error:
        raise InputError(f"it is no XML, or broken off ({clip(safe(str(error)), 60)}); give the whole file") from None


def local_name(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
