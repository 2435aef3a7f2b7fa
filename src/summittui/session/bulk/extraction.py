"""The work on one file, without the store: from its bytes to a text and what is proposed of the text."""

from msgspec import Struct

from summittui import __version__
from summittui.intake.gathering import FoundFile, Gathered, read_file
from summittui.intake.readers import Reading
from summittui.model import InputError, Known
from summittui.model.text import safe
from summittui.session.proposing import Proposed, Proposer


class Job(Struct, frozen=True, kw_only=True):
    """Everything that a worker is told before the first file."""

    known: Known
    """The records that a text may name."""
    proposer: Proposer | None
    """None where nothing is to be proposed."""
    version: str = __version__
    """The version of this program."""


class Extraction(Struct, frozen=True, kw_only=True):
    """The document of one file with its proposals."""

    gathered: Gathered
    proposed: Proposed | None = None
    failure: str | None = None
    """A sentence on why the proposer failed; None where it did not."""


def extract(found: FoundFile, job: Job, reading: Reading) -> Extraction:
    """Return the document of a file and what is proposed of the text; why there is none, where there is none."""
    gathered = read_file(found, reading)
    if gathered.document is None or job.proposer is None:
        return Extraction(gathered=gathered)
    try:
        return Extraction(gathered=gathered, proposed=job.proposer.read(gathered.document.text, job.known))
    except InputError as error:
        return Extraction(gathered=gathered, failure=f"{safe(found.name)} was not imported: {error}.")


def set_aside(found: FoundFile, why: str) -> Extraction:
    """Return the extraction of a file that cannot be worked on."""
    return Extraction(gathered=Gathered(name=found.name, problem=f"{safe(found.name)} was not read: {why}."))
