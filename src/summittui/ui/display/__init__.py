"""Two frames of a terminal become the bytes that turn one into the other: pure, without Textual.

Textual repaints every changed widget whole. Over a slow line that is most of the delay, so a front buffer holds the
cells that the terminal shows, and an update becomes the runs of cells that differ from it. Every byte of a screen
passes here: this is also the last gate against code points that drive a terminal.
"""
