"""The report of a loading, as sentences for the command line and the screens."""

from collections import Counter
from collections.abc import Iterator

from summittui.exchange.loading import LoadFormat
from summittui.model import TABLE_OF
from summittui.model.text import counted
from summittui.session.loading import LoadPlan

NAMED = 10
"""The most ids that are named of those which differ, and the most notices."""

_CSV_REMEDY = "CSV has too few fields to take their place: edit them here, or load JSON Lines"


def summary(plan: LoadPlan, *, is_trial: bool = False) -> str:
    """Return in a sentence what came in, by table, and what was there already."""
    counts = Counter(TABLE_OF[type(record)] for record in plan.records.values())
    parts = [counted(number, table.removesuffix("s")) for table, number in counts.items()]
    parts += [counted(len(plan.texts), "text")] if plan.texts else []
    done = "would be loaded" if is_trial else "loaded"
    return f"{plan.format}: {', '.join(parts) or 'nothing'} {done}; {plan.same:,} there already."


def remarks(plan: LoadPlan, *, remedy: str) -> Iterator[str]:
    """Yield a sentence for each correction, each part that was left out, the records that differ, and notices.

    Args:
        plan: What was loaded.
        remedy: How those of the file are taken, as a clause.
    """
    yield from (f"{words}." for words in plan.remarks)
    yield from (f"Not loaded: {words}." for words in plan.left_out)
    if plan.different:
        more = f" and {len(plan.different) - NAMED:,} more" if plan.different[NAMED:] else ""
        ids = ", ".join(plan.different[:NAMED])
        way = _CSV_REMEDY if plan.format is LoadFormat.QUOTES_CSV else remedy
        yield f"Different here, and left as they are: {ids}{more}; {way}."
    yield from plan.notices[:NAMED]
    if plan.notices[NAMED:]:
        yield f"And {counted(len(plan.notices) - NAMED, 'notice')} of that kind more; `summittui check` has all."
