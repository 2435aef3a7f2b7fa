"""Questions about the records, answered purely: no I/O, no clock, no screen."""

from summittui.library.check import CheckReport, Drift, check, check_source
from summittui.library.citation import citation
from summittui.library.comparison import Comparison, Row, RowState, compare
from summittui.library.evidence import Evidence, EvidenceKind, evidence_of
from summittui.library.filters import Among, BelongsTo, Filter, FromSource, HasWords, OfKind, OnIssue, related
from summittui.library.library import Deed, Library, name_of
from summittui.library.perspective import Perspective, perspective
from summittui.library.positions import Position, joint_stance, positions
from summittui.library.proof import Proof, ProofState, prove, prove_quote
from summittui.library.search import Hit, search
from summittui.library.selection import Selection

__all__ = [
    "Among",
    "BelongsTo",
    "CheckReport",
    "Comparison",
    "Deed",
    "Drift",
    "Evidence",
    "EvidenceKind",
    "Filter",
    "FromSource",
    "HasWords",
    "Hit",
    "Library",
    "OfKind",
    "OnIssue",
    "Perspective",
    "Position",
    "Proof",
    "ProofState",
    "Row",
    "RowState",
    "Selection",
    "check",
    "check_source",
    "citation",
    "compare",
    "evidence_of",
    "joint_stance",
    "name_of",
    "perspective",
    "positions",
    "prove",
    "prove_quote",
    "related",
    "search",
]
