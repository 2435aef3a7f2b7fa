"""The fields that several queries of perspectives share: whose, on which evidence, with which voices."""

from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Struct
from msgspec.structs import replace

from summittui.queries.language.names import Names
from summittui.queries.spelling import Flag, ManyRecords, Spelling

PERSPECTIVES = ("actors", "camps", "declarations", "sources")
"""The tables whose records can be a perspective."""


class EvidenceFilter(Struct, frozen=True, kw_only=True):
    """A filter of evidence; by itself all evidence counts."""

    direct_only: bool = False
    """Whether only own words count that carry the stance inside quotation marks."""
    no_doubtful: bool = False
    """Whether doubtful evidence is left out."""

    @property
    def description(self) -> str:
        """The filter in words; empty where all evidence counts."""
        parts = ("quoted words of their own only", self.direct_only), ("without what is doubtful", self.no_doubtful)
        return ", ".join(words for words, chosen in parts if chosen)


EVIDENCE_FLAGS: Mapping[str, Flag] = {
    "direct_only": Flag(
        option="--direct-only",
        help="Count only own words that carry the stance inside quotation marks.",
        word="direct",
    ),
    "no_doubtful": Flag(option="--no-doubtful", help="Leave out doubtful evidence.", word="certain"),
}
"""The spelling of each field of an evidence filter."""


class EvidenceSpelling(Spelling, frozen=True, kw_only=True):
    """The spelling of an evidence filter: words between commas in a line, one option each on a command line."""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words that the option takes in a line."""
        one, other = (flag.word for flag in EVIDENCE_FLAGS.values())
        return (one, other, f"{one},{other}")

    def to_line(self, value: EvidenceFilter) -> str:
        """Return the words of what is asked for, between commas."""
        return ",".join(flag.word for name, flag in EVIDENCE_FLAGS.items() if getattr(value, name))

    def from_line(self, word: str) -> EvidenceFilter:
        """Return the filter."""
        words = word.split(",")
        return replace(EvidenceFilter(), **{name: flag.word in words for name, flag in EVIDENCE_FLAGS.items()})

    def to_arguments(self, value: EvidenceFilter) -> tuple[str, ...]:
        """Return an option for each that is asked for."""
        return tuple(flag.option for name, flag in EVIDENCE_FLAGS.items() if getattr(value, name))

    def in_words(self, names: Names, value: Any) -> str:  # noqa: ARG002 - as the base class declares it
        """Return what is left out."""
        return str(value.description)


EvidenceField = Annotated[EvidenceFilter, EvidenceSpelling(line="evidence", option="--direct-only")]
"""The field for which evidence counts."""
IssuesField = Annotated[
    tuple[str, ...],
    ManyRecords(
        line="issue",
        option="--issue",
        tables=("issues",),
        most=None,
        words="on {}",
        help="Only this issue; may be given several times.",
    ),
]
"""The field for the issues that are asked about; all where none is named."""
VoicesField = Annotated[
    bool,
    Flag(
        line="voices",
        option="--voices",
        words="with newspapers and authors",
        help="Add newspapers and authors with their own voice, a layer apart from actors.",
    ),
]
"""The field for whether newspapers and authors are asked about too."""
