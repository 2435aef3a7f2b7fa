"""Perspectives side by side by date or by source: what was said and done when, or what each source has of them."""

from collections.abc import Callable, Iterable, Sequence

from summittui.library.answers.joint_evidence import joint_evidence
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.side_by_side import EvidenceCell, Row
from summittui.library.answers.verdict import RowState, Verdict
from summittui.library.dating import date_order
from summittui.library.evidence import BY_SOURCE, Evidence, counts
from summittui.library.protocol import Library
from summittui.model import Source
from summittui.model.dates import precision
from summittui.queries.comparison import Alignment, ComparisonQuery
from summittui.queries.perspectives import EvidenceFilter

UNDATED = "no date stated"
UNSOURCED = "no source named"
_LESS = {"year": " (the year alone)", "month": " (the month alone)", "day": ""}


def aligned_rows(library: Library, columns: Sequence[Perspective], query: ComparisonQuery) -> list[Row]:
    """Return a row for each date or source with evidence of a column; it says who has some, and never who agrees."""
    by_date = query.by is Alignment.DATE
    keys_of = _dates(library) if by_date else _sources
    issues, counted = frozenset(query.issues), query.evidence_filter
    found = [_gathered(library, column, keys_of, issues, counted) for column in columns]
    order = sorted({key for cells in found for key in cells}, key=_by_date if by_date else _in(library))
    return [_row(library, key, [cells.get(key, EvidenceCell()) for cells in found], by_date=by_date) for key in order]


def _row(library: Library, key: str, cells: Sequence[EvidenceCell], *, by_date: bool) -> Row:
    speaking = sum(cell.n > 0 for cell in cells)
    state = RowState.APART if speaking > 1 else RowState.ONE_SPEAKS if speaking else RowState.SILENT
    return Row(
        key=key,
        label=_date_label(key) if by_date else _source_label(library, key),
        note="" if by_date else _source_note(library, key),
        cells=tuple(cells),
        verdict=Verdict(state=state, words=state.value),
    )


def date_of(library: Library, piece: Evidence) -> str:
    """Return the date of a piece of evidence in words, that of its source where nothing else is dated; else empty."""
    if piece.dating.date or piece.dating.dated_by != BY_SOURCE.dated_by:
        return piece.dating.words
    return library.source(piece.sources[0]).published or "" if piece.sources else ""


def _dates(library: Library) -> Callable[[Evidence], tuple[str, ...]]:
    return lambda piece: (date_of(library, piece),)


def _sources(piece: Evidence) -> tuple[str, ...]:
    return piece.sources or ("",)


def _gathered(
    library: Library,
    column: Perspective,
    keys_of: Callable[[Evidence], Iterable[str]],
    issues: frozenset[str],
    evidence_filter: EvidenceFilter,
) -> dict[str, EvidenceCell]:
    every: dict[str, list[Evidence]] = {}
    for pieces, at in joint_evidence(library, column.members):
        if not issues or pieces.stated[at].stance.issue in issues:
            for key in keys_of(pieces[at]):
                every.setdefault(key, []).append(pieces[at])
    found = {}
    for key, gathered in every.items():
        counted = sorted((piece for piece in gathered if counts(piece, evidence_filter)), key=lambda piece: piece.rank)
        found[key] = EvidenceCell(tuple(counted), len(gathered) - len(counted))
    return found


def _by_date(key: str) -> tuple[bool, str, int]:
    return not key, *date_order(key)


def _in(library: Library) -> Callable[[str], tuple[bool, int]]:
    """Return the order of the sources in the library, where none is named last."""
    return lambda key: (False, library.rank(key)) if library.find(key) else (True, 0)


def _date_label(key: str) -> str:
    return f"{key}{_LESS[precision(date_order(key)[0])]}" if key else UNDATED


def _source_label(library: Library, key: str) -> str:
    source = library.find(key)
    return f"{source.outlet} ({source.id})" if isinstance(source, Source) else UNSOURCED


def _source_note(library: Library, key: str) -> str:
    source = library.find(key)
    if not isinstance(source, Source):
        return ""
    digest = f"a digest of {source.digest_of}, not a second witness" if source.digest_of else ""
    return "; ".join(part for part in (f"published {source.published or 'at no known date'}", digest) if part)
