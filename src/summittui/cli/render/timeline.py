"""A timeline as text: its sparklines, then moment by moment; every date says what it is the date of."""

from collections.abc import Iterator, Mapping

from summittui.exchange.views.timeline import kind, what, who
from summittui.library import Library
from summittui.library.dating import AS_STATED, NOT_AFTER
from summittui.library.sparkline import sparkline, without_gaps
from summittui.library.timeline import Moment, Timeline

WIDEST = 60
"""How many bars a sparkline has at most."""


def shown_timeline(library: Library, timeline: Timeline) -> Iterator[str]:
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
