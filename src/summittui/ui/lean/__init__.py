"""The terminal is sent the cells that changed and nothing else.

Textual repaints every changed widget whole. Over a slow line that is most of the delay, so here a shadow of what the
terminal shows is kept and each update becomes the runs of cells that differ from it. Every byte of a screen passes
here: this is also the last gate against code points that drive a terminal.
"""
