"""A verification as plain values for JSON."""

from typing import Any

from summittui.exchange.plain import full
from summittui.library import Library
from summittui.library.answers.verification.verifying import Verification, VerifiedAct, VerifiedQuote, VerifiedTally
from summittui.present.variants import word_difference
from summittui.present.verification import summary


def plain_verification(library: Library, found: Verification) -> dict[str, Any]:
    """Return checks with the records beside them, and quotes, numbers and acts with what the record has."""
    return {
        "source": full(library.source(found.source)),
        "summary": summary(found),
        "checks": [{**full(each.check), "beside": [record.id for record in each.records]} for each in found.checks],
        "quotes": list(map(_quote, found.quotes)),
        "tallies": list(map(_tally, found.tallies)),
        "acts": list(map(_act, found.acts)),
        "unchecked": [claim.id for claim in found.unchecked],
    }


def _quote(each: VerifiedQuote) -> dict[str, Any]:
    return {
        "quote": each.quote.id,
        "outcome": each.outcome,
        "words": each.quote.exact,
        "on_record": full(each.on_record) if each.on_record else None,
        "left_out": full(each.wording.left_out) if each.wording else [],
        "word_difference": word_difference(each.wording.pieces).plain if each.wording else "",
        "checks": [check.id for check in each.checks],
    }


def _tally(each: VerifiedTally) -> dict[str, Any]:
    return {
        "declaration": each.declaration.id,
        "tally": full(each.tally),
        "outcome": each.outcome,
        "on_record": [{"declaration": one.declaration.id, "tally": full(one.tally)} for one in each.on_record],
        "checks": [check.id for check in each.checks],
    }


def _act(each: VerifiedAct) -> dict[str, Any]:
    return {
        "declaration": each.declaration.id,
        "act": full(each.act),
        "outcome": each.outcome,
        "on_record": [{"declaration": one.id, "act": full(act)} for one, act in each.on_record],
        "checks": [check.id for check in each.checks],
    }
