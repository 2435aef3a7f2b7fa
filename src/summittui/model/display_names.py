"""The display names of records."""

from collections.abc import Sequence

from summittui.model import Quote, Record, Source
from summittui.model.quotation import in_marks
from summittui.model.quote import report_of


def joined(names: Sequence[str]) -> str:
    """Return names as one phrase, such as `Ada, Bo and Cy`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def display_name(record: Record) -> str:
    """Return what to call a record on screen: its name, label or title, or the beginning of its words."""
    match record:
        case Source():
            return f"{record.outlet} ({record.id})"
        case Quote():
            return f"{in_marks(record.exact)}{report_of(record)}" if record.exact else record.gist or record.id
    names = (getattr(record, field, None) for field in ("label", "name", "title", "gist", "claim", "memo"))
    return next((name for name in names if name), record.id)


def names_of(record: Record) -> tuple[str, ...]:
    """Return everything that a record may be called: its id, name or title, label and aliases."""
    own = [record.id] + [getattr(record, field, None) for field in ("name", "title", "label", "outlet")]
    return tuple(name for name in (*own, *getattr(record, "aliases", ())) if name)
