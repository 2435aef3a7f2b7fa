"""Two accounts as text: first where they differ, each matter with both sides, then where they agree, then the rest."""

from collections import Counter
from collections.abc import Iterator

from summittui.library import Library
from summittui.library.answers.accounts import Accounts, Matter, OnlyIn
from summittui.model import Claim, Disagreement, Quote, Record, Severity, Source
from summittui.model.display_names import display_name
from summittui.model.passages import marked_spans
from summittui.present.attribution import citation
from summittui.present.table import Table


def accounts_lines(library: Library, accounts: Accounts) -> Iterator[str]:
    """Yield the lines of two accounts, the most severe disagreement first."""
    left, right = accounts.left.id, accounts.right.id
    yield f"{_source(accounts.left)} | {_source(accounts.right)}"
    yield _counts(accounts)
    if accounts.one_origin:
        yield f"not two witnesses: {accounts.one_origin}"
    for number, matter in enumerate(accounts.disagreements, 1):
        yield ""
        yield f"{number}. {matter.title} — {matter.kind}, {matter.severity}"
        yield f"   {left}: {side_gist(matter, left)}"
        yield f"   {right}: {side_gist(matter, right)}"
        yield f"   how they differ: {matter.explanation}"
        yield f"   [{matter.id}; {side_spans(matter, left)}; {side_spans(matter, right)}]"
    yield from _agreements(accounts)
    yield from _only(library, left, accounts.only_left)
    yield from _only(library, right, accounts.only_right)


def _source(source: Source) -> str:
    return f"{source.outlet} ({source.id}), published {source.published or 'at no known date'}"


def _counts(accounts: Accounts) -> str:
    severities = Counter(each.severity for each in accounts.disagreements)
    parts = ", ".join(f"{severity} {severities[severity]}" for severity in Severity if severities[severity])
    differ = f"disagreements: {len(accounts.disagreements)}" + (f" ({parts})" if parts else "")
    return f"{differ}; agreements: {len(accounts.agreements)}"


def _agreements(accounts: Accounts) -> Iterator[str]:
    left, right = accounts.left.id, accounts.right.id
    if accounts.agreements:
        yield ""
        yield "Both tell:"
    for matter in accounts.agreements:
        note = f" {matter.note}" if matter.note else ""
        yield f"  {matter.title}. {left}: {side_gist(matter, left)} {right}: {side_gist(matter, right)}{note}"
        yield f"    [{matter.id}; {side_spans(matter, left)}; {side_spans(matter, right)}]"


def _only(library: Library, source: str, only: OnlyIn) -> Iterator[str]:
    groups: dict[str, tuple[Record, ...]] = {
        "actors": only.actors,
        "declarations": only.declarations,
        "quotes": only.quotes,
        f"other claims of {source}, outside these matters": only.claims,
    }
    yield ""
    yield f"Only in {source}:"
    for name, records in groups.items():
        yield f"  {name}: {len(records)}"
        for record in records:
            doubt = getattr(record, "doubt", None)
            hedge = f" — doubtful: {doubt}" if doubt and name != "quotes" else ""
            yield f"    {record_label(library, record)}{hedge} [{record.id}]"


def accounts_table(library: Library, accounts: Accounts) -> Table:
    """Return a row for each disagreement, each agreement, and whatever only one source has, with its spans."""
    left, right = accounts.left.id, accounts.right.id
    headings = ("part", "matter", "kind", "severity", left, right, "explanation", "spans", "record")
    matters: tuple[Matter, ...] = (*accounts.disagreements, *accounts.agreements)
    rows = [_matter(accounts, each) for each in matters]
    rows += _only_rows(library, left, accounts.only_left)
    rows += _only_rows(library, right, accounts.only_right)
    if accounts.one_origin:
        rows.insert(0, ("caution", "not two witnesses", "", "", "", "", accounts.one_origin, "", ""))
    return Table(headings, tuple(rows))


def side_spans(matter: Matter, source: str) -> str:
    """Return where one side stands in its source, such as `stdaily 129–266`."""
    spans = [span for side in matter.sides if side.source == source for span in side.spans]
    return f"{source} {', '.join(f'{span.start}–{span.end}' for span in spans)}" if spans else f"{source}: no span"


def side_gist(matter: Matter, source: str) -> str:
    """Return what one source has on the matter, in our own words."""
    return "; ".join(side.gist for side in matter.sides if side.source == source)


def record_label(library: Library, record: Record) -> str:
    """Return what to call a record that only one source has; a quote and a claim with who, where and when."""
    match record:
        case Quote():
            return citation(library, record)
        case Claim():
            source = library.source(record.source)
            date = source.published or "at no known date"
            return f"{record.gist} — {library.name(record.author)}; {source.outlet} ({source.id}), published {date}"
    return display_name(record)


def _matter(accounts: Accounts, matter: Matter) -> tuple[str, ...]:
    left, right = accounts.left.id, accounts.right.id
    gists = side_gist(matter, left), side_gist(matter, right)
    spans = f"{side_spans(matter, left)}; {side_spans(matter, right)}"
    if isinstance(matter, Disagreement):
        kind = ("disagreement", matter.title, matter.kind.value, matter.severity.value)
        return (*kind, *gists, matter.explanation, spans, matter.id)
    return "agreement", matter.title, "", "", *gists, matter.note or "", spans, matter.id


def _only_rows(library: Library, source: str, only: OnlyIn) -> Iterator[tuple[str, ...]]:
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
    return part, record_label(library, record), kind, "", "", "", explanation, f"{source} {places}", record.id
