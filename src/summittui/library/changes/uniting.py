"""The union of two versions of one record, field by field, from the fields' names and types alone.

A field that is empty in one version has the other's value. Lists are united, remarks (notes, doubts, memos) joined.
Fields that mean something only together, such as an act and its declaration, come from one version. What both versions
have and differ in is a conflict: the first version's value stays, and the conflict says what was left out.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from summittui.model import Act, Passage, Record, Selector, Side, Stance
from summittui.model.quotation import in_marks
from summittui.model.references import references
from summittui.model.text import safe

S = TypeVar("S", bound=Struct)
Path = str

_TOGETHER = (
    ("words", "quoted", "spans"),
    ("cue", "verb"),
    ("length", "sha256", "file_sha256", "outline"),
    ("act", "declaration"),
    ("issue", "stance"),
    ("stance", "level", "certainty"),
)
_NAMES = ("name", "title")
_PARTNER = re.compile(r"(?P<whole>.+)_(?:at|note)")
_REMARKS = ("doubt", "note", "memo")


class Conflict(Struct, frozen=True, kw_only=True):
    """A value that a union leaves out because the other version has another one there."""

    record: str
    field: Path
    """Path of the field, such as `stances[0].stance`."""
    kept: Any
    dropped: Any

    def __str__(self) -> str:
        kept, dropped = (safe(in_words(value)) for value in (self.kept, self.dropped))
        return f"{self.record}, {self.field}: {dropped}; it keeps {kept}"


class Union:
    """The union of versions of the record with the id `record`; collects the conflicts and what was taken over."""

    def __init__(self, record: str) -> None:
        self._record = record
        self.conflicts: list[Conflict] = []
        self.taken: dict[Path, None] = {}
        """Paths of the fields of the first version that hold more than before."""

    def of(self, kept: S, gone: S, path: Path = "") -> S:
        """Return the union of two structs of one type; `path` is where they stand in the record."""
        stay = self._refused_groups(kept, gone, path)
        fields = [name for name in kept.__struct_fields__ if name != "id" and name not in stay]
        if hasattr(kept, "aliases"):
            fields = [name for name in fields if name not in _NAMES]
        united = {name: self._value(path, name, getattr(kept, name), getattr(gone, name)) for name in fields}
        if "aliases" in united:
            united["aliases"] = _aliases(kept, gone)
        for name, value in united.items():
            if value != getattr(kept, name) and not path:
                self.taken[name] = None
        return replace(kept, **united)

    def folded(self, before: S, after: S, path: Path = "") -> S:
        """Return `after`, whose ids were rewritten, with the items of each list united that have become one.

        Items that are as in `before` go first.
        """
        changes = {}
        for name in after.__struct_fields__:
            was, now = getattr(before, name), getattr(after, name)
            if isinstance(now, tuple) and was != now and isinstance(now[0], Struct):
                items = [
                    self.folded(old, new, f"{path}{name}[{index}].")
                    for index, (old, new) in enumerate(zip(was, now, strict=True))
                ]
                changes[name] = self._one_each(items, [items[i] == was[i] for i in range(len(items))], f"{path}{name}")
        return replace(after, **changes) if changes else after

    def drop(self, field: Path, kept: object, dropped: object) -> None:
        """Note a conflict."""
        self.taken.pop(field, None)
        self.conflicts.append(Conflict(record=self._record, field=field, kept=kept, dropped=dropped))

    def _value(self, path: Path, name: str, mine: Any, theirs: Any) -> Any:
        if is_empty(theirs) or mine == theirs:
            return mine
        if is_empty(mine):
            return theirs
        if isinstance(mine, tuple):
            return self._list(path, name, mine, theirs)
        if _is_remark(name):
            return joined(mine, theirs, "\n" if name == "memo" else "")
        if isinstance(mine, Selector) and _identity(mine) == _identity(theirs):
            return self.of(mine, theirs, f"{path}{name}.")
        self.drop(f"{path}{name}", mine, theirs)
        return mine

    def _list(self, path: Path, name: str, mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
        both = (*mine, *theirs)
        if not isinstance(mine[0], Struct):
            return tuple(dict.fromkeys(both))
        united = self._one_each(both, [i < len(mine) for i in range(len(both))], f"{path}{name}")
        return _in_order(united) if _is_span(mine[0]) else united

    def _one_each(self, items: Sequence[Any], first: Sequence[bool], path: Path) -> tuple[Any, ...]:
        """Return the items with those united that are the same thing; the fields of those marked `first` stay."""
        groups: dict[object, list[int]] = {}
        for index, item in enumerate(items):
            groups.setdefault(_identity(item), []).append(index)
        united: list[Any] = []
        for indexes in groups.values():
            at, *others = sorted(indexes, key=lambda index: not first[index])
            item = items[at]
            for other in others:
                item = self.of(item, items[other], f"{path}[{len(united)}].")
            united.append(item)
        return tuple(united)

    def _refused_groups(self, kept: Struct, gone: Struct, path: Path) -> set[str]:
        """Return the fields that stay as they are because a field that belongs to them differs; notes conflicts."""
        stay: set[str] = set()
        for group in _groups(kept):
            pairs = {name: (getattr(kept, name), getattr(gone, name)) for name in group if name not in stay}
            if any(_differ(name, *pair) for name, pair in pairs.items()):
                stay.update(pairs)
                for name, (mine, theirs) in pairs.items():
                    if mine != theirs and not is_empty(theirs):
                        self.drop(f"{path}{name}", mine, theirs)
        return stay


def is_empty(value: object) -> bool:
    """Tell whether a field holds nothing: None, an empty text or list, or a flag that is not set."""
    return value is None or value is False or value in ("", ())


def joined(mine: str, theirs: str, between: str = "") -> str:
    """Return two remarks as one; one that the other holds already is not repeated.

    Args:
        mine: The first remark.
        theirs: The one that follows.
        between: What stands between them; empty for a blank, after a semicolon where `mine` ends without a full stop.
    """
    if theirs in mine:
        return mine
    if mine in theirs:
        return theirs
    return f"{mine}{between or (' ' if mine.endswith(('.', '!', '?', '…')) else '; ')}{theirs}"


def without_itself(record: Record, union: Union) -> Record:
    """Return a record without the fields and items that name the record itself."""
    own = {re.split(r"[\[.]", reference.field)[0] for reference in references(record) if reference.id == record.id}
    changes: dict[str, Any] = {}
    for name in own:
        value = getattr(record, name)
        if value == record.id:
            changes[name] = None
        elif isinstance(value, tuple) and not isinstance(value[0], Struct):
            changes[name] = tuple(id_ for id_ in value if id_ != record.id)
    for name, value in changes.items():
        union.drop(name, value, record.id)
    return replace(record, **changes) if changes else record


def in_words(value: object) -> str:
    """Return a field's value for a sentence."""
    match value:
        case None | () | "":
            return "nothing"
        case bool():
            return "yes" if value else "no"
        case tuple():
            return "; ".join(map(in_words, value))
        case Selector():
            words = f" {in_marks(value.exact)}" if value.exact else ""
            source = f" of {value.source}" if isinstance(value, Passage) else ""
            return f"{value.start}–{value.end}{source}{words}"
        case Struct():
            pairs = ((name, getattr(value, name)) for name in value.__struct_fields__)
            return ", ".join(f"{name} {in_words(each)}" for name, each in pairs if not is_empty(each))
    return in_marks(value) if isinstance(value, str) and " " in value else str(value)


