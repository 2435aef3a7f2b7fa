"""The wording of a timeline: its sparklines, then moment by moment; every date says what it is the date of."""

from collections.abc import Iterator, Mapping

from summittui.library import Library
from summittui.library.answers.sparkline import sparkline, without_gaps
from summittui.library.answers.timeline import Moment, MomentKind, Timeline
from summittui.library.dating import AS_OF, AS_STATED, NOT_AFTER
from summittui.model import Event, Quote
from summittui.present.attribution import doubt_words, speaker_name, via_name, via_words, wording
from summittui.present.line import Line, labelled
from summittui.present.record import record_paragraphs
from summittui.present.source import UNDATED, outlet_label, source_label
from summittui.present.table import Table

WITHOUT_DATE = "No date is stated"
"""The heading of what has no date."""
PRECISIONS = {"year": "only the year is known", "month": "only the month is known", "day": "", "": ""}
"""The words for each precision of a date."""
WIDEST = 60
"""The number of bars that a sparkline has at most."""


def timeline_lines(library: Library, timeline: Timeline) -> Iterator[Line]:
    """Yield the lines of a timeline."""
    yield Line((f"dated: {len(timeline.moments)}, without a date: {timeline.undated}", "count"))
    years = timeline.counts(4)
    months = {month: count for month, count in timeline.counts(7).items() if len(month) > len("YYYY")}
    yield from _bars("said or done, by year", years)
    yield from _bars("said or done, by month", months)
    if timeline.by_publication:
        published = ", ".join(f"{date} {count}" for date, count in timeline.counts(7, published=True).items())
        yield Line("  ", labelled("dated by the publication of their source alone, which is no bar", published))
    vague = sum(years.values()) - sum(months.values())
    if vague:
        yield Line("  ", labelled("known by the year alone", (str(vague), "count")))
    if timeline.by_other_dates:
        others = ", ".join(f"{words} {count}" for words, count in timeline.by_other_dates.items())
        yield Line("  ", labelled("of the bars, by a date that is not their own", others))
    yield from (Line((moment.when, "heading"), "  ", _told(library, moment)) for moment in timeline.moments)
    if timeline.without_date:
        yield Line()
        yield Line((f"{WITHOUT_DATE}:", "heading"))
    yield from (Line("  ", _told(library, moment)) for moment in timeline.without_date)


def _bars(label: str, counts: Mapping[str, int]) -> Iterator[Line]:
    filled = without_gaps(counts)
    if filled and len(filled) <= WIDEST:
        numbers = ", ".join(f"{period} {count}" for period, count in counts.items())
        bars = (sparkline(list(filled.values())), "source")
        yield Line("  ", labelled(f"{label} {min(filled)} to {max(filled)}", bars, f"  ({numbers})"))


def _told(library: Library, moment: Moment) -> Line:
    is_plain = moment.dated_by in {AS_STATED, AS_OF, NOT_AFTER} or not moment.date
    dated_by = ("" if is_plain else f" (the date of {moment.dated_by})", "doubt")
    name = moment_actors(library, moment) if isinstance(library.find(moment.record), Quote) else ""
    sources = "; ".join(source_label(library.source(id_)) for id_ in moment.sources) or "no source"
    return Line(
        (moment_kind(library, moment), "apparatus"),
        dated_by,
        ": ",
        " — ".join(part for part in (moment_words(library, moment), name) if part),
        (f"; {sources}{via_words(_via(library, moment))}", "source"),
        (doubt_words(moment.doubt), "doubt"),
        f" — {moment.note}" if moment.note else "",
        (f" [{moment.record}]", "source"),
    )


def moment_paragraphs(library: Library, moment: Moment) -> list[Line]:
    """Return a moment with how its date is to be understood, then the paragraphs of its record."""
    told = (PRECISIONS[moment.precision], f"date: {moment.dated_by}" if moment.date else "", moment.note)
    lines = [Line((moment.when or WITHOUT_DATE, "title"), (" · ".join(("", *filter(None, told))), "doubt"))]
    if moment.kind is MomentKind.ACT:
        lines.append(Line((moment.label, "deed")))
    if moment.doubt:
        lines.append(Line((doubt_words(moment.doubt, ""), "doubt")))
    record = library.find(moment.record)
    if isinstance(record, Event):
        return [*lines, Line(), *_event(library, record)]
    return [*lines, Line(), *(record_paragraphs(library, record) if record else ())]


def _event(library: Library, event: Event) -> list[Line]:
    told = (
        ("Place", event.place),
        ("Part of", library.name(event.part_of)),
        ("Also", "; ".join(event.aliases)),
        ("Note", event.note),
    )
    return [Line((event.name, "title")), *(labelled(label, words) for label, words in told if words)]


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
NO_DATE = "no date"


def timeline_table(library: Library, timeline: Timeline) -> Table:
    """Return a row for each moment, the earliest first; then one for each thing that has no date."""
    return Table(HEADINGS, tuple(_row(library, each) for each in (*timeline.moments, *timeline.without_date)))


def moment_words(library: Library, moment: Moment) -> str:
    """Return what happened, or the words of a quote, those in quotation marks told from a report."""
    record = library.find(moment.record)
    return wording(record) if isinstance(record, Quote) else moment.label


def moment_actors(library: Library, moment: Moment) -> str:
    """Return who speaks, with the role as worded, or who acts; nobody for an event."""
    record = library.find(moment.record)
    return speaker_name(library, record) if isinstance(record, Quote) else ", ".join(map(library.name, moment.actors))


def moment_kind(library: Library, moment: Moment) -> str:
    """Return "event", "act", or "quote" with the kind of the quote."""
    record = library.find(moment.record)
    return f"quote ({record.kind})" if isinstance(record, Quote) else moment.kind.value


def _row(library: Library, moment: Moment) -> tuple[str, ...]:
    sources = [library.source(id_) for id_ in moment.sources]
    return (
        moment.when or NO_DATE,
        moment.precision,
        moment.dated_by,
        moment_kind(library, moment),
        moment_words(library, moment),
        moment_actors(library, moment),
        "; ".join(map(outlet_label, sources)),
        "; ".join(source.published or UNDATED for source in sources),
        _via(library, moment),
        moment.doubt or "",
        moment.note or "",
        moment.record,
    )


def _via(library: Library, moment: Moment) -> str:
    record = library.find(moment.record)
    return via_name(library, record) if isinstance(record, Quote) else ""
