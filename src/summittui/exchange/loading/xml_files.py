"""XML of others, without entities, document types or anything from elsewhere (defusedxml), and within bounds."""

import re
from collections.abc import Collection
from typing import Any
from xml.etree import ElementTree as ET
from xml.sax.handler import ContentHandler

from summittui.exchange.loading.loaded import Tick, check_number
from summittui.model import InputError
from summittui.model.text import clip, safe

ELEMENTS = 5_000_000
"""The largest number of elements of a document that is read."""
DEEPEST = 200
"""The most elements that lie in each other."""


def read_xml(content: bytes, counted: Collection[str], tick: Tick) -> Any:
    """Return the root of an XML document; elements have their names without namespaces as tags.

    Args:
        content: The document.
        counted: Names of the elements that become records.
        tick: Called with the number of those read so far; what it raises ends the reading.

    Raises:
        InputError: It is broken, too large or nested too deeply, declares a document type or entities, or the library
            for it is not installed.
    """
    try:
        from defusedxml import DefusedXmlException
        from defusedxml.sax import parseString
    except ImportError:
        raise InputError("XML of others needs one more library: pip install 'summittui[import]'") from None
    from xml.sax import SAXParseException

    begun = rf"<(?:[\w.-]+:)?(?:{'|'.join(counted)})[\s/>]".encode()
    for number, _ in enumerate(re.finditer(begun, content), 1):
        check_number(number)
    tree = _Tree(counted, tick)
    try:
        parseString(content, tree, forbid_dtd=True)
    except DefusedXmlException:
        raise InputError("it declares a document type or entities, which no such file needs; take them out") from None
    except SAXParseException as error:
        at = f"line {error.getLineNumber():,}, {safe(error.getMessage())}"
        raise InputError(f"it is no XML, or broken off ({clip(at, 60)}); give the whole file") from None
    except (ValueError, LookupError) as error:
        raise InputError(f"it is no XML ({clip(safe(str(error)), 60)}); give the whole file") from None
    return tree.builder.close()


class _Tree(ContentHandler):
    """The tree of a document while it is read."""

    def __init__(self, counted: Collection[str], tick: Tick) -> None:
        super().__init__()
        self.builder = ET.TreeBuilder()
        self._counted = counted
        self._tick = tick
        self._number = 0
        self._elements = 0
        self._depth = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802  # as the parser calls it
        """Take the beginning of an element."""
        name = name.rpartition(":")[2]
        self._elements += 1
        self._depth += 1
        if self._depth > DEEPEST or self._elements > ELEMENTS:
            raise InputError(
                f"it has more than {ELEMENTS:,} elements or {DEEPEST} of them in each other; export less of it"
            )
        if name in self._counted:
            self._number += 1
            check_number(self._number)
            self._tick(self._number)
        self.builder.start(name, dict(attrs))

    def endElement(self, name: str) -> None:  # noqa: N802  # as the parser calls it
        """Take the end of an element."""
        self._depth -= 1
        self.builder.end(name.rpartition(":")[2])

    def characters(self, content: str) -> None:
        """Take text inside of an element."""
        self.builder.data(content)
