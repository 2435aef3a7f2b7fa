"""Fact checks: what somebody found when holding a source's claim against the public record (schema.org ClaimReview)."""

from enum import StrEnum

from summittui.model.ids import PartyId, SourceId
from summittui.model.record import Record
from summittui.model.selector import Passage
from summittui.model.stance import Certainty


class Ruling(StrEnum):
    """The standing of a claim against the record."""

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
    """The passages in which the sources make the claim."""
    claim: str
    """The claim, in our own words."""
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
    """The person or program that checked the claim."""
    checked_on: str
    """Partial date of the check."""
    note: str | None = None
