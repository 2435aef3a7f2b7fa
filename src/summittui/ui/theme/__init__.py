"""Colours, themes, glyphs, and the painter that turns tokens into styled lines."""
