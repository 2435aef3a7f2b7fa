"""Two accounts as plain values: where they differ, where they agree, what only one of them has."""

from typing import Any

from summittui.exchange.plain import to_plain
from summittui.library.answers.accounts import Accounts, OnlyIn


def plain_accounts(accounts: Accounts) -> dict[str, Any]:
    """Return both sources, all disagreements and agreements in full, and the ids of what only one has."""
    return {
        "left": _plain_source(accounts.left.id, accounts.left.published, accounts.left.outlet),
        "right": _plain_source(accounts.right.id, accounts.right.published, accounts.right.outlet),
        "one_origin": accounts.one_origin,
        "disagreements": to_plain(accounts.disagreements),
        "agreements": to_plain(accounts.agreements),
        "only_left": _plain_only(accounts.only_left),
        "only_right": _plain_only(accounts.only_right),
    }


def _plain_source(id_: str, published: str | None, outlet: str) -> dict[str, Any]:
    return {"id": id_, "outlet": outlet, "published": published}


def _plain_only(only: OnlyIn) -> dict[str, list[str]]:
    groups = {"actors": only.actors, "declarations": only.declarations, "quotes": only.quotes, "claims": only.claims}
    return {name: [record.id for record in records] for name, records in groups.items()}
