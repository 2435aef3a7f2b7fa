"""The table of formats; a format that is added here is a choice of `summittui export` and of the export dialog."""

from summittui.exchange.formats.codebooks import write_codebook_csv, write_codebook_yaml, write_qdc
from summittui.exchange.formats.dna import write_dna
from summittui.exchange.formats.dossiers import dossier_format
from summittui.exchange.formats.format import Format
from summittui.exchange.formats.json_lines import write_json_lines
from summittui.exchange.formats.library_json import write_library
from summittui.exchange.formats.networks import as_edge_list, as_graphml, pairs_network, positions_network
from summittui.exchange.formats.qc_project import write_qc_project
from summittui.exchange.formats.quote_rows import write_csv, write_spreadsheet
from summittui.exchange.formats.refi import write_qdpx
from summittui.exchange.formats.ris import write_ris
from summittui.exchange.formats.schema_org import write_schema_org
from summittui.exchange.formats.web_annotation import write_web_annotations
from summittui.exchange.reports.forms import ReportForm

_NETWORK = "words, sources and silences; positions alone, with n and the ids of the records behind them"
_PAIRS = "words, sources, and sides that are weak, mixed or only told by others; n from 1 on: filter by it"

FORMATS = {
    each.id: each
    for each in (
        Format(
            id="csv",
            title="CSV (RFC 4180)",
            ending=".csv",
            cannot_carry="records other than quotes; lists stand as JSON in a cell",
            write=write_csv,
        ),
        Format(
            id="spreadsheet",
            title="CSV for spreadsheets",
            ending=".csv",
            cannot_carry="records other than quotes; cells that a spreadsheet would run begin with an apostrophe",
            write=write_spreadsheet,
        ),
        Format(
            id="jsonl",
            title="JSON Lines",
            ending=".jsonl",
            cannot_carry="records other than quotes; names of actors, sources and issues stand beside their ids",
            write=write_json_lines,
        ),
        Format(
            id="web-annotation",
            title="W3C Web Annotation (JSON-LD)",
            ending=".jsonld",
            cannot_carry="quotes without a place in their source, declarations, claims and disagreements",
            write=write_web_annotations,
        ),
        Format(
            id="qdpx",
            title="REFI-QDA project",
            ending=".qdpx",
            cannot_carry="quotes of sources whose text is not attached, declarations, claims and disagreements",
            write=write_qdpx,
        ),
        Format(
            id="qc",
            title="REFI-QDA project for qualitative-coding (qc), by line",
            ending=".qdpx",
            cannot_carry="speakers, where in its line a quote stands, and quotes of sources whose text is not attached",
            write=write_qc_project,
        ),
        Format(
            id="dna",
            title="Discourse Network Analyzer event list",
            ending=".csv",
            cannot_carry="quotes without a stance; stances that are mixed or unclear have no agreement there",
            write=write_dna,
        ),
        Format(
            id="ris",
            title="RIS",
            ending=".ris",
            cannot_carry="spans and stances; a reference for each source, its quotes as notes",
            write=write_ris,
        ),
        Format(
            id="schema-org",
            title="schema.org Quotation (JSON-LD)",
            ending=".jsonld",
            cannot_carry="spans and stances; no ClaimReview, for no verdict is on record",
            write=write_schema_org,
        ),
        *map(dossier_format, ReportForm),
        Format(
            id="json",
            title="JSON, the whole library",
            ending=".json",
            cannot_carry="the history of edits, and settings; everything else comes back with `load`",
            write=write_library,
            is_whole=True,
        ),
        Format(
            id="qdc",
            title="REFI-QDA codebook",
            ending=".qdc",
            cannot_carry="everything but issues and their sides",
            write=write_qdc,
            is_whole=True,
        ),
        Format(
            id="codebook-csv",
            title="CSV codebook",
            ending=".csv",
            cannot_carry="everything but issues, their poles and sides",
            write=write_codebook_csv,
            is_whole=True,
        ),
        Format(
            id="codebook-yaml",
            title="YAML codebook (qualitative-coding)",
            ending=".yaml",
            cannot_carry="everything but issues and their sides; no questions and poles",
            write=write_codebook_yaml,
            is_whole=True,
        ),
        Format(
            id="positions-graphml",
            title="GraphML, actors x issues",
            ending=".graphml",
            cannot_carry=_NETWORK,
            write=as_graphml(positions_network),
            is_whole=True,
        ),
        Format(
            id="positions-csv",
            title="CSV edge list, actors x issues",
            ending=".csv",
            cannot_carry=_NETWORK,
            write=as_edge_list(positions_network),
            is_whole=True,
        ),
        Format(
            id="pairs-graphml",
            title="GraphML, agreement and opposition",
            ending=".graphml",
            cannot_carry=_PAIRS,
            write=as_graphml(pairs_network),
            is_whole=True,
        ),
        Format(
            id="pairs-csv",
            title="CSV edge list, agreement and opposition",
            ending=".csv",
            cannot_carry=_PAIRS,
            write=as_edge_list(pairs_network),
            is_whole=True,
        ),
    )
}
"""Every format, by its id."""
