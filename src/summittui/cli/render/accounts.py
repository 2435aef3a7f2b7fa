"""Two accounts as text: first where they differ, each matter with both sides, then where they agree, then the rest."""

from collections import Counter
from collections.abc import Iterator

from summittui.exchange.views.accounts import side_gist, side_spans, told
from summittui.library import Library
from summittui.library.accounts import Accounts, OnlyIn
from summittui.model import Record, Severity, Source


def shown_accounts(library: Library, accounts: Accounts) -> Iterator[str]:
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
            yield f"    {told(library, record)}{hedge} [{record.id}]"
