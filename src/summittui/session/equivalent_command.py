"""The equivalent command of a view: the one of the command line that prints the same."""

from collections.abc import Callable, Mapping

from summittui.model import InputError
from summittui.queries.comparison import Alignment
from summittui.queries.links import SCOPE, ViewLink
from summittui.queries.orders import ITSELF, order_of

Arguments = tuple[str, ...]


def equivalent_command(view: ViewLink) -> Arguments:
    """Return the arguments of `summittui` that print what a view shows; what changes only its look is left out.

    Raises:
        InputError: The view shows nothing that could be printed.
    """
    arguments = _COMMANDS[view.screen](view)
    named = 2 if arguments[0] == "sources" else 1
    return (*arguments[:named], *_given("--scope", view.option(SCOPE)), *arguments[named:])


def _browsed(view: ViewLink) -> Arguments:
    table = view.option("pane") or "actors"
    order = order_of(view.option(f"sort-{table}"))
    return (
        *("list", table),
        *_given("--query", view.option(table)),
        *_given("--of", view.option("lead")),
        *(_given("--only", *view.listed("marked")) if view.option("only") else ()),
        *_given("--order", order.field or (ITSELF if order.reversed else "")),
        *(("--reverse",) if order.reversed else ()),
    )


def _compared(view: ViewLink) -> Arguments:
    evidence = view.listed("evidence") if view.option("by") != Alignment.DECLARATION else ()
    return (
        "compare",
        *_given("--by", view.option("by") or "issue"),
        *_given("--unfold", *view.listed("unfolded")),
        *_given("--merge", *view.listed("merged")),
        *(("--differences",) if view.option("only") else ()),
        *(("--collapsed",) if view.option("rows") else ()),
        *(("--direct-only",) if "direct" in evidence else ()),
        *(("--no-doubtful",) if "certain" in evidence else ()),
        *_named(view),
    )


def _searched(view: ViewLink) -> Arguments:
    query = view.option("query")
    if not query.strip():
        raise InputError("the view of search has no query:, so there is nothing to print")
    return ("search", "--", query)


def _read(view: ViewLink) -> Arguments:
    return ("list", "quotes", *_given("--source", *view.subjects)) if view.subjects else ("list", "sources")


def _evidence(view: ViewLink) -> Arguments:
    return ("matrix", *_given("--issue", view.option("issue")), *_switch(view, "folded"), *_named(view))


def _matrix(view: ViewLink) -> Arguments:
    rows, sort = _given("--rows", view.option("rows")), _given("--sort-by", view.option("sort"))
    return ("matrix", *rows, *_switch(view, "folded"), *_switch(view, "voices"), *sort)


def _ledger(view: ViewLink) -> Arguments:
    group, standing = _given("--group", view.option("group")), _given("--standing", view.option("standing"))
    return ("ledger", *group, *standing, *_given("--sort", view.option("order")), *_named(view))


def _named(view: ViewLink) -> Arguments:
    return ("--", *view.subjects) if view.subjects else ()


def _switch(view: ViewLink, name: str) -> Arguments:
    return (f"--{name}",) if view.option(name) else ()


def _given(option: str, *values: str) -> Arguments:
    """Return an option with each value, in one word so that no value is taken for another option."""
    return tuple(f"{option}={value}" for value in values if value)


_COMMANDS: Mapping[str, Callable[[ViewLink], Arguments]] = {
    "browse": _browsed,
    "compare": _compared,
    "declarations": lambda view: ("compare", *_named(view)),
    "accounts": lambda view: ("sources", "compare", *_named(view)),
    "variants": lambda view: ("variants", *_named(view)),
    "matrix": _matrix,
    "ledger": _ledger,
    "pairs": lambda view: ("pairs", *_switch(view, "voices"), *_given("--sort", view.option("sort"))),
    "evidence": _evidence,
    "verify": lambda view: ("verify", *_named(view)),
    "timeline": lambda view: ("timeline", *_given("--actor", *view.subjects)),
    "documents": _read,
    "reader": _read,
    "search": _searched,
}
