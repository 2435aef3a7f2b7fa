"""Two accounts as a table: where they differ, where they agree, what only one of them has."""

from collections.abc import Iterator
from typing import Any

from summittui.exchange.plain import full
from summittui.exchange.tables import Table
from summittui.library import Library
from summittui.library.accounts import Accounts, Matter, OnlyIn
from summittui.library.called import name_of
from summittui.library.citation import citation
from summittui.model import Claim, Disagreement, Quote, Record
from summittui.model.passages import marked_spans


def accounts_table(library: Library, accounts: Accounts) -> Table:
    """Return a row for each disagreement, each agreement, and whatever only one source has, with its spans."""
    left, right = accounts.left.id, accounts.right.id
    headings = ("part", "matter", "kind", "severity", left, right, "explanation", "spans", "record")
    matters: tuple[Matter, ...] = (*accounts.disagreements, *accounts.agreements)
    rows = [_matter(accounts, each) for each in matters]
    rows += _only(library, left, accounts.only_left)
    rows += _only(library, right, accounts.only_right)
    if accounts.one_origin:
        rows.insert(0, ("caution", "not two witnesses", "", "", "", "", accounts.one_origin, "", ""))
    return Table(headings, tuple(rows))


def plain_accounts(accounts: Accounts) -> dict[str, Any]:
    """Return both sources, all disagreements and agreements in full, and the ids of what only one has."""
    return {
        "left": _plain_source(accounts.left.id, accounts.left.published, accounts.left.outlet),
        "right": _plain_source(accounts.right.id, accounts.right.published, accounts.right.outlet),
        "one_origin": accounts.one_origin,
        "disagreements": full(accounts.disagreements),
        "agreements": full(accounts.agreements),
        "only_left": _plain_only(accounts.only_left),
        "only_right": _plain_only(accounts.only_right),
    }


def side_spans(matter: Matter, source: str) -> str:
    """Return where one side stands in its source, such as `stdaily 129–266`."""
    spans = [span for side in matter.sides if side.source == source for span in side.spans]
    return f"{source} {', '.join(f'{span.start}–{span.end}' for span in spans)}" if spans else f"{source}: no span"


def side_gist(matter: Matter, source: str) -> str:
    """Return what one source has on the matter, in our own words."""
    return "; ".join(side.gist for side in matter.sides if side.source == source)


def told(library: Library, record: Record) -> str:
    """Return what to call a record that only one source has; a quote and a claim with who, where and when."""
    match record:
        case Quote():
            return citation(library, record)
        case Claim():
            source = library.source(record.source)
            date = source.published or "at no known date"
            return f"{record.gist} — {library.name(record.author)}; {source.outlet} ({source.id}), published {date}"
    return name_of(record)


def _matter(accounts: Accounts, matter: Matter) -> tuple[str, ...]:
    left, right = accounts.left.id, accounts.right.id
    gists = side_gist(matter, left), side_gist(matter, right)
    spans = f"{side_spans(matter, left)}; {side_spans(matter, right)}"
    if isinstance(matter, Disagreement):
        kind = ("disagreement", matter.title, matter.kind.value, matter.severity.value)
        return (*kind, *gists, matter.explanation, spans, matter.id)
    return "agreement", matter.title, "", "", *gists, matter.note or "", spans, matter.id


def _only(library: Library, source: str, only: OnlyIn) -> Iterator[tuple[str, ...]]:
    for record in (*only.actors, *only.declarations, *only.quotes):
        yield _alone(library, source, f"only in {source}", record)
    for claim in only.claims:
        yield _alone(library, source, f"other claims of {source}", claim)


def _alone(library: Library, source: str, part: str, record: Record) -> tuple[str, ...]:
    spans = [marked.selector for marked in marked_spans(record) if marked.source == source]
    places = ", ".join(dict.fromkeys(f"{span.start}–{span.end}" for span in spans))
    doubt = getattr(record, "doubt", None)
    kind = f"{type(record).__name__.lower()}" + (f" ({record.kind})" if isinstance(record, Quote | Claim) else "")
    explanation = f"doubtful: {doubt}" if doubt else ""
    return part, told(library, record), kind, "", "", "", explanation, f"{source} {places}", record.id


def _plain_source(id_: str, published: str | None, outlet: str) -> dict[str, Any]:
    return {"id": id_, "outlet": outlet, "published": published}


def _plain_only(only: OnlyIn) -> dict[str, list[str]]:
    groups = {"actors": only.actors, "declarations": only.declarations, "quotes": only.quotes, "claims": only.claims}
    return {name: [record.id for record in records] for name, records in groups.items()}
