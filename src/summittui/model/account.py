"""Accounts: how two sources tell one matter."""

from enum import StrEnum

from msgspec import Struct

from summittui.model.ids import SourceId
from summittui.model.record import Record
from summittui.model.selector import Selector


class DisagreementKind(StrEnum):
    """In what way two accounts differ."""

    CONFLICT = "conflict"
    FRAMING = "framing"
    NAMING = "naming"
    OMISSION = "omission"
    DETAIL = "detail"


class Severity(StrEnum):
    """The weight of a disagreement for who said or did what."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Side(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One source's account of the matter of a disagreement."""

    source: SourceId
    gist: str
    """The source's account in our own words; says so where the source has none."""
    spans: tuple[Selector, ...] = ()


class Disagreement(Record, frozen=True):
    """A matter on which two sources differ."""

    title: str
    kind: DisagreementKind
    severity: Severity
    sides: tuple[Side, ...]
    explanation: str


class Agreement(Record, frozen=True):
    """A matter on which two sources agree; two texts of one origin are weak corroboration."""

    title: str
    sides: tuple[Side, ...]
    note: str | None = None
