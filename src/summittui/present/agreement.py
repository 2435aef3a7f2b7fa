"""The agreement of coders as a table and as plain values."""

from collections.abc import Sequence
from typing import Any

from summittui.library import Library
from summittui.library.answers.agreement import CoderAgreement
from summittui.model.text import counted
from summittui.present.table import Table

ALL = "all issues"
UNDEFINED = "not defined: all codings are the same"


def agreement_table(library: Library, agreements: Sequence[CoderAgreement]) -> Table:
    """Return a row for each issue, the last one for all of them."""
    rows = (
        (
            library.name(each.issue) if each.issue else ALL,
            ", ".join(each.coders),
            str(each.records),
            f"{each.share:.2f} ({each.equal} of {counted(each.pairs, 'pair')})",
            UNDEFINED if each.alpha is None else f"{each.alpha:.3f}",
        )
        for each in agreements
    )
    return Table(("issue", "coders", "records", "agreement", "alpha"), tuple(rows))


def plain_agreement(agreements: Sequence[CoderAgreement]) -> list[dict[str, Any]]:
    """Return what the table says, unrounded, for other programs."""
    return [
        {
            "issue": each.issue,
            "coders": each.coders,
            "records": each.records,
            "equal_pairs": each.equal,
            "pairs": each.pairs,
            "share": each.share,
            "alpha": each.alpha,
        }
        for each in agreements
    ]
