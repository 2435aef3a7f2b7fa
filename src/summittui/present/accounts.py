"""Two accounts as text: first where they differ, each matter with both sides, then where they agree, then the rest."""

from collections import Counter
from collections.abc import Iterator

from summittui.library import Library
from summittui.library.answers.accounts import Accounts, Matter, OnlyIn
from summittui.model import Claim, Disagreement, Quote, Record, Severity
from summittui.model.passages import marked_spans
from summittui.present.attribution import citation, doubt_words
from summittui.present.line import Line, labelled
from summittui.present.record import record_label
from summittui.present.source import source_label
from summittui.present.table import Table


def accounts_lines(library: Library, accounts: Accounts) -> Iterator[Line]:
    """Yield the lines of two accounts, the most severe disagreement first."""
    left, right = accounts.left.id, accounts.right.id
    yield Line((f"{source_label(accounts.left)} | {source_label(accounts.right)}", "title"))
    yield Line((_counts(accounts), "count"))
    if accounts.one_origin:
        yield Line((f"not two witnesses: {accounts.one_origin}", "doubt"))
    for number, matter in enumerate(accounts.disagreements, 1):
        yield Line()
        kind = (f"{matter.kind}, {matter.severity}", "differ")
        yield Line(f"{number}. ", (matter.title, "heading"), " — ", kind)
        yield Line("   ", labelled(left, (side_gist(matter, left), "reported")))
        yield Line("   ", labelled(right, (side_gist(matter, right), "reported")))
        yield Line("   ", labelled("how they differ", matter.explanation))
        yield Line("   ", _spans(accounts, matter))
    yield from _agreements(accounts)
    yield from _only(library, left, accounts.only_left)
    yield from _only(library, right, accounts.only_right)


def _spans(accounts: Accounts, matter: Matter) -> Line:
    spans = "; ".join(side_spans(matter, source.id) for source in (accounts.left, accounts.right))
    return Line((f"[{matter.id}; {spans}]", "source"))


def _counts(accounts: Accounts) -> str:
    severities = Counter(each.severity for each in accounts.disagreements)
    parts = ", ".join(f"{severity} {severities[severity]}" for severity in Severity if severities[severity])
    differ = f"disagreements: {len(accounts.disagreements)}" + (f" ({parts})" if parts else "")
    return f"{differ}; agreements: {len(accounts.agreements)}"


def _agreements(accounts: Accounts) -> Iterator[Line]:
    left, right = accounts.left.id, accounts.right.id
    if accounts.agreements:
        yield Line()
        yield Line(("Both tell:", "heading"))
    for matter in accounts.agreements:
        note = (f" {matter.note}" if matter.note else "", "apparatus")
        sides = (labelled(left, side_gist(matter, left)), " ", labelled(right, side_gist(matter, right)))
        yield Line("  ", (f"{matter.title}. ", "heading"), *sides, note)
        yield Line("    ", _spans(accounts, matter))


def _only(library: Library, source: str, only: OnlyIn) -> Iterator[Line]:
    groups: dict[str, tuple[Record, ...]] = {
        "actors": only.actors,
        "declarations": only.declarations,
        "quotes": only.quotes,
        f"other claims of {source}, outside these matters": only.claims,
    }
    yield Line()
    yield Line((f"Only in {source}:", "heading"))
    for name, records in groups.items():
        yield Line("  ", labelled(name, (str(len(records)), "count")))
        for record in records:
            yield Line("    ", lone_label(library, record), (f" [{record.id}]", "source"))


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
    """Return the spans of one side in its source, such as `stdaily 129–266`."""
    spans = [span for side in matter.sides if side.source == source for span in side.spans]
    return f"{source} {', '.join(f'{span.start}–{span.end}' for span in spans)}" if spans else f"{source}: no span"


def side_gist(matter: Matter, source: str) -> str:
    """Return the gist of one source on a matter, in our own words."""
    return "; ".join(side.gist for side in matter.sides if side.source == source)


def lone_label(library: Library, record: Record) -> str:
    """Return the label of a record that only one source has; of a quote its citation."""
    return citation(library, record) if isinstance(record, Quote) else record_label(library, record)


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
    explanation = doubt_words(doubt, "")
    return part, lone_label(library, record), kind, "", "", "", explanation, f"{source} {places}", record.id
