"""The attached texts in a file; those that were read lately are cached."""

from collections.abc import Iterator, Mapping

from summittui.library.sqlite.connections import Readers, is_writable
from summittui.library.sqlite.documents import text_in
from summittui.model import SourceId
from summittui.model.caching import BoundedCache

_CACHED = 4


class AttachedTexts(Mapping[SourceId, str]):
    """The texts of one state of a file, by source, each read when it is asked for."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self._texts: BoundedCache[str, tuple[str | None]] = BoundedCache(_CACHED)

    def __getitem__(self, source: SourceId) -> str:
        (text,) = self._texts.get(source, lambda: (self._read(source),))
        if text is None:
            raise KeyError(source)
        return text

    def __contains__(self, source: object) -> bool:
        sql = "select 1 from attached where source = ?"
        return isinstance(source, str) and is_writable(source) and self._readers.first(sql, source) is not None

    def __iter__(self) -> Iterator[SourceId]:
        sql = "select source from attached join document using(row) order by row"
        return (SourceId(source) for (source,) in self._readers.rows(sql))

    def __len__(self) -> int:
        return int(self._readers.first("select count(*) from attached"))

    def _read(self, source: str) -> str | None:
        sql = "select raw from attached join document using(row) where source = ?"
        raw = self._readers.first(sql, source) if is_writable(source) else None
        return None if raw is None else text_in(raw)
