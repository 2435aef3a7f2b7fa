"""The messages between page and server: JSON in text messages, while keys and output go as binary ones."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

Columns = Annotated[int, Meta(ge=10, le=500)]
Rows = Annotated[int, Meta(ge=5, le=300)]
Secret = Annotated[str, Meta(max_length=64)]


class Malformed(ValueError):
    """A message that no page of ours sends."""


class Opening(Struct, tag="open", frozen=True, forbid_unknown_fields=True):
    """The first message of a page: open a session, or go on with one."""

    columns: Columns
    rows: Rows
    plain: bool = False
    """Whether the screens are drawn for a screen reader."""
    secret: Secret = ""
    """The secret of the session to go on with; empty for a new one."""


class Resizing(Struct, tag="resize", frozen=True, forbid_unknown_fields=True):
    """The terminal widget has another size, in cells."""

    columns: Columns
    rows: Rows


class Receipt(Struct, tag="drawn", frozen=True, forbid_unknown_fields=True):
    """The widget has drawn some more output."""

    count: Annotated[int, Meta(ge=1, le=1 << 30)]
    """Bytes since the receipt before."""


class Opened(Struct, tag="opened", frozen=True):
    """A session is open."""

    secret: str
    """The secret by which the page goes on with the session when its line was lost."""


class Ended(Struct, tag="ended", frozen=True):
    """A session has ended, or none was opened; the page does not try again by itself."""

    reason: str
    """A sentence."""


FromPage = Opening | Resizing | Receipt
FromServer = Opened | Ended

_decoder: msgspec.json.Decoder[FromPage] = msgspec.json.Decoder(FromPage)


def read_message(text: str) -> FromPage:
    """Return the message that a text message of a page holds.

    Raises:
        Malformed: It holds none.
    """
    try:
        return _decoder.decode(text)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise Malformed(str(error)) from None


def written(message: FromServer) -> str:
    """Return a message to a page as the text of a text message."""
    return msgspec.json.encode(message).decode()
