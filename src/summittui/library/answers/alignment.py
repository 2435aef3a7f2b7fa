"""Perspectives side by side by date or by source: what was said and done when, or what each source has of them."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from summittui.library.answers.comparison import columns_of, shared_members
from summittui.library.answers.joint_evidence import joint_evidence
from summittui.library.answers.perspective import Perspective
from summittui.library.answers.verdict import EMPTIED
from summittui.library.evidence import BY_SOURCE, Evidence, EvidenceFilter
from summittui.library.protocol import Library
from summittui.model import Source
from summittui.model.dates import precision
from summittui.queries.comparison import Alignment

UNDATED = "no date stated"
_LATEST = "not after "
"""Stands before a date that is the latest possible."""
UNSOURCED = "no source named"
_LESS = {"year": " (the year alone)", "month": " (the month alone)", "day": ""}


class EvidenceCell(Struct, frozen=True):
    """The evidence of one perspective in one row: words, then deeds, then the words of others."""

    evidence: tuple[Evidence, ...] = ()
    left_out: int = 0
    """The number of pieces of evidence that a filter left out."""

    @property
    def n(self) -> int:
        """The number of pieces of evidence."""
        return len(self.evidence)


class AlignedRow(Struct, frozen=True, kw_only=True):
    """One date or one source over all columns; it says who has something there, and never who agrees."""

    key: str
    """A partial date, "not after" one where it is the latest possible, or the id of a source; else empty."""
    label: str
    cells: tuple[EvidenceCell, ...]
    note: str = ""
    """A remark without which the row is misread."""

    @property
    def n(self) -> int:
        """The number of pieces of evidence in all cells."""
        return sum(cell.n for cell in self.cells)

    @property
    def left_out(self) -> int:
        """The number of pieces of evidence that a filter left out."""
        return sum(cell.left_out for cell in self.cells)

    @property
    def speaking(self) -> tuple[int, ...]:
        """The indexes of the columns that have evidence."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.n)

    @property
    def shared(self) -> bool:
        """Whether more than one column has evidence."""
        return len(self.speaking) > 1

    def state_word(self, names: Sequence[str]) -> str:
        """Return who has evidence: both, all, or only those named; `names` are those of the columns."""
        speaking = self.speaking
        if not speaking:
            return EMPTIED
        if len(speaking) < len(self.cells):
            return f"only {', '.join(names[index] for index in speaking)}"
        return "both" if len(speaking) == 2 else f"all {len(speaking)}"


class Aligned(Struct, frozen=True, kw_only=True):
    """Perspectives side by side, by date or by source."""

    columns: tuple[Perspective, ...]
    rows: tuple[AlignedRow, ...]
    by: Alignment
    kept: EvidenceFilter = EvidenceFilter()
    """Which evidence counts."""

    @property
    def shared_members(self) -> tuple[str, ...]:
        """The ids of those who stand in more than one column, so that its evidence counts in each."""
        return shared_members(self.columns)

    @property
    def differing(self) -> "Aligned":
        """The same with the rows alone in which more than one column has something."""
        return replace(self, rows=tuple(row for row in self.rows if row.shared))


def align(
    library: Library,
    ids: Sequence[str],
    by: Alignment,
    *,
    issues: Sequence[str] = (),
    unfolded: frozenset[str] = frozenset(),
    merged: frozenset[str] = frozenset(),
    kept: EvidenceFilter | None = None,
) -> Aligned:
    """Put perspectives side by side by date or by source.

    Args:
        library: The records.
        ids: Ids of the actors, camps, declarations or sources, first column first.
        by: `Alignment.DATE` or `Alignment.SOURCE`.
        issues: Ids of the issues whose evidence counts; all where empty.
        unfolded: Ids whose speakers are left out of their perspective.
        merged: Ids that take in the states and bodies close to them, though these are recorded apart.
        kept: Which evidence counts; all where it is None.

    Raises:
        InputError: There are too few perspectives, or one stands twice.
        UnknownId: An id names no perspective.
    """
    columns = columns_of(library, ids, unfolded, merged)
    keys_of = _dates(library) if by is Alignment.DATE else _sources
    counted = kept or EvidenceFilter()
    found = [_gathered(library, column, keys_of, frozenset(issues), counted) for column in columns]
    order = sorted({key for cells in found for key in cells}, key=_by_date if by is Alignment.DATE else _in(library))
    rows = (
        AlignedRow(
            key=key,
            label=_date_label(key) if by is Alignment.DATE else _source_label(library, key),
            cells=tuple(cells.get(key, EvidenceCell()) for cells in found),
            note="" if by is Alignment.DATE else _source_note(library, key),
        )
        for key in order
    )
    return Aligned(columns=columns, rows=tuple(rows), by=by, kept=counted)


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
    kept: EvidenceFilter,
) -> dict[str, EvidenceCell]:
    every: dict[str, list[Evidence]] = {}
    for pieces, at in joint_evidence(library, column.members):
        if not issues or pieces.stated[at].stance.issue in issues:
            for key in keys_of(pieces[at]):
                every.setdefault(key, []).append(pieces[at])
    found = {}
    for key, gathered in every.items():
        counted = sorted((piece for piece in gathered if kept.keeps(piece)), key=lambda piece: piece.rank)
        found[key] = EvidenceCell(tuple(counted), len(gathered) - len(counted))
    return found


def _by_date(key: str) -> tuple[bool, str, bool]:
    return not key, key.removeprefix(_LATEST), key.startswith(_LATEST)


def _in(library: Library) -> Callable[[str], tuple[bool, int]]:
    """Return the order of the sources in the library, where none is named last."""
    return lambda key: (False, library.rank(key)) if library.find(key) else (True, 0)


def _date_label(key: str) -> str:
    return f"{key}{_LESS[precision(key.removeprefix(_LATEST))]}" if key else UNDATED


def _source_label(library: Library, key: str) -> str:
    source = library.find(key)
    return f"{source.outlet} ({source.id})" if isinstance(source, Source) else UNSOURCED


def _source_note(library: Library, key: str) -> str:
    source = library.find(key)
    if not isinstance(source, Source):
        return ""
    digest = f"a digest of {source.digest_of}, not a second witness" if source.digest_of else ""
    return "; ".join(part for part in (f"published {source.published or 'at no known date'}", digest) if part)
