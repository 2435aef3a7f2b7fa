"""The words and deeds of a perspective that carry no stance on any issue, so that no position counts them."""

from collections.abc import Sequence

from msgspec import Struct

from summittui.library.answers.perspective import Perspective
from summittui.library.protocol import Library, ListResult
from summittui.queries.language.parts import AnyOf, Field, Not, Query
from summittui.queries.listing import ListQuery

_AT_ONCE = 200
"""The number of speakers for whom one query asks; a camp can have more."""


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
    deeds = (deed for member in perspective.members for deed in library.deeds_of(member))
    return Uncoded(_quotes(library, perspective.members), sum(not deed.act.stances for deed in deeds))


def _quotes(library: Library, speakers: Sequence[str]) -> int:
    asked = [speakers[at : at + _AT_ONCE] for at in range(0, len(speakers), _AT_ONCE)]
    if len(asked) == 1:
        return len(_quotes_without_stance(library, asked[0]))
    return len({quote.id for some in asked for quote in _quotes_without_stance(library, some)})


def _quotes_without_stance(library: Library, speakers: Sequence[str]) -> ListResult:
    by = tuple(Field("by", speaker) for speaker in speakers)
    spoken = AnyOf(by) if len(by) > 1 else by[0]
    return library.select(ListQuery(table="quotes", query=Query((spoken, Not(Field("has", "stance"))))))
