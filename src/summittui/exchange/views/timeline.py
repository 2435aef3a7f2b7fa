"""A timeline as a table; every date says what it is the date of."""

from typing import Any

from summittui.exchange.plain import full
from summittui.exchange.tables import Table
from summittui.library import Library
from summittui.library.citation import speaker_name, wording
from summittui.library.timeline import Moment, Timeline
from summittui.model import Quote

HEADINGS = (
    "date",
    "precision",
    "dated by",
    "kind",
    "what",
    "who",
    "source",
    "published",
    "via",
    "doubt",
    "note",
    "record",
)
UNDATED = "no date"


def timeline_table(library: Library, timeline: Timeline) -> Table:
    """Return a row for each moment, the earliest first; then one for each thing that has no date."""
    return Table(HEADINGS, tuple(_row(library, each) for each in (*timeline.moments, *timeline.without_date)))


def plain_timeline(library: Library, timeline: Timeline) -> dict[str, Any]:
    """Return the moments, what has no date, and the numbers of moments by year and by month."""
    return {
        "moments": [_plain(library, each) for each in timeline.moments],
        "without_date": [_plain(library, each) for each in timeline.without_date],
        "by_publication": timeline.by_publication,
        "said_or_done_by_year": timeline.counts(4),
        "said_or_done_by_month": _months(timeline.counts(7)),
        "published_by_month": _months(timeline.counts(7, published=True)),
    }


def _months(counts: dict[str, int]) -> dict[str, int]:
    return {month: count for month, count in counts.items() if len(month) > len("YYYY")}


def what(library: Library, moment: Moment) -> str:
    """Return what happened, or the words of a quote, those in quotation marks told from a report."""
    record = library.find(moment.record)
    return wording(record) if isinstance(record, Quote) else moment.label


def who(library: Library, moment: Moment) -> str:
    """Return who speaks, with the role as worded, or who acts; nobody for an event."""
    record = library.find(moment.record)
    return speaker_name(library, record) if isinstance(record, Quote) else ", ".join(map(library.name, moment.actors))


def kind(library: Library, moment: Moment) -> str:
    """Return "event", "act", or "quote" with its kind."""
    record = library.find(moment.record)
    return f"quote ({record.kind})" if isinstance(record, Quote) else moment.kind.value


def _row(library: Library, moment: Moment) -> tuple[str, ...]:
    sources = [library.source(id_) for id_ in moment.sources]
    return (
        moment.when or UNDATED,
        moment.precision,
        moment.dated_by,
        kind(library, moment),
        what(library, moment),
        who(library, moment),
        "; ".join(f"{source.outlet} ({source.id})" for source in sources),
        "; ".join(source.published or "at no known date" for source in sources),
        library.name(moment.via),
        moment.doubt or "",
        moment.note or "",
        moment.record,
    )


def _plain(library: Library, moment: Moment) -> dict[str, Any]:
    record = library.find(moment.record)
    quote_kind = full(record.kind) if isinstance(record, Quote) else None
    told = {"when": moment.when, "precision": moment.precision, "quote_kind": quote_kind, "who": who(library, moment)}
    return {**full(moment), **told, "what": what(library, moment)}
