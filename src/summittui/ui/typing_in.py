"""What the keyboard sends: bytes in the encoding of the terminal, whatever they are."""

import codecs
from collections.abc import Callable


def read_any_byte(encoding: str) -> None:
    """Let Textual read bytes in an encoding, a replacement character for those that are none in it.

    Textual 8.2.8 decodes as strict UTF-8: one stray byte ends its reading thread, and no key is heard any more.
    """
    from textual.drivers import linux_driver

    def decoder(_name: str) -> Callable[[], codecs.IncrementalDecoder]:
        return lambda: codecs.getincrementaldecoder(encoding)("replace")

    linux_driver.getincrementaldecoder = decoder  # type: ignore[attr-defined, assignment]
