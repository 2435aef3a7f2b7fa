"""A verification as plain values for JSON."""

from collections.abc import Iterable
from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library import Library
from summittui.library.answers.verification.verifying import Verification, VerifiedAct, VerifiedQuote, VerifiedTally
from summittui.model import Act, Declaration, Tally
from summittui.present.variants import word_difference
from summittui.present.verification import summary


def plain_verification(library: Library, verification: Verification) -> dict[str, Any]:
    """Return checks with the records beside them, and quotes, numbers and acts with what the record has."""
    return {
        "source": to_plain(library.source(verification.source)),
        "summary": summary(verification),
        "checks": [
            {**to_plain(each.check), "beside": [record.id for record in each.records]} for each in verification.checks
        ],
        "quotes": list(map(_quote, verification.quotes)),
        "tallies": list(map(_tally, verification.tallies)),
        "acts": list(map(_act, verification.acts)),
        "unchecked": [claim.id for claim in verification.unchecked],
    }


def _quote(each: VerifiedQuote) -> dict[str, Any]:
    return {
        "quote": each.quote.id,
        "outcome": each.outcome,
        "words": each.quote.exact,
        "on_record": to_plain(each.on_record) if each.on_record else None,
        "left_out": to_plain(each.wording.left_out) if each.wording else [],
        "word_difference": word_difference(each.wording.pieces).plain if each.wording else "",
        "checks": [check.id for check in each.checks],
    }


def _tally(each: VerifiedTally) -> dict[str, Any]:
    return _beside_record(each, "tally", each.tally, [(one.declaration, one.tally) for one in each.on_record])


def _act(each: VerifiedAct) -> dict[str, Any]:
    return _beside_record(each, "act", each.act, each.on_record)


def _beside_record(
    each: VerifiedTally | VerifiedAct,
    name: str,
    said: Tally | Act,
    on_record: Iterable[tuple[Declaration, Tally | Act]],
) -> dict[str, Any]:
    """Return a number or an act of a source, under its name, with what the record has of it."""
    return {
        "declaration": each.declaration.id,
        name: to_plain(said),
        "outcome": each.outcome,
        "on_record": [{"declaration": text.id, name: to_plain(one)} for text, one in on_record],
        "checks": [check.id for check in each.checks],
    }
