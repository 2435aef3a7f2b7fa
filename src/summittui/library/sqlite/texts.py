"""The attached texts in a file; those that were read lately are cached."""

from summittui.library.sqlite.connections import Readers, is_writable
from summittui.library.sqlite.documents import text_in
from summittui.model import SourceId
from summittui.model.caching import BoundedCache

_CACHED = 4


class AttachedTexts:
    """The texts of one state of a file."""

    def __init__(self, readers: Readers) -> None:
        self._readers = readers
        self._texts: BoundedCache[str, tuple[str | None]] = BoundedCache(_CACHED)

    def get(self, source: str) -> str | None:
        """Return the text of a source, or None."""
        return self._texts.get(source, lambda: (self._read(source),))[0]

    def holds(self, source: str) -> bool:
        """Tell whether the text of a source is attached."""
        sql = "select 1 from attached where source = ?"
        return is_writable(source) and self._readers.first(sql, source) is not None

    def every(self) -> dict[SourceId, str]:
        """Return all texts by source."""
        sql = "select source, raw from attached join document using(row) order by row"
        return {SourceId(source): text_in(raw) for source, raw in self._readers.rows(sql)}

    def _read(self, source: str) -> str | None:
        sql = "select raw from attached join document using(row) where source = ?"
        raw = self._readers.first(sql, source) if is_writable(source) else None
        return None if raw is None else text_in(raw)
