"""What a view can say of each screen."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from summittui.queries.comparison import Alignment
from summittui.queries.ledger import STANDINGS as _STANDINGS
from summittui.queries.ledger import LedgerOrder
from summittui.queries.matrix import Rows
from summittui.queries.orders import ITSELF, ORDERS, REVERSED
from summittui.queries.pairs import PairOrder

PERSPECTIVES = ("actors", "camps", "declarations", "sources")
"""The tables whose records can be a column of a comparison."""
LISTS = tuple(ORDERS)
"""The tables of the three lists of Browse."""

_ANY: tuple[str, ...] = ()
_ON = ("on",)


class Shape(NamedTuple):
    """What a screen understands."""

    tables: tuple[str, ...] = ()
    """The tables of the records that it can be of."""
    fewest: int = 0
    most: int | None = 0
    """How many records it can be of; None for any number."""
    options: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Its options besides `at`, each with the words that it takes; none where it takes any."""
    needs: tuple[str, ...] = ()
    """The options that it cannot do without."""


def _sort_words(table: str) -> tuple[str, ...]:
    """Return the orders of a table, each also reversed; the one of the list by itself is called `itself`."""
    names = [name or ITSELF for name in ORDERS[table]]
    return tuple(word for name in names for word in (name, name + REVERSED))[1:]


_MANNER = MappingProxyType({"wrap": ("off",), "scroll": ("apart",)})
_COMPARED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "by": tuple(map(str, Alignment)),
        "only": ("differences",),
        "evidence": ("direct", "certain", "direct,certain"),
        "unfolded": _ANY,
        "merged": _ANY,
        "rows": ("collapsed",),
        "expanded": _ANY,
        **_MANNER,
    }
)
_BROWSED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pane": LISTS,
        "open": ("detail",),
        "zoom": _ON,
        "lead": _ANY,
        "marked": _ANY,
        "only": ("marked",),
        **dict.fromkeys(LISTS, _ANY),
        **{f"sort-{table}": _sort_words(table) for table in LISTS},
        **{f"look-{table}": _ANY for table in LISTS},
    }
)
_CELLS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"rows": tuple(map(str, Rows)), "sort": _ANY, "folded": _ON, "voices": _ON, "marked": _ANY}
)
_READ: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"pane": ("text", "marks"), "around": ("0", "1", "3", "10"), "zoom": _ON, "marked": _ANY}
)

SCREENS: Mapping[str, Shape] = MappingProxyType(
    {
        "browse": Shape(options=_BROWSED),
        "compare": Shape(PERSPECTIVES, 2, None, _COMPARED),
        "declarations": Shape(("declarations",), 2, None, _MANNER),
        "accounts": Shape(("sources",), 2, 2),
        "variants": Shape(("quotes",), 1, 1),
        "matrix": Shape(options=_CELLS),
        "ledger": Shape(
            ("declarations",),
            0,
            None,
            {"group": _ANY, "standing": _STANDINGS, "order": tuple(map(str, LedgerOrder))[1:]},
        ),
        "pairs": Shape(options={"voices": _ON, "sort": tuple(map(str, PairOrder))[1:]}),
        "evidence": Shape(PERSPECTIVES, 1, 1, {"issue": _ANY, "folded": _ON}, ("issue",)),
        "verify": Shape(("sources",), 1, 1),
        "timeline": Shape(PERSPECTIVES, 0, 1),
        "documents": Shape(("sources",), 0, 1, _READ),
        "reader": Shape(("sources",), 1, 1),
        "search": Shape(options={"query": _ANY}),
    }
)
"""The screens that a view can open."""
