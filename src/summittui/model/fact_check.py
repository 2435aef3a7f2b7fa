"""Fact checks: what somebody found when holding a source's claim against the public record (schema.org ClaimReview)."""

from enum import StrEnum

from summittui.model.ids import PartyId, SourceId
from summittui.model.record import Record
from summittui.model.selector import Passage
from summittui.model.stance import Certainty


class Ruling(StrEnum):
    """Where a claim stands against the record."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    UNVERIFIABLE = "unverifiable"
    """The record has nothing that shows it either way."""
    NOTED = "noted"
    """There is no single claim to rule on: sources differ, or leave something out."""


class FactCheck(Record, frozen=True, kw_only=True):
    """One claim of one or more sources against the record; it is no evidence of anybody's position."""

    sources: tuple[SourceId, ...]
    """The sources whose claim it is."""
    evidence: tuple[Passage, ...] = ()
    """Where they make it."""
    claim: str
    """What is claimed, in our own words."""
    ruling: Ruling
    finding: str
    """A few words that say in what respect, such as "wrong object" or "fewer words"."""
    reason: str
    """Why, in our own words."""
    about: tuple[PartyId, ...] = ()
    """The declarations and actors that it concerns."""
    pages: tuple[SourceId, ...] = ()
    """The pages of the record that bear it out."""
    certainty: Certainty
    checked_by: str
    """Who checked it."""
    checked_on: str
    """Partial date on which it was checked."""
    note: str | None = None
