"""Loading: files of this program and of the field into records, all of them or none."""

from collections.abc import Callable

from summittui.exchange.loading.loaded import Codebook, CodedSelection, LoadedRecords, Project, Tick
from summittui.exchange.loading.recognising import LoadFormat, recognise
from summittui.model import InputError


def read_file(content: bytes, tick: Tick) -> "tuple[LoadFormat, LoadedRecords | Project | Codebook]":
    """Return what a file holds, and the format that it is in.

    Args:
        content: The file.
        tick: Called with the number of records or rows read so far; what it raises ends the reading.

    Raises:
        InputError: The file is in no format that can be loaded, is broken, or holds too much; says where.
    """
    format_ = recognise(content)
    return format_, _reader(format_)(content, tick)


def _reader(format_: LoadFormat) -> "Callable[[bytes, Tick], LoadedRecords | Project | Codebook]":
    match format_:
        case LoadFormat.LIBRARY:
            from summittui.exchange.loading.library_file import read_library as reader
        case LoadFormat.JSON_LINES | LoadFormat.WEB_ANNOTATION | LoadFormat.QUOTES_CSV:
            from summittui.exchange.loading.quote_files import READERS

            return READERS[format_]
        case LoadFormat.HIGHLIGHTS:
            from summittui.exchange.loading.highlights import read_highlights as reader
        case LoadFormat.QDPX:
            from summittui.exchange.loading.refi_project import read_project

            return read_project
        case _:
            from summittui.exchange.loading.codebooks import READERS as CODEBOOKS

            return CODEBOOKS[format_]
    return reader


__all__ = ["Codebook", "CodedSelection", "InputError", "LoadFormat", "LoadedRecords", "Project", "Tick", "read_file"]
