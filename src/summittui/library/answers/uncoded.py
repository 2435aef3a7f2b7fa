"""The words and deeds of a perspective that carry no stance on any issue, so that no position counts them."""

from msgspec import Struct

from summittui.library.answers.perspective import Perspective
from summittui.library.protocol import Library


class Uncoded(Struct, frozen=True):
    """The numbers of a perspective's own quotes and deeds without any stance."""

    quotes: int = 0
    deeds: int = 0

    def __bool__(self) -> bool:
        return bool(self.quotes or self.deeds)


def uncoded(library: Library, perspective: Perspective) -> Uncoded:
    """Count the quotes and the deeds of a perspective that carry no stance on any issue.

    Args:
        library: The records.
        perspective: Whose words and deeds; what others say of it is theirs.
    """
    quotes = {quote.id for member in perspective.members for quote in library.quotes_by(member) if not quote.stances}
    deeds = (deed for member in perspective.members for deed in library.deeds_of(member))
    return Uncoded(len(quotes), sum(not deed.act.stances for deed in deeds))
