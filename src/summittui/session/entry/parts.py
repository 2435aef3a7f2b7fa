"""Parts of records as a person enters them: a stance, an act, and a number as a source states it."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from summittui.library import Library
from summittui.model import (
    Act,
    ActKind,
    ActorId,
    Certainty,
    InputError,
    IssueId,
    Level,
    Qualifier,
    SourceId,
    Stance,
    StanceValue,
    Tally,
)
from summittui.model.numbers import NUMBER
from summittui.model.text import safe
from summittui.session.entry.numbers import entered_number, refuse_multiple, refuse_number, shown

_TALLY = re.compile(r"(?P<qualifier>\S+)\s+(?P<stated>.+)@(?P<source>[^@]+)", re.DOTALL)
_STATED = re.compile(rf"(?P<number>{NUMBER})\s+(?P<counts>[^\s\d].*)", re.DOTALL)
_LIKE_A_NUMBER = re.compile(r"[^\w\s]*[\d½⅓⅔¼¾⅛]")
"""The beginning of a number, or of what looks like one: also behind a sign of money, of more or less."""


def entered_stances(
    library: Library, texts: Iterable[str], *, level: str | None = None, certainty: str | None = None
) -> tuple[Stance, ...]:
    """Return the stances entered as `ISSUE=SIDE`, read as `new_stance` reads them.

    Raises:
        InputError: One has another form, or names what there is not.
    """
    parts = (_parts(text, "=", "ISSUE=SIDE") for text in texts)
    return tuple(new_stance(library, issue, side, level=level, certainty=certainty) for issue, side in parts)


def entered_stance_on(
    library: Library,
    issue: IssueId,
    text: str,
    *,
    level: str | None = None,
    certainty: str | None = None,
    by: str | None = None,
) -> tuple[str, Stance]:
    """Return the id of the record and its stance on an issue that may be new, entered as `ID=SIDE`.

    Raises:
        InputError: The text has another form, or names what there is not.
    """
    record, side = _parts(text, "=", "ID=SIDE")
    return library.resolve(record), _stance(issue, side, level=level, certainty=certainty, by=by)


def entered_act(library: Library, text: str) -> Act:
    """Return the act entered as `ACTOR=ACT@SOURCE`.

    Raises:
        InputError: It has another form, or names what there is not.
    """
    actor, stated = _parts(text, "=", "ACTOR=ACT@SOURCE")
    return new_act(library, actor, *_parts(stated, "@", "ACTOR=ACT@SOURCE"))


def _parts(text: str, sign: str, form: str) -> tuple[str, str]:
    left, found, right = text.partition(sign)
    if not (found and left.strip() and right.strip()):
        raise InputError(f"{safe(text)!r} has not the form {form}; write it so")
    return left.strip(), right.strip()


def entered_tally(library: Library, text: str) -> Tally:
    """Return the number entered as `QUALIFIER [NUMBER] COUNTED@SOURCE`, such as `about 60 signatories@stdaily`.

    Raises:
        InputError: It has another form, its number is not plain, or it names what there is not.
    """
    found = _TALLY.fullmatch(text.strip())
    if found is None:
        raise InputError(f"{shown(text)} is no tally; write QUALIFIER NUMBER COUNTED@SOURCE")
    number, counts = _number_and_counts(found["stated"].strip())
    return new_tally(library, counts, found["qualifier"], number, found["source"].strip())


def _number_and_counts(stated: str) -> tuple[int | None, str]:
    if not _LIKE_A_NUMBER.match(stated):
        return None, stated
    found = _STATED.fullmatch(stated)
    if found is None and re.fullmatch(NUMBER, stated):
        raise InputError(f"a tally needs what it counts; write it behind the number {shown(stated)}")
    if found is None:
        refuse_number(stated)
    return entered_number(found["number"]), found["counts"]


def new_stance(
    library: Library,
    issue: str,
    side: str,
    *,
    level: str | None = None,
    certainty: str | None = None,
    holder: str | None = None,
    by: str | None = None,
) -> Stance:
    """Return a stance.

    Args:
        library: The records that names mean.
        issue: Id or label of the issue.
        side: One of for, against, mixed, unclear.
        level: Whether it stands in the words; None where it is the coder's reading.
        certainty: How sure the coder is; medium where None.
        holder: Id, name or alias of whose stance it is, where that is not the speaker.
        by: The coder whose reading it is.

    Raises:
        UnknownId: There is no such issue or holder.
        InputError: There is no such side.
    """
    on = IssueId(library.resolve(issue, ("issues",)))
    whose = ActorId(library.resolve(holder, ("actors",))) if holder else None
    return replace(_stance(on, side, level=level, certainty=certainty, by=by), holder=whose)


def _stance(issue: IssueId, side: str, *, level: str | None, certainty: str | None, by: str | None) -> Stance:
    if side not in set(StanceValue):
        raise InputError(f"{safe(side)!r} is no stance; write one of {', '.join(StanceValue)}")
    return Stance(
        issue=issue,
        stance=StanceValue(side),
        level=Level(level or Level.INTERPRETIVE),
        certainty=Certainty(certainty or Certainty.MEDIUM),
        by=(by or "").strip() or None,
    )


def new_act(library: Library, actor: str, act: str, source: str) -> Act:
    """Return an act that a source states.

    Raises:
        UnknownId: There is no such actor or source.
        InputError: There is no such act.
    """
    if act not in set(ActKind):
        raise InputError(f"{safe(act)!r} is no act; write one of {', '.join(ActKind)}")
    return Act(
        actor=ActorId(library.resolve(actor, ("actors",))),
        act=ActKind(act),
        source=SourceId(library.resolve(source, ("sources",))),
    )


def new_tally(library: Library, counts: str, qualifier: str, number: int | None, source: str) -> Tally:
    """Return a number as a source states it; `counts` is what is counted.

    Raises:
        UnknownId: There is no such source.
        InputError: There is no such qualifier, nothing that is counted, or what is counted changes the number.
    """
    if number is not None:
        refuse_multiple(counts)
    if qualifier not in set(Qualifier):
        raise InputError(f"{safe(qualifier)!r} is no qualifier; write one of {', '.join(Qualifier)}")
    if not counts.strip():
        raise InputError("a tally needs what it counts")
    return Tally(
        source=SourceId(library.resolve(source, ("sources",))),
        number=number,
        qualifier=Qualifier(qualifier),
        counts=counts.strip(),
    )
