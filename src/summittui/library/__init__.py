"""Questions about the records, answered purely: no I/O, no clock, no screen."""

from summittui.library.accounts import Accounts, OnlyIn, accounts
from summittui.library.alignment import Aligned, AlignedRow, Alignment, Gathered, align
from summittui.library.called import name_of
from summittui.library.check import CheckReport, Drift, check, check_source
from summittui.library.citation import citation
from summittui.library.clauses import ActRow, ClauseRow, DeclarationComparison, Done, compare_declarations
from summittui.library.comparison import Comparison, Row, RowState, compare
from summittui.library.evidence import DIRECT_KINDS, Evidence, EvidenceFilter, EvidenceKind, evidence_of
from summittui.library.filters import Among, BelongsTo, Filter, Matches, related
from summittui.library.indexes import Deed
from summittui.library.library import Library
from summittui.library.matrix import Matrix, MatrixRow, Rows, matrix
from summittui.library.pairs import Pair, Pairs, Relation, SharedIssue, pairs
from summittui.library.perspective import Perspective, perspective
from summittui.library.positions import Position, positions
from summittui.library.proof import Proof, ProofState, prove, prove_quote
from summittui.library.search import Group, Hit, search
from summittui.library.selection import Selection
from summittui.library.sparkline import sparkline, without_gaps
from summittui.library.stances import firm, firm_stance, joint_stance
from summittui.library.timeline import Moment, MomentKind, Timeline, timeline
from summittui.library.variants import Change, Compared, Piece, Variant, Variants, variants

__all__ = [
    "DIRECT_KINDS",
    "Accounts",
    "ActRow",
    "Aligned",
    "AlignedRow",
    "Alignment",
    "Among",
    "BelongsTo",
    "Change",
    "CheckReport",
    "ClauseRow",
    "Compared",
    "Comparison",
    "DeclarationComparison",
    "Deed",
    "Done",
    "Drift",
    "Evidence",
    "EvidenceFilter",
    "EvidenceKind",
    "Filter",
    "FromSource",
    "Gathered",
    "Group",
    "HasWords",
    "Hit",
    "Library",
    "Matches",
    "Matrix",
    "MatrixRow",
    "Moment",
    "MomentKind",
    "OnlyIn",
    "Pair",
    "Pairs",
    "Perspective",
    "Piece",
    "Position",
    "Proof",
    "ProofState",
    "Relation",
    "Row",
    "RowState",
    "Rows",
    "Selection",
    "SharedIssue",
    "Timeline",
    "Variant",
    "Variants",
    "accounts",
    "align",
    "check",
    "check_source",
    "citation",
    "compare",
    "compare_declarations",
    "evidence_of",
    "firm",
    "firm_stance",
    "joint_stance",
    "matrix",
    "name_of",
    "pairs",
    "perspective",
    "positions",
    "prove",
    "prove_quote",
    "related",
    "search",
    "sparkline",
    "timeline",
    "variants",
    "without_gaps",
]
