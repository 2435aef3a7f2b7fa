"""The views of a library as tables of texts and as plain values for JSON; every row leads to its records."""

from summittui.exchange.views.accounts import accounts_table, plain_accounts
from summittui.exchange.views.aligned import aligned_table, plain_aligned
from summittui.exchange.views.declarations import declarations_table, plain_declarations
from summittui.exchange.views.matrix import matrix_grid, matrix_table, matrix_to_markdown, plain_matrix
from summittui.exchange.views.pairs import pairs_table, plain_pairs
from summittui.exchange.views.timeline import plain_timeline, timeline_table
from summittui.exchange.views.variants import plain_variants, variants_table

__all__ = [
    "accounts_table",
    "aligned_table",
    "declarations_table",
    "matrix_grid",
    "matrix_table",
    "matrix_to_markdown",
    "pairs_table",
    "plain_accounts",
    "plain_aligned",
    "plain_declarations",
    "plain_matrix",
    "plain_pairs",
    "plain_timeline",
    "plain_variants",
    "timeline_table",
    "variants_table",
]
