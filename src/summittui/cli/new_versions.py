"""The replacement of a source's text by a new version: what is told, and what is asked before anything moves."""

from collections.abc import Iterator, Sequence

from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.form import Form, form
from summittui.cli.output import say, write
from summittui.exchange import to_json
from summittui.intake.reanchoring import Fate
from summittui.model import InputError, SourceId
from summittui.model.text import counted
from summittui.session import Session
from summittui.session.proposing import Proposer
from summittui.session.replacing import Replacement, SpanFate

_TOLD = (Fate.MOVED, Fate.RESPELLED, Fate.DRIFTED, Fate.GONE)


def replace_version(
    session: Session, places: Sequence[str], source: SourceId, proposer: Proposer | None, *, accepted: bool
) -> int:
    """Replace the text of a source, tell the fate of each span and return the exit code.

    Where a span has drifted or is gone, nothing is changed unless that is accepted.

    Raises:
        InputError: There is not one document, or it cannot be read.
        StoreError: The store may not be written or is busy.
    """
    if len(places) != 1:
        raise InputError(f"Nothing was replaced: {source} has one text; name one document, not {len(places)}.")
    replacement = session.intake.plan_new_version(places[0], source)
    is_open = bool(replacement.of(Fate.DRIFTED, Fate.GONE)) and not accepted
    proposals = 0 if is_open else session.intake.replace_version(replacement, proposer)
    _tell(replacement, is_open=is_open, proposals=proposals)
    return PROBLEM_FOUND if is_open else 0


def _tell(replacement: Replacement, *, is_open: bool, proposals: int) -> None:
    if form() is Form.JSON:
        plain = {
            "source": replacement.source,
            "replaced": not is_open,
            "spans": replacement.counts,
            "fates": replacement.of(*_TOLD),
            "dropped_proposals": replacement.dropped,
            "proposals": proposals,
        }
        write(to_json(plain))
    elif not is_open:
        write(f"{replacement.source}\n")
    for line in _lines(replacement):
        say(line)
    counts = ", ".join(f"{number} {fate}" for fate, number in replacement.counts.items())
    if is_open:
        say(f"Nothing was replaced ({counts}); --accept-drift moves what drifted and gives up the places of the rest.")
    else:
        say(f"Replaced the text of {replacement.source}; spans: {counts}.")
    if proposals:
        say(f"{counted(proposals, 'proposal')} to review.")


def _lines(replacement: Replacement) -> Iterator[str]:
    yield from map(_line, replacement.of(*_TOLD))
    yield from (f"proposal {id_} goes: its passage is no longer there" for id_ in replacement.dropped)


def _line(fate: SpanFate) -> str:
    place = f"{fate.before[0]}–{fate.before[1]}"
    after = f" → {fate.after[0]}–{fate.after[1]}" if fate.after else ""
    now = f" is now “{fate.now}”" if fate.fate in {Fate.RESPELLED, Fate.DRIFTED} else ""
    return f"{fate.fate}: {fate.record} {fate.field} {place}{after}: “{fate.words}”{now}"