def _aliases(kept: Any, gone: Any) -> tuple[str, ...]:
    own, others = ([getattr(one, name) for name in _NAMES if hasattr(one, name)] for one in (kept, gone))
    return tuple(alias for alias in dict.fromkeys((*kept.aliases, *others, *gone.aliases)) if alias not in own)


def _identity(item: Any) -> object:
    """Return what two items of a list have in common that are about the same thing."""
    match item:
        case Selector():
            return item.start, item.end, getattr(item, "source", None), getattr(item, "form", None)
        case Stance():
            return item.issue, item.holder, item.by
        case Act():
            return item.actor, item.act, item.sources
        case Side():
            return item.source
    return item


def _is_span(item: object) -> bool:
    return isinstance(item, Selector) and not isinstance(item, Passage)


def _in_order(spans: Iterable[Selector]) -> tuple[Selector, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _is_remark(name: str) -> bool:
    return name in _REMARKS or name.endswith("_note")


def _groups(struct: Struct) -> list[tuple[str, ...]]:
    """Return the fields of a struct that mean something only together."""
    names = struct.__struct_fields__
    partners = ((match["whole"], name) for name in names if (match := _PARTNER.fullmatch(name)))
    return [group for group in (*_TOGETHER, *partners) if set(group) <= set(names)]


def _differ(name: str, mine: object, theirs: object) -> bool:
    """Tell whether two values exclude each other; two descriptions of one span do not, nor do two remarks."""
    if is_empty(mine) or is_empty(theirs) or _is_remark(name):
        return False
    return _identities(mine) != _identities(theirs)


def _identities(value: object) -> object:
    return tuple(map(_identity, value)) if isinstance(value, tuple) else _identity(value)
