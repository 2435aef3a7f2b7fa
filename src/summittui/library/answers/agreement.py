"""Agreement of coders: how far those who coded the same records on an issue read the same stance.

Krippendorff's alpha for nominal data (Krippendorff, *Content Analysis*, 2004, chapter 11) is computed by the library
`krippendorff`; the share of agreement is that of equal pairs among all pairs of codings of one record.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from summittui.library import Library
from summittui.model import Claim, Declaration, InputError, Quote, Stance, StanceValue

Codings = Mapping[str, StanceValue]
"""The stance that each coder reads in one record on one issue."""


class CoderAgreement(Struct, frozen=True, kw_only=True):
    """The agreement of coders on one issue, or on all."""

    issue: str | None
    """The id of the issue; None for all issues together."""
    coders: tuple[str, ...]
    """The coders of records that another one coded too."""
    records: int
    """The number of records that two coders or more have coded."""
    equal: int
    """The number of pairs of codings that are equal."""
    pairs: int
    """The number of pairs of codings of the same record."""
    alpha: float | None
    """Krippendorff's alpha; None where it is not defined, for every coding is the same."""

    @property
    def share(self) -> float:
        """The share of equal pairs."""
        return self.equal / self.pairs


def coder_agreement(library: Library) -> tuple[CoderAgreement, ...]:
    """Return the agreement on each issue that coders coded apart, in the order of the issues, then on all together.

    A stance without a coder is nobody's coding and counts for nothing here.

    Raises:
        InputError: The library `krippendorff` is not installed.
    """
    by_issue: dict[str, list[Codings]] = {issue.id: [] for issue in library.issues()}
    for issue, codings in _codings(library):
        by_issue.setdefault(issue, []).append(codings)
    found = [_agreement(issue, codings) for issue, codings in by_issue.items() if codings]
    every = [codings for issue in by_issue.values() for codings in issue]
    return (*found, _agreement(None, every)) if found else ()


def _codings(library: Library) -> Iterator[tuple[str, Codings]]:
    """Yield the issue and the codings of each record and holder that two coders or more have coded."""
    for stances in _coded(library):
        sides: dict[tuple[str, str | None], dict[str, StanceValue]] = {}
        for stance in stances:
            if stance.by is not None:
                sides.setdefault((stance.issue, stance.holder), {})[stance.by] = stance.stance
        yield from ((issue, codings) for (issue, _), codings in sides.items() if len(codings) > 1)


def _coded(library: Library) -> Iterator[Sequence[Stance]]:
    yield from (quote.stances for quote in library.every(Quote))
    yield from (claim.stances for claim in library.every(Claim))
    yield from (act.stances for declaration in library.every(Declaration) for act in declaration.acts)


def _agreement(issue: str | None, codings: Sequence[Codings]) -> CoderAgreement:
    pairs = [pair for each in codings for pair in combinations(each.values(), 2)]
    return CoderAgreement(
        issue=issue,
        coders=tuple(sorted({coder for each in codings for coder in each})),
        records=len(codings),
        equal=sum(one == other for one, other in pairs),
        pairs=len(pairs),
        alpha=_alpha(codings),
    )


def _alpha(codings: Iterable[Codings]) -> float | None:
    """Return Krippendorff's alpha of nominal codings.

    Raises:
        InputError: The library is not installed.
    """
    try:
        import krippendorff
    except ImportError:
        needed = "Krippendorff's alpha needs one more library: pip install 'summittui[agreement]'"
        raise InputError(needed) from None
    counts = [Counter(each.values()) for each in codings]
    if len({value for count in counts for value in count}) < 2:
        return None
    table = [[count[value] for value in StanceValue] for count in counts]
    return float(krippendorff.alpha(value_counts=table, level_of_measurement="nominal"))
