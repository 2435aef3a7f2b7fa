"""Addresses of cursors: words that find the same record again when other records stand around it."""

from collections.abc import Sequence

from summittui.ui.widgets.grid import EntryCoordinate

_MARK = "/"


def nth_word(records: Sequence[str], index: int) -> str:
    """Return the address of an index of a list in which ids recur: the id, numbered from its second occurrence on."""
    number = records[: index + 1].count(records[index])
    return records[index] if number == 1 else f"{records[index]}{_MARK}{number}"


def nth_index(records: Sequence[str], word: str) -> int:
    """Return the index that a word of `nth_word` means; -1 where there is none."""
    id_, _, number = word.partition(_MARK)
    found = [at for at, each in enumerate(records) if each == id_]
    wanted = _number(number or "1")
    return found[wanted - 1] if wanted is not None and wanted <= len(found) else -1


def address_of(keys: Sequence[str], cursor: EntryCoordinate | None) -> str:
    """Return the address of a cursor: row key, column number, and entry number from 2 on."""
    if cursor is None or cursor.row >= len(keys):
        return ""
    entry = f"{_MARK}{cursor.entry + 1}" if cursor.entry else ""
    return f"{keys[cursor.row]}{_MARK}{cursor.column + 1}{entry}"


def coordinate_at(keys: Sequence[str], address: str) -> EntryCoordinate | None:
    """Return the coordinate at an address, the first column or entry where it names none; None where there is none."""
    for numbers in range(3):
        key, *others = address.rsplit(_MARK, numbers) if numbers else [address]
        wanted = [_number(each) for each in others]
        if key in keys and len(others) == numbers and None not in wanted:
            column, entry, *_ = (*(each - 1 for each in wanted if each), 0, 0)
            return EntryCoordinate(keys.index(key), column, entry)
    return None


def _number(word: str) -> int | None:
    """Return the number from 1 on that a word is."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 7 and int(word) else None
