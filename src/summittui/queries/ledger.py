"""The query of the ledger: actors over declarations."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar

from summittui.queries.spelling import Choice, ManyRecords, OneRecord, Text
from summittui.queries.view_query import ScopeText, ViewQuery


class Standing(StrEnum):
    """The standing of an actor to a declaration, as its acts or the list of signatories show."""

    SIGNED = "signed"
    """Has signed, adopted, endorsed, co-sponsored, supported or ratified the declaration."""
    JOINED = "joined later"
    PROPOSED = "proposed"
    """Has proposed or promoted the declaration, and nothing else."""
    DECLINED = "declined"
    STAYED_OUT = "stayed out"
    """Had not signed, as a source documents, without stating a refusal."""
    DISSENTED = "dissented"
    NOT_LISTED = "not listed"
    """Not on a list that is complete; that is no refusal."""
    UNKNOWN = "not known"
    """No act is recorded, and no complete list of names is known."""
    NO_LIST = "no list"
    """No act is recorded, and nobody signs such a text."""


class LedgerOrder(StrEnum):
    """The order of the rows of a ledger, within each kind of actor."""

    NAME = "name"
    LISTED = "listed"
    """The number of the ledger's declarations on which the actor is listed, most first."""
    LATEST = "latest"
    """The date of the actor's last act, the latest first."""


LEDGER_ORDERS: Mapping[LedgerOrder, str] = {
    LedgerOrder.NAME: "by name",
    LedgerOrder.LISTED: "by number of declarations",
    LedgerOrder.LATEST: "by last act",
}


class LedgerQuery(ViewQuery, frozen=True, kw_only=True):
    """The query of a ledger: its rows and columns; an empty field takes all."""

    view: ClassVar[str] = "ledger"
    command: ClassVar[tuple[str, ...]] = ("ledger",)
    title: ClassVar[str] = "ledger"

    declarations: Annotated[tuple[str, ...], ManyRecords(tables=("declarations",), most=None)] = ()
    """The columns, the first one first; else all that are dated or acted on, by date."""
    actors: Annotated[
        str,
        Text(
            line="actors",
            option="--query",
            short="-q",
            words="actors: {}",
            help="Only actors that this query keeps, such as 'kind:bloc'.",
        ),
    ] = ""
    """The query that keeps the actors which may have a row."""
    group: Annotated[
        str,
        OneRecord(
            line="group",
            option="--group",
            tables=("actors", "camps"),
            words="members of {}",
            help="The members of this bloc, collective or camp, such as g20, whether they acted or not.",
        ),
    ] = ""
    """An actor with members, or a camp: each member has a row, whether it acted or not."""
    standing: Annotated[
        Standing | None,
        Choice(
            of=Standing,
            line="standing",
            option="--standing",
            words={each: f"{each} somewhere" for each in Standing},
            help="Only actors that stand so to a declaration.",
        ),
    ] = None
    """The standing that an actor must have to at least one declaration; None for any."""
    order: Annotated[
        LedgerOrder,
        Choice(
            of=LedgerOrder,
            line="order",
            option="--sort",
            words=LEDGER_ORDERS,
            help="Sort by name, number of declarations, or last act.",
        ),
    ] = LedgerOrder.NAME
    scope: ScopeText = ""
