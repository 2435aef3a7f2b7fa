"""Cursors as words that find the place again when other records stand around it."""

from collections.abc import Sequence

from summittui.ui.widgets.grid import Place

_MARK = "/"


def nth_word(records: Sequence[str], index: int) -> str:
    """Return the id at an index of a list in which ids recur; from the second of its kind on with its number."""
    number = records[: index + 1].count(records[index])
    return records[index] if number == 1 else f"{records[index]}{_MARK}{number}"


def nth_index(records: Sequence[str], word: str) -> int:
    """Return the index that a word of `nth_word` means; -1 where there is none."""
    id_, _, number = word.partition(_MARK)
    found = [at for at, each in enumerate(records) if each == id_]
    wanted = _number(number or "1")
    return found[wanted - 1] if wanted is not None and wanted <= len(found) else -1


def place_words(keys: Sequence[str], place: Place | None) -> str:
    """Return the key of a row, the number of a column and, from the second one on, that of an entry."""
    if place is None or place.row >= len(keys):
        return ""
    entry = f"{_MARK}{place.entry + 1}" if place.entry else ""
    return f"{keys[place.row]}{_MARK}{place.column + 1}{entry}"


def place_of(keys: Sequence[str], words: str) -> Place | None:
    """Return the place that words of `place_words` mean, without them the first column or entry; None for none."""
    for numbers in range(3):
        key, *others = words.rsplit(_MARK, numbers) if numbers else [words]
        wanted = [_number(each) for each in others]
        if key in keys and len(others) == numbers and None not in wanted:
            column, entry, *_ = (*(each - 1 for each in wanted if each), 0, 0)
            return Place(keys.index(key), column, entry)
    return None


def _number(word: str) -> int | None:
    """Return a number from 1 that a word is."""
    return int(word) if word.isascii() and word.isdigit() and len(word) < 7 and int(word) else None
