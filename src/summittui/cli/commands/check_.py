"""`summittui check`: every rule, and every span against the texts that there are."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from summittui.cli.ending import PROBLEM_FOUND
from summittui.cli.examples import examples
from summittui.cli.groups import StrictCommand
from summittui.cli.options import json_option, opened_session, store_option
from summittui.cli.output import write_json_or_lines
from summittui.cli.paths import NamedPath
from summittui.library import Library
from summittui.library.answers.check import CheckReport, SpanProof
from summittui.library.answers.notices import contrary_acts_notice, equal_quotes_notice, shared_name_notice
from summittui.library.answers.proof import UNPROVEN, ProofState
from summittui.present.counts import counts
from summittui.session.documents import Document

MOST = 20
"""The number of unproven spans that are named at most."""


@click.command(
    "check",
    cls=StrictCommand,
    short_help="Check every record, and every span against the attached texts.",
    epilog=examples("check", "check --json"),
    help="Check every record by the rules, and every span against the attached texts.",
)
@click.option("--documents", "folder", type=NamedPath(), help="Check against the files of this folder alone.")
@store_option
@json_option
@click.pass_context
def command(ctx: click.Context, folder: Path | None) -> None:
    with opened_session() as session:
        documents = None if folder is None else session.documents(folder)
        report = session.check(documents)
        write_json_or_lines(_plain(report, documents or ()), _lines(session.library, report, documents or ()))
    ctx.exit(0 if report.ok else PROBLEM_FOUND)


def _plain(report: CheckReport, documents: Sequence[Document]) -> dict[str, object]:
    return {
        "ok": report.ok,
        "problems": report.problems,
        "spans": report.spans,
        "quoted": report.quoted,
        "drifts": [_plain_drift(drift) for drift in report.drifts],
        "shared_names": report.shared_names,
        "equal_quotes": report.equal_quotes,
        "contrary_acts": report.contrary_acts,
        "unproven": [_plain_drift(span) for span in report.unproven],
        "documents": [
            {"path": one.path, "source": one.source, "match": one.match, "note": one.note, "sha256": one.sha256}
            for one in documents
        ],
    }


def _plain_drift(drift: SpanProof) -> dict[str, object]:
    return {
        "table": drift.table,
        "record": drift.record,
        "field": drift.field,
        "source": drift.source,
        "start": drift.selector and drift.selector.start,
        "end": drift.selector and drift.selector.end,
        "state": drift.proof.state,
        "difference": drift.proof.difference,
    }


def _lines(library: Library, report: CheckReport, documents: Sequence[Document]) -> Iterator[str]:
    for one in documents:
        note = f" ({one.note})" if one.note else ""
        yield f"{one.path}: {f'{one.source}, {one.match}' if one.source else one.match}{note}"
    for problem in report.problems:
        yield f"broken rule: {problem}"
    for drift in report.drifts:
        yield f"{drift.proof.state}: {drift}: {drift.proof.difference or 'nothing like it is there'}"
    yield from (f"shared name: {shared_name_notice(each)}" for each in report.shared_names)
    yield from (f"equal quotes: {equal_quotes_notice(library, ids)}" for ids in report.equal_quotes)
    yield from (f"contrary acts: {contrary_acts_notice(library, each)}" for each in report.contrary_acts)
    yield from _unproven(report.unproven)
    yield f"spans: {counts(report.spans)}"
    yield f"quoted: {counts(report.quoted)}"
    yield f"problems: {len(report.problems)}"
    yield _verdict(report)


def _verdict(report: CheckReport) -> str:
    if not report.ok:
        return "Not all is well; see above."
    if report.unproven:
        return "No rule is broken and nothing has drifted, but not every span is proven; see above."
    if report.contrary_acts:
        return "No rule is broken and nothing has drifted, but acts are contrary to each other; see above."
    return "All is well."


def _unproven(spans: Sequence[SpanProof]) -> Iterator[str]:
    """Yield a line for each of the first spans that no text can prove, and how many more there are."""
    for span in spans[:MOST]:
        yield f"{span.proof.state}: {span}: {UNPROVEN}"
    if len(spans) > MOST:
        yield f"{ProofState.UNPROVEN}: and {len(spans) - MOST} spans more"
