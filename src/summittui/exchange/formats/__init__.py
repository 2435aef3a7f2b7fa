"""Formats of the field: what each can carry, and the writing of it."""

from summittui.exchange.formats.format import Format, Written
from summittui.exchange.formats.known import FORMATS

__all__ = ["FORMATS", "Format", "Written"]
