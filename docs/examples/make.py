"""Make an example of each format: `python docs/examples/make.py`.

The quotes are those of one speaker in the shipped collection. Its sources' texts are not shipped, so that the REFI-QDA
project has a text of our own.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from summittui.exchange.formats import FORMATS
from summittui.exchange.reports.brief import brief
from summittui.exchange.reports.forms import REPORT_FORMS, ReportForm
from summittui.library.answers.comparison import compare
from summittui.library.memory.library import MemoryLibrary
from summittui.model import (
    TABLE_OF,
    TABLES,
    Actor,
    ActorId,
    ActorKind,
    Certainty,
    Issue,
    IssueId,
    Level,
    PartyId,
    Quote,
    QuoteKind,
    Record,
    Records,
    Selector,
    Source,
    SourceId,
    SourceKind,
    Stance,
    StanceValue,
)
from summittui.model.references import references
from summittui.queries.comparison import ComparisonQuery
from summittui.session.opening import shipped_collection

FOLDER = Path(__file__).parent
SPEAKER = "jd-vance"
TEXT = "Ada Example, who speaks for nobody, said: “We will sign it.” Then she left the room.\n"
_NO_BYTES = frozenset({"pdf"})
"""Formats whose bytes change with every making."""


def examples() -> dict[str, bytes]:
    """Return the content of each example by its file name."""
    library = MemoryLibrary(shipped_collection().records)
    small = MemoryLibrary(_records_of(library))
    made = {}
    for format_id, each in FORMATS.items():
        if format_id not in _NO_BYTES:
            of = _own() if format_id in {"qdpx", "qc"} else library if each.is_whole and format_id != "json" else small
            made[f"{format_id}{each.ending}"] = each.write(of, of.records.quotes).content
    report = brief(library, compare(library, ComparisonQuery(sides=("united-states", "china"))), compiled="2025-03-02")
    for form in (ReportForm.MARKDOWN, ReportForm.HTML):
        made[f"brief{REPORT_FORMS[form].ending}"] = REPORT_FORMS[form].write(report)
    return made


def _records_of(library: MemoryLibrary) -> Records:
    """Return the quotes of the speaker and everything that they name, however far away."""
    waiting: list[Record] = list(library.quotes_by(SPEAKER))
    found = {record.id: record for record in waiting}
    while waiting:
        for reference in references(waiting.pop()):
            named = library.find(reference.id)
            if named is not None and named.id not in found:
                found[named.id] = named
                waiting.append(named)
    return Records(**{table: tuple(_of(library, table, found)) for table in TABLES})  # type: ignore[arg-type]  # each table holds its own records


def _of(library: MemoryLibrary, table: str, found: dict[str, Record]) -> Iterator[Record]:
    return (record for record in library.records.table(table) if record.id in found and TABLE_OF[type(record)] == table)


def _own() -> MemoryLibrary:
    """Return a library with a text of our own."""
    words = "We will sign it."
    start = TEXT.index(words)
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    stance = Stance(issue=IssueId("signing"), stance=StanceValue.FOR, level=Level.TEXTUAL, certainty=Certainty.HIGH)
    selector = Selector(start=start, end=start + len(words), exact=words)
    quote = Quote(
        id="ada-we-will-sign",
        source=SourceId("example"),
        kind=QuoteKind.DIRECT,
        speaker=PartyId("ada-example"),
        spans=(selector,),
        quoted=(selector,),
        stances=(stance,),
    )
    source = Source(id="example", kind=SourceKind.ARTICLE, outlet="The Example", length=len(TEXT), sha256=digest)
    question = Issue(
        id="signing", label="Signing", question="Should it be signed?", pole_for="Sign it.", pole_against="Do not."
    )
    actor = Actor(id=ActorId("ada-example"), name="Ada Example", kind=ActorKind.PERSON)
    records = Records(sources=(source,), actors=(actor,), issues=(question,), quotes=(quote,))
    return MemoryLibrary(records, {SourceId("example"): TEXT})


if __name__ == "__main__":
    for name, content in examples().items():
        (FOLDER / name).write_bytes(content)
