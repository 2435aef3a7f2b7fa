"""A timeline as plain values; every date says what it is the date of."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.library.answers.timeline import Moment, Timeline
from summittui.model import Quote
from summittui.present.timeline import moment_actors, moment_words


def plain_timeline(library: Library, timeline: Timeline) -> dict[str, Any]:
    """Return the moments, what has no date, and the numbers of moments by year and by month."""
    return {
        "moments": [_plain(library, each) for each in timeline.moments],
        "without_date": [_plain(library, each) for each in timeline.without_date],
        "by_publication": timeline.by_publication,
        "by_other_dates": timeline.by_other_dates,
        "said_or_done_by_year": timeline.counts(4),
        "said_or_done_by_month": _months(timeline.counts(7)),
        "published_by_month": _months(timeline.counts(7, published=True)),
    }


def _months(counts: dict[str, int]) -> dict[str, int]:
    return {month: count for month, count in counts.items() if len(month) > len("YYYY")}


def _plain(library: Library, moment: Moment) -> dict[str, Any]:
    record = library.find(moment.record)
    quote_kind = to_plain(record.kind) if isinstance(record, Quote) else None
    told = {
        "when": moment.when,
        "precision": moment.precision,
        "quote_kind": quote_kind,
        "who": moment_actors(library, moment),
    }
    return {**to_plain(moment), **told, "what": moment_words(library, moment)}
