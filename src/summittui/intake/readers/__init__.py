"""Readers: the bytes of a file into the text of a document."""

from summittui.intake.readers.document import Format, ReadDocument
from summittui.intake.readers.reading import LARGEST, Reading

__all__ = ["LARGEST", "Format", "ReadDocument", "Reading"]
