"""Exports of views: what a screen shows as files, the same as the command line writes for the same query."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from summittui.exchange.as_csv import table_to_csv
from summittui.exchange.as_json import to_json
from summittui.exchange.as_markdown import table_to_markdown
from summittui.exchange.exports import Export, ExportFile, FileForm, files_of
from summittui.exchange.formats.format import Written, whole
from summittui.exchange.plain import plain_comparison
from summittui.exchange.views import (
    plain_accounts,
    plain_declarations,
    plain_ledger,
    plain_timeline,
    plain_variants,
    plain_verification,
)
from summittui.library import Library
from summittui.library.answers.accounts import Accounts
from summittui.library.answers.clauses import DeclarationComparison
from summittui.library.answers.ledger import Ledger
from summittui.library.answers.matrix import Matrix
from summittui.library.answers.pairs import Pairs
from summittui.library.answers.side_by_side import Comparison
from summittui.library.answers.timeline import Timeline
from summittui.library.answers.variants import Variants
from summittui.library.answers.verification.verifying import Verification
from summittui.model.text import counted
from summittui.present.accounts import accounts_table
from summittui.present.declarations import declarations_table
from summittui.present.ledger import ledger_table, ledger_title
from summittui.present.table import Table
from summittui.present.tables import comparison_table
from summittui.present.timeline import timeline_table
from summittui.present.variants import variants_table
from summittui.present.verification import verification_table

if TYPE_CHECKING:
    from summittui.exchange.formats.networks import Network

BRIEF = "Brief"
"""The document of a comparison that is handed over."""


def comparison_export(library: Library, comparison: Comparison, description: str) -> Export:
    """Return a comparison by issue, the brief to hand over first.

    Args:
        library: The records.
        comparison: What is shown.
        description: How it is limited, in words.
    """
    what = f"{' and '.join(column.label for column in comparison.columns)} {description}"
    plain, table = partial(plain_comparison, library, comparison), partial(comparison_table, library, comparison)
    rows = view_export("comparison", what, plain=plain, table=table)
    return Export(rows.name, rows.what, rows.count, _briefs(library, comparison) | dict(rows.forms))


def _briefs(library: Library, comparison: Comparison) -> dict[str, ExportFile]:
    from summittui.exchange.reports.brief import brief
    from summittui.exchange.reports.forms import REPORT_FORMS, ReportFormat

    def made(written: ReportFormat) -> Written:
        return whole(written.write(brief(library, comparison, compiled=date.today().isoformat())))

    return {
        f"{BRIEF}, {written.title}": ExportFile(written.ending, partial(made, written))
        for written in REPORT_FORMS.values()
    }


def matrix_export(library: Library, matrix: Matrix) -> Export:
    """Return a matrix as it is shown, and as a network of actors and issues."""
    from summittui.exchange.formats.networks import positions_network
    from summittui.exchange.views.matrix import matrix_to_markdown, plain_matrix
    from summittui.present.matrix import matrix_table

    rows = view_export(
        "matrix",
        f"matrix of {counted(len(matrix.rows), 'actor')} and {counted(len(matrix.issues), 'issue')}",
        plain=partial(plain_matrix, library, matrix),
        table=partial(matrix_table, library, matrix),
        markdown=partial(matrix_to_markdown, library, matrix),
    )
    return _with_network(rows, "actors x issues", lambda: positions_network(library, matrix))


def pairs_export(library: Library, pairs: Pairs) -> Export:
    """Return pairs as they are shown, and as a network of agreement and opposition."""
    from summittui.exchange.formats.networks import pairs_network
    from summittui.exchange.views.pairs import plain_pairs
    from summittui.present.pairs import pairs_table

    rows = view_export("pairs", "pairs of actors", plain=lambda: plain_pairs(pairs), table=lambda: pairs_table(pairs))
    return _with_network(rows, "agreement and opposition", lambda: pairs_network(library, pairs))


def _with_network(rows: Export, what: str, make: "Callable[[], Network]") -> Export:
    from summittui.exchange.formats.networks import write_edge_list, write_graphml

    networks = {
        f"GraphML, {what}": ExportFile(".graphml", lambda: write_graphml(make())),
        f"CSV edge list, {what}": ExportFile(".csv", lambda: write_edge_list(make())),
    }
    return Export(rows.name, rows.what, rows.count, dict(rows.forms) | networks)


def accounts_export(library: Library, accounts: Accounts) -> Export:
    """Return the accounts of two sources."""
    what = f"accounts of {accounts.left.id} and {accounts.right.id}"
    return view_export(
        "accounts", what, plain=partial(plain_accounts, accounts), table=partial(accounts_table, library, accounts)
    )


def declarations_export(library: Library, comparison: DeclarationComparison) -> Export:
    """Return declarations side by side."""
    plain, table = partial(plain_declarations, library, comparison), partial(declarations_table, library, comparison)
    what = " and ".join(column.label for column in comparison.columns)
    return view_export("declarations", what, plain=plain, table=table)


def ledger_export(library: Library, ledger: Ledger) -> Export:
    """Return a ledger as it is sorted."""
    plain, table = partial(plain_ledger, library, ledger), partial(ledger_table, ledger)
    return view_export("ledger", ledger_title(library, ledger), plain=plain, table=table)


def timeline_export(library: Library, timeline: Timeline, whose: str = "") -> Export:
    """Return a timeline; `whose` is the name of the one whose moments it has, empty for everybody."""
    plain, table = partial(plain_timeline, library, timeline), partial(timeline_table, library, timeline)
    return view_export("timeline", f"timeline of {whose or 'everybody'}", plain=plain, table=table)


def variants_export(library: Library, variants: Variants) -> Export:
    """Return the wordings of an utterance with their differences."""
    plain, table = partial(plain_variants, library, variants), partial(variants_table, library, variants)
    return view_export(f"variants-{variants.utterance}", f"variants of {variants.utterance}", plain=plain, table=table)


def verification_export(library: Library, verification: Verification) -> Export:
    """Return the entries of a source beside the public record."""
    plain = partial(plain_verification, library, verification)
    table = partial(verification_table, library, verification)
    what = f"{library.name(verification.source)} against the record"
    return view_export(f"verify-{verification.source}", what, plain=plain, table=table)


def view_export(
    name: str,
    what: str,
    *,
    plain: Callable[[], Any],
    table: Callable[[], Table],
    markdown: Callable[[], str] | None = None,
) -> Export:
    """Return a view.

    Args:
        name: Of the file, without its ending.
        what: What it shows, in words.
        plain: Makes plain values for JSON.
        table: Makes the table for CSV, and for Markdown where `markdown` is None.
        markdown: Makes the Markdown.
    """
    rows = len(table().rows)
    forms = files_of(
        {
            FileForm.JSON: lambda: to_json(plain()),
            FileForm.CSV: lambda: table_to_csv(table()),
            FileForm.MARKDOWN: markdown or (lambda: table_to_markdown(table())),
        }
    )
    return Export(name, f"{what} · {counted(rows, 'row')}", rows, forms)
