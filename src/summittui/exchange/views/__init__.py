"""The views of a library as plain values for JSON; every row leads to its records."""

from summittui.exchange.views.accounts import plain_accounts
from summittui.exchange.views.acts import plain_acts
from summittui.exchange.views.aligned import plain_aligned
from summittui.exchange.views.declarations import plain_declarations
from summittui.exchange.views.ledger import plain_ledger
from summittui.exchange.views.matrix import matrix_to_markdown, plain_matrix
from summittui.exchange.views.pairs import plain_pairs
from summittui.exchange.views.timeline import plain_timeline
from summittui.exchange.views.variants import plain_variants
from summittui.exchange.views.verification import plain_verification

__all__ = [
    "matrix_to_markdown",
    "plain_accounts",
    "plain_acts",
    "plain_aligned",
    "plain_declarations",
    "plain_ledger",
    "plain_matrix",
    "plain_pairs",
    "plain_timeline",
    "plain_variants",
    "plain_verification",
]
