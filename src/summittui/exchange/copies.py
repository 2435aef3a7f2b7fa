"""Copies for the clipboard: a row or a whole table as Markdown, each word with who, where, via whom and when."""

from collections.abc import Sequence

from summittui.exchange.as_markdown import escaped, table_to_markdown
from summittui.library import Library
from summittui.library.answers.accounts import Accounts
from summittui.library.answers.acts import ActsComparison
from summittui.library.answers.clauses import DeclarationComparison
from summittui.library.answers.side_by_side import Comparison
from summittui.present.accounts import accounts_table
from summittui.present.acts import acts_table
from summittui.present.aligned import aligned_table
from summittui.present.declarations import declarations_table
from summittui.present.table import Table
from summittui.present.tables import comparison_table
from summittui.queries.perspectives import EvidenceFilter


def comparison_copy(library: Library, comparison: Comparison) -> str:
    """Return a comparison by issue."""
    names = [column.label for column in comparison.columns]
    return _copy(names, "by issue", comparison.evidence_filter, comparison_table(library, comparison))


def aligned_copy(library: Library, aligned: Comparison) -> str:
    """Return a comparison by date or by source."""
    names = [column.label for column in aligned.columns]
    return _copy(names, f"by {aligned.by}", aligned.evidence_filter, aligned_table(library, aligned))


def acts_copy(library: Library, comparison: ActsComparison) -> str:
    """Return a comparison by declaration."""
    names = [column.label for column in comparison.columns]
    return _copy(names, "by declaration", EvidenceFilter(), acts_table(library, comparison))


def declarations_copy(library: Library, comparison: DeclarationComparison) -> str:
    """Return declarations side by side."""
    names = [column.label for column in comparison.columns]
    return _copy(names, "clauses, acts, numbers", EvidenceFilter(), declarations_table(library, comparison))


def accounts_copy(library: Library, accounts: Accounts) -> str:
    """Return two accounts of one event."""
    names = [accounts.left.id, accounts.right.id]
    return _copy(names, "two accounts", EvidenceFilter(), accounts_table(library, accounts))


def _copy(names: Sequence[str], manner: str, evidence_filter: EvidenceFilter, table: Table) -> str:
    evidence = f"; evidence: {evidence_filter.description}" if evidence_filter.description else ""
    title = f"**{escaped(' | '.join(names))}**, {manner}{evidence}"
    return f"{title}\n\n{table_to_markdown(table)}"
