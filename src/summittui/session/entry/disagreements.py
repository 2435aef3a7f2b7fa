"""Disagreements as a person enters them: the matter, and what each of its sources has on it."""

from collections.abc import Iterable, Mapping

from summittui.library import Library
from summittui.model import Disagreement, DisagreementKind, InputError, Selector, Severity, Side, SourceId
from summittui.model.text import safe
from summittui.session.naming import NO_ID, with_new_id

_LEAST = 2
"""The number of sides that a disagreement has at least."""


def new_disagreement(library: Library, entered: Mapping[str, str], spans: tuple[Selector, ...] = ()) -> Disagreement:
    """Return a new disagreement of two sources, as a form enters it.

    Args:
        library: The records that names mean.
        entered: `source` with its `gist`, `other` with its `other_gist`, and the fields of the record by name.
        spans: The places of the side of `source`.

    Raises:
        UnknownId: A name means no source.
        InputError: Something that it needs is missing, or both sides are of one source.
    """
    one = _side(library, entered["source"], entered["gist"], spans)
    other = _side(library, entered["other"], entered["other_gist"])
    return disagreement_of(library, entered, (one, other))


def entered_sides(library: Library, texts: Iterable[str]) -> tuple[Side, ...]:
    """Return the sides entered as `SOURCE=GIST`.

    Raises:
        UnknownId: A name means no source.
        InputError: One has another form.
    """
    parted = ((text, *text.partition("=")) for text in texts)
    return tuple(_entered_side(library, text, source, sign, gist) for text, source, sign, gist in parted)


def _entered_side(library: Library, text: str, source: str, sign: str, gist: str) -> Side:
    if not sign:
        raise InputError(f"{safe(text)!r} has not the form SOURCE=GIST")
    return _side(library, source, gist)


def _side(library: Library, source: str, gist: str, spans: tuple[Selector, ...] = ()) -> Side:
    if not gist.strip():
        raise InputError(f"what {safe(source)} has on it is missing; write that it has nothing where that is so")
    return Side(source=SourceId(library.resolve(source.strip(), ("sources",))), gist=gist.strip(), spans=spans)


def disagreement_of(library: Library, entered: Mapping[str, str], sides: tuple[Side, ...]) -> Disagreement:
    """Return a new disagreement of some sides.

    Raises:
        InputError: Something that it needs is missing, or there are not two sides of different sources.
    """
    for name in ("title", "explanation"):
        if not entered[name].strip():
            raise InputError(f"a disagreement needs its {name}")
    if len({side.source for side in sides}) < max(_LEAST, len(sides)):
        raise InputError("a disagreement needs a side of each of two sources or more, each named once")
    made = Disagreement(
        id=NO_ID,
        title=entered["title"].strip(),
        kind=DisagreementKind(entered["kind"]),
        severity=Severity(entered["severity"]),
        sides=sides,
        explanation=entered["explanation"].strip(),
    )
    return with_new_id(library, made)
