"""Sources as rows: the document, and the number of its records."""

from rich.text import Text

from summittui.library import Library
from summittui.model import Source
from summittui.present.signs import brief
from summittui.ui.render.line import line
from summittui.ui.theme.paint import fit


class SourceRows:
    """All sources, two lines each."""

    height = 2

    def __init__(self, library: Library) -> None:
        self._library = library
        self._sources = library.every(Source)

    def __len__(self) -> int:
        return len(self._sources)

    def key(self, i: int) -> str:
        """Return the id of source `i`."""
        return self._sources[i].id

    def lines(self, i: int, width: int) -> tuple[Text, ...]:
        """Return outlet and date, then the number of quotes and whether the text is attached."""
        source = self._sources[i]
        quotes = self._library.count_quotes_in(source.id)
        text = self._library.text(source.id)
        held = f"{len(text):,} characters" if text is not None else "outline only"
        head = line((source.outlet, "heading"), (f"  {source.published or 'no date'}", "apparatus"))
        tail = line(
            "  ",
            (source.id, "source"),
            (f" · n {quotes}", "count"),
            (f" · {brief('● ' if text is not None else '○ ', '')}{held}", "apparatus"),
            (f" · digest of {source.digest_of}" if source.digest_of else "", "doubt"),
        )
        return fit(head, width), fit(tail, width)
