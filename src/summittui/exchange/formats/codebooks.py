"""The issues as a codebook: REFI-QDA (`.qdc`), CSV as Taguette and others read it, YAML for qualitative-coding (qc)."""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree as ET

from summittui import __version__
from summittui.exchange.as_csv import table_to_csv
from summittui.exchange.formats.format import Written, whole, whole_text
from summittui.exchange.formats.refi import add_issue
from summittui.library import Library
from summittui.model import Quote, StanceValue
from summittui.present.table import Table

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def write_qdc(library: Library, _: Sequence[Quote]) -> Written:
    """Write each issue as a code, and each side of it as a code below."""
    codebook = ET.Element("CodeBook", xmlns=NAMESPACE, origin=f"summittui {__version__}")
    codes = ET.SubElement(codebook, "Codes")
    for issue in library.issues():
        add_issue(codes, issue)
    ET.indent(codebook)
    written: bytes = ET.tostring(codebook, encoding="utf-8", xml_declaration=True)
    return whole(written + b"\n")


def write_codebook_csv(library: Library, _: Sequence[Quote]) -> Written:
    """Write a row for each issue and each side of it: name, description, parent."""
    table = Table(("name", "description", "parent"), tuple(_rows(library)))
    return whole_text(table_to_csv(table))


def write_codebook_yaml(library: Library, _: Sequence[Quote]) -> Written:
    """Write each issue with its sides below it, as qualitative-coding has its codebook."""
    lines = (
        line
        for issue in library.issues()
        for line in (
            f"- {_string(issue.label)}:\n",
            *(f"  - {_string(f'{issue.label}: {side}')}\n" for side in StanceValue),
        )
    )
    return whole_text("".join(lines))


def _string(text: str) -> str:
    """Return a double-quoted scalar of YAML 1.2; what is not printable is escaped by its code point."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each.isprintable() else f"\\U{ord(each):08x}" for each in escaped) + '"'


def _rows(library: Library) -> Iterator[tuple[str, str, str]]:
    for issue in library.issues():
        yield issue.label, issue.question, ""
        poles = {StanceValue.FOR: issue.pole_for, StanceValue.AGAINST: issue.pole_against}
        yield from ((f"{issue.label}: {side}", poles.get(side, ""), issue.label) for side in StanceValue)
