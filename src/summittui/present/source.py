"""The wording of sources: how a source is named and dated, and its text as a page."""

from summittui.library import Library
from summittui.model import SeenAs, Source
from summittui.present.signs import paragraph_sign

UNDATED = "at no known date"


def outlet_label(source: Source) -> str:
    """Return the outlet of a source with the id that tells it from others, such as `Nigeria Pulse (nigeriapulse)`."""
    return f"{source.outlet} ({source.id})"


def published_words(source: Source) -> str:
    """Return when a source was published, such as `published 2025-02-12`."""
    return f"published {source.published or UNDATED}"


def source_label(source: Source) -> str:
    """Return outlet, id and date of a source, and what of it was seen where it is a page of the record."""
    seen = seen_words(source)
    return f"{outlet_label(source)}, {published_words(source)}{f', {seen}' if seen else ''}"


def seen_words(source: Source) -> str:
    """Return what of a page of the record was seen; empty for the original and for any other source."""
    if source.seen_as in {None, SeenAs.ORIGINAL}:
        return ""
    return "not seen itself" if source.seen_as is SeenAs.NOT_SEEN else f"seen as {source.seen_as}, not in the original"


def digest_words(source: Source) -> str:
    """Return of which source another is a digest, so that the two are no two witnesses; empty for any other source."""
    return f"a digest of {source.digest_of}, not a second witness" if source.digest_of else ""


def source_page(library: Library, source: Source) -> str:
    """Return a source with its text; where none is attached with its outline, which is in our words."""
    head = source_label(source)
    title = f"\n{source.title}" if source.title else ""
    text = library.text(source.id)
    if text is not None:
        return f"{head}{title}\n\n{text}\n"
    outline = "\n".join(f"{paragraph_sign(number)}  {each.gist}" for number, each in enumerate(source.outline, 1))
    told = outline or "No outline is recorded either."
    return f"{head}{title}\n\nNo text is attached; this is its outline, in our words.\n\n{told}\n"
