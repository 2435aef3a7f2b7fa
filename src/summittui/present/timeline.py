"""A timeline as text: its sparklines, then moment by moment; every date says what it is the date of."""

from collections.abc import Iterator, Mapping

from summittui.library import Library
from summittui.library.answers.dating import AS_STATED, NOT_AFTER
from summittui.library.answers.sparkline import sparkline, without_gaps
from summittui.library.answers.timeline import Moment, Timeline
from summittui.model import Quote
from summittui.present.attribution import speaker_name, wording
from summittui.present.table import Table

WIDEST = 60
"""How many bars a sparkline has at most."""


def timeline_lines(library: Library, timeline: Timeline) -> Iterator[str]:
    """Yield the lines of a timeline."""
    yield f"dated: {len(timeline.moments)}, without a date: {timeline.undated}"
    years = timeline.counts(4)
    months = {month: count for month, count in timeline.counts(7).items() if len(month) > len("YYYY")}
    yield from _bars("said or done, by year", years)
    yield from _bars("said or done, by month", months)
    if timeline.by_publication:
        published = ", ".join(f"{date} {count}" for date, count in timeline.counts(7, published=True).items())
        yield f"  dated by the publication of their source alone, which is no bar: {published}"
    vague = sum(years.values()) - sum(months.values())
    if vague:
        yield f"  known by the year alone: {vague}"
    for moment in timeline.moments:
        yield f"{moment.when}  {_told(library, moment)}"
    if timeline.without_date:
        yield ""
        yield "No date is stated:"
    for moment in timeline.without_date:
        yield f"  {_told(library, moment)}"


def _bars(label: str, counts: Mapping[str, int]) -> Iterator[str]:
    filled = without_gaps(counts)
    if filled and len(filled) <= WIDEST:
        numbers = ", ".join(f"{period} {count}" for period, count in counts.items())
        yield f"  {label} {min(filled)} to {max(filled)}: {sparkline(list(filled.values()))}  ({numbers})"


def _told(library: Library, moment: Moment) -> str:
    is_plain = moment.dated_by in {AS_STATED, NOT_AFTER} or not moment.date
    dated_by = "" if is_plain else f" (the date of {moment.dated_by})"
    name = who(library, moment) if kind(library, moment).startswith("quote") else ""
    via = f", via {library.name(moment.via)}" if moment.via else ""
    sources = "; ".join(_source(library, id_) for id_ in moment.sources) or "no source"
    words = " — ".join(part for part in (what(library, moment), name) if part)
    notes = (f"doubtful: {moment.doubt}" if moment.doubt else "", moment.note or "")
    rest = "".join(f" — {note}" for note in notes if note)
    return f"{kind(library, moment)}{dated_by}: {words}; {sources}{via}{rest} [{moment.record}]"


def _source(library: Library, id_: str) -> str:
    source = library.source(id_)
    return f"{source.outlet} ({source.id}), published {source.published or 'at no known date'}"


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
