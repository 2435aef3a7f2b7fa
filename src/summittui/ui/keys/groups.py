"""Commands grouped by the frequency of their use, as help and palette list commands.

First come those of the last line of the screen, which a reader needs all the time; then tasks, those that come up in
every sitting before those that come up once in a while. What a user ran last is the palette's own first group.
"""

from collections.abc import Iterable, Mapping, Sequence

from summittui.ui.keys.command import Command, Scope

MOST_USED = "Used most"
"""The title of those of the last line, which shows as many of them as fit."""
OTHERS = "Once in a while"
_TASKS: Mapping[str, Sequence[str]] = {
    "Find and narrow": (
        *("filter", "find-text", "search", "next-match", "previous-match", "next-span", "previous-span", "facets"),
        *("find-name", "sort", "reverse", "shorten-filter", "widen", "narrow", "pair-order"),
        *("sort-by-issue", "sort-by-actor", "switch", "leave-out"),
        *("ledger-group", "ledger-standing", "ledger-order"),
    ),
    "Read and go on": (
        *("open", "source", "back", "quit", "next-pane", "previous-pane", "left", "right", "zoom"),
        *("variants", "pane-1", "pane-2", "pane-3", "pane-4", "page", "address"),
    ),
    "Bring in and review": (
        *("import", "accept-proposal", "reject-proposal", "accept-above", "speaker", "declaration", "next-kind"),
        *("code-stance", "join", "split"),
    ),
    "Select": (
        *("word-on", "word-back", "sentence-on", "sentence-back", "paragraph-on", "paragraph-back"),
        *("quotation-on", "quotation-back", "extend", "start-back", "start-on", "end-back", "end-on"),
        *("start-back-far", "end-on-far", "next-place", "previous-place"),
    ),
    "Compare": (
        *("mark", "compare", "range", "marked-only", "next-difference", "previous-difference", "differences-only"),
        *("swap", "add-column", "drop-column", "pick-first", "pick-second", "align", "fold", "see-also"),
        *("direct-only", "no-doubtful", "scroll-apart", "wrap", "rows", "take-in", "pairs", "voices"),
    ),
    "Go to a screen": (
        "browse",
        "matrix",
        "ledger",
        "documents",
        "review",
        "timeline",
        "views",
        "save-view",
        "copy-view",
        "drop-view",
    ),
    "Take out": ("copy", "copy-cited", "copy-row", "copy-table", "export"),
    "Code and edit": (
        *("select", "code", "code-quote", "code-claim", "code-act", "code-tally", "code-side", "code-place"),
        *("stance", "add", "change", "memo", "star", "edit", "undo", "redo", "history", "delete", "merge", "rename"),
        *("add-claim", "change-claim", "delete-claim", "add-event", "change-event", "delete-event"),
        *("add-disagreement", "change-disagreement", "delete-disagreement"),
        *("add-act", "add-tally", "add-issue", "change-issue", "delete-issue"),
        *("add-source", "change-source", "delete-source", "save", "next-field", "previous-field", "cancel"),
    ),
}
"""The tasks, and the commands of each, those used more often first."""
_MOVE = "Move in a list or a text"
_ORDER = (*_TASKS, OTHERS, _MOVE)
_TASK_OF = {command: (task, rank) for task, commands in _TASKS.items() for rank, command in enumerate(commands)}


def by_use(commands: Iterable[Command]) -> list[tuple[str, list[Command]]]:
    """Return commands in groups, each with its title; those that are used more often come first."""
    groups: dict[str, list[Command]] = {title: [] for title in (MOST_USED, *_ORDER)}
    for each in commands:
        groups[_group_of(each)].append(each)
    groups[MOST_USED].sort(key=lambda each: each.hint)
    for title, those in groups.items():
        if title != MOST_USED:
            those.sort(key=lambda each: _TASK_OF.get(each.id, ("", 0))[1])
    return [(title, those) for title, those in groups.items() if those]


def _group_of(command: Command) -> str:
    if command.hint and command.keys:
        return MOST_USED
    if command.scope is Scope.LIST:
        return _MOVE
    return _TASK_OF.get(command.id, (OTHERS, 0))[0]
