"""Records, comparisons, views and counts as lines of text."""

from summittui.cli.render.comparison import shown_comparison
from summittui.cli.render.counts import counts
from summittui.cli.render.record import shown_record

__all__ = ["counts", "shown_comparison", "shown_record"]
