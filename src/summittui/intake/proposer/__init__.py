"""The built-in proposer: who said what in a text, by rules on words, marks and word order, without a model."""

from summittui.intake.proposer.proposing import propose

__all__ = ["propose"]
