"""The tables of a store in a file of documents, of which each is read when it is looked at."""

from collections.abc import ItemsView, Iterator, Mapping
from types import MappingProxyType

from msgspec import Raw

from summittui.store.document_file import DocumentFile
from summittui.store.tables import NAMES


class FileTable(Mapping[str, Raw]):
    """One table: documents as JSON by their number."""

    def __init__(self, file: DocumentFile, name: str) -> None:
        self._file = file
        self._name = name

    def __getitem__(self, number: str) -> Raw:
        raw = self._file.raw(self._name, number)
        if raw is None:
            raise KeyError(number)
        return Raw(raw)

    def __iter__(self) -> Iterator[str]:
        return (number for number, _ in self._file.documents(self._name))

    def __len__(self) -> int:
        return self._file.count(self._name)

    def items(self) -> ItemsView[str, Raw]:
        """Return the numbers and the documents; going through them reads many at a time."""
        return _Items(self, self._file, self._name)


class _Items(ItemsView[str, Raw]):
    """Numbers and documents, read in pieces."""

    def __init__(self, table: FileTable, file: DocumentFile, name: str) -> None:
        super().__init__(table)
        self._file = file
        self._name = name

    def __iter__(self) -> Iterator[tuple[str, Raw]]:
        return ((number, Raw(raw)) for number, raw in self._file.documents(self._name))


def file_tables(file: DocumentFile) -> Mapping[str, FileTable]:
    """Return the tables of a store in a file."""
    return MappingProxyType({name: FileTable(file, name) for name in NAMES})
