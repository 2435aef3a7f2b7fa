"""Letters: the labels of the columns of a comparison and of the issues of a matrix, as in a spreadsheet."""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(index: int) -> str:
    """Return the name of a column: A to Z, AA, AB and so on."""
    before, last = divmod(index, len(_ALPHABET))
    return (letter(before - 1) if before else "") + _ALPHABET[last]


def letters(indexes: list[int], *, last: str = ", ") -> str:
    """Return the names of columns in a row, such as "A, B"; `last` joins the last one."""
    names = [letter(index) for index in indexes]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{last}{names[-1]}"
