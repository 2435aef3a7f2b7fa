"""The question of the ledger: actors over declarations."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct


class Standing(StrEnum):
    """How an actor stands to a declaration, as its acts or the list of signatories show."""

    SIGNED = "signed"
    """Signed, adopted, endorsed, co-sponsored, supported or ratified it."""
    JOINED = "joined later"
    PROPOSED = "proposed"
    """Proposed or promoted it, and nothing else."""
    DECLINED = "declined"
    STAYED_OUT = "stayed out"
    """Had not signed, as a source documents, without saying that it refused."""
    DISSENTED = "dissented"
    NOT_LISTED = "not listed"
    """Not on a list that is complete; that is no refusal."""
    UNKNOWN = "not known"
    """No act is recorded, and no complete list of names is known."""
    NO_LIST = "no list"
    """No act is recorded, and nobody signs such a text."""


class LedgerOrder(StrEnum):
    """What the rows of a ledger are sorted by, within each kind of actor."""

    NAME = "name"
    LISTED = "listed"
    """On how many of its declarations the actor is listed, most first."""
    LATEST = "latest"
    """The date of its last act, the latest first."""


LEDGER_ORDERS: Mapping[LedgerOrder, str] = {
    LedgerOrder.NAME: "by name",
    LedgerOrder.LISTED: "by number of declarations",
    LedgerOrder.LATEST: "by last act",
}


class LedgerQuery(Struct, frozen=True, kw_only=True):
    """Which rows and columns a ledger has; whatever is left empty takes all."""

    declarations: tuple[str, ...] = ()
    """Ids, in the order of the columns; else all that are dated or acted on, by date."""
    actors: tuple[str, ...] | None = None
    """Ids of the actors that may have a row."""
    group: str = ""
    """The id of an actor with members, or of a camp: each member has a row, whether it acted or not."""
    standing: str = ""
    """A `Standing`: only actors that have it with at least one declaration."""
    order: LedgerOrder = LedgerOrder.NAME


STANDINGS = tuple(map(str, Standing))
"""The words for how an actor stands to a declaration."""
